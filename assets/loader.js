// Draws the launcher, and fetches the chat when somebody wants it.
//
// The theme serves this file on every page, so it asks for nothing and stores nothing until the launcher is used, has
// no dependency, and keeps whatever goes wrong to itself: where the chat cannot run, a link to the shop's contact page
// takes its place. Its texts come with the snippet. Nodes are made one by one, never from HTML text. The panel that
// opens is panel.js, which comes with the chat.
(() => {
  const NAME = 'shop-desk'
  // Written by the chat after the first message. The other two are only written once somebody has pressed something.
  const KEPT = 'shopdesk.conversation'
  const OPEN = 'shopdesk.open'
  const GREETED = 'shopdesk.greeted'
  // For a panel that neither arrives nor fails.
  const LONGEST_MS = 15000

  const CHAT = 'M4 5.5h16v11h-8.5L7 20.5v-4H4z'
  const CROSS = 'M6 6l12 12M18 6L6 18'

  // The page's own rules beat `:host`, except important ones: so the page can neither restyle nor displace this. Words
  // on the accent are white or black, whichever has a contrast of 4.5 or more; a browser that cannot tell gets a
  // colour of ours. `y` is the luminance.
  const css = ({ scheme, position, offset, accent }) => {
    const side = position === 'left' ? 'left' : 'right'
    const up = Math.min(Math.max(offset | 0, 0), 300)
    const white = 'clamp(0,(.18 - y)*1e4,1)'
    // What every property takes is no colour: `inherit`, `var()`.
    const isColour = CSS.supports('color', accent) && !CSS.supports('top', accent)
    return `
:host{all:initial!important;display:contents!important;font-family:var(--shopdesk-font,inherit)!important;color-scheme:${/^(light|dark)$/.test(scheme) ? scheme : 'light dark'}!important;--accent:#1f4d3f;--on-accent:#fff;--paper:light-dark(#fff,#171b19);--line:light-dark(#dfe3dd,#363e3a);--ink:light-dark(#1a211e,#edf0ee);--radius:var(--shopdesk-radius,16px);--up:${up}px}
@supports(color:color(from red xyz x y z)){:host{--accent:color(from var(--shopdesk-accent,${isColour ? accent : '#1f4d3f'}) xyz x y z/1);--on-accent:color(from var(--accent) xyz calc(.9505*${white}) ${white} calc(1.089*${white}))}}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--paper)}
svg{width:24px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.launcher{position:fixed;bottom:calc(env(safe-area-inset-bottom) + ${20 + up}px);${side}:20px;z-index:2147483000;min-width:56px;height:56px;display:flex;align-items:center;justify-content:center;gap:8px;border-radius:28px;background:var(--accent);color:var(--on-accent);border:1px solid #fff3;box-shadow:0 2px 6px #0003,0 8px 24px #0003;font-size:16px}
.launcher:has(span){padding:0 18px}
[aria-expanded=true] svg:first-child,[aria-expanded=false] svg:nth-child(2){display:none}
[aria-busy=true]{opacity:.7}
[data-news]:after{content:attr(data-news);position:absolute;inset:-4px -4px auto auto;min-width:20px;font:700 12px/20px sans-serif;border-radius:12px;background:#b3400a;color:#fff;border:2px solid var(--paper)}
.note{position:fixed;bottom:calc(env(safe-area-inset-bottom) + ${88 + up}px);${side}:20px;z-index:2147483000;box-sizing:border-box;width:300px;max-width:calc(100vw - 40px);padding:16px;border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);color:var(--ink);font-size:15px;line-height:1.5;box-shadow:0 8px 32px #0003;overflow-wrap:anywhere}
.note p{margin:0 32px 0 0}
.note>:nth-child(n+3){display:block;margin-top:8px;color:inherit;text-align:start;min-height:24px;text-decoration:underline}
.shut{position:absolute;inset:8px 8px auto auto;width:32px;height:32px}
@media(forced-colors:active){.launcher{border:1px solid}}`
  }

  const make = (tag, props, ...children) => {
    const node = Object.assign(document.createElement(tag), props)
    node.append(...children)
    return node
  }

  const icon = (shape) => {
    const [svg, path] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag))
    svg.setAttribute('viewBox', '0 0 24 24')
    svg.setAttribute('aria-hidden', 'true')
    path.setAttribute('d', shape)
    svg.append(path)
    return svg
  }

  const styled = (root, text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  // Storage that is blocked throws even when it is only looked at.
  const stored = (name, value) => {
    for (const kind of ['sessionStorage', 'localStorage']) {
      try {
        if (value !== undefined) return window[kind].setItem(name, value)
        const held = window[kind].getItem(name)
        if (held) return held
      } catch {}
    }
  }

  const draw = (host) => {
    const settings = JSON.parse(host.querySelector('script').textContent)
    const { texts } = settings
    const look = css(settings)
    const root = host.attachShadow({ mode: 'open' })
    let loading
    let tries = 0
    let reopened = 0
    styled(root, look)

    // The merchant's own wording, a line each: `key = text`.
    for (const line of (settings.overrides || '').split('\n')) {
      const at = line.indexOf('=')
      if (at > 0) texts[line.slice(0, at).trim()] = line.slice(at + 1).trim()
    }

    const launcher = make('button', { className: 'launcher', type: 'button', ariaExpanded: false }, icon(CHAT), icon(CROSS))
    if (settings.launcher === 'label') launcher.append(make('span', {}, texts.title))
    const label = (news) => {
      const isKept = stored(KEPT)
      launcher.ariaLabel = (isKept ? texts.under_way : texts.launcher) + (news ? ` (${news})` : '')
      if (news ?? isKept) launcher.dataset.news = news || ''
      else delete launcher.dataset.news
    }

    // A small box above the launcher; another takes its place.
    let note = launcher
    const tell = (text, dismiss, ...more) => {
      if (note !== launcher) note.remove()
      note = make('div', { className: 'note', role: 'region', ariaLabel: texts.title, lang: texts.language }, make('p', {}, text),
        make('button', { className: 'shut', type: 'button', ariaLabel: texts.dismiss, onclick: () => (note.remove(), dismiss?.()) }, icon(CROSS)), ...more)
      launcher.before(note)
    }

    const sorry = () => {
      loading = undefined
      tries++
      const href = /^(https?:|mailto:|tel:|\/)/i.test(settings.contact_url) ? settings.contact_url : '/policies/contact-information'
      tell(texts.failed, null, make('a', { href }, texts.contact), press(texts.retry, 'open'))
      note.firstChild.role = 'alert'
    }

    // Fetched once, the panel first and the rest in a task of its own. A failed import is remembered by its address, so
    // another try has another.
    const load = () =>
      (loading ||= (async () => {
        const at = settings.worker + '/widget/'
        const get = async (path) => {
          const answer = await fetch(at + path)
          if (!answer.ok) throw path
          return answer
        }
        const script = (name) => import(`${at}${name}.js${tries ? '?' + tries : ''}`)
        const panel = script('panel')
        panel.catch(() => {})
        await new Promise((next) => setTimeout(next))
        const app = Promise.all([
          script('widget'),
          get('widget_bg.wasm'),
          get('widget.css'),
          get(`locales/${texts.language}.json`).catch(() => get('locales/en.json')),
        ])
        app.catch(() => {})
        return (await panel).default({ host, root, settings, launcher, label, make, icon, styled, stored, app, again })
      })())

    const again = () => {
      loading = undefined
      tries++
      act('open')
    }

    const act = async (what, ...with_) => {
      if (what === 'close' && !loading) return
      launcher.ariaBusy = true
      try {
        const panel = await Promise.race([load(), new Promise((_, fail) => setTimeout(fail, LONGEST_MS))])
        note !== launcher && note.remove()
        panel[what](...with_)
      } catch {
        if (with_[0] !== true) sorry()
      }
      launcher.ariaBusy = false
    }

    const press = (text, what, ...with_) => make('button', { type: 'button', onclick: () => act(what, ...with_) }, text)

    for (const type of ['pointerenter', 'focus', 'touchstart']) {
      launcher.addEventListener(type, () => load().catch(() => (loading = undefined)), { passive: true })
    }
    // Whoever presses it just when the panel opens by itself wants it open.
    launcher.onclick = () => act(launcher.ariaExpanded === 'true' && Date.now() > reopened + 1500 ? 'close' : 'open')

    root.append(launcher)
    label()
    if (stored(KEPT)) {
      if (stored(OPEN) && innerWidth > 639) act('open', true).then(() => (reopened = Date.now()))
    } else if (settings.greeting && !stored(GREETED)) {
      tell(settings.greeting, () => stored(GREETED, 1), ...[settings.questions || []].flat().map((text) => press(text, 'ask', text)))
    }
    return act
  }

  class ShopDesk extends HTMLElement {
    #act
    connectedCallback() {
      try {
        this.#act ||= draw(this)
      } catch {}
    }
    open() {
      this.#act?.('open')
    }
    close() {
      this.#act?.('close')
    }
    ask(text) {
      this.#act?.('ask', '' + text)
    }
  }

  try {
    if (!customElements.get(NAME)) customElements.define(NAME, ShopDesk)
  } catch {}
})()

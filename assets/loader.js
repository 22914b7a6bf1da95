// Draws the launcher, and fetches the chat when somebody wants it.
//
// The theme serves this file on every page, so it asks for nothing and stores nothing until the launcher is used, has
// no dependency, and keeps whatever goes wrong to itself: where the chat cannot run, a link to the shop's contact page
// takes its place. Its texts come with the snippet. Nodes are made one by one, never from HTML text.
(() => {
  const NAME = 'shop-desk'
  // Written by the widget after the first message. The open flag is only written beside it.
  const KEPT = 'shopdesk.conversation'
  const OPEN = 'shopdesk.open'
  // For a chat that neither arrives nor fails.
  const LONGEST_MS = 20000

  const CHAT = 'M4 5.5h16v11h-8.5L7 20.5v-4H4z'
  const CROSS = 'M6 6l12 12M18 6L6 18'

  // The page's own rules beat `:host`, except important ones: so the page can neither restyle nor displace this.
  const css = (accent) => `
:host{all:initial!important;display:contents!important;font-family:inherit!important;--accent:${accent}!important;--on-accent:#fff!important;--paper:#fff!important;--soft:#f3f5f2!important;--line:#dfe3dd!important;--ink:#1a211e!important;--quiet:#5a655f!important}
@media(prefers-color-scheme:dark){:host{--paper:#171b19!important;--soft:#222825!important;--line:#363e3a!important;--ink:#edf0ee!important;--quiet:#a6b1ab!important}}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--paper)}
svg{width:24px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.launcher{position:fixed;inset:auto 20px 20px auto;z-index:2147483000;width:56px;height:56px;display:grid;place-items:center;border-radius:50%;background:var(--accent);color:var(--on-accent);border:1px solid #fff3;box-shadow:0 2px 6px #0003,0 8px 24px #0003}
.launcher svg{grid-area:1/1}
.launcher[aria-expanded=true] svg:first-child,.launcher[aria-expanded=false] svg:last-child{visibility:hidden}
.kept:after{content:'';position:absolute;inset:0 0 auto auto;width:12px;height:12px;border-radius:50%;background:#e8590c;border:2px solid var(--paper)}
dialog{position:fixed;inset:auto 20px 88px auto;z-index:2147483001;box-sizing:border-box;width:400px;height:min(640px,100dvh - 108px);max-width:none;max-height:none;margin:0;padding:0;border:1px solid var(--line);border-radius:16px;background:var(--paper);color:var(--ink);font-size:15px;line-height:1.5;color-scheme:light dark;box-shadow:0 4px 12px #0001,0 16px 48px #0003;flex-direction:column;overflow:hidden;overflow-wrap:anywhere}
dialog[open]{display:flex}
dialog:focus{outline:0}
@media(max-width:639.98px){dialog{inset:0;width:100%;height:100dvh;border:0;border-radius:0}}
.head{display:flex;align-items:center;gap:10px;padding:10px 8px 10px 16px;background:var(--accent);color:var(--on-accent)}
h2{flex:1;margin:0;font-size:16px;font-weight:600;line-height:1.3}
h2 span{display:block;font-size:13px;font-weight:400;opacity:.85}
.head button{display:grid;place-items:center;width:40px;height:40px;border-radius:50%}
.head :focus-visible{outline-color:currentColor;box-shadow:none}
.place{flex:1;min-height:0;display:flex;flex-direction:column}
.wait,.sorry{margin:auto;padding:24px;text-align:center;color:var(--quiet)}
.sorry>*{display:block;margin:12px auto;color:var(--ink)}
.sorry button{padding:8px 16px;border:1px solid var(--line);border-radius:8px}
@media(forced-colors:active){.launcher,dialog{border:1px solid}}`

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

  const styled = (root, ...texts) => {
    root.adoptedStyleSheets = texts.map((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
  }

  // Storage that is blocked throws even when it is only looked at.
  const stored = (name, value) => {
    try {
      return value === undefined ? sessionStorage.getItem(name) : sessionStorage.setItem(name, value)
    } catch {}
  }

  const draw = (host) => {
    const settings = JSON.parse(host.querySelector('script').textContent)
    const { worker, texts, page } = settings
    const root = host.attachShadow({ mode: 'open' })
    const wide = matchMedia('(min-width:640px)')
    let isOpen = false
    let isMounted = false
    let loading
    let tries = 0

    try {
      Intl.getCanonicalLocales(page.locale)
    } catch {
      page.locale = 'en'
    }
    const frame = css(CSS.supports('color', settings.accent) ? settings.accent : '#1f4d3f')
    styled(root, frame)

    const launcher = make('button', { className: 'launcher', type: 'button' }, icon(CHAT), icon(CROSS))
    const shut = make('button', { type: 'button', ariaLabel: texts.close }, icon(CROSS))
    const title = make('h2', {}, texts.title, make('span', {}, settings.shop || ''))
    const place = make('div', { className: 'place' })
    const panel = make('dialog', { id: 'panel', tabIndex: -1, lang: page.locale, ariaLabel: texts.title })
    panel.append(make('div', { className: 'head' }, title, shut), place)
    launcher.setAttribute('aria-controls', 'panel')

    const label = () => {
      const isKept = !!stored(KEPT)
      launcher.classList.toggle('kept', isKept && !isOpen)
      launcher.ariaLabel = isKept ? texts.under_way : texts.launcher
      launcher.ariaExpanded = isOpen
    }

    // Fetched once, all at the same time. A failed import is remembered by its address, so another try has another.
    const load = () =>
      (loading ||= (async () => {
        const at = worker + '/widget/'
        const get = async (path, read) => {
          const answer = await fetch(at + path)
          if (!answer.ok) throw path
          return read ? answer[read]() : answer
        }
        const locale = (name) => get(`locales/${name}.json`, 'json')
        const wasm = get('widget_bg.wasm')
        const [chat, style, words] = await Promise.all([
          import(`${at}widget.js${tries ? '?' + tries : ''}`),
          get('widget.css', 'text'),
          locale(page.locale.split('-')[0]).catch(() => locale('en')),
          wasm,
        ])
        await chat.default({ module_or_path: wasm })
        return () => {
          styled(root, frame, style)
          page.variant = new URLSearchParams(location.search).get('variant') || page.variant || null
          place.replaceChildren()
          chat.mount(place, settings, words)
        }
      })())

    const late = () => new Promise((_, fail) => setTimeout(fail, LONGEST_MS))

    const sorry = () => {
      isMounted = false
      loading = undefined
      tries++
      const href = /^(https?:|mailto:|tel:|\/)/i.test(settings.contact_url) ? settings.contact_url : '/policies/contact-information'
      place.replaceChildren(
        make('div', { className: 'sorry', role: 'alert' },
          make('p', {}, texts.failed),
          make('a', { href }, texts.contact),
          make('button', { type: 'button', onclick: () => open(true) }, texts.retry)),
      )
    }

    const show = () => {
      panel.close()
      if (wide.matches) panel.setAttribute('open', '')
      else panel.showModal()
      panel.ariaModal = !wide.matches
    }

    // On a phone the keyboard would cover what has to be read first.
    const focus = () => ((wide.matches && place.querySelector('textarea')) || panel).focus()

    const open = async (takesFocus) => {
      isOpen = true
      label()
      show()
      if (takesFocus) focus()
      if (isMounted) return
      place.replaceChildren(make('p', { className: 'wait', role: 'status' }, texts.loading))
      try {
        const mount = await Promise.race([load(), late()])
        if (isMounted) return
        isMounted = true
        mount()
        if (takesFocus && isOpen) focus()
      } catch {
        sorry()
      }
    }

    const close = () => {
      isOpen = false
      panel.close()
      label()
      launcher.focus()
    }

    for (const type of ['pointerenter', 'focus', 'touchstart']) {
      launcher.addEventListener(type, () => load().catch(() => (loading = undefined)), { passive: true })
    }
    launcher.onclick = () => (isOpen ? close() : open(true))
    shut.onclick = close
    // A phone's back gesture.
    panel.oncancel = (event) => {
      event.preventDefault()
      close()
    }
    // Told by a panic. Not before the panic is over: what is removed here may still be in use.
    place.addEventListener('failed', () => setTimeout(sorry))
    // Themes take single keys for themselves, and see only the host as the target of what is typed in here.
    for (const type of ['keydown', 'keypress', 'keyup']) {
      root.addEventListener(type, (event) => {
        event.stopPropagation()
        if (type === 'keydown' && event.key === 'Escape' && isOpen && !event.isComposing) {
          event.preventDefault()
          close()
        }
      })
    }
    wide.onchange = () => isOpen && show()
    addEventListener('pagehide', () => stored(KEPT) && stored(OPEN, isOpen ? '1' : ''))

    root.append(launcher, panel)
    label()
    if (stored(KEPT) && stored(OPEN) && wide.matches) open(false)
  }

  class ShopDesk extends HTMLElement {
    connectedCallback() {
      try {
        if (!this.shadowRoot) draw(this)
      } catch {}
    }
  }

  try {
    if (!customElements.get(NAME)) customElements.define(NAME, ShopDesk)
  } catch {}
})()

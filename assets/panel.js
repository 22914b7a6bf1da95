// The panel that opens: its frame, what is there while the chat loads, and what takes its place where it cannot run.
//
// Comes from the Worker together with the chat, once the launcher was used. `desk` is what the loader has drawn and
// begun to fetch. The chat itself is mounted in `place`, and says what it wants of the page through `frame`.

const CROSS = 'M6 6l12 12M18 6L6 18'
const OPEN = 'shopdesk.open'
// For a chat that neither arrives nor fails.
const LONGEST_MS = 20000

const css = (side) => `
:host{--soft:light-dark(#f3f5f2,#222825);--quiet:light-dark(#57615c,#a9b3ae)}
dialog{position:fixed;inset:auto;${side}:20px;bottom:calc(env(safe-area-inset-bottom) + 88px + var(--up));z-index:2147483001;box-sizing:border-box;width:400px;max-width:calc(100vw - 40px);height:640px;max-height:calc(100% - 108px - var(--up));margin:0;padding:0;border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);color:var(--ink);font-size:15px;line-height:1.5;box-shadow:0 4px 12px #0001,0 16px 48px #0003;flex-direction:column;overflow:hidden;overflow-wrap:anywhere;text-align:start}
dialog[open]{display:flex;animation:rise .18s ease-out}
dialog:focus{outline:0}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion){dialog[open]{animation:none}}
@media(max-width:639.98px){dialog{inset:0;width:auto;max-width:none;height:auto;max-height:none;border:0;border-radius:0;animation:none!important}}
.head{display:flex;align-items:center;gap:10px;padding:10px 8px 10px 16px;padding-inline:max(16px,env(safe-area-inset-left)) 8px;padding-top:max(10px,env(safe-area-inset-top));background:var(--accent);color:var(--on-accent)}
h2{flex:1;min-width:0;margin:0;font:inherit;font-size:16px;font-weight:600;line-height:1.3}
h2 span{display:block;font-size:13px;font-weight:400}
.head button{display:grid;place-items:center;width:40px;height:40px;border-radius:50%}
.head :focus-visible{outline-color:currentColor;box-shadow:none}
.place{flex:1;min-height:0;display:flex;flex-direction:column;position:relative}
.place .place{position:absolute;inset:0}
.next{visibility:hidden}
.wait,.sorry{margin:auto;padding:24px;text-align:center;color:var(--quiet)}
.early{display:block;box-sizing:border-box;width:calc(100% - 24px);min-height:44px;margin:0 12px 52px;padding:9px 16px;border:1px solid var(--quiet);border-radius:22px;background:none;color:inherit;font:16px/24px inherit;font-family:inherit;resize:none}
.sorry>*{display:block;margin:12px auto;color:var(--ink)}
.sorry button{padding:8px 16px;border:1px solid var(--line);border-radius:8px}
@media(forced-colors:active){dialog{border:1px solid}}
@media(prefers-contrast:more){:host{--line:var(--ink);--quiet:var(--ink)}}`

// A page's language may be anything; dates fall back to the interface's.
const locale = (page, language) => {
  try {
    return Intl.getCanonicalLocales(page || [])[0] || language
  } catch {
    return language
  }
}

export default (desk) => {
  const { host, root, settings, launcher, label, make, icon, styled, stored, app, again } = desk
  const { texts, page } = settings
  const language = texts.language || 'en'
  const wide = matchMedia('(min-width:640px)')
  let isOpen = false
  let chat = null
  // What was asked before the chat was there.
  let asked = []

  settings.preview ||= !!window.Shopify?.designMode
  settings.root = window.Shopify?.routes?.root || '/'
  page.locale = locale(page.locale, language)
  page.variant = new URLSearchParams(location.search).get('variant') || page.variant || null
  styled(root, css(settings.position === 'left' ? 'left' : 'right'))

  const shut = make('button', { type: 'button', ariaLabel: texts.close }, icon(CROSS))
  const title = make('h2', {}, texts.title, make('span', {}, settings.shop || ''))
  const early = make('textarea', { className: 'early', rows: 1, ariaLabel: texts.message, placeholder: texts.message })
  const place = make('div', { className: 'place' })
  const panel = make('dialog', { id: 'panel', tabIndex: -1, lang: language, dir: language === 'ar' ? 'rtl' : 'ltr', ariaLabel: texts.title })
  place.append(make('p', { className: 'wait', role: 'status' }, texts.loading), early)
  panel.append(make('div', { className: 'head' }, title, shut), place)
  launcher.setAttribute('aria-controls', 'panel')

  const announce = (name, detail) => host.dispatchEvent(new CustomEvent(`shopdesk:${name}`, { detail, bubbles: true }))

  // Made when the first is needed, which is after the chat has opened: it takes longer than all else here.
  const clocks = {}
  const clock = (lang, more) => (clocks[lang + !more] ||= new Intl.DateTimeFormat(locale(lang, page.locale), { hour: 'numeric', minute: '2-digit', ...more }))

  // What one tab of this browser was given, the others need too, or they would be shut out. Closed while the page sleeps,
  // which else would not be kept for a return.
  let tabs
  const listen = () => {
    tabs = new BroadcastChannel('shopdesk')
    tabs.onmessage = ({ data }) => chat?.shared(data)
  }
  listen()
  addEventListener('pageshow', (event) => event.persisted && listen())

  // What the chat may want of the page.
  const frame = {
    may_keep: () => !!window.Shopify?.customerPrivacy?.preferencesProcessingAllowed?.(),
    moment: (at, lang) => {
      const date = new Date(at)
      const isToday = date.toDateString() === new Date().toDateString()
      const format = isToday ? clock(lang) : clock(lang, { day: 'numeric', month: 'short' })
      return `${date.toISOString()} ${format.format(date)}`
    },
    news: (count) => label(+count),
    share: (stored) => tabs.postMessage(stored),
    heard: (author) => announce('message', { author }),
    // Whatever comes back; nothing that does is an answer without a status.
    fetch: async (method, address, body, done) => {
      let status = 0
      let value
      try {
        const init = { method, signal: AbortSignal.timeout(LONGEST_MS / (body ? 2 : 5)) }
        if (body) Object.assign(init, { body, headers: { 'content-type': 'application/json' } })
        const answer = await fetch(address, init)
        status = answer.status
        value = await answer.json()
      } catch {}
      done({ status, value })
    },
    carted: (id) => announce('cart', { variant: id }),
    copy: (text) => navigator.clipboard?.writeText(text).catch(() => {}),
    save: (text) => {
      const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
      make('a', { href, download: 'conversation.txt' }).click()
      setTimeout(() => URL.revokeObjectURL(href), 9999)
    },
    // Two short notes. Only after the shopper has turned sound on, which is also what lets the browser play any.
    chime: () => {
      const context = new AudioContext()
      const volume = context.createGain()
      const tone = context.createOscillator()
      volume.gain.value = 0.06
      tone.frequency.value = 660
      tone.frequency.setValueAtTime(880, context.currentTime + 0.09)
      tone.connect(volume).connect(context.destination)
      tone.start()
      tone.stop(context.currentTime + 0.2)
      tone.onended = () => context.close()
    },
  }

  const sorry = () => {
    chat = null
    const href = /^(https?:|mailto:|tel:|\/)/i.test(settings.contact_url) ? settings.contact_url : '/policies/contact-information'
    const retry = () => {
      panel.remove()
      isOpen = false
      again()
    }
    place.replaceChildren(
      make('div', { className: 'sorry', role: 'alert' },
        make('p', {}, texts.failed),
        make('a', { href }, texts.contact),
        make('button', { type: 'button', onclick: retry }, texts.retry)),
    )
  }

  const show = () => {
    panel.close()
    if (wide.matches) panel.setAttribute('open', '')
    else panel.showModal()
    panel.ariaModal = !wide.matches
    fit()
  }

  // The keyboard of a phone covers the page and not the window: what stays visible is the panel's.
  const fit = () => {
    // Asked for where it matters only: the answer waits for a layout.
    const { height, offsetTop } = (isOpen && !wide.matches && window.visualViewport) || {}
    const isCovered = height && height < innerHeight - 1
    panel.style.height = isCovered ? `${height}px` : ''
    panel.style.top = isCovered ? `${offsetTop}px` : ''
  }

  // On a phone the keyboard would cover what has to be read first.
  const focus = () => ((wide.matches && place.querySelector('textarea')) || panel).focus()

  const open = (isQuiet) => {
    if (isOpen) return isQuiet || focus()
    isOpen = true
    launcher.ariaExpanded = true
    label(0)
    show()
    // In a task of its own: it waits for the layout, which is what takes longest here.
    if (isQuiet !== true) setTimeout(() => isOpen && focus())
    chat?.looked(true)
    announce('open')
  }

  const close = () => {
    if (!isOpen) return
    isOpen = false
    launcher.ariaExpanded = false
    panel.close()
    label()
    chat?.looked(false)
    launcher.focus()
    announce('close')
  }

  const ask = (text) => {
    open()
    if (chat) chat.ask(text)
    else asked.push(text)
  }

  const breath = (ms) => new Promise((next) => setTimeout(next, ms))

  const mount = async () => {
    const late = new Promise((_, fail) => setTimeout(fail, LONGEST_MS))
    const [module, wasm, style, words] = await Promise.race([app, late])
    const [, look, found] = await Promise.all([module.default({ module_or_path: wasm }), style.text(), words.json()])
    // In tasks of their own, so that none is long and what is typed meanwhile is seen.
    await breath()
    styled(root, look)
    await breath()
    // Drawn and laid out unseen, while the first composer still takes what is typed.
    const inner = make('div', { className: 'place next' })
    place.append(inner)
    // Told by a panic. Not before the panic is over: what is removed then may still be in use.
    inner.addEventListener('failed', () => setTimeout(sorry))
    module.mount(inner, settings, { ...found, ...texts }, frame)
    do await breath()
    while (module.draw())
    // A frame, for the layout.
    await breath(20)
    const input = inner.querySelector('textarea')
    const typed = early.value
    inner.className = 'place'
    // Whoever has begun to type goes on, on a phone too, where the focus would else stay with the panel.
    if (isOpen && root.activeElement === early) input.focus()
    while (place.firstChild !== inner) place.firstChild.remove()
    if (isOpen && root.activeElement === panel) focus()
    if (typed) {
      input.value = typed
      input.dispatchEvent(new Event('input'))
      input.setSelectionRange(typed.length, typed.length)
    }
    await breath()
    chat = module
    chat.looked(isOpen)
    if (isOpen) label(0)
    asked.splice(0).forEach(ask)
  }

  shut.onclick = close
  // A phone's back gesture.
  panel.oncancel = (event) => {
    event.preventDefault()
    close()
  }
  early.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (early.value.trim()) asked.push(early.value)
    early.value = ''
  }
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
  for (const type of ['resize', 'scroll']) window.visualViewport?.addEventListener(type, fit)
  addEventListener('pagehide', () => {
    tabs.close()
    if (stored('shopdesk.conversation')) stored(OPEN, isOpen ? '1' : '')
  })

  // Consent may be there later than the chat, and may be taken back.
  const consented = () => chat?.consented()
  document.addEventListener('visitorConsentCollected', consented)
  if (!settings.preview && !window.Shopify?.customerPrivacy) {
    window.Shopify?.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], consented)
  }

  root.append(panel)
  mount().catch(sorry)
  return { open, close, ask }
}

// Stands in for the Worker on the gallery page: plays the frames of one state to the real chat, which knows of nothing.
// What a state needs beside frames it says by name: what is typed, pressed, lost or held back.
(() => {
  const state = JSON.parse(document.querySelector('[data-state]').textContent.replaceAll('ORIGIN', location.origin));
  const sockets = [];
  // Frames that are under way, and whether the state's own were sent.
  let coming = 0;
  let isTold = false;
  if (!state.fresh) sessionStorage.setItem('shopdesk.conversation', 'gallery token');
  else sessionStorage.clear();

  const ask = window.fetch;
  window.fetch = (address, init) => {
    const path = String(address);
    if (path.endsWith('/v1/conversations') && state.unavailable) return Promise.resolve(Response.json({}, { status: 503 }));
    if (path.endsWith('/v1/conversations')) return Promise.resolve(Response.json({ conversation: 'gallery', token: 'token' }));
    if (path.includes('/pass?')) return Promise.resolve(Response.json({ signed_in: false }));
    if (state.hold && path.endsWith('.wasm')) return state.hold === 'fail' ? Promise.reject(new Error('no')) : new Promise(() => {});
    return ask(address, init);
  };

  window.WebSocket = class extends EventTarget {
    constructor() {
      super();
      sockets.push(this);
      setTimeout(() => this.dispatchEvent(new Event(state.drop && sockets.length > 1 ? 'close' : 'open')));
    }
    send(text) {
      const frame = JSON.parse(text);
      if (frame.hello) {
        for (const one of state.frames) this.hear(one);
        isTold = true;
        if (state.drop) setTimeout(() => this.dispatchEvent(new Event('close')));
      }
      if (frame.say && state.refuse) this.hear({ v: 1, refused: { id: frame.say.id, ...state.refuse } });
      if (frame.ping) this.hear({ v: 1, pong: frame.ping });
    }
    hear(frame) {
      // As a real one does: never while something is being sent.
      coming++;
      setTimeout(() => {
        coming--;
        this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
      });
    }
    close() {}
  };
  // For tests that go on from here.
  window.gallery = { hear: (frame) => sockets.at(-1).hear(frame) };

  addEventListener('DOMContentLoaded', async () => {
    const desk = document.querySelector('shop-desk');
    const until = async (found) => {
      for (let tries = 0; tries < 200; tries++) {
        const node = found();
        if (node) return node;
        await new Promise((done) => setTimeout(done, 25));
      }
    };
    await customElements.whenDefined('shop-desk');
    if (!state.closed) {
      desk.open();
      if (!state.hold) await until(() => desk.shadowRoot.querySelector('[role=log]'));
    } else if (!state.fresh) {
      // Open until what there was is seen, so that the rest is new.
      const frames = state.frames.splice(2);
      desk.open();
      await until(() => desk.shadowRoot.querySelector('.shopper'));
      desk.close();
      for (const frame of frames) sockets.at(-1).hear(frame);
    }
    if (state.event) dispatchEvent(new Event(state.event));
    for (const text of state.say ?? []) desk.ask(text);
    if (state.type) {
      const input = desk.shadowRoot.querySelector('textarea');
      input.value = state.type;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const name of state.press ?? []) {
      const buttons = () => [...desk.shadowRoot.querySelectorAll('button')];
      const wanted = (one) => (one.ariaLabel ?? one.textContent) === name && !one.closest('[hidden]');
      (await until(() => buttons().find(wanted))).click();
    }
    if (state.unavailable) await until(() => desk.shadowRoot.querySelector('.trouble'));
    // Ready once all has been heard, every picture is there, and a frame was drawn with both.
    await until(() => coming === 0 && (isTold || state.fresh || state.hold));
    const pictures = [...desk.shadowRoot.querySelectorAll('img')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
    document.documentElement.dataset.ready = '';
  });
})();

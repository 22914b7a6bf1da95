//! The browser around a conversation: socket, storage, time and chance.
//!
//! Carries out the conversation's effects and tells it what happens. Decides nothing itself.

mod browser;
mod cart;
mod chance;
mod connection;
mod frame;
mod js;
mod opening;
mod saved;
mod scroll;
mod storage;

use std::cell::{Cell, RefCell};

use js_sys::Function;
use leptos::prelude::*;
use protocol::shopper::{Author, ServerFrame};
use wasm_bindgen::prelude::*;
use web_sys::{Event as DomEvent, HtmlElement, WebSocket};

use crate::{
    conversation::{Chat, Effect, Event, Wish, sayable},
    settings::Settings,
    sight::Sight,
    words::Words,
};
use browser::{Timer, forever, is_visible};
use frame::Frame;

pub use browser::origin;
pub use cart::buy;
pub use js::Js;

/// Between two signs of life on a quiet connection. Proxies close what is silent for a minute.
const BEAT_MS: i32 = 25_000;

thread_local! {
    static SHELL: Cell<Option<&'static Shell>> = const { Cell::new(None) };
    /// Where a panic is told. A panic hook may capture only what crosses threads, which no element does.
    static PLACE: Cell<Option<HtmlElement>> = const { Cell::new(None) };
}

/// Holds what the browser gave out, for as long as the page lives.
struct Shell {
    chat: RwSignal<Chat>,
    sight: RwSignal<Sight>,
    settings: &'static Settings,
    words: &'static Words,
    frame: Frame,
    unread: Cell<usize>,
    /// The shopper has asked for a person, and is to see what comes of it.
    has_asked: Cell<bool>,
    place: HtmlElement,
    socket: RefCell<Option<WebSocket>>,
    /// Takes every event of every socket.
    listener: Function,
    /// Brings the end of the transcript into view.
    scroll: Function,
    retry: Timer,
    silence: Timer,
}

/// Listens to the page and takes up what an earlier page left.
pub fn start(
    chat: RwSignal<Chat>,
    sight: RwSignal<Sight>,
    settings: &'static Settings,
    words: &'static Words,
    place: HtmlElement,
    frame: JsValue,
) {
    let shell: &'static Shell = Box::leak(Box::new(Shell {
        chat,
        sight,
        settings,
        words,
        frame: Frame(frame),
        unread: Cell::default(),
        has_asked: Cell::default(),
        place,
        socket: RefCell::default(),
        listener: forever(|event| with(|shell| shell.on_socket(event.unchecked_ref()))),
        scroll: forever(|_| with(Shell::scroll)),
        retry: Timer::new(|| with(|shell| shell.tell(Event::Due))),
        silence: Timer::new(|| with(Shell::lose)),
    }));
    SHELL.set(Some(shell));
    browser::on_page(|event| {
        with(|shell| match event.type_().as_str() {
            "offline" => shell.tell(Event::WentOffline),
            "online" => shell.tell(Event::CameOnline),
            // A page with an open socket is not kept for a return.
            "pagehide" => shell.tell(Event::Slept),
            _ if is_visible() => shell.tell(Event::Woke),
            _ => {}
        });
    });
    browser::every(BEAT_MS, || {
        if is_visible() {
            with(|shell| shell.tell(Event::Beat));
        }
    });
    if !window().navigator().on_line() {
        shell.tell(Event::WentOffline);
    }
    sight.update(|sight| sight.is_kept = shell.frame.may_keep());
    if let Some(credentials) = storage::kept(shell.frame.may_keep()) {
        shell.tell(Event::Restored(credentials));
    }
}

/// An instant in ISO 8601, a space, and the same in words: by Intl, which is slow to make and is made once a language.
pub fn moment(at: u64, lang: &str) -> String {
    SHELL.get().map(|shell| shell.frame.moment(at, lang)).unwrap_or_default()
}

/// Says a line that was chosen outside the chat.
pub fn ask(text: String) {
    if sayable(&text).is_ok() {
        grant(Wish::Say(text));
    }
}

/// The panel was opened or closed.
pub fn looked(is_open: bool) {
    with(|shell| {
        shell.tell(Event::Looked(is_open));
        if is_open {
            shell.scroll_to_end();
        }
    });
}

/// Keeps the conversation for as long as the shopper's consent allows now.
pub fn consented() {
    with(|shell| {
        let may_keep = shell.frame.may_keep();
        shell.sight.update(|sight| sight.is_kept = may_keep);
        storage::keep_as_allowed(may_keep);
    });
}

/// Another tab of this browser has this now, as it is stored.
pub fn shared(stored: &str) {
    if let Some(credentials) = storage::read(stored) {
        with(|shell| shell.tell(Event::Shared(credentials)));
    }
}

/// Gives a wish an id and a time, and tells the conversation.
pub fn grant(wish: Wish) {
    with(|shell| {
        match wish {
            Wish::Scrolled => return shell.look_around(),
            Wish::ShowNewest => {
                shell.set_behind(false);
                return browser::to_end(&shell.place);
            }
            Wish::Copy(text) => return shell.frame.tell("copy", &text),
            Wish::Download => {
                let text = shell.chat.with_untracked(|chat| saved::text(chat, shell.words));
                return shell.frame.tell("save", &text);
            }
            Wish::ToggleSound => {
                shell.sight.update(|sight| sight.has_sound = !sight.has_sound);
                return shell.chime();
            }
            Wish::Rate(id, score) => return shell.tell(Event::Rated { id, score }),
            _ => {}
        }
        // What the shopper does is shown to them, wherever they were reading.
        shell.scroll_to_end();
        match wish {
            Wish::Say(text) => shell.tell(Event::Said { id: chance::id(), text, at: chance::now() }),
            Wish::TryAgain(id) => shell.tell(Event::TriedAgain { id }),
            Wish::TalkToAPerson => {
                shell.has_asked.set(true);
                shell.tell(Event::AskedForPerson { id: chance::id() });
            }
            Wish::Reload => browser::reload(),
            Wish::Forget => shell.tell(Event::AskedToForget),
            Wish::StartOver => shell.tell(Event::StartedOver),
            _ => {}
        }
    });
}

/// Tells the loader of a panic, after which nothing in here may be called again.
pub fn report_panics(place: &HtmlElement) {
    PLACE.set(Some(place.clone()));
    std::panic::set_hook(Box::new(|_| {
        SHELL.set(None);
        if let (Some(place), Ok(event)) = (PLACE.take(), DomEvent::new("failed")) {
            let _ = place.dispatch_event(&event);
        }
    }));
}

fn with(act: impl FnOnce(&'static Shell)) {
    if let Some(shell) = SHELL.get() {
        act(shell);
    }
}

impl Shell {
    fn tell(&'static self, event: Event) {
        let heard = author(&event);
        if self.is_at_end() || heard == Some(Author::Notice) && self.has_asked.take() {
            self.scroll_to_end();
        } else if heard.is_some_and(|author| author != Author::Shopper) {
            self.set_behind(true);
        }
        let effect = self.chat.try_update(|chat| chat.update(event)).flatten();
        if let Some(author) = heard {
            self.notice(author);
        }
        match effect {
            None => {}
            Some(Effect::Open) => {
                self.hang_up();
                storage::forget();
                self.ask_who(None);
            }
            Some(Effect::Connect(credentials)) => {
                self.hang_up();
                storage::keep(&credentials, self.frame.may_keep());
                self.ask_who(Some(credentials));
            }
            Some(Effect::Keep(credentials, hello)) => {
                self.frame.tell("share", &storage::keep(&credentials, self.frame.may_keep()));
                self.send(&hello);
            }
            Some(Effect::Send(frames)) => self.send(&frames),
            Some(Effect::Wait { ms }) => self.retry.start(i32::try_from(ms).unwrap_or(i32::MAX)),
            Some(Effect::HangUp) => self.hang_up(),
            Some(Effect::Forget) => {
                self.hang_up();
                storage::forget();
            }
        }
    }

    /// Passes on that somebody said something.
    fn notice(&self, author: Author) {
        let (unread, is_old) = self.chat.with_untracked(|chat| (chat.unread(), chat.is_catching_up()));
        if unread != self.unread.replace(unread) {
            self.frame.tell("news", &unread.to_string());
        }
        let name = match author {
            Author::Assistant => "assistant",
            Author::Agent => "agent",
            Author::Shopper | Author::Notice => return,
        };
        if !is_old {
            self.frame.tell("heard", name);
            self.chime();
        }
    }

    fn chime(&self) {
        if self.sight.get_untracked().has_sound {
            self.frame.tell("chime", "");
        }
    }
}

/// Who wrote the message that an event brings, if it brings one.
fn author(event: &Event) -> Option<Author> {
    match event {
        Event::Heard(ServerFrame { message: Some(message), .. }) => Some(message.author),
        _ => None,
    }
}

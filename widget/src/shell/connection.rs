//! The socket, and the requests that lead to it.

use protocol::shopper::ClientFrame;
use wasm_bindgen::prelude::*;
use web_sys::{Event as DomEvent, MessageEvent, WebSocket};

use super::{Js, Shell, chance, opening, with};
use crate::{
    conversation::{Credentials, Event},
    wire::{read, write},
};

/// How long the Worker may stay silent after something was sent: it answers every frame before it looks anything up.
const SILENCE_MS: i32 = 10_000;

impl Shell {
    /// Asks the shop who is signed in, where it can say, and goes on with the pass that it gives, or without.
    pub(super) fn ask_who(&'static self, credentials: Option<Credentials>) {
        if self.settings.proxy.is_empty() {
            return self.go_on(credentials.as_ref(), None);
        }
        let address = self.settings.pass(credentials.as_ref().map_or("", |known| &known.conversation));
        self.frame.fetch("GET", &address, "", move |answer| {
            let pass = answer.value.as_ref().and_then(|value| read::maybe(value, "pass"));
            with(|shell| shell.go_on(credentials.as_ref(), pass));
        });
    }

    /// Connects to the conversation, or opens one.
    fn go_on(&'static self, credentials: Option<&Credentials>, pass: Option<String>) {
        let Some(credentials) = credentials else {
            // Nothing in a pass has to be escaped.
            let body = pass.map_or("{}".into(), |pass| ["{\"pass\":\"", &pass, "\"}"].concat());
            let address = self.settings.conversations();
            return self.frame.fetch("POST", &address, &body, |answer| {
                with(|shell| shell.tell(opening::event(&answer)));
            });
        };
        if self.socket.borrow().is_some() {
            return;
        }
        if let Some(pass) = pass {
            self.tell(Event::Passed(pass));
        }
        let Ok(socket) = WebSocket::new(&self.settings.socket(&credentials.conversation)) else {
            return self.lose();
        };
        for event in ["open", "message", "close"] {
            let _ = socket.add_event_listener_with_callback(event, &self.listener);
        }
        self.socket.replace(Some(socket));
        self.silence.start(SILENCE_MS);
    }

    pub(super) fn on_socket(&'static self, event: &DomEvent) {
        // One that was replaced may still have something to say.
        let is_ours = self.socket.borrow().as_ref().is_some_and(|socket| event.target().as_ref() == Some(socket));
        if !is_ours {
            return;
        }
        match event.type_().as_str() {
            "open" => self.tell(Event::Connected),
            "message" => {
                self.silence.stop();
                let data = event.unchecked_ref::<MessageEvent>().data();
                if let Some(value) = data.as_string().and_then(|text| Js::parse(&text)) {
                    self.tell(Event::Heard(read::server_frame(&value)));
                }
            }
            _ => self.lose(),
        }
    }

    /// Silence counts from the first thing that is not answered, so a shopper who keeps typing does not put it off.
    pub(super) fn send(&'static self, frames: &[ClientFrame]) {
        if let Some(socket) = &*self.socket.borrow() {
            for frame in frames {
                let _ = socket.send_with_str(&write::client_frame(frame));
            }
        }
        if !self.silence.is_running() {
            self.silence.start(SILENCE_MS);
        }
    }

    pub(super) fn lose(&'static self) {
        self.hang_up();
        self.tell(Event::Lost { jitter: chance::jitter() });
    }

    pub(super) fn hang_up(&self) {
        self.retry.stop();
        self.silence.stop();
        if let Some(socket) = self.socket.take() {
            let _ = socket.close();
        }
    }
}

//! What the shopper sees of a conversation.
//!
//! Draws the state and passes wishes on; decides nothing and knows nothing of sockets or storage.

mod composer;
mod intro;
mod menu;
mod moment;
mod person;
mod row;
mod strip;
mod transcript;

use leptos::prelude::*;

use crate::{
    conversation::{Chat, Wish},
    settings::Settings,
    words::{Text, Words},
};

use composer::Composer;
use strip::Strip;
use transcript::Transcript;

/// What every view needs.
#[derive(Clone, Copy)]
pub struct Room {
    /// The conversation.
    pub chat: ReadSignal<Chat>,
    /// Texts of the shopper's language.
    pub words: &'static Words,
    /// What the snippet said.
    pub settings: &'static Settings,
    /// Whether something was said below what the shopper is reading.
    pub is_behind: ReadSignal<bool>,
    /// Whether the conversation outlives the tab.
    pub is_kept: ReadSignal<bool>,
    /// Whether messages are heard.
    pub has_sound: ReadSignal<bool>,
    /// Takes what the shopper wants.
    pub wish: fn(Wish),
    /// Puts a product into the theme's cart.
    pub buy: parts::Buy,
}

impl Room {
    fn say(self, text: Text) -> &'static str {
        self.words.of(text)
    }
}

/// The whole chat below the loader's header.
#[component]
pub fn App(
    /// Where it is.
    room: Room,
) -> impl IntoView {
    view! {
        <Transcript room/>
        <Strip room/>
        <Composer room/>
    }
}

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
use parts::Piece;

use crate::{
    conversation::{Chat, Wish},
    settings::Settings,
    sight::Sight,
    words::{Text, Words},
};

/// The chat below the panel's header, from top to bottom.
pub const PARTS: [fn(Room) -> Piece; 4] = [transcript::view, strip::view, composer::view, person::view];

/// What every view needs.
#[derive(Clone, Copy)]
pub struct Room {
    /// The conversation.
    pub chat: RwSignal<Chat>,
    /// Texts of the shopper's language.
    pub words: &'static Words,
    /// What the snippet said.
    pub settings: &'static Settings,
    /// What is seen beside it.
    pub sight: RwSignal<Sight>,
    /// Takes what the shopper wants.
    pub wish: fn(Wish),
    /// An instant in ISO 8601, a space, and the same in words of a language; without one, of the page's.
    pub moment: fn(u64, &str) -> String,
    /// Puts a product into the theme's cart.
    pub buy: parts::Buy,
}

impl Room {
    fn say(self, text: Text) -> &'static str {
        self.words.of(text)
    }

    /// What `read` finds in the conversation, now and whenever that changes.
    fn read<T: Default>(self, read: impl Fn(&Chat) -> T) -> T {
        let mut found = T::default();
        self.follow(&mut |chat| found = read(chat));
        found
    }

    /// What `read` finds in the conversation now.
    fn glance<T>(self, read: impl Fn(&Chat) -> Option<T>) -> Option<T> {
        let mut found = None;
        self.look(&mut |chat| found = read(chat));
        found
    }

    // Both are written without a type of their own: a signal's reading is compiled for each that it has.
    fn follow(self, act: &mut dyn FnMut(&Chat)) {
        self.chat.with(act);
    }

    fn look(self, act: &mut dyn FnMut(&Chat)) {
        self.chat.with_untracked(act);
    }
}

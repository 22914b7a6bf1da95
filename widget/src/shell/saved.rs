//! The transcript as a text file.

use js_sys::Date;
use protocol::shopper::Author;

use crate::{
    conversation::Chat,
    words::{Text, Words},
};

/// Everything that was said: when, by whom, what, and where the facts come from.
pub fn text(chat: &Chat, words: &Words) -> String {
    let mut text = words.of(Text::Intro).to_owned();
    for entry in chat.entries() {
        let message = &entry.message;
        let name = match message.author {
            Author::Shopper => Text::You,
            Author::Assistant => Text::Assistant,
            Author::Agent => Text::Agent,
            Author::Notice => Text::Conversation,
        };
        #[expect(clippy::cast_precision_loss, reason = "instants are exact up to 2^53")]
        let at = Date::new(&(message.at as f64).into());
        let name = message.name.as_deref().unwrap_or(words.of(name));
        text.extend(["\n\n", name, ", ", &String::from(at.to_string()), "\n"]);
        for part in &message.parts {
            text.extend([part.text.as_str(), "\n"]);
        }
        for source in &message.sources {
            text.extend(["(", source.as_str(), ")\n"]);
        }
    }
    text
}

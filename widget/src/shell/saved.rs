//! The transcript as a text file.

use protocol::shopper::Author;

use super::moment;
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
        let at = moment(message.at, "");
        let name = message.name.as_deref().unwrap_or(words.of(name));
        text.extend(["\n\n", name, ", ", &at, "\n"]);
        for part in &message.parts {
            text.extend([part.text.as_str(), "\n"]);
        }
        for source in &message.sources {
            text.extend(["(", source.as_str(), ")\n"]);
        }
    }
    text
}

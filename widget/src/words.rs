//! The interface's texts in the shopper's language.

use crate::wire::{Value, read};

macro_rules! texts {
    ($($(#[$doc:meta])* $text:ident = $key:literal,)*) => {
        /// Names one text of the widget's own.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Text {
            $($(#[$doc])* $text,)*
        }

        /// In the order of [`Text`]. The files in `assets/locales` have exactly these keys and those of the parts.
        const KEYS: &[&str] = &[$($key),*];
    };
}

texts! {
    /// Names the transcript.
    Conversation = "conversation",
    /// Says what the assistant is, before anything is typed.
    Intro = "intro",
    /// The link to what the shop does with personal data.
    Privacy = "privacy",
    /// Before the shopper's own lines, for those who hear them.
    You = "you",
    /// Before the assistant's.
    Assistant = "assistant",
    /// Before a person's.
    Agent = "agent",
    /// Opens the sources of a message.
    Sources = "sources",
    /// Names the input.
    Message = "message",
    /// Shown in the empty input.
    Placeholder = "placeholder",
    /// Describes the keys of the input.
    Hint = "hint",
    /// The button that sends.
    Send = "send",
    /// The button that asks for a person.
    Person = "person",
    /// Describes that button once it was pressed.
    PersonAsked = "person_asked",
    /// A line on its way.
    Sending = "sending",
    /// A line that the Worker has.
    Sent = "sent",
    /// A line that waits for a connection.
    NotYet = "not_yet",
    /// A line that was not accepted.
    NotSent = "not_sent",
    /// The button that sends such a line again.
    TryAgain = "try_again",
    /// Why: `{n}` characters above the limit.
    TooLong = "too_long",
    /// Why: too many lines.
    TooFast = "too_fast",
    /// No network.
    Offline = "offline",
    /// No connection.
    Reconnecting = "reconnecting",
    /// Another version of the Worker.
    Outdated = "outdated",
    /// The button that loads the page anew.
    Reload = "reload",
    /// Something was refused without a reason.
    Trouble = "trouble",
    /// A new conversation took the place of one that is gone.
    Renewed = "renewed",
}

/// Every text, in one language.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Words {
    texts: Vec<String>,
    /// What message parts bring along.
    pub parts: parts::Words,
}

impl Words {
    /// Reads the texts. A missing one shows its key, which is ugly and never silent.
    pub fn read(value: &impl Value) -> Self {
        let find = |key: &str| read::maybe(value, key).unwrap_or_else(|| key.to_owned());
        Self { texts: KEYS.iter().map(|key| find(key)).collect(), parts: parts::Words::find(find) }
    }

    /// One text.
    pub fn of(&self, text: Text) -> &str {
        self.texts.get(text as usize).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value as Json;

    use super::*;

    #[test]
    fn every_locale_has_every_text_and_no_other() {
        let expected: BTreeSet<&str> = KEYS.iter().chain(&parts::Words::KEYS).copied().collect();
        for (name, file) in
            [("en", include_str!("../../assets/locales/en.json")), ("de", include_str!("../../assets/locales/de.json"))]
        {
            let texts: serde_json::Map<String, Json> = serde_json::from_str(file).unwrap();
            let keys: BTreeSet<&str> = texts.keys().map(String::as_str).collect();
            let differing: Vec<_> = keys.symmetric_difference(&expected).collect();
            assert!(differing.is_empty(), "{name}: {differing:?}");
            let blank: Vec<_> = texts.iter().filter(|(_, text)| text.as_str().is_none_or(str::is_empty)).collect();
            assert!(blank.is_empty(), "{name}: {blank:?}");
        }
    }

    #[test]
    fn a_missing_text_shows_its_key() {
        let words = Words::read(&Json::Null);
        assert_eq!((words.of(Text::Conversation), words.of(Text::Renewed)), ("conversation", "renewed"));
    }
}

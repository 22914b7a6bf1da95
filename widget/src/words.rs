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
    /// The Worker is there and cannot do anything.
    Unavailable = "unavailable",
    /// Another version of the Worker.
    Outdated = "outdated",
    /// The button that loads the page anew.
    Reload = "reload",
    /// Something was refused without a reason.
    Trouble = "trouble",
    /// A new conversation took the place of one that is gone.
    Renewed = "renewed",
    /// In the theme editor.
    Preview = "preview",
    /// The link to the shop's contact page, where there is no connection or no support.
    Contact = "contact",
    /// How long the conversation is kept: as long as the tab.
    SessionOnly = "session_only",
    /// How long the conversation is kept: for longer.
    Kept = "kept",
    /// The button that brings the end of the transcript into view.
    NewMessages = "new_messages",
    /// The button that shows what was said long ago.
    EarlierMessages = "earlier_messages",
    /// The button that copies a message.
    Copy = "copy",
    /// That button, once it has.
    Copied = "copied",
    /// The button that opens the menu.
    Options = "options",
    /// The button that saves the transcript.
    Download = "download",
    /// The button that leaves the conversation for a new one.
    StartOver = "start_over",
    /// The button that turns sound on.
    SoundOn = "sound_on",
    /// The button that turns it off.
    SoundOff = "sound_off",
    /// The button that has the conversation erased.
    Forget = "forget",
    /// Asks whether that is meant.
    ForgetSure = "forget_sure",
    /// It is.
    ForgetYes = "forget_yes",
    /// It is not.
    ForgetNo = "forget_no",
    /// The conversation is being erased.
    Forgetting = "forgetting",
    /// It was.
    Forgotten = "forgotten",
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

    /// The languages of the interface: the desk's six, and six more.
    const LANGUAGES: [&str; 12] = ["ar", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv"];

    fn locale(folder: &str, name: &str) -> serde_json::Map<String, Json> {
        let path = format!("{}/../{folder}/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{path}"))).unwrap()
    }

    #[test]
    fn every_locale_has_every_text_and_no_other() {
        let expected: BTreeSet<&str> = KEYS.iter().chain(parts::Words::KEYS).copied().collect();
        for name in LANGUAGES {
            let texts = locale("assets/locales", name);
            let keys: BTreeSet<&str> = texts.keys().map(String::as_str).collect();
            let differing: Vec<_> = keys.symmetric_difference(&expected).collect();
            assert!(differing.is_empty(), "{name}: {differing:?}");
            let blank: Vec<_> = texts.iter().filter(|(_, text)| text.as_str().is_none_or(str::is_empty)).collect();
            assert!(blank.is_empty(), "{name}: {blank:?}");
            for counted in ["too_long", "of_five"] {
                assert!(texts[counted].as_str().unwrap().contains("{n}"), "{name}: {counted}");
            }
        }
    }

    #[test]
    fn the_theme_has_the_launchers_texts_in_every_language_and_each_names_the_assistant() {
        let english = locale("shopify/locales", "en.default");
        for name in LANGUAGES {
            let texts = if name == "en" { english.clone() } else { locale("shopify/locales", name) };
            let (texts, english) = (&texts["shopdesk"], &english["shopdesk"]);
            let keys = |texts: &Json| texts.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(keys(texts), keys(english), "{name}");
            assert_eq!(texts["language"], name);
            // What is seen must be part of what is heard (WCAG 2.5.3).
            let text = |key: &str| texts[key].as_str().unwrap().to_lowercase();
            assert!(text("launcher").contains(&text("title")), "{name}: {texts}");
            assert!(text("under_way").contains(&text("title")), "{name}: {texts}");
        }
    }

    #[test]
    fn in_english_no_other_button_begins_like_the_one_that_sends() {
        let texts = locale("assets/locales", "en");
        let buttons = KEYS.iter().filter(|key| !matches!(**key, "send" | "sending" | "sent"));
        let wrong: Vec<_> = buttons.filter(|key| texts[**key].as_str().unwrap().starts_with("Send")).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_missing_text_shows_its_key() {
        let words = Words::read(&Json::Null);
        assert_eq!((words.of(Text::Conversation), words.of(Text::Forgotten)), ("conversation", "forgotten"));
    }
}

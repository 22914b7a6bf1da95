//! Sentences of one language, from `desk/locales`.

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::Language;
use crate::money::{Money, grouped};

/// Speaks one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    pub(super) language: Language,
}

/// What a sentence is filled with.
pub(super) enum Slot<'a> {
    Text(&'a str),
    /// Text, or the word `none`, which sentences know as its absence.
    Maybe(Option<&'a str>),
    Count(usize),
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static BUNDLES: [OnceCell<Bundle>; Language::ALL.len()] = const { [const { OnceCell::new() }; Language::ALL.len()] };
}

impl Voice {
    /// The sentence of this name. One that a language lacks is said in English, since silence helps nobody.
    pub(super) fn say(self, name: &str, slots: &[(&str, Slot<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (slot, value) in slots {
            args.set(*slot, value.fluent());
        }
        BUNDLES.with(|bundles| {
            let languages = [self.language, Language::En].into_iter();
            let spoken = languages.filter_map(|language| {
                let bundle = bundles.get(language as usize)?.get_or_init(|| bundle(language));
                let pattern = bundle.get_message(name)?.value()?;
                Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
            });
            spoken.into_iter().next().unwrap_or_default()
        })
    }

    /// A sentence without slots.
    pub(super) fn plain(self, name: &str) -> String {
        self.say(name, &[])
    }

    /// "a", "a and b", "a, b and c".
    pub(super) fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => {
                self.say("list-and", &[("first", Slot::Text(&rest.join(", "))), ("last", Slot::Text(last))])
            }
        }
    }

    /// An amount as the language writes it: `€1,139.00`, `1.139,00 €`, `€ 1.139,00`.
    pub(super) fn money(self, amount: Money) -> String {
        let plain = amount.to_string();
        if self.language == Language::En {
            return plain;
        }
        let digits = plain.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let (symbol, number) = plain.split_at(digits);
        let (sign, symbol) = symbol.strip_prefix('-').map_or(("", symbol), |symbol| ("-", symbol));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let whole = whole.replace(',', "");
        // As CLDR has it: French parts with a narrow space, Spanish does not part four digits.
        let between = match self.language {
            Language::Fr => "\u{202f}",
            Language::Es if whole.len() < 5 => "",
            _ => ".",
        };
        let mut number = grouped(&whole, between);
        if !fraction.is_empty() {
            number.push(',');
            number.push_str(fraction);
        }
        match self.language {
            Language::Nl => format!("{}\u{a0}{sign}{number}", symbol.trim()),
            _ => format!("{sign}{number}\u{a0}{}", symbol.trim()),
        }
    }
}

impl Slot<'_> {
    fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(*text),
            Self::Maybe(text) => FluentValue::from(text.unwrap_or("none")),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}

fn bundle(language: Language) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    // Marks around every name would be read out by some screen readers, and travel into helpdesks and mails.
    bundle.set_use_isolating(false);
    // What cannot be parsed is left out, and so said in English; a test sees to it that nothing is.
    let resource = FluentResource::try_new(source(language).to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../locales/en.ftl"),
        Language::De => include_str!("../../locales/de.ftl"),
        Language::Fr => include_str!("../../locales/fr.ftl"),
        Language::Es => include_str!("../../locales/es.ftl"),
        Language::It => include_str!("../../locales/it.ftl"),
        Language::Nl => include_str!("../../locales/nl.ftl"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every message with the names of its slots.
    fn messages(language: Language) -> BTreeMap<String, Vec<String>> {
        let parsed = FluentResource::try_new(source(language).to_owned());
        assert!(parsed.is_ok(), "{language:?}: {:?}", parsed.err().map(|(_, errors)| errors));
        let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source(language).lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with([' ', '}'])) {
                current = name.to_owned();
                messages.entry(current.clone()).or_default();
            }
            for slot in line.split('$').skip(1) {
                let slot: String = slot.chars().take_while(char::is_ascii_alphabetic).collect();
                let slots = messages.entry(current.clone()).or_default();
                if !slots.contains(&slot) {
                    slots.push(slot);
                    slots.sort();
                }
            }
        }
        messages
    }

    #[test]
    fn every_language_has_every_sentence_with_the_same_slots() {
        let english = messages(Language::En);
        assert!(english.len() > 90, "{}", english.len());
        for language in Language::ALL {
            assert_eq!(messages(language), english, "{language:?}");
        }
    }

    #[test]
    fn nobody_is_shouted_at() {
        for language in Language::ALL {
            let loud: Vec<_> =
                source(language).lines().filter(|line| !line.starts_with('#') && line.contains('!')).collect();
            assert_eq!(loud, Vec::<&str>::new(), "{language:?}");
        }
    }

    #[test]
    fn amounts_are_written_as_the_language_does() {
        let amount = Money::parse("1139.50", crate::money::Currency::EUR).expect("an amount");
        let rows = [
            (Language::En, "€1,139.50"),
            (Language::De, "1.139,50\u{a0}€"),
            (Language::Fr, "1\u{202f}139,50\u{a0}€"),
            (Language::Es, "1139,50\u{a0}€"),
            (Language::It, "1.139,50\u{a0}€"),
            (Language::Nl, "€\u{a0}1.139,50"),
        ];
        for (language, written) in rows {
            assert_eq!(Voice { language }.money(amount), written);
        }
    }
}

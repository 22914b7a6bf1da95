//! What must never be missed, told by closed lists of words that stand together in one sentence, beside what the table
//! of signals learnt: a table is sure of most lines and of none.

mod lists;

use std::sync::OnceLock;

use lists::CUES;

use crate::intent::{Candidate, Confidence, Intent, Reading};
use crate::learned::unaccented;
use crate::message::Message;
use crate::signal::{Mood, Signal};

/// What a message says beyond doubt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Heard {
    /// A person is asked for.
    Person,
    /// No person is wanted.
    NoPerson,
    Signal(Signal),
    /// Whether it is a person who speaks.
    WhoSpeaks,
    /// A wish that the table is often blind to.
    Wish(Intent),
}

/// Adds to what the tables make of a message what its words say beyond doubt.
pub(crate) fn listen(message: &Message, reading: &mut Reading, mood: &mut Mood) {
    let best = reading.intent();
    // "My lawyer friend wears this jacket, do you still have it?"
    let is_likely = reading.candidates.first().is_some_and(|best| best.confidence >= Confidence::LIKELY);
    let is_shopping = best.is_some_and(Intent::is_about_products) && is_likely && message.text().contains('?');
    let mut put_first = |intent: Intent| {
        reading.candidates.insert(0, Candidate { intent, confidence: Confidence::SURE });
    };
    // "How long does that take?", and not how long it takes to pitch a tent.
    let is_short = message.length() <= MOST_WORDS_OF_A_QUESTION;
    let (mut asks_for_person, mut wants_nobody) = (false, false);
    for heard in heard(message) {
        match (heard, best) {
            (Heard::Person, _) => asks_for_person = true,
            (Heard::NoPerson, _) => wants_nobody = true,
            (Heard::Signal(signal), _) if !is_shopping => mood.hear(signal),
            (Heard::WhoSpeaks, best) => {
                if best == Some(Intent::HumanAgent) {
                    put_first(Intent::GreetingSmalltalk);
                }
                if message.length() <= MOST_WORDS_OF_CURIOSITY {
                    mood.forget(Signal::Person);
                }
            }
            // What is changed before it is sent is no exchange.
            (Heard::Wish(wish @ Intent::ChangeOrder), Some(Intent::ExchangeRequest)) => put_first(wish),
            (Heard::Wish(Intent::ChangeOrder), _) => {}
            (Heard::Wish(wish @ Intent::DeliveryInfo), Some(other)) if other.is_about_products() && is_short => {
                put_first(wish);
            }
            (Heard::Wish(wish), best) if best.is_none_or(Intent::is_idle) => put_first(wish),
            (Heard::Wish(wish), Some(other)) if !is_likely && other != wish => put_first(wish),
            _ => {}
        }
    }
    if wants_nobody {
        reading.candidates.retain(|candidate| candidate.intent != Intent::HumanAgent);
        reading.also.retain(|intent| *intent != Intent::HumanAgent);
        mood.forget(Signal::Person);
    } else if mood.asks_for_nobody && !asks_for_person {
        reading.doubt(Intent::HumanAgent);
    } else if asks_for_person && !reading.also.contains(&Intent::HumanAgent) {
        reading.also.push(Intent::HumanAgent);
    }
}

/// Longer questions name what they are about.
const MOST_WORDS_OF_A_QUESTION: usize = 6;

/// Who asks more than whether it is a person who speaks may want one.
const MOST_WORDS_OF_CURIOSITY: usize = 10;

/// What the message says, each thing once, in the order of the data.
fn heard(message: &Message) -> Vec<Heard> {
    let mut heard = Vec::new();
    for sentence in message.text().split(['.', '!', '?', ';']) {
        let found = groups(sentence);
        for (cue, found) in CUES.iter().zip(found) {
            let wanted = (1_u8 << cue.all.len()) - 1;
            if found == wanted && !heard.contains(&cue.heard) {
                heard.push(cue.heard);
            }
        }
    }
    heard
}

/// Of each cue, which of its lists have a word in the sentence, as bits; the highest is for words that may not be there.
fn groups(sentence: &str) -> [u8; CUES.len()] {
    static TABLE: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let mut found = [0; CUES.len()];
    let mut text = String::with_capacity(sentence.len() + PADDING.len());
    let mut starts = Vec::with_capacity(sentence.len() / 5 + 4);
    // Words begin behind an apostrophe, too: "l'avocat".
    let mut starts_word = true;
    for c in sentence.chars() {
        let is_letter = c.is_alphanumeric();
        if is_letter && starts_word {
            starts.push(text.len());
        }
        starts_word = !is_letter;
        if is_letter || c == '\'' {
            text.push(unaccented(c));
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text.push_str(PADDING);
    for rest in starts.into_iter().filter_map(|at| text.get(at..)) {
        let head = head(rest);
        for entry in table.get(bucket(head)).into_iter().flatten() {
            if (head ^ entry.head) >> entry.beside == 0
                && rest.starts_with(entry.words)
                && let Some(bits) = found.get_mut(usize::from(entry.cue))
            {
                *bits |= entry.bit;
            }
        }
    }
    found
}

/// Words of a list.
struct Entry {
    words: &'static str,
    /// Of these words; most that begin alike are told apart by it.
    head: u64,
    /// How many bits of the head are beyond the words.
    beside: u32,
    cue: u8,
    bit: u8,
}

/// The words of all lists, by how they begin.
fn table() -> Vec<Vec<Entry>> {
    let mut table: Vec<Vec<Entry>> = Vec::new();
    table.resize_with(1 << BUCKET_BITS, Vec::new);
    for (cue, of) in (0..).zip(&CUES) {
        let lists = of.all.iter().enumerate().map(|(bit, list)| (1 << bit, *list)).chain([(UNLESS, of.unless)]);
        for (bit, list) in lists {
            for words in list.split('|').filter(|words| !words.is_empty()) {
                let head = head(words);
                let beside = head.trailing_zeros() & !7;
                if let Some(bucket) = table.get_mut(bucket(head)) {
                    bucket.push(Entry { words, head, beside, cue, bit });
                }
            }
        }
    }
    table
}

const UNLESS: u8 = 1 << 7;
const BUCKET_BITS: u32 = 9;

/// Behind every sentence, so that its last word has a whole head, too.
const PADDING: &str = "        ";

/// The first eight bytes, the first one highest; zeros where there are fewer.
fn head(text: &str) -> u64 {
    let whole = text.as_bytes().first_chunk().copied();
    u64::from_be_bytes(whole.unwrap_or_else(|| {
        let mut head = [0; 8];
        head.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
        head
    }))
}

/// By the first three letters; a list holds no shorter word.
fn bucket(head: u64) -> usize {
    let first = u32::try_from(head >> 40).unwrap_or_default();
    usize::try_from(first.wrapping_mul(0x9e37_79b1) >> (u32::BITS - BUCKET_BITS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::lists::{CHARGEBACK, LEGAL, PRESS};
    use super::*;

    #[test]
    fn no_list_holds_a_word_too_short_to_be_looked_up() {
        let lists = || CUES.iter().flat_map(|cue| cue.all.iter().chain([&cue.unless]));
        let short = lists().flat_map(|list| list.split('|')).filter(|words| (1..3).contains(&words.len()));
        assert_eq!(short.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn what_must_not_be_missed_is_told_from_what_only_sounds_like_it() {
        use Heard::Person;
        let rows: &[(&str, &[Heard])] = &[
            ("My lawyer will be in touch.", &[LEGAL]),
            ("right, see you at the small claims court", &[LEGAL]),
            ("Dann gehe ich eben zur Verbraucherzentrale", &[LEGAL]),
            ("Mon avocat vous écrira lundi", &[LEGAL]),
            ("Esto no va a quedar así", &[LEGAL]),
            ("Mi rivolgo al giudice di pace", &[LEGAL]),
            ("dan schakel ik een advocaat in", &[LEGAL]),
            ("I work as a lawyer and need a bag", &[]),
            ("Ich bin Anwältin und suche eine Aktentasche", &[]),
            ("un cadeau pour mon avocat", &[]),
            ("My solicitor's office ordered ten mugs as a gift", &[]),
            ("I'll get my bank to reverse it", &[CHARGEBACK]),
            ("He pedido al banco que anule el cargo", &[CHARGEBACK]),
            ("dann hole ich mir das Geld über meine Hausbank zurück, Rückbuchung läuft", &[CHARGEBACK]),
            ("my bank card was declined", &[Heard::Wish(Intent::PaymentIssue)]),
            ("Meine Bank zeigt die Zahlung doppelt an", &[]),
            ("I'm going to the newspapers with this", &[PRESS]),
            ("Cuento todo esto en los periódicos", &[PRESS]),
            ("do you sell newspaper racks?", &[]),
            ("I read about you in the newspaper", &[]),
            ("can you put me through to someone?", &[Person]),
            ("Ich will nicht mit einer Maschine schreiben", &[Person]),
            ("Je préfère parler à quelqu'un", &[Person]),
            ("¿Me puede llamar alguien?", &[Person]),
            ("Con chi posso parlare?", &[Person]),
            ("ik wil liever iemand spreken", &[Person]),
            ("i dont want a person i want a new jacket", &[Heard::NoPerson]),
            ("why is there no person i can talk to", &[]),
            ("I want a robot vacuum", &[]),
            ("will the courier call me before delivery?", &[]),
            ("do I need to speak to someone to return it?", &[]),
            ("a jacket that someone tall can wear", &[]),
        ];
        let wrong: Vec<_> = (rows.iter())
            .map(|(text, want)| (*text, heard(&Message::parse(text)), want))
            .filter(|(_, got, want)| got != *want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

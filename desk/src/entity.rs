//! Things with a form of their own that shoppers mention: order numbers, addresses, amounts.

mod amount;
mod date;
mod email;
mod lexicon;
mod mention;
mod order_number;
mod phone;
mod postcode;
mod price_limit;
mod quantity;
mod scan;
mod size;
mod sku;
mod tracking_number;

use std::ops::Range;

pub use amount::Amount;
pub use date::{Calendar, When};
pub use email::Email;
pub use mention::{Mention, mentions};
pub use order_number::OrderNumber;
pub use phone::Phone;
pub use postcode::Postcode;
pub use price_limit::{PriceFloor, PriceLimit, PriceRange};
pub use quantity::Quantity;
pub use size::Size;
pub use sku::Sku;
pub use tracking_number::{Carrier, TrackingNumber};

use crate::message::Message;
use lexicon::Class;
use scan::Scan;

/// What one message mentions.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Entities {
    pub order: Option<OrderNumber>,
    pub email: Option<Email>,
    pub postcode: Option<Postcode>,
    /// All of them, and everything else that has a form, with their places in the normalized text; in order, none
    /// within another.
    pub all: Vec<(Entity, Range<usize>)>,
}

/// One thing with a form of its own.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Entity {
    Order(OrderNumber),
    Email(Email),
    Postcode(Postcode),
    TrackingNumber(TrackingNumber),
    Phone(Phone),
    When(When),
    Amount(Amount),
    PriceRange(PriceRange),
    Sku(Sku),
    Size(Size),
    Quantity(Quantity),
}

/// What the conversation waits for. It decides readings that would be bold without it: a lone `10115` is a postcode
/// when one was asked for, and an order number when that was.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Expecting {
    Nothing,
    Order,
    Contact,
}

/// Reads one thing that begins at a token, with its tokens.
type Reader = fn(&Scan, usize, Calendar) -> Option<(Entity, Range<usize>)>;

const TRACKING_NUMBER: Reader =
    |scan, at, _| TrackingNumber::read(scan, at).map(|(number, tokens)| (Entity::TrackingNumber(number), tokens));
const WHEN: Reader =
    |scan, at, calendar| When::read(scan, at, calendar).map(|(when, tokens)| (Entity::When(when), tokens));
const PHONE: Reader = |scan, at, _| Phone::read(scan, at).map(|(phone, tokens)| (Entity::Phone(phone), tokens));
const PRICE_RANGE: Reader =
    |scan, at, _| PriceRange::read(scan, at).map(|(range, tokens)| (Entity::PriceRange(range), tokens));
const AMOUNT: Reader = |scan, at, _| Amount::read(scan, at).map(|(amount, tokens)| (Entity::Amount(amount), tokens));
const SKU: Reader = |scan, at, _| Sku::read(scan, at).map(|(sku, tokens)| (Entity::Sku(sku), tokens));
const SIZE: Reader = |scan, at, _| Size::read(scan, at).map(|(size, tokens)| (Entity::Size(size), tokens));
const QUANTITY: Reader =
    |scan, at, _| Quantity::read(scan, at).map(|(quantity, tokens)| (Entity::Quantity(quantity), tokens));

/// The surest first, since what is read is read by nobody else: a tracking number is no phone number, "bis 5. Dezember"
/// no price, and none of their digits an order's or a postcode's.
const READERS: [Reader; 8] = [TRACKING_NUMBER, WHEN, PHONE, PRICE_RANGE, AMOUNT, SKU, SIZE, QUANTITY];

/// Those that can find something where there is no digit, as in most messages.
const READERS_OF_WORDS: [Reader; 3] = [WHEN, SIZE, QUANTITY];

impl Entities {
    /// Reads what the message mentions, in the light of what was asked and of the day.
    pub fn read(message: &Message, expecting: Expecting, calendar: Calendar) -> Self {
        let mut scan = Scan::new(message.text());
        let mut read = Self::default();
        let mut expecting = expecting;
        if let Some((email, span)) = Email::find(message.text()) {
            read.email = Some(email.clone());
            // With the address in hand a number beside it is the order's, also where a contact was asked for.
            if expecting == Expecting::Contact {
                expecting = Expecting::Nothing;
            }
            scan.take(scan.within(&span));
            read.keep(Entity::Email(email), Some(span));
        }
        let has_digits = scan.has_digits();
        let readers: &[Reader] = if has_digits { &READERS } else { &READERS_OF_WORDS };
        let starts = scan.starts();
        for reader in readers {
            let mut behind = 0;
            for at in &starts {
                if *at >= behind
                    && let Some((entity, tokens)) = reader(&scan, *at, calendar)
                {
                    behind = tokens.end;
                    read.keep(entity, scan.take(tokens));
                }
            }
        }
        if has_digits {
            read.number_and_postcode(&mut scan, expecting);
        }
        read
    }

    fn number_and_postcode(&mut self, scan: &mut Scan, expecting: Expecting) {
        if let Some((order, tokens)) = OrderNumber::find(scan, expecting) {
            self.order = Some(order);
            self.keep(Entity::Order(order), scan.take(tokens));
        }
        let is_spoken_of = (0..scan.len()).any(|at| scan.is(at, Class::Postcode));
        if let Some((postcode, span)) = Postcode::find(&scan.rest(), is_spoken_of, expecting) {
            self.postcode = Some(postcode.clone());
            self.keep(Entity::Postcode(postcode), Some(span));
        }
    }

    fn keep(&mut self, entity: Entity, span: Option<Range<usize>>) {
        if let Some(span) = span {
            let at = self.all.partition_point(|(_, other)| other.start < span.start);
            self.all.insert(at, (entity, span));
        }
    }
}

impl Entities {
    /// The message without the e-mail address and postcode that it gives, which say nothing about what is wanted.
    /// `None` where a message about an order holds hardly a word besides such details: "it's 1002, postcode 10115".
    pub fn wish_in(&self, message: &Message) -> Option<Message> {
        let names_contact = self.email.is_some() || self.postcode.is_some();
        if !names_contact && self.order.is_none() {
            return Some(message.clone());
        }
        let is_detail = |word: &str| word.bytes().any(|b| b.is_ascii_digit() || b == b'@');
        let spoken = message.words().filter(|word| !is_detail(word) && !CUES.contains(word));
        if spoken.filter(|word| word.len() > 2).count() <= MOST_FILLERS {
            return None;
        }
        // "My address is jo@…" changes no address.
        let text = match &self.email {
            Some(_) => ADDRESSES.iter().fold(message.text().to_owned(), |text, cue| text.replace(cue, " ")),
            None => message.text().to_owned(),
        };
        let kept = text.split(' ').filter(|word| {
            let is_order = self.order.is_some_and(|order| OrderNumber::parse(word) == Some(order));
            !names_contact || is_order || !(is_detail(word) || CUES.contains(word))
        });
        Some(Message::parse(&kept.collect::<Vec<_>>().join(" ")))
    }
}

/// Words that announce a detail.
const CUES: [&str; 25] = [
    "cap",
    "postcode",
    "zip",
    "zipcode",
    "postal",
    "plz",
    "postleitzahl",
    "email",
    "e-mail",
    "mail",
    "order",
    "number",
    "code",
    "no",
    "nummer",
    "bestellung",
    "bestellnummer",
    "commande",
    "numéro",
    "pedido",
    "número",
    "ordine",
    "numero",
    "bestelling",
    "postal",
];

/// What announces an e-mail address by more than one word.
const ADDRESSES: [&str; 13] = [
    "email address",
    "e-mail address",
    "mail address",
    "e-mail-adresse",
    "mailadresse",
    "adresse mail",
    "adresse e-mail",
    "adresse email",
    "dirección de correo",
    "indirizzo mail",
    "indirizzo e-mail",
    "indirizzo email",
    "mailadres",
];

/// Words of three letters or more beside the details of a message that says nothing else: "my number is …, sorry".
const MOST_FILLERS: usize = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn calendar() -> Calendar {
        Calendar::new("2026-11-20".parse().expect("a date"), Language::En, "")
    }

    #[test]
    fn messages_are_read_in_the_light_of_what_was_asked() {
        use Expecting::{Contact, Nothing, Order};
        let rows = [
            ("where is #1042?", Nothing, Some(1042), None, None),
            ("Where is order 1042", Nothing, Some(1042), None, None),
            ("order no. 1042, jo@example.com", Nothing, Some(1042), Some("jo@example.com"), None),
            ("it's 1042, jo@example.com", Order, Some(1042), Some("jo@example.com"), None),
            ("1042", Order, Some(1042), None, None),
            ("1042", Nothing, Some(1042), None, None),
            ("my number is EN1042 and I live in 10115 Berlin", Order, Some(1042), None, Some("10115")),
            ("10115", Contact, None, None, Some("10115")),
            ("10115", Order, Some(10115), None, None),
            ("sw1a 1aa", Contact, None, None, Some("SW1A1AA")),
            ("#1004 SW1A 1AA", Nothing, Some(1004), None, Some("SW1A1AA")),
            ("1004, postcode SW1A 1AA please", Nothing, Some(1004), None, Some("SW1A1AA")),
            ("my postcode is 2100", Nothing, None, None, Some("2100")),
            ("#1006 2100", Nothing, Some(1006), None, Some("2100")),
            ("1006 and the zip code is 2100", Order, Some(1006), None, Some("2100")),
            ("150-0001", Contact, None, None, Some("1500001")),
            ("00-001", Contact, None, None, Some("00001")),
            ("1012 AB", Contact, None, None, Some("1012AB")),
            ("order #1011, 1012 AB", Nothing, Some(1011), None, Some("1012AB")),
            ("Jo@Example.COM", Contact, None, Some("jo@example.com"), None),
            ("anything waterproof under 150?", Nothing, None, None, None),
            ("I ordered 3 days ago", Nothing, None, None, None),
            ("where is my parcel", Nothing, None, None, None),
            ("it was ordered in 2026", Nothing, None, None, None),
            ("#1001 10115", Nothing, Some(1001), None, Some("10115")),
            ("1001 10115", Nothing, Some(1001), None, Some("10115")),
            ("order 1001 zip 10115", Nothing, Some(1001), None, Some("10115")),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter_map(|(text, expecting, order, email, postcode)| {
                let read = Entities::read(&Message::parse(text), expecting, calendar());
                let got = (
                    read.order.map(OrderNumber::value),
                    read.email.as_ref().map(Email::as_str).map(str::to_owned),
                    read.postcode.as_ref().map(Postcode::as_str).map(str::to_owned),
                );
                let want = (order, email.map(str::to_owned), postcode.map(str::to_owned));
                (got != want).then(|| format!("{text:?} {expecting:?}: got {got:?}, want {want:?}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

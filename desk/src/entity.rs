//! Things with a form of their own that shoppers mention: order numbers, addresses, amounts.

mod email;
mod order_number;
mod postcode;
mod price_limit;

pub use email::Email;
pub use order_number::OrderNumber;
pub use postcode::Postcode;
pub use price_limit::PriceLimit;

use crate::message::Message;

/// What one message mentions.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Entities {
    pub order: Option<OrderNumber>,
    pub email: Option<Email>,
    pub postcode: Option<Postcode>,
    pub price_limit: Option<PriceLimit>,
}

/// What the conversation waits for. It decides readings that would be bold without it: a lone `10115` is a postcode
/// when one was asked for, and an order number when that was.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Expecting {
    Nothing,
    Order,
    Contact,
}

impl Entities {
    /// Reads what the message mentions, in the light of what was asked.
    pub fn read(message: &Message, expecting: Expecting) -> Self {
        let email = Email::find(message.text());
        // With the address in hand a number beside it is the order's, also where a contact was asked for.
        let expecting = match (&email, expecting) {
            (Some(_), Expecting::Contact) => Expecting::Nothing,
            _ => expecting,
        };
        // The digits of `ana1001@example.com` and of "under 150" are no order numbers.
        let mut rest =
            email.as_ref().map_or_else(|| message.text().to_owned(), |(_, span)| blank(message.text(), span));
        let price_limit = PriceLimit::find(&rest).map(|(limit, span)| {
            rest = blank(&rest, &span);
            limit
        });
        let order = OrderNumber::find(&rest, expecting);
        let postcode =
            Postcode::find(&order.as_ref().map_or_else(|| rest.clone(), |(_, span)| blank(&rest, span)), expecting);
        Self { order: order.map(|(number, _)| number), email: email.map(|(email, _)| email), postcode, price_limit }
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
        let kept = message.text().split(' ').filter(|word| {
            let is_order = self.order.is_some_and(|order| OrderNumber::parse(word) == Some(order));
            !names_contact || is_order || !(is_detail(word) || CUES.contains(word))
        });
        Some(Message::parse(&kept.collect::<Vec<_>>().join(" ")))
    }
}

/// Words that announce a detail.
const CUES: [&str; 24] = [
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

/// Words of three letters or more beside the details of a message that says nothing else: "my number is …, sorry".
const MOST_FILLERS: usize = 1;

/// `text` with one stretch replaced by spaces, so that spans stay true.
fn blank(text: &str, span: &std::ops::Range<usize>) -> String {
    let mut blanked = text.to_owned();
    if text.is_char_boundary(span.start) && text.is_char_boundary(span.end) {
        blanked.replace_range(span.clone(), &" ".repeat(span.len()));
    }
    blanked
}

#[cfg(test)]
mod tests {
    use super::*;

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
                let read = Entities::read(&Message::parse(text), expecting);
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

//! Which one thing a follow-up about an order asks for: "so when will it arrive?", "which carrier?".

use crate::message::Message;
use crate::reply::Fact;

/// The fact that a short message asks for, where it asks for one alone.
pub(super) fn asked(message: &Message) -> Option<Fact> {
    if asks_for_return(message) {
        return Some(Fact::Returns);
    }
    if message.length() > MOST_WORDS {
        return None;
    }
    if message.says(&TRACKING_NUMBER) {
        return Some(Fact::TrackingNumber);
    }
    let facts = [(&PLACE[..], Fact::Place), (&ARRIVAL[..], Fact::Arrival), (&CARRIER[..], Fact::Carrier)];
    if message.says(&CONTENTS) {
        return Some(Fact::Contents);
    }
    let is_whole = message.says(&SENDING);
    facts.into_iter().find(|(cues, _)| !is_whole && message.says(cues)).map(|(_, fact)| fact)
}

/// Whether the fact is asked of what was talked about, and not of how the shop does things: "when will it come?", not
/// "when do you deliver?".
pub(super) fn is_of_the_order(fact: Fact, message: &Message) -> bool {
    match fact {
        Fact::Arrival => message.says(&POINTERS),
        Fact::Carrier => !message.says(&SHOP),
        Fact::Place | Fact::TrackingNumber | Fact::Returns | Fact::Contents => true,
    }
}

/// Whether it asks how far something is that the shopper sent back.
pub(super) fn asks_for_return(message: &Message) -> bool {
    message.says(&RETURN) && message.says(&ARRIVED) && !message.says(&MONEY)
}

/// Longer messages tell more than they ask.
const MOST_WORDS: usize = 10;

const TRACKING_NUMBER: [&str; 17] = [
    "tracking number",
    "tracking no",
    "tracking code",
    "tracking id",
    "tracking link",
    "tracking-nummer",
    "trackingnummer",
    "sendungsnummer",
    "paketnummer",
    "numéro de suivi",
    "número de seguimiento",
    "numero di tracking",
    "numero di spedizione",
    "codice di track",
    "codice di tracc",
    "track-and-trace",
    "track and trace",
];
const CONTENTS: [&str; 34] = [
    "what did i order",
    "what did i buy",
    "what i ordered",
    "what have i ordered",
    "what's in it",
    "what is in it",
    "what's in the parcel",
    "what's in that parcel",
    "what's in the order",
    "what's in that order",
    "what's in my order",
    "what is in my order",
    "what was in",
    "was ist drin",
    "was ist da drin",
    "alles drin",
    "was hab ich bestellt",
    "was habe ich bestellt",
    "was hatte ich bestellt",
    "was ist in der bestellung",
    "was ist in dem paket",
    "j'ai commandé quoi",
    "qu'est-ce que j'ai commandé",
    "qu'est-ce qu'il y a dedans",
    "y a quoi dedans",
    "qué hay dentro",
    "qué he pedido",
    "qué pedí",
    "cosa c'è dentro",
    "cosa ho ordinato",
    "cosa contiene",
    "wat zit er",
    "wat zit erin",
    "wat heb ik besteld",
];
const PLACE: [&str; 22] = [
    "where exactly",
    "where precisely",
    "where is it",
    "where's it",
    "where it is",
    "where at the moment",
    "wo genau",
    "wo ist es",
    "wo ist sie",
    "wo steckt",
    "wo liegt",
    "où exactement",
    "où est-il",
    "où est-elle",
    "où se trouve-t",
    "dónde exactamente",
    "dónde está ahora",
    "dov'è adesso",
    "dov'è ora",
    "dove si trova",
    "waar precies",
    "waar is het nu",
];
const ARRIVAL: [&str; 9] = ["when", "what day", "which day", "eta", "wann", "quand", "cuándo", "quando", "wanneer"];
const CARRIER: [&str; 16] = [
    "carrier",
    "courier",
    "who delivers",
    "who is delivering",
    "who's delivering",
    "paketdienst",
    "versanddienst",
    "wer liefert",
    "wer bringt",
    "transporteur",
    "transportista",
    "mensajería",
    "empresa de transporte",
    "corriere",
    "vervoerder",
    "wie bezorgt",
];
const POINTERS: [&str; 21] = [
    "llega",
    "it ",
    "it's",
    "they",
    "my ",
    "mine",
    "the parcel",
    "the package",
    "the order",
    "es ",
    "mein",
    "das paket",
    "il ",
    "elle",
    "mon ",
    "le colis",
    "mi ",
    "mio",
    "arriva",
    "mijn",
    "het ",
];
const SHOP: [&str; 10] = ["you", "usually", "sie ", "ihr", "vous", "ustedes", "usan", "usate", "jullie", "gebruik"];
/// "When was it sent?" is told by the whole.
const SENDING: [&str; 15] = [
    "ship",
    "sent",
    "send",
    "dispatch",
    "leave",
    "left",
    "refund",
    "versendet",
    "verschickt",
    "versandt",
    "expédi",
    "envia",
    "enviar",
    "spedit",
    "verzonden",
];
const RETURN: [&str; 14] = [
    "my return",
    "the return",
    "return status",
    "meine retoure",
    "meine rücksendung",
    "die retoure",
    "mon retour",
    "mi devolución",
    "la devolución",
    "mio reso",
    "il reso",
    "mijn retour",
    "de retour",
    "mijn retourzending",
];
const ARRIVED: [&str; 26] = [
    "arriv",
    "receiv",
    "get my return",
    "got my return",
    "get the return",
    "got the return",
    "status",
    "reached",
    "come back",
    "angekommen",
    "eingetroffen",
    "eingegangen",
    "erhalten",
    "bekommen",
    "reçu",
    "statut",
    "llegado",
    "llegó",
    "recibid",
    "estado",
    "ricevut",
    "stato",
    "aangekomen",
    "ontvangen",
    "binnen",
    "gekregen",
];
const MONEY: [&str; 12] = [
    "refund", "money", "geld", "erstatt", "rembours", "argent", "reembols", "dinero", "rimbors", "soldi", "terug",
    "policy",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_told_from_the_whole() {
        let rows = [
            ("so when will it arrive?", Some(Fact::Arrival)),
            ("where exactly is it now?", Some(Fact::Place)),
            ("which carrier?", Some(Fact::Carrier)),
            ("what's the tracking number?", Some(Fact::TrackingNumber)),
            ("Und wann kommt es an?", Some(Fact::Arrival)),
            ("Wie lautet die Sendungsnummer?", Some(Fact::TrackingNumber)),
            ("Quel est le transporteur ?", Some(Fact::Carrier)),
            ("¿Dónde está ahora?", Some(Fact::Place)),
            ("Quando arriva?", Some(Fact::Arrival)),
            ("wanneer komt het?", Some(Fact::Arrival)),
            ("has my return arrived?", Some(Fact::Returns)),
            ("Ist meine Retoure schon angekommen?", Some(Fact::Returns)),
            ("what did I order again?", Some(Fact::Contents)),
            ("Was ist überhaupt alles drin in der Bestellung?", Some(Fact::Contents)),
            ("where is my order?", None),
            ("any update on my order?", None),
            ("when was it shipped?", None),
            ("where is the refund for my return, has it arrived?", None),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(text, want)| (text, asked(&Message::parse(text)), want))
            .filter(|(_, got, want)| got != want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

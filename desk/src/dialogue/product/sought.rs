//! Whether a message looks for products, whatever its words were taken for.

use super::MOST_NAMING_WORDS;
use crate::intent::{Confidence, Intent};
use crate::message::Message;
use crate::turn::Turn;

/// Whether products are looked for, whatever the words were taken for: by no more than a name, because they cost less
/// than they did, as something for a use, or by whether there is one.
pub(in crate::dialogue) fn is_sought(turn: &Turn, message: &Message) -> bool {
    if turn.state.awaiting.is_some() || !turn.may_search() {
        return false;
    }
    let likely = turn.reading.candidates.iter().take(3);
    let may_be = |intent: Intent| intent == Intent::DiscountPromo || intent.is_about_products();
    let is_of_offers = likely.clone().any(|candidate| may_be(candidate.intent));
    let is_certain = likely.take(1).any(|candidate| candidate.confidence >= Confidence::CERTAIN);
    let query = || message.query(turn.language());
    let is_told = || query().names_a_thing() && !query().asks_service();
    let is_had = || is_of_offers && !turn.reading.is_sure() && message.says(&DO_YOU_HAVE);
    (((!is_certain && message.says(&SOMETHING)) || is_had()) && is_told())
        || (is_of_offers && message.length() <= MOST_WORDS_ABOUT_OFFERS && query().asks_reduced())
        || (!is_certain && message.length() <= MOST_NAMING_WORDS && query().is_a_name(message.length()))
}

/// What asks whether there is a thing, be it read as something else besides.
const DO_YOU_HAVE: [&str; 29] = [
    "do you have a ",
    "do you have an ",
    "do you have any ",
    "do you sell ",
    "do you stock ",
    "have you got a ",
    "have you got any ",
    "haben sie ein",
    "haben sie auch ",
    "habt ihr ein",
    "habt ihr auch ",
    "gibt es ein",
    "führen sie ",
    "avez-vous un",
    "avez-vous des ",
    "vous avez un",
    "vous avez des ",
    "vendez-vous ",
    "tenéis un",
    "tiene un",
    "tienen un",
    "vendéis ",
    "avete un",
    "avete dei ",
    "avete delle ",
    "vendete ",
    "heeft u een ",
    "hebben jullie een ",
    "verkopen jullie ",
];

/// What asks for a thing without its name, whatever happens to it: "something to keep my phone dry".
const SOMETHING: [&str; 17] = [
    "need something ",
    "want something ",
    "looking for something ",
    "have you got something ",
    "do you have something ",
    "brauche etwas ",
    "brauche was ",
    "brauch was ",
    "brauch etwas ",
    "suche etwas ",
    "suche was ",
    "cherche quelque chose ",
    "besoin de quelque chose ",
    "busco algo ",
    "necesito algo ",
    "cerco qualcosa ",
    "zoek iets ",
];

/// Longer messages tell more than that, and are read as what they were taken for.
const MOST_WORDS_ABOUT_OFFERS: usize = 12;

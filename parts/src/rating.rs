//! A question for stars.

use std::sync::Arc;

use protocol::part::Rating;

use crate::{Piece, Place, el, words, words::numbered};

/// Draws five buttons. The last one pressed counts.
pub fn view(question: &str, rating: &Rating, place: &Place) -> Piece {
    let words_of = place.words;
    let given = {
        let (id, stars) = (rating.id.clone(), Arc::clone(&place.stars));
        move || stars(&id)
    };
    let star = |number: u32| {
        let (id, on_rate) = (rating.id.clone(), Arc::clone(&place.on_rate));
        let (reached, pressed) = (given.clone(), given.clone());
        el("button")
            .with("type", "button")
            .with("aria-label", &numbered(&words_of.of_five, number as usize))
            .live("class", move || (reached() >= number).then(|| "reached".to_owned()))
            .live_bool("aria-pressed", move || pressed() == number)
            .on("click", move |_| on_rate(id.clone(), number))
            .text("★")
    };
    let stars = el("div").class("stars").with("role", "group").with("aria-label", question).children((1..=5).map(star));
    let thanks = move || if given() > 0 { words_of.thanks.clone() } else { String::new() };
    el("div")
        .class("question")
        .child(words(question))
        .child(stars)
        .child(el("p").with("role", "status").live_text(thanks))
}

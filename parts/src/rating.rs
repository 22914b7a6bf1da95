//! A question for stars.

use std::sync::Arc;

use leptos::prelude::{ArcRwSignal, Get, Set};
use protocol::part::Rating;

use crate::{Piece, Place, el, words};

/// Draws five buttons. The last one pressed counts.
pub fn view(question: &str, rating: &Rating, place: &Place) -> Piece {
    let words_of = place.words;
    let score = ArcRwSignal::new(0);
    let star = |stars: u32| {
        let (id, on_rate) = (rating.id.clone(), Arc::clone(&place.on_rate));
        let (shown, reached, pressed) = (score.clone(), score.clone(), score.clone());
        let name = words_of.of_five.replace("{n}", &stars.to_string());
        el("button")
            .with("type", "button")
            .with("aria-label", &name)
            .live("class", move || (reached.get() >= stars).then(|| "reached".to_owned()))
            .live_bool("aria-pressed", move || shown.get() == stars)
            .on("click", move |_| {
                pressed.set(stars);
                on_rate(id.clone(), stars);
            })
            .text("★")
    };
    let stars = el("div").class("stars").with("role", "group").with("aria-label", question).children((1..=5).map(star));
    let thanks = move || if score.get() > 0 { words_of.thanks.clone() } else { String::new() };
    el("div").class("question").child(words(question)).child(stars).child(el("p").with("role", "status").live_text(thanks))
}

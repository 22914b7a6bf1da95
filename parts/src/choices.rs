//! Answers to press.

use std::sync::Arc;

use protocol::part::Choices;

use crate::{Piece, Place, el, words};

/// Draws the question and its answers. Answers of an older message stay, and do nothing.
pub fn view(question: &str, choices: &Choices, place: &Place) -> Piece {
    let answer = |option: &String| {
        let (pressed, on_choice) = (option.clone(), Arc::clone(&place.on_choice));
        let (is_newest, is_still_newest) = (Arc::clone(&place.is_newest), Arc::clone(&place.is_newest));
        let button = el("button")
            .with("type", "button")
            .live_bool("aria-disabled", move || !is_newest())
            .on("click", move |_| {
                if is_still_newest() {
                    on_choice(pressed.clone());
                }
            })
            .text(option);
        el("li").child(button)
    };
    let answers = el("ul").class("choices").with("role", "list").children(choices.options.iter().map(answer));
    el("div").class("question").child(words(question)).child(answers)
}

//! A link, or its words alone where its address must not be followed.

use crate::{
    Piece, Place,
    address::{Opens, opens},
    el,
};

/// Draws `text` as a link to `href`.
pub fn view(text: &str, href: &str, place: &Place) -> Piece {
    match opens(href, place.origin) {
        None => el("span").text(text),
        Some(Opens::Here) => el("a").with("href", href).text(text),
        Some(Opens::Beside) => el("a")
            .with("href", href)
            .with("target", "_blank")
            .with("rel", "noopener noreferrer")
            .text(text)
            .child(el("span").class("vh").text(&[" ", &place.words.new_tab].concat())),
    }
}

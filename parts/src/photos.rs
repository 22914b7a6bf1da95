//! Pictures.

use protocol::part::Image;

use crate::{Piece, Place, address::opens, el, product, words};

/// Draws each picture small, as a link to itself, below what is said about them.
pub fn view(text: &str, photos: &[Image], place: &Place) -> Piece {
    let photo = |photo: &Image| {
        opens(&photo.url, place.origin)?;
        let link = el("a").with("href", &photo.url).with("target", "_blank").with("rel", "noopener noreferrer");
        let opened = el("span").class("vh").text(&[" ", &place.words.new_tab].concat());
        Some(el("li").child(link.children(product::picture(photo, place)).child(opened)))
    };
    let photos = el("ul").class("photos").with("role", "list").children(photos.iter().filter_map(photo));
    el("div").class("question").child(words(text)).child(photos)
}

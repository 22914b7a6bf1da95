//! A product as a card.

use protocol::part::{Image, Product};

use crate::{
    Piece, Place,
    address::{Opens, opens},
    buying, el, link,
};

/// Draws picture, name, price, availability and options, and the way into the cart.
pub fn view(product: &Product, place: &Place) -> Piece {
    let title = match &product.url {
        Some(url) => link::view(&product.title, url, place),
        None => el("span").text(&product.title),
    };
    // Only the theme's own pages have the theme's cart.
    let page = product.url.as_deref().filter(|url| product.in_stock && opens(url, place.origin) == Some(Opens::Here));
    let facts = el("div")
        .child(el("p").class("title").child(title))
        .child(el("p").class("price").text(&product.price))
        .child(el("p").class(if product.in_stock { "stock in" } else { "stock" }).text(&product.availability))
        .children(product.options.iter().map(|option| el("p").class("option").text(option)))
        .children(page.zip(place.buy).map(|(page, buy)| buying::view(page, buy, place)));
    el("article")
        .class("product")
        .with("dir", "auto")
        .children(product.image.as_ref().and_then(|image| picture(image, place)))
        .child(facts)
}

/// A picture that fails to load leaves its text. Addresses are held to the rule for links.
pub fn picture(image: &Image, place: &Place) -> Option<Piece> {
    opens(&image.url, place.origin)?;
    let picture = el("img").with("loading", "lazy").with("width", "72").with("height", "90");
    Some(picture.with("alt", &image.alt).with("src", &image.url))
}

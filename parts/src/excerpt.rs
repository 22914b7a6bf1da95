//! The shop's own words, quoted.

use protocol::part::{Block, BlockKind, Excerpt, Span};

use crate::{Piece, Place, el, link};

/// Draws the passage with where it stands.
pub fn view(excerpt: &Excerpt, place: &Place) -> Piece {
    let runs = excerpt.blocks.chunk_by(|one, next| one.kind == BlockKind::Item && next.kind == BlockKind::Item);
    el("blockquote")
        .class("excerpt")
        .with("dir", "auto")
        .child(el("p").class("title").text(&excerpt.title))
        .children(runs.map(|blocks| run(blocks, place)))
        .children(excerpt.link.as_ref().map(|it| el("p").class("more").child(link::view(&it.text, &it.href, place))))
}

/// One heading or paragraph, or a list of neighbouring items.
fn run(blocks: &[Block], place: &Place) -> Piece {
    match blocks {
        [block] if block.kind == BlockKind::Heading => spans(el("p").class("heading"), block, place),
        [block] if block.kind == BlockKind::Paragraph => spans(el("p"), block, place),
        items => el("ul").children(items.iter().map(|item| spans(el("li"), item, place))),
    }
}

fn spans(piece: Piece, block: &Block, place: &Place) -> Piece {
    block.spans.iter().fold(piece, |piece, span| match span {
        Span { text, strong: false, href: None } => piece.text(text),
        Span { text, strong: true, href: None } => piece.child(el("strong").text(text)),
        Span { text, strong: false, href: Some(href) } => piece.child(link::view(text, href, place)),
        Span { text, strong: true, href: Some(href) } => piece.child(el("strong").child(link::view(text, href, place))),
    })
}

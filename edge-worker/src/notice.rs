//! The merchant's own Markdown as parts: bold, links and lists, nothing that runs.

use protocol::part::{Block, BlockKind, Excerpt, Part, Span};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Reads Markdown. HTML in it is shown as the text that it is; links other than http(s), mailto and tel lose their
/// address.
pub fn part(markdown: &str) -> Part {
    let (mut blocks, mut spans) = (Vec::new(), Vec::new());
    let (mut kind, mut strong, mut href) = (BlockKind::Paragraph, false, None);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Item) => kind = BlockKind::Item,
            Event::Start(Tag::Heading { .. }) => kind = BlockKind::Heading,
            Event::Start(Tag::Strong) => strong = true,
            Event::End(TagEnd::Strong) => strong = false,
            Event::Start(Tag::Link { dest_url, .. }) => href = safe(&dest_url),
            Event::End(TagEnd::Link) => href = None,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                spans.push(Span { text: text.into_string(), strong, href: href.clone() });
            }
            Event::SoftBreak | Event::HardBreak => spans.push(Span { text: " ".into(), strong, href: None }),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::HtmlBlock)
                if !spans.is_empty() =>
            {
                blocks.push(Block { kind, spans: std::mem::take(&mut spans) });
                kind = BlockKind::Paragraph;
            }
            _ => {}
        }
    }
    let words = |block: &Block| block.spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let text = blocks.iter().map(words).collect::<Vec<_>>().join("\n");
    // Plain words need no drawing of their own.
    let is_plain = blocks
        .iter()
        .all(|b: &Block| b.kind == BlockKind::Paragraph && b.spans.iter().all(|s| !s.strong && s.href.is_none()));
    let excerpt = (!is_plain).then(|| Excerpt { blocks, ..Excerpt::default() });
    Part { text, excerpt, ..Part::default() }
}

fn safe(href: &str) -> Option<String> {
    let lower = href.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)).then(|| href.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_parts_and_markup_becomes_text() {
        let read = part(
            "We answer **Mon to Fri**, see [contact](https://shop.example/c) or [x](javascript:alert(1)).\n\n- <b>one</b>\n- two",
        );
        assert_eq!(read.text, "We answer Mon to Fri, see contact or x.\n<b>one</b>\ntwo");
        let blocks = read.excerpt.expect("drawn").blocks;
        let links: Vec<_> = blocks.iter().flat_map(|b| &b.spans).filter_map(|s| s.href.clone()).collect();
        assert_eq!(links, ["https://shop.example/c"]);
        assert_eq!(
            blocks.iter().map(|b| b.kind).collect::<Vec<_>>(),
            [BlockKind::Paragraph, BlockKind::Item, BlockKind::Item]
        );
        assert_eq!(part("plain\nwords"), Part::words("plain words"));
    }
}

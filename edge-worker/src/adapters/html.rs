//! Shop pages taken apart: HTML in, blocks of plain runs out. No markup survives, whatever the page contains.

mod markup;

use desk::record::{PolicyBlock, PolicyBlockKind, PolicySpan};
use markup::Token;

/// Blocks that are kept of one page; the longest legal pages have some 300.
const MOST_BLOCKS: usize = 500;

/// Reads a page's body. Relative links are made absolute against `shop_url`; links that are neither http(s), mailto
/// nor tel become plain text. Scripts, styles and comments are dropped with their content.
pub fn blocks(body: &str, shop_url: &str) -> Vec<PolicyBlock> {
    let mut page =
        Page { blocks: Vec::new(), kind: PolicyBlockKind::Paragraph, spans: Vec::new(), strong: 0, href: None };
    for token in markup::tokens(body) {
        match token {
            Token::Open { name, href } => page.open(&name, href.and_then(|href| absolute(&href, shop_url))),
            Token::Close { name } => page.close(&name),
            Token::Text(text) => page.text(&text),
        }
        if page.blocks.len() >= MOST_BLOCKS {
            break;
        }
    }
    page.finish_block();
    page.blocks
}

struct Page {
    blocks: Vec<PolicyBlock>,
    kind: PolicyBlockKind,
    spans: Vec<PolicySpan>,
    strong: usize,
    href: Option<String>,
}

impl Page {
    fn open(&mut self, name: &str, href: Option<String>) {
        match name {
            "strong" | "" => self.strong += 1,
            "a" => self.href = href,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.start_block(PolicyBlockKind::Heading),
            "li" => self.start_block(PolicyBlockKind::Item),
            // A paragraph inside a list item is still the item.
            "p" | "div" if self.kind == PolicyBlockKind::Item && self.spans.is_empty() => {}
            "p" | "div" | "br" | "tr" | "blockquote" | "ul" | "ol" => {
                self.start_block(PolicyBlockKind::Paragraph);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "strong" | "" => self.strong = self.strong.saturating_sub(1),
            "a" => self.href = None,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "p" | "div" | "tr" | "ul" | "ol" => {
                self.start_block(PolicyBlockKind::Paragraph);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let starts_spaced = self.spans.last().is_none_or(|span| span.text.ends_with(' '));
        let mut spaced = starts_spaced;
        let folded: String = (text.chars())
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !(std::mem::replace(&mut spaced, *c == ' ') && *c == ' '))
            .collect();
        if folded.is_empty() {
            return;
        }
        let strong = self.strong > 0;
        match self.spans.last_mut() {
            Some(last) if last.strong == strong && last.href == self.href => last.text.push_str(&folded),
            _ => self.spans.push(PolicySpan { text: folded, strong, href: self.href.clone() }),
        }
    }

    fn start_block(&mut self, kind: PolicyBlockKind) {
        self.finish_block();
        self.kind = kind;
    }

    fn finish_block(&mut self) {
        let mut spans = std::mem::take(&mut self.spans);
        if let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        spans.retain(|span| !span.text.is_empty());
        if !spans.is_empty() {
            self.blocks.push(PolicyBlock { kind: self.kind, spans });
        }
    }
}

/// The link as a browser on the shop's page would follow it, if its scheme is harmless.
fn absolute(href: &str, shop_url: &str) -> Option<String> {
    let href = href.trim();
    let lower = href.to_ascii_lowercase();
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Some(href.to_owned());
    }
    (href.starts_with('/') && !href.starts_with("//")).then(|| format!("{shop_url}{href}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(body: &str) -> Vec<String> {
        blocks(body, "https://shop.example").iter().map(|block| format!("{:?} {}", block.kind, block.text())).collect()
    }

    #[test]
    fn pages_become_blocks_in_their_own_words() {
        let body = "<h2>Returns</h2>\n<p>Within <strong>30 days</strong> &amp; free.</p><ul><li><p>unworn</p></li><li>with tags</li></ul>tail";
        assert_eq!(
            plain(body),
            ["Heading Returns", "Paragraph Within 30 days & free.", "Item unworn", "Item with tags", "Paragraph tail"]
        );
    }

    #[test]
    fn nothing_that_runs_survives() {
        let body = "<p onclick=x>a<script>alert(1)</script><style>b{}</style><a href='javascript:alert(1)'>bad</a> <a href='/pages/x'>good</a></p><p>&lt;b&gt;</p>";
        let read = blocks(body, "https://shop.example");
        assert_eq!(read.iter().map(PolicyBlock::text).collect::<Vec<_>>(), ["abad good", "<b>"]);
        let links: Vec<_> = read.iter().flat_map(|b| &b.spans).filter_map(|span| span.href.as_deref()).collect();
        assert_eq!(links, ["https://shop.example/pages/x"]);
    }

    #[test]
    fn broken_pages_are_read_as_far_as_they_go() {
        assert_eq!(plain("<p>one<p>two<li>three<b>"), ["Paragraph one", "Paragraph two", "Item three"]);
        assert_eq!(plain("</a></b></script>x"), ["Paragraph x"]);
        assert!(plain("").is_empty());
    }
}

//! The shop's pages, quoted.

use super::{ExcerptView, Line, Shape};
use crate::record::{PolicyBlockKind, PolicyKind};
use crate::reply::PolicyExcerpt;

pub(super) fn excerpt(excerpt: &PolicyExcerpt) -> Vec<Line> {
    let (title, url) = (excerpt.title.value(), excerpt.url.value());
    let quoted: Vec<String> = (excerpt.blocks.value().iter())
        .map(|block| match block.kind {
            PolicyBlockKind::Item => format!("- {}", block.text()),
            PolicyBlockKind::Heading | PolicyBlockKind::Paragraph => block.text(),
        })
        .collect();
    let view = ExcerptView {
        title: title.clone(),
        blocks: excerpt.blocks.value().clone(),
        link: (format!("Read all of “{title}”"), url.clone()),
    };
    vec![Line { text: format!("From “{title}”:\n{}\n{url}", quoted.join("\n")), shape: Shape::Excerpt(view) }]
}

pub(super) fn unpublished(kind: PolicyKind) -> String {
    let page = match kind {
        PolicyKind::Refund => "return policy",
        PolicyKind::Shipping => "shipping policy",
        PolicyKind::Privacy => "privacy policy",
        PolicyKind::Terms => "terms",
        PolicyKind::Contact => "contact page",
    };
    format!("The shop has not published its {page}, so I cannot quote it.")
}

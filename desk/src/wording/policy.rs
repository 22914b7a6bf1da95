//! The shop's pages, quoted.

use super::voice::{Slot, Voice};
use super::{ExcerptView, Line, Shape};
use crate::record::{PolicyBlockKind, PolicyKind};
use crate::reply::PolicyExcerpt;

pub(super) fn excerpt(excerpt: &PolicyExcerpt, voice: Voice) -> Vec<Line> {
    let (title, url) = (excerpt.title.value(), excerpt.url.value());
    let quoted: Vec<String> = (excerpt.blocks.value().iter())
        .map(|block| match block.kind {
            PolicyBlockKind::Item => format!("- {}", block.text()),
            PolicyBlockKind::Heading | PolicyBlockKind::Paragraph => block.text(),
        })
        .collect();
    let of_title = || [("title", Slot::Text(title.as_str()))];
    let view = ExcerptView {
        title: title.clone(),
        blocks: excerpt.blocks.value().clone(),
        link: (voice.say("policy-read-all", &of_title()), url.clone()),
    };
    let text = format!("{}\n{}\n{url}", voice.say("policy-from", &of_title()), quoted.join("\n"));
    vec![Line { text, shape: Shape::Excerpt(view) }]
}

pub(super) fn unpublished(kind: PolicyKind, voice: Voice) -> String {
    let page = match kind {
        PolicyKind::Refund => "refund",
        PolicyKind::Shipping => "shipping",
        PolicyKind::Privacy => "privacy",
        PolicyKind::Terms => "terms",
        PolicyKind::Contact => "contact",
    };
    voice.say("policy-missing", &[("page", Slot::Text(page))])
}

//! The one place where what the desk says becomes what the browser reads.

use desk::context::Page;
use desk::language::Language;
use desk::lookup::{Answer, Found, Lookup};
use desk::record::{ParcelStage, PolicyBlock, PolicyBlockKind, PolicySpan};
use desk::reply::Reply;
use desk::wording::{self, ExcerptView, Line, ParcelView, ProductView, ScanView, Shape, Source};
use jiff::Timestamp;
use protocol::part::{
    Block, BlockKind, Choices, Excerpt, Field, Form, Image, Link, Parcel, Part, Product, Scan, Span, Stage,
};
use protocol::shopper;

use crate::app::ownership::Owner;

/// Replies in words, as parts of one message.
pub fn parts(replies: &[Reply], language: Language) -> Vec<Part> {
    let mut parts = Vec::new();
    for reply in replies {
        parts.extend(wording::render(reply, language).into_iter().map(part));
        if let Some(last) = parts.last_mut() {
            last.form = form(reply);
        }
    }
    parts
}

/// What is asked for can be filled in, too.
fn form(reply: &Reply) -> Option<Form> {
    let fields = match reply {
        Reply::AskOrderNumber => vec![Field::OrderNumber, Field::Email],
        Reply::AskContact(_) => vec![Field::Email],
        _ => return None,
    };
    Some(Form { fields })
}

/// Where the facts of an answer come from, in words.
pub fn sources(answers: &[Answer], replies: &[Reply], language: Language) -> Vec<String> {
    let quotes = replies.iter().any(|reply| matches!(reply, Reply::Policy(_)));
    let mut sources: Vec<String> = Vec::new();
    for answer in answers {
        let Ok(evidence) = &answer.outcome else { continue };
        // A failed claim read nothing that anybody is told.
        if matches!(evidence.record, Found::ClaimedOrder(None) | Found::TooManyTries | Found::ProvenOrder(None)) {
            continue;
        }
        let time = time_of_day(evidence.read_at);
        if let Found::Tracking(reports) = &evidence.record {
            let named = reports.iter().map(|report| wording::source(Source::Carrier(&report.source), &time, language));
            named.for_each(|source| note(&mut sources, source));
            continue;
        }
        // What was only used to find something is told of nobody.
        if matches!(answer.lookup, Lookup::Search(_)) && !quotes {
            continue;
        }
        let order = match &answer.lookup {
            Lookup::ClaimedOrder(claim) => Some(claim.order.to_string()),
            Lookup::ProvenOrder(proof) => Some(proof.number().to_string()),
            Lookup::CustomerOrders(..) | Lookup::SendCode(..) | Lookup::CheckCode(_) => continue,
            Lookup::Search(_)
            | Lookup::Product(_)
            | Lookup::Recommended(..)
            | Lookup::Policy(_)
            | Lookup::Tracking(_) => None,
        };
        let system = match (&order, &answer.lookup) {
            (Some(order), _) => Source::Order(order),
            (None, Lookup::Policy(_) | Lookup::Search(_)) => Source::Policy,
            (None, _) => Source::Catalog,
        };
        note(&mut sources, wording::source(system, &time, language));
    }
    sources
}

fn note(sources: &mut Vec<String>, source: String) {
    if !sources.contains(&source) {
        sources.push(source);
    }
}

/// Such as `14:05 UTC`.
fn time_of_day(at: Timestamp) -> String {
    let minutes = at.as_second().div_euclid(60).rem_euclid(24 * 60);
    format!("{:02}:{:02} UTC", minutes / 60, minutes % 60)
}

/// The language of an answer where the page has another one: a reader's voice changes with it.
pub fn foreign(language: Language, locale: &str) -> Option<String> {
    (Language::parse(locale) != Some(language)).then(|| language.code().to_owned())
}

/// The page as the desk knows it.
pub fn page(page: shopper::Page) -> Page {
    Page { product: page.product, variant: page.variant, locale: page.locale, country: page.country }
}

/// The owner as the browser knows it.
pub fn owner(owner: Owner) -> shopper::Owner {
    match owner {
        Owner::Assistant => shopper::Owner::Assistant,
        Owner::Waiting => shopper::Owner::Waiting,
        Owner::Agent => shopper::Owner::Agent,
        Owner::Closed => shopper::Owner::Closed,
    }
}

fn part(line: Line) -> Part {
    let mut part = Part::words(line.text);
    match line.shape {
        Shape::Words => {}
        Shape::Parcel(view) => part.parcel = Some(parcel(view)),
        Shape::Product(view) => part.product = Some(product(view)),
        Shape::Excerpt(view) => part.excerpt = Some(excerpt(view)),
        Shape::Choices(options) => part.choices = Some(Choices { options }),
    }
    part
}

fn parcel(view: ParcelView) -> Parcel {
    Parcel {
        title: view.title,
        status: view.status,
        stage: stage(view.stage),
        items: view.items,
        expected: view.expected,
        scans: view.scans.into_iter().map(scan).collect(),
        tracking: view.tracking.map(|(text, href)| Link { text, href }),
        labels: view.labels,
    }
}

fn scan(view: ScanView) -> Scan {
    Scan { text: view.text, place: view.place, when: view.when, at: view.at }
}

fn stage(stage: ParcelStage) -> Stage {
    match stage {
        ParcelStage::LabelMade | ParcelStage::Sent => Stage::Preparing,
        ParcelStage::InTransit => Stage::Moving,
        ParcelStage::OutForDelivery => Stage::OutForDelivery,
        ParcelStage::Delayed
        | ParcelStage::AttemptFailed
        | ParcelStage::Held
        | ParcelStage::ReadyForPickup
        | ParcelStage::Failed
        | ParcelStage::Returning
        | ParcelStage::Returned => Stage::Attention,
        ParcelStage::Delivered | ParcelStage::PickedUp => Stage::Delivered,
        ParcelStage::Cancelled | ParcelStage::Unknown => Stage::Unknown,
    }
}

fn product(view: ProductView) -> Product {
    Product {
        title: view.title,
        price: view.price,
        availability: view.availability,
        in_stock: view.in_stock,
        url: view.url,
        image: view.image.map(|image| Image { url: image.url, alt: image.alt }),
        options: view.options,
    }
}

fn excerpt(view: ExcerptView) -> Excerpt {
    let (text, href) = view.link;
    Excerpt { title: view.title, blocks: view.blocks.into_iter().map(block).collect(), link: Some(Link { text, href }) }
}

fn block(block: PolicyBlock) -> Block {
    let kind = match block.kind {
        PolicyBlockKind::Heading => BlockKind::Heading,
        PolicyBlockKind::Paragraph => BlockKind::Paragraph,
        PolicyBlockKind::Item => BlockKind::Item,
    };
    Block { kind, spans: block.spans.into_iter().map(span).collect() }
}

fn span(span: PolicySpan) -> Span {
    Span { text: span.text, strong: span.strong, href: span.href }
}

#[cfg(test)]
mod tests {
    use desk::evidence::{Evidence, Receipt};
    use desk::lookup::Outage;
    use desk::record::{Report, Tracked};

    use super::*;

    #[test]
    fn every_source_of_tracking_is_named_with_its_time() {
        let said = |source: &str| Report {
            source: source.into(),
            stage: ParcelStage::InTransit,
            reason: None,
            expected: None,
            delivered: None,
            scans: Vec::new(),
            url: None,
        };
        let lookup = || Lookup::Tracking(Tracked { number: "1Z5R89390357567127".into(), carrier: None });
        let read_at = "2026-11-20T11:05:00Z".parse().expect("an instant");
        let record = Found::Tracking(vec![said("AfterShip"), said("UPS")]);
        let answers = [
            Answer { lookup: lookup(), outcome: Ok(Evidence { receipt: Receipt(2), read_at, record }) },
            Answer { lookup: lookup(), outcome: Err(Outage) },
        ];
        for language in Language::ALL {
            let sources = sources(&answers, &[], language);
            let [first, second] = sources.as_slice() else { panic!("{language:?}: {sources:?}") };
            assert!(first.contains("AfterShip") && second.contains("UPS"), "{language:?}: {sources:?}");
            assert!(sources.iter().all(|source| source.contains("11:05 UTC")), "{language:?}: {sources:?}");
        }
    }

    #[test]
    fn an_answer_names_its_language_only_where_the_page_has_another() {
        let rows = [
            (Language::En, "en-GB", None),
            (Language::De, "de-AT", None),
            (Language::De, "en", Some("de")),
            (Language::En, "ja", Some("en")),
            (Language::En, "", Some("en")),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(language, locale, expected)| (language, locale, foreign(language, locale), expected))
            .filter(|(_, _, is, expected)| is.as_deref() != *expected)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

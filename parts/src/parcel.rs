//! A parcel's way as a timeline.

use protocol::part::{Parcel, Scan, Stage};

use crate::{Piece, Place, el, link};

/// Scans that are shown without asking: where it is, and what happened just before.
const OPEN_SCANS: usize = 3;

/// Draws status, expected day, contents and scans, newest first.
pub fn view(parcel: &Parcel, place: &Place) -> Piece {
    let words = place.words;
    let (newest, earlier) = parcel.scans.split_at(parcel.scans.len().min(OPEN_SCANS));
    let label = |at: usize, own: &str| parcel.labels.get(at).map_or(own, |label| label).to_owned();
    let expected = parcel.expected.as_ref().map(|day| named("expected", &label(0, &words.expected), day));
    let contains = label(1, &words.contains);
    let items = (!parcel.items.is_empty()).then(|| named("items", &contains, &parcel.items.join(", ")));
    let tracking =
        parcel.tracking.as_ref().map(|it| el("p").class("more").child(link::view(&it.text, &it.href, place)));
    el("section")
        .class("parcel")
        .with("data-stage", stage(parcel.stage))
        .with("dir", "auto")
        .child(el("p").class("title").text(&parcel.title))
        .child(el("p").class("status").text(&parcel.status))
        .children(expected)
        .child(el("div").class("way"))
        .children(timeline(newest))
        .children(timeline(earlier).map(|scans| folded(scans, &label(2, &words.earlier), earlier.len())))
        .children(items)
        .children(tracking)
}

fn timeline(scans: &[Scan]) -> Option<Piece> {
    let scan = |scan: &Scan| {
        let place = scan.place.as_ref().map(|place| el("span").text(place));
        let when = el("time").with("datetime", &scan.at).text(&scan.when);
        let point = el("span").class("where").children(place).child(when);
        el("li").child(el("span").class("what").text(&scan.text)).child(point)
    };
    (!scans.is_empty()).then(|| el("ol").class("scans").with("role", "list").children(scans.iter().map(scan)))
}

fn folded(scans: Piece, name: &str, count: usize) -> Piece {
    let summary = [name, " (", &count.to_string(), ")"].concat();
    el("details").child(el("summary").text(&summary)).child(scans)
}

fn named(class: &'static str, name: &str, value: &str) -> Piece {
    el("p").class(class).child(el("span").text(name)).text(&[" ", value].concat())
}

/// What the styles call the stage; the words are in the status.
fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Preparing => "1",
        Stage::Moving => "2",
        Stage::OutForDelivery => "3",
        Stage::Delivered => "4",
        Stage::Attention => "!",
        Stage::Unknown => "0",
    }
}

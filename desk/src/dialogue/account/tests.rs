use super::*;
use crate::evidence::Receipt;
use crate::record::{Parcel, Payment};

const NOW: &str = "2026-11-20T11:00:00Z";

fn at(text: &str) -> Timestamp {
    format!("2026-11-{text}:00Z").parse().expect("an instant")
}

fn scan((stage, when, place): (ParcelStage, &str, &str)) -> Scan {
    Scan { stage, at: at(when), message: None, place: (!place.is_empty()).then(|| place.to_owned()) }
}

/// Scans newest first, and the day it is expected.
type Told<'a> = (ParcelStage, &'a [(ParcelStage, &'a str, &'a str)], Option<&'a str>);

fn account((stage, scans, expected): Told<'_>, reports: &[Told<'_>]) -> Account {
    let parcel = Parcel {
        stage,
        carrier: Some("UPS".into()),
        tracking_number: Some("1Z".into()),
        tracking_url: None,
        items: Vec::new(),
        created: at("10T09:00"),
        delivered: None,
        expected: expected.map(at),
        scans: scans.iter().copied().map(scan).collect(),
    };
    let order = Order {
        id: "1".into(),
        name: "#1".into(),
        placed: at("09T09:00"),
        cancelled: None,
        payment: Payment::Paid,
        lines: Vec::new(),
        parcels: vec![parcel],
        holds: Vec::new(),
        returns: Vec::new(),
        refunds: Vec::new(),
        customer_tags: Vec::new(),
        utc_offset_minutes: 60,
    };
    let reports = (reports.iter().enumerate())
        .map(|(index, (stage, scans, expected))| Report {
            source: format!("Carrier {index}"),
            stage: *stage,
            reason: None,
            expected: expected.map(|day| Window { from: at(day), to: at(day) }),
            delivered: None,
            scans: scans.iter().copied().map(scan).collect(),
            url: None,
        })
        .collect();
    let read_at = NOW.parse().expect("an instant");
    let order = Evidence { receipt: Receipt(1), read_at, record: order };
    let reports = Evidence { receipt: Receipt(2), read_at, record: reports };
    Account::of(&order, 0, Some(&reports), &ShopClock::new(read_at, 60)).expect("a parcel")
}

#[test]
fn the_newest_word_wins_and_what_matters_is_disputed() {
    use ParcelStage::{
        Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery, Returned, Returning, Sent, Unknown,
    };
    let moving: &[_] = &[(InTransit, "18T09:00", "Köln, DE")];
    let later: &[_] = &[(OutForDelivery, "20T07:00", "Berlin, DE")];
    let coarse: &[_] = &[(InTransit, "20T07:00", "Berlin, DE")];
    let arrived: &[_] = &[(Delivered, "19T12:00", "Berlin, DE")];
    let back: &[_] = &[(Returning, "20T08:00", "Berlin, DE")];
    let gone: &[_] = &[(Failed, "20T08:00", "Berlin, DE")];
    let label: &[_] = &[(LabelMade, "20T09:00", "Leipzig, DE")];
    // What the shop says, what carriers say; the stage, and how many matters are disputed.
    let rows: [(Told<'_>, &[Told<'_>], ParcelStage, usize); 16] = [
        ((InTransit, moving, None), &[], InTransit, 0),
        ((InTransit, moving, None), &[(OutForDelivery, later, None)], OutForDelivery, 0),
        ((OutForDelivery, later, None), &[(InTransit, moving, None)], OutForDelivery, 0),
        ((InTransit, moving, None), &[(Unknown, later, None)], InTransit, 0),
        ((InTransit, moving, None), &[(Delivered, arrived, None)], Delivered, 0),
        ((Delivered, arrived, None), &[(InTransit, moving, None)], Delivered, 0),
        ((Delivered, arrived, None), &[(OutForDelivery, later, None)], OutForDelivery, 1),
        ((Delivered, arrived, None), &[(Returning, back, None)], Returning, 1),
        // Of the same event the word that says more, whoever says it.
        ((OutForDelivery, later, None), &[(InTransit, coarse, None)], OutForDelivery, 0),
        ((Failed, gone, None), &[(Held, gone, None)], Failed, 0),
        // A label is no news, and what is not dated is old, unless it says that all is over.
        ((LabelMade, label, None), &[(InTransit, moving, None)], InTransit, 0),
        ((Sent, &[], None), &[(InTransit, &[], None)], InTransit, 0),
        ((InTransit, moving, None), &[(LabelMade, label, None)], InTransit, 0),
        ((InTransit, moving, None), &[(Returned, &[], None)], Returned, 0),
        ((InTransit, moving, Some("21T11:00")), &[(OutForDelivery, later, Some("22T11:00"))], OutForDelivery, 0),
        ((InTransit, moving, Some("21T11:00")), &[(OutForDelivery, later, Some("23T11:00"))], OutForDelivery, 1),
    ];
    let wrong: Vec<_> = (rows.iter().enumerate())
        .map(|(row, (shop, carriers, stage, disputed))| (row, account(*shop, carriers), stage, disputed))
        .filter(|(_, got, stage, disputed)| (got.stage, got.disputes.len()) != (**stage, **disputed))
        .map(|(row, got, stage, _)| format!("row {row}: want {stage:?}, got {:?} {:?}", got.stage, got.disputes))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_event_that_two_sources_tell_is_told_once_and_keeps_its_receipt() {
    use ParcelStage::{InTransit, LabelMade};
    let shop: &[_] = &[(InTransit, "18T09:00", ""), (LabelMade, "10T09:00", "Leipzig, DE")];
    let carrier: &[_] = &[
        (InTransit, "19T06:00", "Köln, DE"),
        // The same as the shop's, and fuller.
        (InTransit, "18T09:03", "Leipzig, DE"),
        // Two of one source are two.
        (InTransit, "18T08:59", "Leipzig, DE"),
        (LabelMade, "10T09:00", "LEIPZIG, SN, DE"),
    ];
    let told = account((InTransit, shop, None), &[(InTransit, carrier, None)]);
    let got: Vec<_> = (told.scans.iter())
        .map(|scan| (scan.value().at, scan.source().receipt().0, scan.source().path().to_owned()))
        .collect();
    let want = [
        ("19T06:00", "[0].scans[0]"),
        ("18T09:03", "[0].scans[1]"),
        ("18T08:59", "[0].scans[2]"),
        ("10T09:00", "[0].scans[3]"),
    ];
    assert_eq!(got, want.map(|(when, path)| (at(when), 2, path.to_owned())));
}

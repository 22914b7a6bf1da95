//! The `Tracking` port: the same rows for every service that fills it, against demo-shop.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says why and stops"
)]

use std::time::{Duration, Instant};

use contract_tests::shop::Shop;
use desk::entity::{Email, OrderNumber};
use desk::lookup::Outage;
use desk::proof::{Claim, Contact};
use desk::record::ParcelStage::{self, AttemptFailed, Delivered, Held, InTransit, Returned, Returning};
use desk::record::{Report, Tracked};
use edge_worker::ports::{Orders, Tracking};
use futures_executor::block_on;
use xtask::stack::vars;

/// Every service: its path at demo-shop, its name in a report, and the carrier whose parcels it knows, if one alone.
const SERVICES: [(&str, &str, Option<&str>); 8] = [
    ("aftership", "AfterShip", None),
    ("easypost", "EasyPost", None),
    ("shippo", "Shippo", None),
    ("17track", "17TRACK", None),
    ("dhl", "DHL", Some("DHL")),
    ("ups", "UPS", Some("UPS")),
    ("fedex", "FedEx", Some("FedEx")),
    ("usps", "USPS", Some("USPS")),
];

/// Longer than a source may take, and less than what would keep a turn from its six seconds.
const PATIENCE: Duration = Duration::from_millis(2_700);

/// A parcel of the demo shop, and what its carrier knows of it.
struct Row {
    order: &'static str,
    email: &'static str,
    /// Which of the order's.
    index: usize,
    carrier: &'static str,
    stage: ParcelStage,
    scans: usize,
    newest: &'static str,
    due: Option<[&'static str; 2]>,
    /// Services whose words say less or other than that.
    but: &'static [(&'static str, ParcelStage)],
}

const ROWS: [Row; 10] = [
    row("#1014", "mia@example.com", "DHL", Delivered, 6, "2026-11-19T11:49:00Z"),
    row("#1015", "noor@example.com", "USPS", Delivered, 6, "2026-11-18T19:33:00Z"),
    row("#1016", "otto@example.com", "UPS", AttemptFailed, 5, "2026-11-19T13:26:00Z"),
    row("#1017", "priya@example.com", "FedEx", Held, 4, "2026-11-16T09:21:00Z"),
    row("#1018", "quinn@example.com", "DHL", Returning, 5, "2026-11-16T09:10:00Z"),
    Row {
        but: &[("EasyPost", Returning), ("Shippo", Returning), ("UPS", Returning)],
        ..row("#1019", "rosa@example.com", "UPS", Returned, 5, "2026-11-14T09:20:00Z")
    },
    Row {
        due: Some(["2026-11-21T13:00:00Z", "2026-11-21T15:00:00Z"]),
        ..row("#1020", "sven@example.com", "DHL", InTransit, 3, "2026-11-19T02:04:00Z")
    },
    Row {
        due: Some(["2026-11-22T15:00:00Z", "2026-11-22T18:00:00Z"]),
        ..row("#1021", "tara@example.com", "UPS", InTransit, 3, "2026-11-19T10:20:00Z")
    },
    Row {
        due: Some(["2026-11-23T18:15:00Z", "2026-11-23T22:15:00Z"]),
        index: 1,
        ..row("#1021", "tara@example.com", "FedEx", InTransit, 3, "2026-11-19T10:20:00Z")
    },
    Row {
        due: Some(["2026-11-24T19:00:00Z", "2026-11-24T23:00:00Z"]),
        index: 2,
        ..row("#1021", "tara@example.com", "USPS", InTransit, 3, "2026-11-19T10:20:00Z")
    },
];

const fn row(
    order: &'static str,
    email: &'static str,
    carrier: &'static str,
    stage: ParcelStage,
    scans: usize,
    newest: &'static str,
) -> Row {
    Row { order, email, index: 0, carrier, stage, scans, newest, due: None, but: &[] }
}

fn tracked(shop: &Shop, row: &Row) -> Tracked {
    let contact = Contact::Email(Email::parse(row.email).expect("an e-mail"));
    let claim = Claim { order: OrderNumber::parse(row.order).expect("a number"), contact };
    let sealed = block_on(shop.shopify(&[]).claimed(&claim)).expect("answered").expect("an order");
    let (_, order) = sealed.open(&claim).expect("opens");
    let parcel = &order.parcels[row.index];
    Tracked { number: parcel.tracking_number.clone().expect("a number"), carrier: parcel.carrier.clone() }
}

/// Asks as the first isolate of a deployment would.
fn ask(carriers: &impl Tracking, parcel: &Tracked) -> Result<Vec<Report>, Outage> {
    edge_worker::begin_anew();
    block_on(carriers.track(parcel)).map(|told| told.reports)
}

#[test]
fn every_service_tells_what_it_knows_of_a_parcel() {
    let shop = Shop::start("tracking");
    let mut wrong = Vec::new();
    for row in &ROWS {
        let parcel = tracked(&shop, row);
        for (path, name, carrier) in SERVICES {
            let carriers = shop.tracking(&[path]);
            let mut said = ask(&carriers, &parcel).expect("answered");
            if carrier.is_some_and(|carrier| carrier != row.carrier) {
                assert_eq!(said, [], "{name} is not asked for {}", row.order);
                continue;
            }
            if is_registered_now(name, row.order) {
                assert_eq!(said, [], "{name} was told of {} just now", row.order);
                said = ask(&carriers, &parcel).expect("answered");
            }
            let [report] = said.as_slice() else { panic!("{name} {}: {said:?}", row.order) };
            wrong.extend(differences(row, report).into_iter().map(|what| format!("{name} {}: {what}", row.order)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Those who are told of a parcel first know of it later; a shop's own connection told `AfterShip` of some.
fn is_registered_now(name: &str, order: &str) -> bool {
    name == "17TRACK" || (name == "AfterShip" && order.ends_with(['1', '3', '5', '7', '9']))
}

fn differences(row: &Row, report: &Report) -> Vec<String> {
    let mut all = Vec::new();
    let mut check = |what: &str, got: String, wanted: String| {
        if got != wanted {
            all.push(format!("{what} {got}, not {wanted}"));
        }
    };
    let name = report.source.as_str();
    let stage = row.but.iter().find(|(but, _)| *but == name).map_or(row.stage, |(_, stage)| *stage);
    check("stage", format!("{:?}", report.stage), format!("{stage:?}"));
    check("scans", report.scans.len().to_string(), row.scans.to_string());
    check("newest", report.scans.first().map(|scan| scan.at.to_string()).unwrap_or_default(), row.newest.to_owned());
    let is_sorted = report.scans.is_sorted_by(|newer, older| newer.at >= older.at);
    check("sorted", is_sorted.to_string(), "true".into());
    let told = report.scans.iter().filter(|scan| scan.message.is_some() && scan.place.is_some()).count();
    check("scans with words and place", told.to_string(), row.scans.to_string());
    let delivered = report.delivered.map(|at| at.to_string());
    check("delivered", format!("{delivered:?}"), format!("{:?}", (stage == Delivered).then(|| row.newest.to_owned())));
    let went_wrong = !matches!(stage, Delivered | InTransit);
    check("reason", report.reason.is_some().to_string(), went_wrong.to_string());
    let due = row.due.map(|[from, to]| match name {
        // They tell one moment, or a day, for which noon stands.
        "EasyPost" | "Shippo" => [to.to_owned(), to.to_owned()],
        "UPS" | "USPS" => [0, 1].map(|_| format!("{}T12:00:00Z", &to[..10])),
        _ => [from.to_owned(), to.to_owned()],
    });
    let expected = report.expected.map(|window| [window.from, window.to].map(|at| at.to_string()));
    check("expected", format!("{expected:?}"), format!("{due:?}"));
    all
}

/// A number in the form of each carrier that is nobody's parcel in the demo shop.
fn unknown(carrier: Option<&str>) -> Tracked {
    let number = match carrier {
        Some("DHL") => "00340434292135100186",
        Some("FedEx") => "986578788855",
        // Another shipper's, which is refused: no word about the parcel, and no outage.
        Some("USPS") => "9400111201080805483016",
        _ => "1Z5R89390357567127",
    };
    Tracked { number: number.into(), carrier: carrier.map(str::to_owned) }
}

/// Some parcel that the service knows.
fn known(shop: &Shop, carrier: Option<&str>) -> Tracked {
    let row = ROWS.iter().find(|row| carrier.is_none_or(|carrier| carrier == row.carrier)).expect("a row");
    tracked(shop, row)
}

#[test]
fn what_nobody_knows_is_an_answer() {
    let shop = Shop::start("tracking-unknown");
    for (path, name, carrier) in SERVICES {
        let carriers = shop.tracking(&[path]);
        for _ in 0..2 {
            assert_eq!(ask(&carriers, &unknown(carrier)), Ok(Vec::new()), "{name}");
        }
        shop.set_fault(path, r#"{"fault":"empty"}"#);
        assert_eq!(ask(&carriers, &known(&shop, carrier)), Ok(Vec::new()), "{name}, which has nothing at all");
    }
}

#[test]
fn a_failure_is_an_outage_that_names_its_service_and_is_over_in_time() {
    let shop = Shop::start("tracking-faults");
    // Each service has its own thread, and so its own log and tokens.
    std::thread::scope(|scope| {
        for (path, name, carrier) in SERVICES {
            let shop = &shop;
            scope.spawn(move || {
                let carriers = shop.tracking(&[path]);
                let parcel = known(shop, carrier);
                // Registers where that is needed.
                ask(&carriers, &parcel).expect("answered");
                for fault in [
                    "error",
                    "throttled",
                    "malformed",
                    "reset",
                    "refused",
                    "revoked",
                    "huge",
                    "redirect",
                    "deep",
                    "html",
                ] {
                    shop.set_fault(path, &format!(r#"{{"fault":"{fault}"}}"#));
                    fails(&carriers, &parcel, name, fault);
                }
                shop.set_fault(path, r#"{"fault":"slow","delay_ms":8000}"#);
                fails(&carriers, &parcel, name, "slow");
                shop.set_fault(path, r#"{"fault":"stale"}"#);
                let stale = ask(&carriers, &parcel).expect("answered");
                assert!(stale.len() <= 1, "{name} tells less than it knows");
                shop.set_fault(path, r#"{"fault":"none"}"#);
                assert_eq!(ask(&carriers, &parcel).map(|said| said.len()), Ok(1), "{name} once it is back");
            });
        }
    });
}

fn fails(carriers: &impl Tracking, parcel: &Tracked, name: &str, fault: &str) {
    edge_worker::logged();
    let begun = now();
    assert_eq!(ask(carriers, parcel), Err(Outage), "{name} while {fault}");
    assert!(begun.elapsed() < PATIENCE, "{name} while {fault}: {:?}", begun.elapsed());
    let lines = edge_worker::logged();
    let is_named = |line: &String| line.contains(&format!("upstream=Carrier(\"{name}\")"));
    assert!(lines.len() == 1 && lines.iter().all(is_named), "{name} while {fault}: {lines:?}");
}

#[allow(clippy::disallowed_methods, reason = "measures how long a failure keeps a shopper waiting")]
fn now() -> Instant {
    Instant::now()
}

#[test]
fn one_who_answers_is_enough() {
    let shop = Shop::start("tracking-partial");
    let carriers = shop.tracking(&["aftership", "dhl"]);
    let parcel = known(&shop, Some("DHL"));
    let sources = |said: Result<Vec<Report>, Outage>| said.map(|said| said.into_iter().map(|one| one.source).collect());
    assert_eq!(sources(ask(&carriers, &parcel)), Ok(vec!["AfterShip".to_owned(), "DHL".to_owned()]));
    shop.set_fault("dhl", r#"{"fault":"error"}"#);
    assert_eq!(sources(ask(&carriers, &parcel)), Ok(vec!["AfterShip".to_owned()]));
    shop.set_fault("aftership", r#"{"fault":"throttled"}"#);
    assert_eq!(sources(ask(&carriers, &parcel)), Err(Outage));
}

#[test]
fn wrong_keys_are_outages() {
    let shop = Shop::start("tracking-keys");
    for (path, name, carrier) in SERVICES {
        let set = vars::SERVICES.iter().find(|(service, ..)| *service == path).expect("a service");
        let right = shop.tracking_settings(path);
        let wrong: Vec<(&str, &str)> = (right.iter())
            .map(|(key, value)| (key.as_str(), if *key == set.1 { value.as_str() } else { "wrong" }))
            .collect();
        let carriers = shop.carriers(&wrong);
        edge_worker::logged();
        assert_eq!(ask(&carriers, &known(&shop, carrier)), Err(Outage), "{name}");
        assert!(edge_worker::logged().concat().contains("status 401"), "{name}");
    }
}

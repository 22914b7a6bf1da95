//! What all isolates share, and what one of them knows for itself: tokens, pauses, a day's calls, reports of a moment ago.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use contract_tests::keeper::Desk;
use contract_tests::native_http::NativeHttp;
use contract_tests::shop::{Shop, clock};
use contract_tests::sqlite::Sqlite;
use desk::lookup::Outage;
use desk::record::Tracked;
use edge_worker::adapters::dead_letter::{self, Work};
use edge_worker::adapters::health::{report, tell};
use edge_worker::adapters::shared;
use edge_worker::fault::Upstream;
use edge_worker::ports::Tracking;
use edge_worker::settings::Settings;
use edge_worker::{begin_anew, pulse};
use futures_executor::block_on;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// Every service's account, and the app's own credentials instead of a permanent token.
fn settings(shop: &Shop) -> Settings {
    let mut set: Vec<(String, String)> = ["aftership", "easypost", "shippo", "17track", "dhl", "ups", "fedex", "usps"]
        .iter()
        .flat_map(|service| shop.tracking_settings(service))
        .collect();
    for (name, value) in [
        ("SHOPIFY_ADMIN_TOKEN", ""),
        ("SHOPIFY_CLIENT_ID", "demo_client_id"),
        ("SHOPIFY_CLIENT_SECRET", "demo_client_secret"),
    ] {
        set.push((name.into(), value.into()));
    }
    shop.settings(&set.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
}

/// The same with one service alone, and what else is set.
fn only(shop: &Shop, service: &str, also: &[(&str, &str)]) -> Settings {
    let set = shop.tracking_settings(service);
    let set: Vec<_> = set.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    shop.settings(&[also, set.as_slice()].concat())
}

/// A number in the form of each carrier's, as the shop names it.
fn parcel(carrier: &str) -> Tracked {
    let number = match carrier {
        "DHL" => "00340434292135100186",
        "FedEx" => "986578788855",
        "USPS" => "9400111201080805483016",
        _ => "1Z5R89390357567127",
    };
    Tracked { number: number.into(), carrier: Some(carrier.into()) }
}

fn track(settings: &Settings, carrier: &str) -> Result<Option<Timestamp>, Outage> {
    block_on(settings.carriers(NativeHttp::default(), clock).track(&parcel(carrier))).map(|told| told.read_at)
}

fn count(shop: &Shop, upstream: &str, ending: &str) -> usize {
    shop.asked(upstream).iter().filter(|operation| operation.ends_with(ending)).count()
}

#[test]
fn isolates_share_one_renewal_and_a_refused_token_is_replaced_once() {
    let shop = Shop::start("sharing-tokens");
    let settings = settings(&shop);
    let keeper = Desk::new(settings.clone());
    let settings = settings.with_keeper(keeper.shared());
    let lenders = [("ups", "UPS", "token"), ("fedex", "FedEx", "token"), ("usps", "USPS", "token")];
    let shopify = || block_on(settings.shop(NativeHttp::default()).check(Upstream::ShopifyAdmin));
    for isolate in 0..3 {
        begin_anew();
        if isolate == 2 {
            keeper.restart();
        }
        assert_eq!(shopify(), Ok(()));
        assert_eq!(shopify(), Ok(()));
        assert_eq!(count(&shop, "admin", "access_token"), 1, "isolate {isolate}");
        for (service, carrier, ending) in lenders {
            let _ = track(&settings, carrier);
            assert_eq!(count(&shop, service, ending), 1, "{service}, isolate {isolate}");
        }
    }
    let asked = keeper.asked.get();
    assert_eq!(shopify(), Ok(()));
    assert_eq!(keeper.asked.get(), asked, "what is in memory costs no question");

    shop.revoke_tokens();
    shop.restore_tokens();
    assert_eq!(shopify(), Ok(()), "a new one is lent where the old one is refused");
    begin_anew();
    assert_eq!(shopify(), Ok(()), "and the others get it from the keeper");
    assert_eq!(count(&shop, "admin", "access_token"), 2);
}

#[test]
fn without_the_keeper_an_isolate_renews_by_itself_and_says_so() {
    let shop = Shop::start("sharing-down");
    let keeper = Desk::new(settings(&shop));
    keeper.is_up.set(false);
    let settings = settings(&shop).with_keeper(keeper.shared());
    begin_anew();
    edge_worker::logged();
    assert_eq!(block_on(settings.shop(NativeHttp::default()).check(Upstream::ShopifyAdmin)), Ok(()));
    assert_eq!(track(&settings, "UPS"), Ok(None));
    assert_eq!(track(&settings, "DHL"), Ok(None));
    let log = edge_worker::logged();
    for wanted in
        ["token of ShopifyAdmin is renewed here", "token of UPS is renewed here", "call of DHL is not counted"]
    {
        assert!(log.iter().any(|line| line.contains(wanted)), "{wanted}: {log:?}");
    }
    assert!(!log.concat().contains("shpat_") && !log.concat().contains("demo_client_secret"), "{log:?}");
    assert_eq!(count(&shop, "admin", "access_token"), 1);
}

#[test]
fn a_service_that_has_enough_is_left_alone_by_all() {
    let shop = Shop::start("sharing-pauses");
    for (service, name, carrier) in [
        ("aftership", "AfterShip", "UPS"),
        ("easypost", "EasyPost", "UPS"),
        ("shippo", "Shippo", "UPS"),
        ("17track", "17TRACK", "UPS"),
        ("dhl", "DHL", "DHL"),
        ("ups", "UPS", "UPS"),
        ("fedex", "FedEx", "FedEx"),
        ("usps", "USPS", "USPS"),
    ] {
        let settings = only(&shop, service, &[]);
        let keeper = Desk::new(settings.clone());
        let settings = settings.with_keeper(keeper.shared());
        begin_anew();
        // With a token from here on, where one is needed.
        let _ = track(&settings, carrier);
        edge_worker::adapters::carriers::forget_all();
        shop.set_fault(service, r#"{"fault":"throttled","retry_after":60}"#);
        assert_eq!(track(&settings, carrier), Err(Outage), "{name}");
        shop.set_fault(service, r#"{"fault":"none"}"#);
        let asked = shop.asked(service).len();
        edge_worker::logged();
        assert_eq!(track(&settings, carrier), Err(Outage), "{name}");
        assert!(edge_worker::logged().concat().contains("paused, as it asked for"), "{name}");
        let now = clock();
        block_on(shared::tell(&keeper.shared(), now));
        // Another isolate, which has talked to the keeper since.
        begin_anew();
        block_on(shared::ask(&keeper.shared(), Value::Object(serde_json::Map::new()), now, 1_000));
        assert_eq!(track(&settings, carrier), Err(Outage), "{name}");
        assert!(shared::is_paused(name, now), "{name}");
        assert!(!shared::is_paused(name, now + SignedDuration::from_secs(60)), "{name}");
        assert_eq!(shop.asked(service).len(), asked, "{name} was not asked");
    }
}

#[test]
fn one_that_is_down_is_not_waited_for_by_everybody() {
    let shop = Shop::start("sharing-breakers");
    for (service, carrier) in [("aftership", "UPS"), ("dhl", "DHL"), ("ups", "UPS")] {
        let settings = only(&shop, service, &[]);
        begin_anew();
        shop.set_fault(service, r#"{"fault":"malformed"}"#);
        for _ in 0..5 {
            assert_eq!(track(&settings, carrier), Err(Outage), "{service}");
        }
        let asked = shop.asked(service).len();
        assert_eq!(track(&settings, carrier), Err(Outage), "{service}");
        assert_eq!(shop.asked(service).len(), asked, "{service} was not asked a sixth time");
    }
    // A refusal of our key is no sign of that.
    let wrong = only(&shop, "easypost", &[("EASYPOST_API_KEY", "wrong")]);
    begin_anew();
    for _ in 0..7 {
        assert_eq!(track(&wrong, "UPS"), Err(Outage));
    }
    assert!(pulse::lets_pass(Upstream::Carrier("EasyPost"), clock()));
}

#[test]
fn a_day_has_so_many_calls_for_all_isolates_together() {
    let shop = Shop::start("sharing-quota");
    let settings = only(&shop, "dhl", &[("DHL_PER_DAY", "3")]);
    let keeper = Desk::new(settings.clone());
    let settings = settings.with_keeper(keeper.shared());
    for isolate in 0..3 {
        begin_anew();
        assert_eq!(track(&settings, "DHL"), Ok(None), "isolate {isolate}");
    }
    for _ in 0..2 {
        begin_anew();
        assert_eq!(track(&settings, "DHL"), Err(Outage));
    }
    assert_eq!(shop.asked("dhl").len(), 3);
    let paused = block_on(report(&settings.shop(NativeHttp::default()), &Sqlite::kept(), None, clock()));
    assert_eq!(paused["services"]["asked_today"]["DHL"], "3", "{paused:#}");
    assert_eq!(paused["services"]["paused_until"]["DHL"], "2026-11-21T00:00:00Z", "{paused:#}");
    keeper.restart();
    begin_anew();
    assert_eq!(track(&settings, "DHL"), Err(Outage), "the count is stored");
}

#[test]
fn a_report_is_kept_for_a_moment_and_says_when_it_was_read() {
    let shop = Shop::start("sharing-recent");
    let settings = only(&shop, "dhl", &[]);
    begin_anew();
    let before = clock();
    assert_eq!(track(&settings, "DHL"), Ok(None), "read now");
    let between = clock();
    let read_at = track(&settings, "DHL").expect("answered").expect("kept");
    assert!(before <= read_at && read_at <= between, "{before} {read_at} {between}");
    assert_eq!(shop.asked("dhl").len(), 1);
    let late = || clock() + SignedDuration::from_secs(91);
    let told = block_on(settings.carriers(NativeHttp::default(), late).track(&parcel("DHL"))).expect("answered");
    assert_eq!((told.read_at, shop.asked("dhl").len()), (None, 2), "no longer");
    let other = Tracked { number: "00340434292135100193".into(), carrier: Some("DHL".into()) };
    let told = block_on(settings.carriers(NativeHttp::default(), clock).track(&other)).expect("answered");
    assert_eq!((told.read_at, shop.asked("dhl").len()), (None, 3), "another number is another question");
    shop.set_fault("dhl", r#"{"fault":"error"}"#);
    begin_anew();
    assert_eq!(track(&settings, "DHL"), Err(Outage));
    shop.clear_faults();
    assert_eq!(track(&settings, "DHL"), Ok(None), "a failure is not kept");
}

#[test]
fn a_carrier_that_answers_again_is_well_whoever_saw_it_fail() {
    let shop = Shop::start("sharing-health");
    let (settings, database) = (only(&shop, "dhl", &[]), Sqlite::kept());
    let problems = |at: Timestamp| {
        begin_anew();
        let report = block_on(report(&settings.shop(NativeHttp::default()), &database, None, at));
        report["problems"].as_array().expect("a list").iter().any(|one| one.to_string().contains("DHL"))
    };
    begin_anew();
    shop.set_fault("dhl", r#"{"fault":"error"}"#);
    assert_eq!(track(&settings, "DHL"), Err(Outage));
    block_on(tell(&database, clock())).expect("told");
    assert!(problems(clock()));
    assert!(!problems(clock() + SignedDuration::from_hours(3)), "nobody has asked since");
    begin_anew();
    shop.clear_faults();
    assert_eq!(track(&settings, "DHL"), Ok(None));
    block_on(tell(&database, clock())).expect("told");
    assert!(!problems(clock()));
}

#[test]
fn what_a_queue_gave_up_on_is_told_for_a_day_and_counted_for_good() {
    let shop = Shop::start("sharing-dead");
    let (settings, database) = (shop.settings(&[]), Sqlite::kept());
    let told = |hours: i64| {
        begin_anew();
        let at = clock() + SignedDuration::from_hours(hours);
        let report = block_on(report(&settings.shop(NativeHttp::default()), &database, None, at));
        let problems = report["problems"].as_array().expect("a list").iter();
        let problems: Vec<String> = problems.map(ToString::to_string).filter(|one| one.contains("gave up")).collect();
        (report["given_up"].clone(), problems)
    };
    block_on(dead_letter::blame(&database, Work::Webhook, "webhook products/update: outage")).expect("noted");
    assert_eq!(told(0), (Value::Array(Vec::new()), Vec::new()), "it may yet work");
    for _ in 0..2 {
        block_on(dead_letter::count(&database, Work::Webhook, clock())).expect("noted");
    }
    let (given_up, problems) = told(1);
    assert_eq!((&given_up[0]["work"], &given_up[0]["times"]), (&Value::from("webhooks"), &Value::from("2")));
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert!(problem.contains("webhooks, 2 so far") && problem.contains("products/update: outage"), "{problem}");
    assert_eq!(told(25), (given_up, Vec::new()));
}

//! The Shopify adapters keep their ports' promises, whatever the shop does.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use contract_tests::player::customer;
use contract_tests::shop::Shop;
use desk::entity::{Email, OrderNumber};
use desk::lookup::Outage;
use desk::proof::{Claim, Contact, OrderHead, SealedHead};
use desk::record::{Policy, PolicyKind};
use edge_worker::ports::{Catalog, Market, Orders, Policies};
use futures_executor::block_on;

fn claim(number: &str, email: &str) -> Claim {
    let contact = Contact::Email(Email::parse(email).expect("an e-mail"));
    Claim { order: OrderNumber::parse(number).expect("a number"), contact }
}

fn market() -> Market {
    Market::parse("DE", "en")
}

/// Everything that the ports can be asked, each with whether it answered.
fn ask_everything(shopify: &(impl Orders + Catalog + Policies)) -> Vec<(&'static str, Result<(), Outage>)> {
    let ben = customer("7200000000001").expect("a customer");
    let placed = "2026-11-20T10:00:00Z".parse().expect("a time");
    let head = OrderHead {
        id: "gid://shopify/Order/6001000001002".into(),
        name: "#1002".into(),
        placed,
        is_open: true,
        utc_offset_minutes: 0,
    };
    let (proof, _) = SealedHead::new(Some("7200000000001".into()), head).open(&ben).expect("theirs");
    vec![
        ("own orders", block_on(shopify.of_customer(&ben, None)).map(|_| ())),
        ("e-mail of an order", block_on(shopify.email_of(&proof)).map(|_| ())),
        ("order", block_on(shopify.claimed(&claim("#1002", "ben@example.com"))).map(|_| ())),
        ("product", block_on(shopify.product("ridgeline-rain-jacket", &market())).map(|_| ())),
        ("policy", block_on(shopify.policy(PolicyKind::Refund, &market())).map(|_| ())),
    ]
}

#[test]
fn every_document_is_valid_in_both_versions_and_refused_in_a_third() {
    let shop = Shop::start("versions");
    for version in ["2026-07", "2026-10"] {
        for (what, outcome) in ask_everything(&shop.shopify(&[("SHOPIFY_API_VERSION", version)])) {
            assert_eq!(outcome, Ok(()), "{what} in {version}");
        }
    }
    for (what, outcome) in ask_everything(&shop.shopify(&[("SHOPIFY_API_VERSION", "2019-01")])) {
        assert_eq!(outcome, Err(Outage), "{what} in a version that is gone");
    }
}

#[test]
fn a_seal_opens_for_its_owner_only() {
    let shop = Shop::start("seals");
    let shopify = shop.shopify(&[]);
    let rows = [
        ("#1002", "ben@example.com", true),
        ("1002", "BEN@example.com", true),
        ("#1002", "ana@example.com", false),
        ("#1002", "ben@example.com.evil.example", false),
        ("#1001", "ben@example.com", false),
        // A search for this number finds nothing, or others; neither opens.
        ("#100", "ana@example.com", false),
    ];
    for (number, email, opens) in rows {
        let claim = claim(number, email);
        let sealed = block_on(shopify.claimed(&claim)).expect("answered");
        assert_eq!(sealed.and_then(|sealed| sealed.open(&claim)).is_some(), opens, "{number} {email}");
    }
}

#[test]
fn a_proof_reads_its_own_order_again_and_no_other() {
    let shop = Shop::start("proofs");
    let shopify = shop.shopify(&[]);
    let open = |number: &str, email: &str| {
        let claim = claim(number, email);
        block_on(shopify.claimed(&claim)).expect("answered").and_then(|sealed| sealed.open(&claim)).expect("opens")
    };
    let ((ben, order), (ana, _)) = (open("#1002", "ben@example.com"), open("#1001", "ana@example.com"));
    let again = block_on(shopify.proven(&ben)).expect("answered").and_then(|sealed| sealed.reopen(&ben));
    assert_eq!(again, Some(order));
    assert_eq!(block_on(shopify.proven(&ben)).expect("answered").and_then(|sealed| sealed.reopen(&ana)), None);
}

#[test]
fn own_orders_open_for_their_customer_and_no_other() {
    let shop = Shop::start("own");
    let shopify = shop.shopify(&[]);
    let [ben, ana] = ["7200000000001", "7200000000000"].map(|id| customer(id).expect("a customer"));
    let number = OrderNumber::parse("#1002");
    let rows = [(&ben, None, true), (&ben, number, true), (&ana, number, false), (&ana, None, true)];
    for (customer, number, opens) in rows {
        let sealed = block_on(shopify.of_customer(customer, number)).expect("answered");
        let opened: Vec<_> = sealed.into_iter().filter_map(|sealed| sealed.open(customer)).collect();
        assert_eq!(!opened.is_empty(), opens, "{customer:?} {number:?}");
        assert!(opened.len() <= 5);
        for (proof, _) in &opened {
            let email = block_on(shopify.email_of(proof)).expect("answered");
            assert_eq!(email.as_deref(), Some(if customer == &ben { "ben@example.com" } else { "ana@example.com" }));
        }
    }
}

#[test]
fn prices_are_exact_and_pages_come_in_the_shops_words() {
    let shop = Shop::start("catalog");
    let shopify = shop.shopify(&[]);
    let jacket = block_on(shopify.product("ridgeline-rain-jacket", &market())).expect("answered").expect("found");
    assert_eq!(jacket.price_range().map(|(lowest, _)| lowest.to_string()).as_deref(), Some("€139.00"));
    let mug = block_on(shopify.product("markup-test-mug", &market())).expect("answered").expect("found");
    assert_eq!(mug.title, "<b>Bold</b> Mug {{ shop.name }} & Co");
    let in_german = Market::parse("DE", "de");
    let german: Policy =
        block_on(shopify.policy(PolicyKind::Refund, &in_german)).expect("answered").expect("published");
    assert!(german.blocks.iter().any(|block| block.text().contains("30 Tage")), "the page in the shopper's language");
}

//! What shoppers come for: their order, a product, the shop's rules.

use protocol::shopper::{Author, Message};
use serde_json::Value;
use worker_tests::heard::words;
use worker_tests::{Scene, Tab};

pub fn an_order_is_told_after_its_number_and_then_its_email(scene: &Scene) {
    let mut tab = scene.tab();
    let asked = tab.ask("hi, where is my parcel?");
    assert!(words(&asked).contains("order number"), "{asked:?}");
    assert!(asked.sources.is_empty(), "a question states nothing: {asked:?}");
    let asked = tab.ask("it's 1002");
    assert!(words(&asked).contains("#1002") && words(&asked).contains("e-mail address or postcode"), "{asked:?}");
    let told = tab.ask("ben@example.com");
    is_order_1002(&told);
    assert_eq!(tab.heard().seqs(), [1, 2, 3, 4, 5, 6], "every line and answer once, in order");
    let progress = tab.heard().progress(5);
    assert_eq!(progress, ["Reading your order…"; 2], "the order and then its carriers, while they are read");
}

pub fn number_and_email_in_one_message_are_enough(scene: &Scene) {
    let told = scene.tab().ask("ben@example.com here, where's order #1002?");
    is_order_1002(&told);
}

pub fn a_postcode_proves_an_order_as_an_email_does(scene: &Scene) {
    let told = scene.tab().ask("has #1003 shipped yet? 75011");
    assert!(words(&told).contains("Order #1003 is out for delivery"), "{told:?}");
    assert_eq!(told.parts.iter().filter(|part| part.parcel.is_some()).count(), 1, "{told:?}");
}

pub fn a_wrong_email_is_answered_like_an_unknown_order(scene: &Scene) {
    let refused = |number: &str| {
        let mut tab: Tab = scene.tab();
        let answer = tab.ask(&format!("where is order {number}? mallory@example.com"));
        assert!(words(&answer).contains(number), "it names the number that was given: {answer:?}");
        let parts = serde_json::to_string(&answer.parts).expect("parts");
        (parts.replace(number, "N"), answer.sources, tab.heard().progress(1).join("|"))
    };
    let (wrong, unknown) = (refused("1002"), refused("9999"));
    assert_eq!(wrong, unknown, "nothing but the number differs");
    assert!(wrong.0.contains("I can't find an order"), "{wrong:?}");
}

pub fn a_proven_order_is_not_asked_for_twice(scene: &Scene) {
    let mut tab = scene.tab();
    is_order_1002(&tab.ask("where is #1002? ben@example.com"));
    is_order_1002(&tab.ask("and where is my order now?"));
    assert!(
        words(&tab.ask("where is #1001?")).contains("e-mail address or postcode"),
        "another order needs its own proof"
    );
}

pub fn products_come_from_the_catalog_with_price_and_variants(scene: &Scene) {
    let told = scene.tab().ask("do you have anything waterproof for hiking, under 150?");
    let cards: Vec<_> = told.parts.iter().filter_map(|part| part.product.as_ref()).collect();
    assert!((1..=3).contains(&cards.len()), "{told:?}");
    for card in cards {
        let price: f64 =
            card.price.trim_start_matches("from ").trim_start_matches('€').parse().expect("a price in euros");
        assert!(price <= 150.0, "{card:?}");
        assert!(!card.title.is_empty() && !card.availability.is_empty() && !card.options.is_empty(), "{card:?}");
        assert!(card.url.as_ref().is_some_and(|url| url.contains("/products/")), "{card:?}");
    }
    is_from(&told, "The shop's catalog, read at ");
}

pub fn the_page_says_which_product_is_meant(scene: &Scene) {
    let mut tab = scene.open().tab_on_product("ridgeline-rain-jacket");
    let told = tab.ask("is this available in M?");
    assert!(words(&told).starts_with("Yes, Ridgeline Rain Jacket in M is available"), "{told:?}");
    is_from(&told, "The shop's catalog, read at ");
}

pub fn the_return_policy_is_quoted_with_its_page(scene: &Scene) {
    let told = scene.tab().ask("what is your return policy?");
    let excerpt = told.parts.iter().find_map(|part| part.excerpt.as_ref()).expect("an excerpt");
    let quoted: String = excerpt.blocks.iter().flat_map(|block| &block.spans).map(|span| span.text.as_str()).collect();
    assert!(quoted.contains("30 days"), "{quoted}");
    let link = excerpt.link.as_ref().expect("a link");
    assert!(link.href.ends_with("/policies/refund-policy"), "{link:?}");
    is_from(&told, "The shop's policy pages, read at ");
}

/// In transit by `FedEx`, delayed: true on whatever day the shop is dated.
fn is_order_1002(told: &Message) {
    assert_eq!(told.author, Author::Assistant);
    let text = words(told);
    assert!(text.contains("Order #1002 is on its way by FedEx but delayed"), "{told:?}");
    let parcel = told.parts.iter().find_map(|part| part.parcel.as_ref()).expect("a parcel to draw");
    assert!(parcel.scans.len() >= 3 && parcel.expected.is_some() && parcel.tracking.is_some(), "{parcel:?}");
    // Drawn and said are the same parcel.
    assert!(parcel.tracking.as_ref().is_some_and(|link| text.contains(&link.href)), "{told:?}");
    is_from(told, "Order #1002, read at ");
}

fn is_from(told: &Message, source: &str) {
    let sources: Value = serde_json::json!(told.sources);
    assert!(told.sources.iter().any(|named| named.starts_with(source)), "{sources}");
}

//! What parts look like, read as the HTML that a server would send.

use std::sync::{Arc, LazyLock};

use leptos::prelude::RenderHtml;
use protocol::part::{Block, BlockKind, Choices, Excerpt, Image, Link, Parcel, Part, Product, Scan, Span, Stage};

use super::*;

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::find(str::to_owned));

fn html(part: Part) -> String {
    let place = Place {
        words: &WORDS,
        origin: "https://shop.example",
        is_newest: Arc::new(|| true),
        on_choice: Arc::new(|_| {}),
        stars: Arc::new(|_| 4),
        on_rate: Arc::new(|_, _| {}),
        buy: None,
        cart: "/cart",
    };
    draw(&[part], &place).map(RenderHtml::to_html).collect()
}

#[track_caller]
fn check(part: Part, expected: &str) {
    assert_eq!(html(part), expected.lines().map(str::trim).collect::<String>());
}

#[test]
fn words_show_markup_as_it_stands_and_keep_their_lines() {
    assert_eq!(
        html(Part::words(" <b>bold</b> & \"so\"\n\non ")),
        "<p class=\"words\" dir=\"auto\">&lt;b>bold&lt;/b> &amp; &quot;so&quot;\n\non</p>"
    );
}

#[test]
fn a_part_of_an_unknown_kind_shows_its_text() {
    let part: Part = serde_json::from_str(r#"{"text": "A map of the way.", "map": {"zoom": 3}}"#).unwrap();
    check(part, r#"<p class="words" dir="auto">A map of the way.</p>"#);
}

#[test]
fn a_parcel_shows_three_scans_and_folds_the_others() {
    let scan = |number: u32| Scan {
        text: format!("Scan {number}"),
        place: (number == 5).then(|| "Berlin".into()),
        when: format!("{number} May"),
        at: format!("2026-05-0{number}"),
    };
    let parcel = Parcel {
        title: "Parcel 1 of 2".into(),
        status: "Out for delivery".into(),
        stage: Stage::OutForDelivery,
        items: vec!["Jacket".into(), "2 × Sock".into()],
        expected: Some("today".into()),
        scans: (2..=5).rev().map(scan).collect(),
        tracking: Some(Link { text: "Track it".into(), href: "https://carrier.example/1".into() }),
        labels: Vec::new(),
    };
    let german = Parcel {
        status: "Unterwegs".into(),
        items: vec!["Jacke".into()],
        expected: Some("heute".into()),
        labels: ["Voraussichtlich", "Inhalt"].map(str::to_owned).to_vec(),
        ..Parcel::default()
    };
    check(
        Part { parcel: Some(german), ..Part::words("fallback") },
        r#"<section class="parcel" data-stage="0" dir="auto"><p class="title"></p><p class="status">Unterwegs</p>
           <p class="expected"><span>Voraussichtlich</span> heute</p><div class="way"></div>
           <p class="items"><span>Inhalt</span> Jacke</p></section>"#,
    );
    check(
        Part { parcel: Some(parcel), ..Part::words("fallback") },
        r#"<section class="parcel" data-stage="3" dir="auto">
           <p class="title">Parcel 1 of 2</p><p class="status">Out for delivery</p>
           <p class="expected"><span>expected</span> today</p><div class="way"></div>
           <ol class="scans" role="list">
           <li><span class="what">Scan 5</span>
           <span class="where"><span>Berlin</span><time datetime="2026-05-05">5 May</time></span></li>
           <li><span class="what">Scan 4</span><span class="where"><time datetime="2026-05-04">4 May</time></span></li>
           <li><span class="what">Scan 3</span><span class="where"><time datetime="2026-05-03">3 May</time></span></li>
           </ol>
           <details><summary>earlier (1)</summary><ol class="scans" role="list">
           <li><span class="what">Scan 2</span><span class="where"><time datetime="2026-05-02">2 May</time></span></li>
           </ol></details>
           <p class="items"><span>contains</span> Jacket, 2 × Sock</p>
           <p class="more"><a href="https://carrier.example/1" target="_blank" rel="noopener noreferrer">Track it
           <span class="vh"> new_tab</span></a></p></section>"#,
    );
}

#[test]
fn a_parcel_of_which_nothing_is_known_but_its_status_shows_that() {
    let parcel = Parcel { title: "DHL".into(), status: "Label created".into(), ..Parcel::default() };
    check(
        Part { parcel: Some(parcel), ..Part::default() },
        r#"<section class="parcel" data-stage="0" dir="auto"><p class="title">DHL</p>
           <p class="status">Label created</p><div class="way"></div></section>"#,
    );
}

#[test]
fn a_product_is_linked_only_where_its_address_may_be_followed() {
    let product = |url: &str| Product {
        title: "<img src=x onerror=alert(1)>".into(),
        price: "€24.50".into(),
        availability: "Sold out".into(),
        in_stock: false,
        url: Some(url.into()),
        image: Some(Image { url: url.into(), alt: "A bag".into() }),
        options: vec!["Size: S, M".into()],
    };
    check(
        Part { product: Some(product("javascript:alert(1)")), ..Part::default() },
        r#"<article class="product" dir="auto"><div>
           <p class="title"><span>&lt;img src=x onerror=alert(1)></span></p>
           <p class="price">€24.50</p><p class="stock">Sold out</p><p class="option">Size: S, M</p></div></article>"#,
    );
    check(
        Part { product: Some(product("https://shop.example/p")), ..Part::default() },
        r#"<article class="product" dir="auto">
           <img loading="lazy" width="72" height="90" alt="A bag" src="https://shop.example/p"></img><div>
           <p class="title"><a href="https://shop.example/p">&lt;img src=x onerror=alert(1)></a></p>
           <p class="price">€24.50</p><p class="stock">Sold out</p><p class="option">Size: S, M</p></div></article>"#,
    );
}

#[test]
fn neighbouring_items_of_an_excerpt_are_one_list() {
    let span = |text: &str| Span { text: text.into(), ..Span::default() };
    let block = |kind, spans| Block { kind, spans };
    let excerpt = Excerpt {
        title: "Refunds".into(),
        blocks: vec![
            block(BlockKind::Heading, vec![span("How long")]),
            block(
                BlockKind::Paragraph,
                vec![
                    span("Within "),
                    Span { strong: true, ..span("30 days") },
                    Span { href: Some("mailto:a@shop.example".into()), ..span("us") },
                    Span { strong: true, href: Some("data:x".into()), ..span("!") },
                ],
            ),
            block(BlockKind::Item, vec![span("one")]),
            block(BlockKind::Item, vec![span("two")]),
            block(BlockKind::Paragraph, vec![]),
            block(BlockKind::Item, vec![span("alone")]),
        ],
        link: Some(Link { text: "Read it".into(), href: "/policies/refund-policy".into() }),
    };
    check(
        Part { excerpt: Some(excerpt), ..Part::default() },
        r#"<blockquote class="excerpt" dir="auto"><p class="title">Refunds</p><p class="heading">How long</p>
           <p>Within <strong>30 days</strong><a href="mailto:a@shop.example">us</a>
           <strong><span>!</span></strong></p>
           <ul><li>one</li><li>two</li></ul><p></p><ul><li>alone</li></ul>
           <p class="more"><a href="/policies/refund-policy">Read it</a></p></blockquote>"#,
    );
}

#[test]
fn choices_are_buttons_under_their_question() {
    let choices = Choices { options: vec!["Yes".into(), "No".into()] };
    check(
        Part { choices: Some(choices), ..Part::words("Sure?") },
        r#"<div class="question"><p class="words" dir="auto">Sure?</p><ul class="choices" role="list">
           <li><button type="button" aria-disabled="false">Yes</button></li>
           <li><button type="button" aria-disabled="false">No</button></li></ul></div>"#,
    );
}

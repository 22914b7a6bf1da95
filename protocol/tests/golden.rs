//! Frames as they stand on the wire. A change here is a change that an older peer sees.

#![allow(clippy::unwrap_used, reason = "tests")]

use protocol::part::{
    Block, BlockKind, Choices, Comparison, Excerpt, Field, Form, Image, Link, Parcel, Part, Product, Rating, Row, Scan,
    Span, Stage,
};
use protocol::shopper::{
    Ack, Author, ClientFrame, HandOff, Hello, Message, Owner, Page, Proposal, Queue, Rate, Refusal, Refused, Say,
    ServerFrame, Welcome,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The frame reads from its golden text and prints to it. `BLESS=1` writes the text anew.
fn golden<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(name: &str, frame: &T) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json"));
    let printed = serde_json::to_string_pretty(frame).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(printed, written, "{name} prints otherwise");
    assert_eq!(&serde_json::from_str::<T>(&written).unwrap(), frame, "{name} reads otherwise");
}

fn page() -> Page {
    Page {
        template: "product".into(),
        product: Some("ridgeline-rain-jacket".into()),
        variant: Some("4711".into()),
        cart_items: Some(2),
        locale: "en".into(),
        country: "DE".into(),
    }
}

#[test]
fn what_the_widget_sends() {
    let frame = ClientFrame { v: 1, ..ClientFrame::default() };
    let hello = Hello { token: "secret".into(), after: 7, page: page(), pass: Some("pass".into()) };
    golden("client-hello", &ClientFrame { hello: Some(hello), ..frame.clone() });
    golden(
        "client-say",
        &ClientFrame { say: Some(Say { id: "a1".into(), text: "where is my order?".into() }), ..frame.clone() },
    );
    golden("client-hand-off", &ClientFrame { hand_off: Some(HandOff { id: "a2".into() }), ..frame.clone() });
    golden("client-ping", &ClientFrame { ping: Some(3), ..frame.clone() });
    golden("client-forget", &ClientFrame { forget: true, ..frame.clone() });
    golden("client-rate", &ClientFrame { rate: Some(Rate { id: "talk".into(), score: 5 }), ..frame });
}

#[test]
fn what_the_worker_sends() {
    let frame = ServerFrame { v: 1, ..ServerFrame::default() };
    golden(
        "server-welcome",
        &ServerFrame { welcome: Some(Welcome { owner: Owner::Assistant, latest: 9 }), ..frame.clone() },
    );
    golden("server-ack", &ServerFrame { ack: Some(Ack { id: "a1".into(), seq: 8 }), ..frame.clone() });
    let proposal = Proposal { turn: 8, status: "Reading your order…".into(), ..Proposal::default() };
    golden("server-proposal", &ServerFrame { proposal: Some(proposal), ..frame.clone() });
    let draft = Proposal {
        turn: 8,
        status: "A colleague is checking the answer".into(),
        is_checked: true,
        parts: vec![Part::words("Yes.")],
    };
    golden("server-draft", &ServerFrame { proposal: Some(draft), ..frame.clone() });
    let queue = Queue { text: "You are second in line.".into() };
    golden("server-queue", &ServerFrame { queue: Some(queue), ..frame.clone() });
    golden("server-owner", &ServerFrame { owner: Some(Owner::Waiting), ..frame.clone() });
    let refused = Refused { id: Some("a1".into()), code: Refusal::TooLong, text: "That is too long.".into() };
    golden("server-refused", &ServerFrame { refused: Some(refused), ..frame.clone() });
    golden("server-pong", &ServerFrame { pong: Some(3), ..frame.clone() });
    golden("server-token", &ServerFrame { token: Some("secret".into()), ..frame.clone() });
    let message = Message {
        seq: 9,
        id: None,
        author: Author::Assistant,
        at: 1_795_172_400_000,
        parts: vec![Part::words("Order #1002 is on its way."), parcel(), product(), excerpt(), choices()],
        sources: vec!["Order #1002, read at 11:00 UTC".into()],
        ..Message::default()
    };
    golden("server-message", &ServerFrame { message: Some(message), ..frame.clone() });
    let reply = Message {
        seq: 12,
        author: Author::Agent,
        name: Some("Mira".into()),
        lang: Some("de".into()),
        at: 1_795_172_400_000,
        parts: vec![Part::words("Gern!"), comparison(), form(), rating(), photos()],
        ..Message::default()
    };
    golden("server-reply", &ServerFrame { message: Some(reply), ..frame });
}

fn parcel() -> Part {
    let scan = Scan {
        text: "Departed".into(),
        place: Some("Köln, DE".into()),
        when: "19 November, 21:15".into(),
        at: "2026-11-19T20:15:00Z".into(),
    };
    let parcel = Parcel {
        title: "UPS".into(),
        status: "On its way".into(),
        stage: Stage::Moving,
        items: vec!["2 × Mug".into()],
        expected: Some("Tomorrow".into()),
        scans: vec![scan],
        tracking: Some(Link { text: "Track this parcel".into(), href: "https://carrier.example/1".into() }),
        labels: vec!["Expected".into(), "Contains".into(), "Earlier scans".into()],
    };
    Part { parcel: Some(parcel), ..Part::words("A parcel.") }
}

fn product() -> Part {
    let product = Product {
        title: "Ridgeline Rain Jacket".into(),
        price: "€139.00".into(),
        availability: "Available".into(),
        in_stock: true,
        url: Some("https://shop.example/products/ridgeline-rain-jacket".into()),
        image: Some(Image { url: "https://shop.example/a.jpg".into(), alt: "A jacket".into() }),
        options: vec!["Size: S, M (sold out)".into()],
    };
    Part { product: Some(product), ..Part::words("A product.") }
}

fn excerpt() -> Part {
    let spans = vec![Span {
        text: "30 days".into(),
        strong: true,
        href: Some("https://shop.example/policies/refund-policy".into()),
    }];
    let blocks = vec![Block { kind: BlockKind::Item, spans }];
    let link = Some(Link { text: "Read all".into(), href: "https://shop.example/policies/refund-policy".into() });
    Part { excerpt: Some(Excerpt { title: "Returns".into(), blocks, link }), ..Part::words("30 days") }
}

fn choices() -> Part {
    Part { choices: Some(Choices { options: vec!["Yes, please".into()] }), ..Part::words("Shall I?") }
}

fn comparison() -> Part {
    let row = Row { name: "Weight".into(), values: vec!["310 g".into(), "420 g".into()] };
    let comparison = Comparison { columns: vec!["Ridgeline".into(), "Fellside".into()], rows: vec![row] };
    Part { comparison: Some(comparison), ..Part::words("Ridgeline weighs 310 g, Fellside 420 g.") }
}

fn form() -> Part {
    let form = Form { fields: vec![Field::OrderNumber, Field::Email] };
    Part { form: Some(form), ..Part::words("Your order number and e-mail, please.") }
}

fn rating() -> Part {
    Part { rating: Some(Rating { id: "talk".into() }), ..Part::words("How did we do?") }
}

fn photos() -> Part {
    let photo = Image { url: "https://shop.example/b.jpg".into(), alt: "The seam".into() };
    Part { photos: vec![photo], ..Part::words("A picture of the seam.") }
}

#[test]
fn an_older_reader_shows_the_text_of_what_it_does_not_know() {
    let newer = r#"{"v":1,"message":{"seq":1,"author":"oracle","at":1,"parts":[{"text":"plain words","hologram":{"depth":3}}],"mood":"good"},"weather":{}}"#;
    let frame: ServerFrame = serde_json::from_str(newer).unwrap();
    let message = frame.message.unwrap();
    assert_eq!(message.parts, vec![Part::words("plain words")]);
    assert_eq!(message.author, Author::Notice);
    let unknown: ServerFrame = serde_json::from_str(r#"{"v":1,"fireworks":{"count":3}}"#).unwrap();
    assert_eq!(unknown, ServerFrame { v: 1, ..ServerFrame::default() });
}

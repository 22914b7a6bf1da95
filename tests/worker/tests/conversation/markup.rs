//! Markup, Liquid and odd scripts are text: kept as they came, run nowhere.

use protocol::part::Part;
use protocol::shopper::Author;
use worker_tests::Scene;
use worker_tests::heard::words;

const LINES: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{ shop.name }} {% raw %} {{ 7 | times: 6 }}",
    "**bold** [press](javascript:alert(3)) `code`",
    "&lt;b&gt; &amp; &#x3c;",
    "أين طلبي؟ \u{202e}back to front\u{202c}",
    "👩‍👩‍👧‍👦 🇩🇪 e\u{301} ☃\u{fe0f}",
    "'; DROP TABLE message; --",
    "nothing\u{0}after",
    "  spaces\tand\nlines stay  ",
];

pub fn lines_come_back_exactly_as_they_were_sent(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    for line in LINES {
        tab.told(line);
    }
    tab.settle();
    let parts = |messages: Vec<&protocol::shopper::Message>| {
        messages.iter().map(|message| message.parts.clone()).collect::<Vec<_>>()
    };
    let wanted = LINES.map(|line| vec![Part::words(line)]);
    assert_eq!(parts(tab.heard().by(Author::Shopper)), wanted, "live");
    assert_eq!(parts(conversation.tab().heard().by(Author::Shopper)), wanted, "replayed");
}

pub fn a_hand_off_carries_markup_as_text_and_the_merchants_page_escapes_it(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    for line in LINES {
        tab.told(line);
    }
    // Asking for a person may come while a line is being answered: the assistant's words do not matter here.
    tab.ask_for_a_person("press");
    let record = scene.demo_shop.first_received(&conversation.id);
    let lines = record["transcript"].as_array().expect("lines");
    let told: Vec<_> = lines
        .iter()
        .filter(|line| line["author"] == "shopper")
        .map(|line| line["text"].as_str().expect("text"))
        .collect();
    assert_eq!(told, LINES);
    let page = scene.demo_shop.hand_off_page();
    assert!(page.contains("&#60;script&#62;alert(1)") && !page.contains("<script>alert(1)"), "escaped on the page");
    assert!(page.contains("{{ shop.name }}"), "and Liquid is not run");
}

pub fn a_chat_channels_summary_holds_no_markup(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.told("<!channel> <https://evil.example|press here> & more");
    tab.ask_for_a_person("press");
    scene.demo_shop.first_received(&conversation.id);
    let payload = &scene.demo_shop.received(&conversation.id)[0]["payload"];
    let text = payload["text"].as_str().expect("text");
    assert!(text.contains("&lt;!channel&gt;") && !text.contains('<'), "{text}");
}

pub fn a_product_title_with_markup_is_plain_text(scene: &Scene) {
    let told = scene.open().tab_on_product("markup-test-mug").ask("tell me more about this");
    let card = told.parts.iter().find_map(|part| part.product.as_ref()).expect("a card");
    assert_eq!(card.title, "<b>Bold</b> Mug {{ shop.name }} & Co");
    assert!(words(&told).contains(&card.title), "said as it is drawn: {told:?}");
}

pub fn an_order_note_with_markup_reaches_nobody(scene: &Scene) {
    let found = scene.demo_shop.admin(r#"{ orders(first: 1, query: "name:1514") { nodes { email note } } }"#);
    let order = &found["orders"]["nodes"][0];
    let (email, note) = (order["email"].as_str().expect("an address"), order["note"].as_str().unwrap_or_default());
    assert!(
        note.contains("<script>alert(1)</script> {{ shop.name }}"),
        "the demo shop has an order with such a note: {found}"
    );
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let told = tab.ask(&format!("where is order 1514? {email}"));
    assert!(words(&told).contains("#1514"), "{told:?}");
    tab.ask_for_a_person("press");
    let record = scene.demo_shop.first_received(&conversation.id).to_string();
    let frames = serde_json::to_string(&tab.heard().frames).expect("frames");
    assert!(!frames.contains("alert(1)") && !record.contains("alert(1)"), "the note is not the assistant's to tell");
}

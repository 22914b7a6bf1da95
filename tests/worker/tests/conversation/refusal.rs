//! What is not accepted: each gets a clear answer, and nothing of it is kept.

use protocol::shopper::{Author, Page, Refusal};
use serde_json::json;
use worker_tests::Scene;

pub fn frames_that_mean_nothing_are_refused_and_the_socket_lives(scene: &Scene) {
    let say = |text: &str| json!({ "v": 1, "say": { "id": "x", "text": text } }).to_string();
    let rows = [
        ("a member of tomorrow's", r#"{"v":1,"dance":{"id":"x"}}"#.into(), Refusal::BadFrame),
        ("no member at all", r#"{"v":1}"#.into(), Refusal::BadFrame),
        ("another version", r#"{"v":2,"say":{"id":"x","text":"hi"}}"#.into(), Refusal::Version),
        ("no version", r#"{"say":{"id":"x","text":"hi"}}"#.into(), Refusal::Version),
        ("no JSON", "where is my order?".into(), Refusal::BadFrame),
        ("torn JSON", r#"{"v":1,"say":{"id":"x","#.into(), Refusal::BadFrame),
        ("half a character", r#"{"v":1,"say":{"id":"x","text":"\ud83d"}}"#.into(), Refusal::BadFrame),
        ("a list", "[1,2]".into(), Refusal::BadFrame),
        ("nothing", String::new(), Refusal::BadFrame),
        ("a deep pit", "[".repeat(60_000), Refusal::BadFrame),
        ("a wrong type", r#"{"v":1,"say":{"id":"x","text":["hi"]}}"#.into(), Refusal::BadFrame),
        ("no id", r#"{"v":1,"say":{"text":"hi"}}"#.into(), Refusal::BadFrame),
        ("a long id", json!({ "v": 1, "say": { "id": "x".repeat(65), "text": "hi" } }).to_string(), Refusal::BadFrame),
        ("an id with a space", r#"{"v":1,"hand_off":{"id":"x y"}}"#.into(), Refusal::BadFrame),
        ("70 kB", format!(r#"{{"v":1,"filling":"{}"}}"#, "x".repeat(70_000)), Refusal::TooLong),
        ("a text of 100 kB", say(&"word ".repeat(20_000)), Refusal::TooLong),
        ("a character too many", say(&"ü".repeat(4_001)), Refusal::TooLong),
        ("an empty text", say(""), Refusal::Empty),
        ("white space", say(" \n\t\u{3000}"), Refusal::Empty),
    ];
    let mut tab = scene.tab();
    let mut refused = |(what, text, code): (&str, String, Refusal)| {
        let refused = tab.refused(&text);
        (refused.code != code || refused.text.is_empty()).then(|| format!("{what}: {refused:?}"))
    };
    let wrong: Vec<String> = rows.into_iter().filter_map(&mut refused).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    tab.send_binary(&[0, 159, 146, 150]);
    let refused = tab.wait("a refusal", |heard| heard.refusals().get(19).map(|refused| refused.code));
    assert_eq!(refused, Refusal::BadFrame, "binary");
    assert_eq!(tab.told("hello"), 1, "nothing of all that was kept");
}

pub fn a_refused_line_is_named_so_that_it_can_be_mended(scene: &Scene) {
    let mut tab = scene.tab();
    for (text, code) in [("x".repeat(4_001), Refusal::TooLong), (" ".into(), Refusal::Empty)] {
        let id = tab.say(&text);
        let refused =
            tab.wait("a refusal", |heard| heard.refusals().last().filter(|last| last.code == code).copied().cloned());
        assert_eq!(refused.id, Some(id));
    }
    let longest = "😀".repeat(4_000);
    tab.told(&longest);
    tab.settle();
    assert_eq!(tab.heard().by(Author::Shopper)[0].parts[0].text, longest, "the longest line is taken whole");
}

pub fn the_21st_line_in_a_minute_has_to_wait(scene: &Scene) {
    let mut tab = scene.tab();
    for turn in 0..20 {
        tab.say_as(&format!("line-of-many-{turn}"), "hello");
    }
    let seq = tab.acknowledged("line-of-many-19");
    tab.say_as("one-too-many", "hello");
    let refused = tab.wait("a refusal", |heard| heard.refusals().first().copied().cloned());
    assert_eq!((refused.code, refused.id.as_deref()), (Refusal::TooFast, Some("one-too-many")));
    tab.say_as("line-of-many-19", "hello");
    let again = tab.wait("another acknowledgement", |heard| heard.acks("line-of-many-19").get(1).copied());
    assert_eq!(again, seq, "what is kept already is acknowledged, however fast");
    tab.settle();
    assert_eq!(tab.heard().by(Author::Shopper).len(), 20);
    assert_eq!(tab.heard().by(Author::Assistant).len(), 20, "each is answered once");
}

pub fn nothing_is_told_before_a_hello_with_the_right_token(scene: &Scene) {
    let (own, other) = (scene.open(), scene.open());
    own.tab().ask("hello");
    for token in ["", "wrong", &other.token(), &own.token()[1..], &own.id] {
        let mut tab = own.socket();
        tab.hello(token, 0, Page::default());
        tab.closed();
        let codes: Vec<_> = tab.heard().refusals().iter().map(|refused| refused.code).collect();
        assert_eq!(codes, [Refusal::Forbidden], "{token:?}");
        assert_eq!(tab.heard().frames.len(), 1, "{token:?} learns nothing else");
    }
    let mut hasty = own.socket();
    hasty.say("hello");
    hasty.closed();
    assert_eq!(hasty.heard().refusals()[0].code, Refusal::Forbidden);
    assert_eq!(own.history().len(), 2, "nothing was kept");
}

pub fn strangers_hear_nothing_and_close_no_tab(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let mut silent = conversation.socket();
    let mut stranger = conversation.socket();
    stranger.hello("wrong", 0, Page::default());
    stranger.closed();
    tab.ask("hello");
    assert_eq!(stranger.heard().frames.len(), 1, "it was refused, and that is all");
    silent.say("what is going on here?");
    silent.closed();
    assert_eq!(silent.heard().frames.len(), 1, "all that came before is its refusal");
}

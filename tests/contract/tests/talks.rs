//! Every conversation in `tests/transcripts/talks/` takes the course that was written down before it was ever played.
//!
//! Expectations are acts, not words: `~ ask-order-number`, `= hand-off legal`. Where the desk does otherwise the
//! conversation is listed in `misses.txt`, by its title, behind the reason; one that no longer misses must leave that
//! list.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use contract_tests::doorman::Doorman;
use contract_tests::player::{Player, Said};
use contract_tests::shop::{Shop, TODAY};
use contract_tests::transcript::{self, Step, Transcript};
use desk::reply::Reason;
use edge_worker::ports::Mirror;

#[test]
fn every_talk_takes_the_course_that_was_expected() {
    let shop = Shop::start("talks");
    let mirror = shop.mirror();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../transcripts/talks");
    let listed = fs::read_to_string(folder.join("misses.txt")).expect("a list");
    let known: BTreeSet<String> = listed.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let (mut count, mut report, mut missed) = (0, String::new(), BTreeSet::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "chat")) {
        let language = file.file_stem().and_then(|name| name.to_str()).unwrap_or("en").to_owned();
        for talk in transcript::parse(&fs::read_to_string(file).expect("a text")).1 {
            count += 1;
            if let Some(difference) = play(&shop, &mirror, &talk, &language) {
                let title = format!("{language}: {}", talk.title);
                if !known.contains(&title) {
                    let _ = writeln!(report, "\n--- {title}\n{difference}");
                }
                missed.insert(title);
            }
        }
    }
    let mended: Vec<_> = known.difference(&missed).collect();
    assert!(count >= 125, "only {count} talks were found");
    assert!(report.is_empty(), "{} of {count} take another course:{report}", missed.len());
    assert!(mended.is_empty(), "no longer missed, take them off the list: {mended:#?}");
}

/// Where the talk leaves its course; nothing if it keeps it.
fn play(shop: &Shop, mirror: &impl Mirror, talk: &Transcript, language: &str) -> Option<String> {
    let (shopify, carriers) = (shop.shopify(&[]), shop.carriers(&[]));
    let door = Doorman::with_most(5);
    let mut player =
        Player::new(&shopify, mirror, &carriers, &door, format!("{TODAY}T11:00:00Z").parse().expect("an instant"));
    player.page.locale = language.into();
    for step in &talk.steps {
        match step {
            Step::Page(handle) => player.page.product = Some(handle.clone()),
            Step::Customer(id) => player.sign_in(id),
            Step::Fault(fault) => panic!("talks have no faults: {fault}"),
            Step::Say { line, expected } => {
                let Said { acts, hand_off, lines } = player.say(line);
                let acts = format!("~ {}", acts.join(" "));
                let reason = hand_off.map(named);
                let wanted_reason = expected.iter().find_map(|line| line.strip_prefix("= hand-off "));
                let is_reason = match (wanted_reason, &reason) {
                    (None, None) => true,
                    (Some(wanted), Some(reason)) => wanted == "*" || wanted == reason,
                    _ => false,
                };
                if expected.first() != Some(&acts) || !is_reason {
                    let said: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
                    return Some(format!(
                        "> {line}\nwant {}\ngot  {acts} {reason:?}\n     {}",
                        expected.join(" | "),
                        said.join(" ")
                    ));
                }
            }
        }
    }
    None
}

fn named(reason: Reason) -> String {
    match reason {
        Reason::NotHandled(_) => "not_handled".into(),
        other => serde_json::to_string(&other).expect("a name").trim_matches('"').to_owned(),
    }
}

//! Every conversation in `tests/transcripts/` goes as it is written.
//!
//! In `carriers.chat` the carriers are asked; elsewhere the shop has set up none.
//!
//! `BLESS=1 cargo test -p contract-tests --test transcripts` writes down what happens now; read the difference.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use contract_tests::doorman::Doorman;
use contract_tests::player::{Player, Said, written};
use contract_tests::shop::{Shop, TODAY};
use contract_tests::transcript::{self, Step, Transcript};
use edge_worker::ports::{Mirror, Tracking};

#[test]
fn every_written_conversation_goes_as_written() {
    let shop = Shop::start("transcripts");
    let mirror = shop.mirror();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../transcripts");
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let mut differences = String::new();
    let mut count = 0;
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "chat")) {
        let text = fs::read_to_string(file).expect("a text");
        let (comment, wanted) = transcript::parse(&text);
        let asks_carriers = file.file_stem().is_some_and(|name| name == "carriers");
        let carriers = if asks_carriers { shop.own_carriers() } else { shop.carriers(&[]) };
        let played: Vec<Transcript> =
            wanted.iter().map(|transcript| play(&shop, &mirror, &carriers, transcript)).collect();
        count += played.len();
        if std::env::var_os("BLESS").is_some() {
            fs::write(file, transcript::print(&comment, &played)).expect("written");
            continue;
        }
        for (wanted, played) in wanted.iter().zip(&played).filter(|(wanted, played)| wanted != played) {
            let (wanted, played) = (
                transcript::print("", std::slice::from_ref(wanted)),
                transcript::print("", std::slice::from_ref(played)),
            );
            let _ = write!(differences, "\n=== {}\nwritten:\n{wanted}\nplayed:\n{played}\n", file.display());
        }
    }
    assert!(count >= 25, "only {count} conversations were found");
    assert!(differences.is_empty(), "{differences}");
}

fn play(shop: &Shop, mirror: &impl Mirror, carriers: &impl Tracking, transcript: &Transcript) -> Transcript {
    edge_worker::begin_anew();
    let shopify = shop.shopify(&[]);
    let door = Doorman::with_most(5);
    let now = format!("{TODAY}T11:00:00Z").parse().expect("an instant");
    let mut player = Player::new(&shopify, mirror, carriers, &door, now);
    let mut outcome = Transcript { title: transcript.title.clone(), steps: Vec::new() };
    for step in &transcript.steps {
        outcome.steps.push(match step {
            Step::Page(handle) => {
                player.page.product = Some(handle.clone());
                step.clone()
            }
            Step::Customer(id) => {
                player.sign_in(id);
                step.clone()
            }
            Step::Fault(fault) => {
                // What was read a moment ago would hide it.
                edge_worker::begin_anew();
                match fault.split_once(' ') {
                    Some((upstream, fault)) => shop.set_fault(upstream, fault),
                    None => shop.clear_faults(),
                }
                step.clone()
            }
            Step::Say { line, .. } => {
                let Said { lines, hand_off, .. } = player.say(line);
                let mut expected: Vec<String> = Vec::new();
                for line in lines.iter().map(written) {
                    expected.extend(line.into_iter().enumerate().map(|(index, text)| {
                        format!("{}{}", if index == 0 { "< " } else { "  " }, shop.without_port(&text))
                    }));
                }
                if let Some(reason) = hand_off {
                    let reason = serde_json::to_string(&reason).expect("a reason");
                    expected.push(format!("= hand-off {}", reason.trim_matches('"')));
                }
                Step::Say { line: line.clone(), expected }
            }
        });
    }
    shop.clear_faults();
    outcome
}

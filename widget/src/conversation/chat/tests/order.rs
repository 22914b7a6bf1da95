//! Replays, second tabs and any order of arrival.

use proptest::prelude::*;
use protocol::shopper::Page;

use super::{LIVE, check, parse};
use crate::conversation::{Chat, Delivery};

#[test]
fn a_replayed_message_shows_once() {
    check(&format!("{LIVE} line 1 a \n reply 2 \n line 1 a \n reply 2"), "1:a 2:2 | quiet");
}

#[test]
fn messages_are_shown_in_the_order_of_their_numbers() {
    check(&format!("{LIVE} reply 2 \n reply 3 \n line 1 a"), "1:a 2:2 3:3 | quiet");
}

#[test]
fn a_gap_is_asked_for_again_with_the_next_connection() {
    check(
        &format!(
            "{LIVE} line 1 a \n reply 3 \n lost => wait 800 \n due => connect c \n connected => send hello/token-c/1"
        ),
        "1:a 3:3 | quiet",
    );
}

#[test]
fn a_line_from_a_second_tab_shows_among_ours() {
    check(&format!("{LIVE} said a => send say/a \n line 1 other \n ack a 2 \n reply 3"), "1:other 2:a 3:3 | quiet");
}

#[test]
fn an_acknowledgement_and_its_message_may_come_in_any_order() {
    check(&format!("{LIVE} said a => send say/a \n ack a 1 \n line 1 a"), "1:a | quiet");
    check(&format!("{LIVE} said a => send say/a \n line 1 a \n ack a 1"), "1:a | quiet");
}

#[test]
fn a_message_without_a_number_is_no_message() {
    check(&format!("{LIVE} reply 0"), "| quiet");
}

proptest! {
    /// Whatever is lost, doubled or reordered: each line of the shopper's shows exactly once, and numbers only rise.
    #[test]
    fn no_line_is_lost_or_doubled(events in prop::collection::vec(0..24_usize, 0..60)) {
        let known = [
            "connected", "welcome 4", "lost", "due", "offline", "online", "woke", "beat", "opened c", "unreachable",
            "ack 0 1", "ack 1 2", "line 1 0", "line 2 1", "reply 3", "reply 4", "refused fault 0", "tried-again 0",
            "refused too-fast", "asked h", "proposal 2 reading", "owner waiting", "slept", "looked",
        ];
        let mut chat = Chat::new(Page::default());
        for id in ["0", "1"] {
            let _ = chat.update(parse(&format!("said {id}")));
        }
        for event in events {
            let _ = chat.update(parse(known[event]));
            for id in ["0", "1"] {
                prop_assert_eq!(chat.entries().filter(|entry| entry.key == id).count(), 1);
            }
            let kept: Vec<u64> = chat.entries().map(|entry| entry.message.seq).filter(|&seq| seq > 0).collect();
            prop_assert!(kept.is_sorted_by(|one, next| one < next), "{:?}", kept);
            let is_settled = |id| matches!(chat.delivery(id), Delivery::Sent) == chat.entries().any(|entry| entry.key == id && entry.message.seq > 0);
            prop_assert!(is_settled("0") && is_settled("1"));
        }
    }
}

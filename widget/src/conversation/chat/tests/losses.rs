//! Connections that fail, and networks that go.

use super::{LIVE, check};

#[test]
fn a_lost_connection_is_made_again_with_growing_pauses() {
    check(
        &format!(
            "{LIVE}
             lost => wait 800
             due => connect c
             lost => wait 1600
             due => connect c
             connected => send hello/token-c/0
             lost => wait 3200"
        ),
        "| reconnecting",
    );
}

#[test]
fn a_welcome_makes_the_pauses_short_again() {
    check(
        &format!(
            "{LIVE}
             lost => wait 800
             due => connect c
             lost => wait 1600
             due => connect c
             connected => send hello/token-c/0
             welcome 0
             lost => wait 800"
        ),
        "| reconnecting",
    );
}

#[test]
fn a_socket_that_closes_at_once_is_not_tried_at_full_speed() {
    check(
        "restored c => connect c
         connected => send hello/token-c/0
         lost => wait 800
         due => connect c
         connected => send hello/token-c/0
         lost => wait 1600",
        "| reconnecting",
    );
}

#[test]
fn the_first_try_is_silent_and_the_second_is_not() {
    check("restored c => connect c", "| quiet");
    check("restored c => connect c \n lost => wait 800 \n due => connect c", "| reconnecting");
}

#[test]
fn an_unacknowledged_line_is_sent_again_under_the_same_id() {
    check(
        &format!(
            "{LIVE}
             said a => send say/a
             lost => wait 800
             due => connect c
             connected => send hello/token-c/0 say/a"
        ),
        "a… | quiet",
    );
}

#[test]
fn a_line_that_was_kept_but_not_acknowledged_shows_once() {
    let lost = format!("{LIVE} said a => send say/a \n lost => wait 800 \n due => connect c");
    let again = format!("{lost} \n connected => send hello/token-c/0 say/a \n welcome 1 \n line 1 a");
    check(&again, "1:a | quiet");
    check(&format!("{again} \n ack a 1"), "1:a | quiet");
}

#[test]
fn a_line_written_while_waiting_is_a_reason_to_try_now() {
    check(&format!("{LIVE} lost => wait 800 \n said a => connect c \n due"), "a- | reconnecting");
}

#[test]
fn a_lost_connection_takes_the_proposal_with_it() {
    check(
        &format!(
            "{LIVE}
             proposal 1 reading
             lost => wait 800
             due => connect c
             connected => send hello/token-c/0
             welcome 0"
        ),
        "| quiet",
    );
}

#[test]
fn a_hand_off_that_was_not_acknowledged_is_asked_again() {
    check(
        &format!(
            "{LIVE}
             asked h => send hand-off/h
             lost => wait 800
             due => connect c
             connected => send hello/token-c/0 hand-off/h"
        ),
        "| quiet | handed over",
    );
}

#[test]
fn lines_written_offline_are_held_and_sent_when_the_network_is_back() {
    check(&format!("{LIVE} offline => hang up \n said a \n said b"), "a- b- | offline");
    check(
        &format!(
            "{LIVE}
             offline => hang up
             said a
             due
             lost
             online => connect c
             connected => send hello/token-c/0 say/a"
        ),
        "a… | quiet",
    );
}

#[test]
fn offline_before_the_first_line() {
    check("offline \n said a \n asked h", "a- | offline | handed over");
    check("offline \n said a \n online => open", "a… | quiet");
    check("offline \n online", "| quiet");
}

#[test]
fn going_offline_while_a_conversation_is_opened_keeps_what_was_opened() {
    check(
        "said a => open
         offline => hang up
         unreachable
         online => open
         offline => hang up
         opened c
         online => connect c",
        "a… | quiet",
    );
}

#[test]
fn a_worker_that_cannot_be_reached_is_asked_again() {
    check("said a => open \n unreachable => wait 800 \n due => open \n unreachable => wait 1600", "a- | reconnecting");
}

#[test]
fn a_page_that_is_looked_at_again_does_not_wait() {
    check(&format!("{LIVE} lost => wait 800 \n woke => connect c"), "| reconnecting");
}

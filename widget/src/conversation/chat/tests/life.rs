//! From the first line to a person.

use super::check;

const LIVE: &str = "
    said a => open
    opened c => connect c
    connected => send hello/token-c/0 say/a
    welcome 0
    ack a 1
";

#[test]
fn nothing_is_sent_before_the_first_line() {
    check("woke \n beat \n online \n connected \n lost \n due", "| quiet");
}

#[test]
fn the_first_line_opens_a_conversation_and_follows_hello_at_once() {
    check("said a => open \n opened c => connect c \n connected => send hello/token-c/0 say/a", "a… | quiet");
    check(LIVE, "1:a | quiet");
}

#[test]
fn a_pass_is_shown_with_the_next_hello_and_once() {
    check(
        "restored c => connect c
         passed p
         connected => send hello/token-c/pass/p
         welcome 0
         lost => wait 800
         due => connect c
         connected => send hello/token-c/0",
        "| quiet",
    );
}

#[test]
fn a_new_token_is_kept_shown_and_used_from_then_on() {
    check(
        "restored c => connect c
         connected => send hello/token-c/0
         token new => keep c new hello/new/0
         welcome 2
         line 1 a
         reply 2
         token newer => keep c newer hello/newer/2
         welcome 2
         lost => wait 800
         due => connect c
         connected => send hello/newer/2",
        "1:a 2:2 | quiet",
    );
    check("token new", "| quiet");
}

#[test]
fn a_token_that_another_tab_was_given_is_used_for_the_same_conversation_only() {
    check(
        "restored c => connect c
         connected => send hello/token-c/0
         welcome 0
         shared c new
         lost => wait 800
         shared d other
         shared c newer => connect c
         connected => send hello/newer/0",
        "| quiet",
    );
    check("shared c new \n said a => open", "a… | quiet");
}

#[test]
fn lines_typed_while_connecting_are_sent_in_order_of_writing() {
    check(
        "said a => open
         said b
         opened c => connect c
         said d
         connected => send hello/token-c/0 say/a say/b say/d
         said e => send say/e
         welcome 0
         ack a 1
         ack b 2",
        "1:a 2:b d… e… | quiet",
    );
}

#[test]
fn a_reply_replaces_the_proposal_for_it() {
    check(&format!("{LIVE} proposal 1 reading"), "1:a | working reading");
    check(&format!("{LIVE} proposal 1 reading \n proposal 1 writing"), "1:a | working writing");
    check(&format!("{LIVE} proposal 1 reading \n reply 2"), "1:a 2:2 | quiet");
    check(&format!("{LIVE} proposal 1 reading \n proposal 1"), "1:a | quiet");
}

#[test]
fn a_proposal_for_an_older_line_comes_too_late() {
    check(&format!("{LIVE} proposal 3 new \n proposal 1 old"), "1:a | working new");
}

#[test]
fn asking_for_a_person_needs_no_line_before_it() {
    check(
        "asked h => open
         opened c => connect c
         connected => send hello/token-c/0 hand-off/h",
        "| quiet | handed over",
    );
}

#[test]
fn a_person_is_asked_for_once() {
    check(&format!("{LIVE} asked h => send hand-off/h \n asked i"), "1:a | quiet | handed over");
    check(&format!("{LIVE} asked h => send hand-off/h \n ack h 2 \n asked i"), "1:a | quiet | handed over");
    check(&format!("{LIVE} owner agent \n asked h"), "1:a | quiet | handed over");
}

#[test]
fn nothing_is_proposed_while_a_person_has_the_conversation() {
    check(&format!("{LIVE} proposal 1 reading \n owner waiting"), "1:a | quiet | handed over");
    check(&format!("{LIVE} owner agent \n proposal 1 reading"), "1:a | quiet | handed over");
}

#[test]
fn a_conversation_given_back_can_be_handed_over_again() {
    check(&format!("{LIVE} owner agent \n owner assistant \n asked h => send hand-off/h"), "1:a | quiet | handed over");
}

#[test]
fn a_hand_off_from_another_tab_shows_here() {
    check(&format!("{LIVE} notice 2 \n owner waiting"), "1:a 2:2 | quiet | handed over");
}

#[test]
fn after_a_reload_the_conversation_comes_back_as_it_was() {
    check(
        "restored c => connect c
         connected => send hello/token-c/0
         welcome 3 waiting
         line 1 a
         reply 2
         notice 3",
        "1:a 2:2 3:3 | quiet | handed over",
    );
}

#[test]
fn a_live_connection_shows_that_it_lives() {
    check(&format!("{LIVE} beat => send ping/1 \n pong \n beat => send ping/2 \n woke => send ping/3"), "1:a | quiet");
}

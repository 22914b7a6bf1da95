//! What the Worker does not accept.

use super::{LIVE, check};

#[test]
fn a_refused_message_stays_and_can_be_sent_again() {
    for code in ["too-fast", "fault", "bad-frame", "too-long"] {
        let refused = format!("{LIVE} said a => send say/a \n refused {code} a");
        check(&refused, "a! | quiet");
        check(&format!("{refused} \n tried-again a => send say/a"), "a… | quiet");
        check(&format!("{refused} \n tried-again a => send say/a \n ack a 1"), "1:a | quiet");
    }
}

#[test]
fn a_refusal_that_names_no_line_is_of_the_oldest_that_waits() {
    check(&format!("{LIVE} said a => send say/a \n said b => send say/b \n refused bad-frame"), "a! b… | quiet");
}

#[test]
fn a_refusal_of_nothing_that_was_written_is_said_aloud() {
    check(&format!("{LIVE} refused fault"), "| trouble because");
    check(&format!("{LIVE} refused fault \n said a => send say/a"), "a… | quiet");
}

#[test]
fn a_refusal_of_an_unknown_line_changes_nothing() {
    check(&format!("{LIVE} said a => send say/a \n refused fault z"), "a… | quiet");
}

#[test]
fn a_refused_hand_off_can_be_asked_for_again() {
    let refused = format!("{LIVE} asked h => send hand-off/h \n refused too-fast h");
    check(&refused, "| trouble because");
    check(&format!("{refused} \n asked i => send hand-off/i"), "| quiet | handed over");
}

#[test]
fn a_worker_that_can_do_nothing_is_said_to_and_asked_again() {
    let turned_away = "said a => open \n unavailable => wait 800 \n due => open \n unavailable => wait 1600";
    check(turned_away, "a- | unavailable");
    let mended = "opened c => connect c \n connected => send hello/token-c/0 say/a \n welcome 0 \n ack a 1";
    check(&format!("{turned_away} \n due => open \n {mended}"), "1:a | quiet");
    check(&format!("{turned_away} \n start-over => forget"), "| quiet");
    let broken = format!(
        "{LIVE} lost => wait 800 \n due => connect c \n connected => send hello/token-c/0 \n refused unavailable"
    );
    check(&broken, "| unavailable");
    check(&format!("{broken} \n lost => wait 1600"), "| unavailable");
    check(&format!("{broken} \n lost => wait 1600 \n offline => hang up"), "| offline");
}

#[test]
fn a_refused_line_is_not_sent_with_the_next_connection() {
    check(
        &format!(
            "{LIVE}
             said a => send say/a
             refused too-long a
             lost => wait 800
             due => connect c
             connected => send hello/token-c/0"
        ),
        "a! | quiet",
    );
}

#[test]
fn trying_again_what_did_not_fail_changes_nothing() {
    check(&format!("{LIVE} said a => send say/a \n tried-again a \n tried-again z"), "a… | quiet");
}

#[test]
fn a_line_that_no_worker_takes_is_not_sent() {
    check("said-too-much a", "a! | quiet");
}

#[test]
fn another_version_asks_for_a_reload_and_loses_no_line() {
    let outdated = format!("{LIVE} said a => send say/a \n refused version => hang up");
    check(&outdated, "a! | outdated");
    check(&format!("{outdated} \n lost \n due \n online \n woke \n said b \n asked h"), "a! b! | outdated");
    check(&format!("{LIVE} from-the-future => hang up"), "| outdated");
}

#[test]
fn a_conversation_that_is_not_ours_is_forgotten() {
    check(
        "restored c => connect c \n connected => send hello/token-c/0 \n refused forbidden => forget",
        "| quiet | renewed",
    );
}

#[test]
fn what_was_not_sent_goes_into_a_new_conversation_which_says_so() {
    check(
        "restored c => connect c
         said a
         connected => send hello/token-c/0 say/a
         refused forbidden => open
         lost
         opened d => connect d
         connected => send hello/token-d/0 say/a
         welcome 0
         ack a 1",
        "1:a | quiet | renewed",
    );
}

#[test]
fn what_was_shown_of_a_conversation_goes_with_it() {
    check(
        &format!(
            "{LIVE}
             line 1 a
             reply 2
             owner agent
             lost => wait 800
             due => connect c
             connected => send hello/token-c/2
             refused forbidden => forget"
        ),
        "| quiet | renewed",
    );
}

#[test]
fn a_worker_that_forbids_what_it_opened_is_not_asked_forever() {
    check(
        "said a => open
         opened c => connect c
         connected => send hello/token-c/0 say/a
         refused forbidden => forget",
        "a! | quiet",
    );
}

#[test]
fn too_many_conversations_from_here_hand_the_lines_back() {
    check("said a => open \n too-many", "a! | quiet");
    check("said a => open \n turned-away \n tried-again a => open", "a… | quiet");
    check("asked h => open \n turned-away", "| trouble");
}

//! Closing, coming back, starting over and being forgotten.

use protocol::shopper::Page;

use super::{check, check_with};
use crate::conversation::Chat;

const LIVE: &str = "
    said a => open
    opened c => connect c
    connected => send hello/token-c/0 say/a
    welcome 0
    ack a 1
    reply 2
";

#[test]
fn what_comes_while_the_panel_is_closed_is_unread_until_it_is_opened() {
    check(&format!("{LIVE} closed"), "1:a 2:2 | quiet");
    check(&format!("{LIVE} closed \n reply 3 \n notice 4 \n reply 5"), "1:a 2:2 3:3 4:4 5:5 | quiet | 2 unread");
    check(&format!("{LIVE} closed \n reply 3 \n looked \n closed"), "1:a 2:2 3:3 | quiet");
}

#[test]
fn what_an_earlier_page_has_shown_is_not_unread() {
    check(
        "closed
         restored c => connect c
         connected => send hello/token-c/0
         welcome 2
         line 1 a
         reply 2
         reply 3",
        "1:a 2:2 3:3 | quiet | 1 unread",
    );
}

#[test]
fn a_conversation_is_forgotten_when_the_worker_no_longer_knows_it() {
    check(&format!("{LIVE} forget => send forget"), "1:a 2:2 | forgetting");
    check(
        &format!(
            "{LIVE} forget => send forget
             lost => wait 800
             due => connect c
             connected => send hello/token-c/2 forget
             refused forbidden => forget"
        ),
        "| quiet | forgotten",
    );
}

#[test]
fn what_is_said_while_forgetting_goes_into_a_new_conversation() {
    check(
        &format!(
            "{LIVE} forget => send forget
             said b
             lost => wait 800
             due => connect c
             connected => send hello/token-c/2 forget
             refused forbidden => open
             opened d => connect d
             connected => send hello/token-d/0 say/b"
        ),
        "b… | quiet | forgotten",
    );
}

#[test]
fn without_a_conversation_there_is_nothing_to_wait_for() {
    check("forget => forget", "| quiet | forgotten");
}

#[test]
fn a_worker_that_cannot_forget_says_so() {
    check(&format!("{LIVE} forget => send forget \n refused bad-frame"), "1:a 2:2 | trouble");
}

#[test]
fn starting_over_leaves_everything_behind_and_asks_for_another_conversation() {
    check(
        &format!("{LIVE} said b => send say/b \n start-over => forget \n said x => open \n opened d => connect d"),
        "x… | quiet",
    );
}

#[test]
fn a_page_that_goes_hangs_up_and_one_that_comes_back_connects() {
    check(&format!("{LIVE} slept => hang up \n woke => connect c"), "1:a 2:2 | quiet");
    check("slept \n woke", "| quiet");
}

#[test]
fn who_waits_for_a_person_is_told_until_one_is_there() {
    check(&format!("{LIVE} owner waiting \n queue second"), "1:a 2:2 | in line second | handed over");
    check(&format!("{LIVE} owner waiting \n queue second \n queue"), "1:a 2:2 | quiet | handed over");
    check(&format!("{LIVE} owner waiting \n queue second \n owner agent"), "1:a 2:2 | quiet | handed over");
}

#[test]
fn a_draft_that_is_checked_says_so() {
    check(&format!("{LIVE} draft 1 checking"), "1:a 2:2 | checking checking");
}

#[test]
fn stars_are_sent_while_there_is_a_connection() {
    check(&format!("{LIVE} rated talk => send rate/talk/4"), "1:a 2:2 | quiet");
    check("rated talk", "| quiet");
}

#[test]
fn a_preview_never_connects() {
    let chat = Chat::preview(Page::default());
    check_with(
        chat,
        "restored c \n said a \n asked h \n offline \n online \n woke \n forget \n start-over \n due",
        "a! | preview",
    );
}

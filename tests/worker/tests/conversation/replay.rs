//! Nothing lost, doubled or reordered: other tabs, reconnections, and what was there before.

use protocol::shopper::{Author, Message};
use worker_tests::Scene;
use worker_tests::wait::{SOON, until};

pub fn hello_gives_exactly_the_later_messages(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    for line in ["hello", "thank you", "hello again"] {
        tab.ask(line);
    }
    let all: Vec<Message> = tab.heard().messages().into_iter().cloned().collect();
    for after in [0, 1, 3, 5, 6, 7, 1_000, (1 << 53) + 1, u64::MAX] {
        let later = conversation.tab_after(after);
        let wanted: Vec<&Message> = all.iter().filter(|message| message.seq > after).collect();
        assert_eq!(later.heard().messages(), wanted, "after {after}");
    }
}

pub fn a_second_tab_sees_everything_live(scene: &Scene) {
    let conversation = scene.open();
    let (mut first, mut second) = (conversation.tab(), conversation.tab());
    first.ask("what is your return policy?");
    second.wait("the answer", |heard| heard.answer_after(1));
    second.ask("thank you");
    first.wait("the other tab's answer", |heard| heard.answer_after(3));
    first.settle();
    second.settle();
    assert_eq!(first.heard().messages(), second.heard().messages());
    assert_eq!(first.heard().seqs(), [1, 2, 3, 4]);
    assert_eq!(second.heard().progress(1), first.heard().progress(1), "it sees what goes on, too");
    let own = second.heard().by(Author::Shopper)[0].id.clone();
    assert!(
        own.is_some() && second.heard().acks(&own.unwrap_or_default()).is_empty(),
        "only the sender is acknowledged"
    );
}

pub fn a_line_sent_again_is_kept_once(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.say_as("again", "hello");
    let seq = tab.acknowledged("again");
    tab.wait("an answer", |heard| heard.answer_after(seq));
    drop(tab);
    // The acknowledgement may have been lost with the connection, so the widget sends again.
    let mut tab = conversation.tab();
    tab.say_as("again", "hello");
    tab.say_as("again", "other words under a used id");
    tab.settle();
    assert_eq!(tab.heard().acks("again"), [seq, seq]);
    assert_eq!(tab.heard().seqs(), [1, 2]);
}

pub fn a_tab_that_says_hello_again_misses_nothing(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    tab.ask("hello");
    drop(tab);
    let mut absent = conversation.tab();
    absent.told("where is order 1002? ben@example.com");
    // Gone before the answer came: it comes all the same, and is there when somebody is.
    drop(absent);
    let answered = || (conversation.history().len() == 4).then_some(());
    until("an answer that nobody waited for", SOON, answered);
    let back = conversation.tab_after(2);
    assert_eq!(back.heard().seqs(), [3, 4]);
}

pub fn the_ninth_tab_ends_the_oldest(scene: &Scene) {
    let conversation = scene.open();
    let mut oldest = conversation.tab();
    let mut tabs: Vec<_> = (0..8).map(|_| conversation.tab()).collect();
    oldest.closed();
    tabs[7].ask("hello");
    tabs[0].wait("the answer", |heard| heard.answer_after(1));
}

pub fn sockets_of_strangers_end_no_tab(scene: &Scene) {
    let conversation = scene.open();
    let mut tab = conversation.tab();
    let mut strangers: Vec<_> = (0..9).map(|_| conversation.socket()).collect();
    strangers[0].closed();
    tab.ask("hello");
}

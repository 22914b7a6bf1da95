//! Each test is a script of events with the effect that each must have, and what is shown at the end.

mod leaving;
mod life;
mod losses;
mod order;
mod refusals;

use protocol::{
    part::Part,
    shopper::{
        Ack, Author, ClientFrame, Hello, LONGEST_LINE, Message, Owner, Page, Proposal, Queue, Refusal, Refused,
        ServerFrame, Welcome,
    },
};

use super::Chat;
use crate::conversation::{Credentials, Delivery, Effect, Event, Gone, NotOpened, Notice};

/// A conversation that an earlier page left, connected, of which nothing was said yet.
const LIVE: &str = "
    restored c => connect c
    connected => send hello/token-c/0
    welcome 0
";

/// Plays `event => effect` lines and compares every effect, then the rows and the notice.
///
/// A shown row is `1:KEY` for a kept message, and `KEY…`, `KEY-` or `KEY!` for a line that is being sent, is held or
/// was not sent; then `| NOTICE`, and `| handed over`.
#[track_caller]
fn check(script: &str, shown: &str) {
    let mut chat = Chat::new(Page::default());
    let _ = chat.update(Event::Looked(true));
    check_with(chat, script, shown);
}

#[track_caller]
fn check_with(mut chat: Chat, script: &str, shown: &str) {
    let mut wrong = Vec::new();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (event, expected) =
            line.split_once("=>").map_or((line, ""), |(event, effect)| (event.trim(), effect.trim()));
        let effect = chat.update(parse(event)).map(|effect| print(&effect)).unwrap_or_default();
        if effect != expected {
            wrong.push(format!("{event}\n  expected {expected}\n  was      {effect}"));
        }
    }
    if summary(&chat) != shown {
        wrong.push(format!("at the end\n  expected {shown}\n  was      {}", summary(&chat)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn parse(event: &str) -> Event {
    let mut words = event.split_whitespace();
    let name = words.next().unwrap();
    let mut word = || words.next().unwrap_or_default().to_owned();
    let credentials = |conversation: String| Credentials { token: format!("token-{conversation}"), conversation };
    let frame = ServerFrame { v: 1, ..ServerFrame::default() };
    let heard = |frame| Event::Heard(frame);
    let number = |text: String| text.parse().unwrap_or(0);
    match name {
        "restored" => Event::Restored(credentials(word())),
        "said" => Event::Said { id: word(), text: "hello".into(), at: 7 },
        "said-too-much" => Event::Said { id: word(), text: "x".repeat(LONGEST_LINE + 1), at: 7 },
        "tried-again" => Event::TriedAgain { id: word() },
        "asked" => Event::AskedForPerson { id: word() },
        "opened" => Event::Opened(credentials(word())),
        "unreachable" => Event::NotOpened { why: NotOpened::Unreachable, jitter: 0 },
        "unavailable" => Event::NotOpened { why: NotOpened::Unavailable, jitter: 0 },
        "too-many" => Event::NotOpened { why: NotOpened::TooFast, jitter: 0 },
        "turned-away" => Event::NotOpened { why: NotOpened::Refused, jitter: 0 },
        "passed" => Event::Passed(word()),
        "shared" => Event::Shared(Credentials { conversation: word(), token: word() }),
        "token" => heard(ServerFrame { token: Some(word()), ..frame }),
        "connected" => Event::Connected,
        "lost" => Event::Lost { jitter: 0 },
        "due" => Event::Due,
        "beat" => Event::Beat,
        "offline" => Event::WentOffline,
        "online" => Event::CameOnline,
        "woke" => Event::Woke,
        "slept" => Event::Slept,
        "looked" => Event::Looked(true),
        "closed" => Event::Looked(false),
        "forget" => Event::AskedToForget,
        "start-over" => Event::StartedOver,
        "rated" => Event::Rated { id: word(), score: 4 },
        "welcome" => {
            heard(ServerFrame { welcome: Some(Welcome { latest: number(word()), owner: owner(&word()) }), ..frame })
        }
        "ack" => heard(ServerFrame { ack: Some(Ack { id: word(), seq: number(word()) }), ..frame }),
        "line" => {
            let (seq, id) = (number(word()), word());
            heard(message(Author::Shopper, seq, Some(id)))
        }
        "reply" => heard(message(Author::Assistant, number(word()), None)),
        "notice" => heard(message(Author::Notice, number(word()), None)),
        "proposal" => {
            let (turn, status) = (number(word()), word());
            heard(ServerFrame { proposal: Some(Proposal { turn, status, ..Proposal::default() }), ..frame })
        }
        "draft" => {
            let proposal = Proposal { turn: number(word()), status: word(), is_checked: true, ..Proposal::default() };
            heard(ServerFrame { proposal: Some(proposal), ..frame })
        }
        "queue" => heard(ServerFrame { queue: Some(Queue { text: word() }), ..frame }),
        "owner" => heard(ServerFrame { owner: Some(owner(&word())), ..frame }),
        "pong" => heard(ServerFrame { pong: Some(1), ..frame }),
        "refused" => {
            let (code, id) = (refusal(&word()), word());
            let id = (!id.is_empty()).then_some(id);
            heard(ServerFrame { refused: Some(Refused { id, code, text: "because".into() }), ..frame })
        }
        "from-the-future" => heard(ServerFrame { v: 2, ..frame }),
        _ => panic!("no such event: {event}"),
    }
}

fn message(author: Author, seq: u64, id: Option<String>) -> ServerFrame {
    let parts = vec![Part::words("hello")];
    let message = Message { seq, id, author, parts, ..Message::default() };
    ServerFrame { v: 1, message: Some(message), ..ServerFrame::default() }
}

fn owner(word: &str) -> Owner {
    match word {
        "waiting" => Owner::Waiting,
        "agent" => Owner::Agent,
        _ => Owner::Assistant,
    }
}

fn refusal(word: &str) -> Refusal {
    match word {
        "bad-frame" => Refusal::BadFrame,
        "version" => Refusal::Version,
        "too-long" => Refusal::TooLong,
        "too-fast" => Refusal::TooFast,
        "forbidden" => Refusal::Forbidden,
        "unavailable" => Refusal::Unavailable,
        _ => Refusal::Fault,
    }
}

fn print(effect: &Effect) -> String {
    match effect {
        Effect::Open => "open".into(),
        Effect::Connect(credentials) => format!("connect {}", credentials.conversation),
        Effect::Keep(credentials, hello) => {
            format!("keep {} {} {}", credentials.conversation, credentials.token, print_frame(&hello[0]))
        }
        Effect::Send(frames) => {
            format!("send {}", frames.iter().map(print_frame).collect::<Vec<_>>().join(" "))
        }
        Effect::Wait { ms } => format!("wait {ms}"),
        Effect::HangUp => "hang up".into(),
        Effect::Forget => "forget".into(),
    }
}

fn print_frame(frame: &ClientFrame) -> String {
    match frame {
        ClientFrame { hello: Some(Hello { pass: Some(pass), token, .. }), .. } => format!("hello/{token}/pass/{pass}"),
        ClientFrame { hello: Some(hello), .. } => format!("hello/{}/{}", hello.token, hello.after),
        ClientFrame { say: Some(say), .. } => format!("say/{}", say.id),
        ClientFrame { hand_off: Some(hand_off), .. } => format!("hand-off/{}", hand_off.id),
        ClientFrame { forget: true, .. } => "forget".into(),
        ClientFrame { rate: Some(rate), .. } => format!("rate/{}/{}", rate.id, rate.score),
        ClientFrame { ping: Some(number), .. } => format!("ping/{number}"),
        _ => "nothing".into(),
    }
}

fn summary(chat: &Chat) -> String {
    let mut words: Vec<String> = chat
        .entries()
        .map(|entry| match chat.delivery(&entry.key) {
            Delivery::Sent => format!("{}:{}", entry.message.seq, entry.key),
            Delivery::Sending => format!("{}…", entry.key),
            Delivery::NotYet => format!("{}-", entry.key),
            Delivery::NotSent(_) => format!("{}!", entry.key),
        })
        .collect();
    words.push("|".into());
    words.push(match chat.notice() {
        Notice::Outdated => "outdated".into(),
        Notice::Offline => "offline".into(),
        Notice::Reconnecting => "reconnecting".into(),
        Notice::Unavailable => "unavailable".into(),
        Notice::Trouble(text) => format!("trouble {text}"),
        Notice::Working(text) => format!("working {text}"),
        Notice::Checking(text) => format!("checking {text}"),
        Notice::InLine(text) => format!("in line {text}"),
        Notice::Forgetting => "forgetting".into(),
        Notice::Preview => "preview".into(),
        Notice::Quiet => "quiet".into(),
    });
    match chat.gone() {
        Some(Gone::Unavailable) => words.push("| renewed".into()),
        Some(Gone::Forgotten) => words.push("| forgotten".into()),
        None => {}
    }
    if chat.unread() > 0 {
        words.push(format!("| {} unread", chat.unread()));
    }
    if chat.is_handed_over() {
        words.push("| handed over".into());
    }
    words.join(" ").trim().to_owned()
}

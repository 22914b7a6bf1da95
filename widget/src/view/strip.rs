//! One line about the state of things, between what was said and what is being typed.

use parts::{Piece, el};

use super::Room;
use crate::{
    conversation::{Chat, Notice, Wish},
    words::Text,
};

/// Says what goes on, and is the only thing that is read aloud about it.
pub fn view(room: Room) -> Piece {
    let notice = move || room.read(Chat::notice);
    let kind = move || match notice() {
        Notice::Working(_) | Notice::Forgetting => "strip working",
        Notice::Checking(_) => "strip working checking",
        Notice::Quiet | Notice::InLine(_) | Notice::Preview => "strip",
        _ => "strip trouble",
    };
    let text = move || {
        let text = match notice() {
            Notice::Outdated => Text::Outdated,
            Notice::Offline => Text::Offline,
            Notice::Reconnecting => Text::Reconnecting,
            Notice::Unavailable => Text::Unavailable,
            Notice::Trouble(text) if text.is_empty() => Text::Trouble,
            Notice::Forgetting => Text::Forgetting,
            Notice::Preview => Text::Preview,
            Notice::Trouble(text) | Notice::Working(text) | Notice::Checking(text) | Notice::InLine(text) => {
                return text;
            }
            Notice::Quiet => return String::new(),
        };
        room.say(text).to_owned()
    };
    let reload = el("button")
        .with("type", "button")
        .hidden_while(move || notice() != Notice::Outdated)
        .on("click", move |_| (room.wish)(Wish::Reload))
        .text(room.say(Text::Reload));
    // The ways to the shop that do not need the Worker.
    let email = &room.settings.contact_email;
    let contact = el("a")
        .with("href", &room.settings.contact_url)
        .hidden_while(move || match notice() {
            Notice::Unavailable => email.is_some(),
            Notice::Reconnecting => !room.read(Chat::is_stuck),
            _ => true,
        })
        .text(room.say(Text::Contact));
    let mail = email.as_ref().map(|email| {
        let link = el("a").with("href", &["mailto:", email].concat()).with("dir", "ltr");
        link.hidden_while(move || notice() != Notice::Unavailable).text(email)
    });
    el("div")
        .live("class", move || Some(kind().to_owned()))
        .child(el("p").with("role", "status").live_text(text))
        .child(contact)
        .children(mail)
        .child(reload)
}

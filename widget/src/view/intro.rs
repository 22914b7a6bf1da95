//! What stands before the first message.

use leptos::prelude::*;
use parts::{Piece, el};

use super::Room;
use crate::{
    conversation::{Chat, Gone, Wish},
    words::Text,
};

/// Says what the assistant is and how long the conversation is kept, greets, and proposes what to ask.
pub fn view(room: Room) -> Piece {
    let settings = room.settings;
    let kept = move || room.say(if room.sight.get().is_kept { Text::Kept } else { Text::SessionOnly }).to_owned();
    let privacy = settings.privacy_url.as_ref();
    let about = el("div")
        .class("intro")
        .child(el("p").text(room.say(Text::Intro)))
        .child(el("p").live_text(kept))
        .children(privacy.map(|url| el("a").with("href", url).text(room.say(Text::Privacy))));
    let greeting = settings.greeting.as_ref().map(|text| el("p").class("words").with("dir", "auto").text(text));
    el("div").child(about).children(greeting).child(questions(room)).child(gone(room))
}

/// Gone with the first message: they would be in the way of what is being talked about.
fn questions(room: Room) -> Piece {
    let question = move |text: &String| {
        let asked = text.clone();
        let button = el("button").with("type", "button").with("dir", "auto");
        el("li").child(button.on("click", move |_| (room.wish)(Wish::Say(asked.clone()))).text(text))
    };
    el("ul")
        .class("choices")
        .with("role", "list")
        .hidden_while(move || room.settings.questions.is_empty() || room.read(|chat| !chat.is_empty()))
        .children(room.settings.questions.iter().map(question))
}

fn gone(room: Room) -> Piece {
    let gone = move || room.read(Chat::gone);
    let text = move || match gone() {
        Some(Gone::Unavailable) => room.say(Text::Renewed).to_owned(),
        Some(Gone::Forgotten) => room.say(Text::Forgotten).to_owned(),
        None => String::new(),
    };
    el("p").class("notice").with("role", "status").hidden_while(move || gone().is_none()).live_text(text)
}

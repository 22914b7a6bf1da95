//! One message.

use std::sync::Arc;

use parts::{Piece, Place, el, relabel};
use protocol::{
    part::Part,
    shopper::{Author, Message, Refusal},
};

use super::{
    Room,
    moment::{self, in_language},
};
use crate::{
    conversation::{Delivery, Entry, Wish},
    words::Text,
};

/// Draws a message with who wrote it, when, and how it fares.
pub fn view(entry: &Entry, room: Room) -> Piece {
    let message = &entry.message;
    let (class, name) = match message.author {
        Author::Shopper => ("shopper", Some(Text::You)),
        Author::Assistant => ("assistant", Some(Text::Assistant)),
        Author::Agent => ("agent", Some(Text::Agent)),
        Author::Notice => ("notice", None),
    };
    let lang = message.lang.as_deref();
    let meta = el("p").class("meta").child(moment::view(message.at, lang, room));
    let meta = match message.author {
        // What is kept stays so, and need not be followed: a long conversation has hundreds of lines.
        Author::Shopper if message.seq > 0 => meta.child(el("span").class("sent").text(room.say(Text::Sent))),
        Author::Shopper => delivery(meta, &entry.key, room),
        Author::Notice => meta,
        Author::Assistant | Author::Agent => meta.child(copy(message, room)),
    };
    // An agent has a name; everybody else has one for those who only hear the conversation.
    let name = match &message.name {
        Some(own) => Some(el("span").class("who").text(own)),
        None => name.map(|name| el("span").class("vh").text(&[room.say(name), ": "].concat())),
    };
    // The names around it are the interface's, and in its language.
    let body = in_language(body(&message.parts, Some(entry.key.clone()), room), lang);
    el("li")
        .class(class)
        .children(name)
        .child(body)
        .children((!message.sources.is_empty()).then(|| sources(&message.sources, lang, room)))
        .child(meta)
}

/// Draws parts; answers in them can be pressed while the message of this key is the newest.
pub fn body(parts: &[Part], key: Option<String>, room: Room) -> Piece {
    let is_newest = move || room.read(|chat| key.is_some() && chat.newest() == key.as_deref());
    let place = Place {
        words: &room.words.parts,
        origin: &room.settings.origin,
        is_newest: Arc::new(is_newest),
        on_choice: Arc::new(move |text| (room.wish)(Wish::Say(text))),
        stars: Arc::new(move |id| room.read(|chat| chat.stars(id))),
        on_rate: Arc::new(move |id, stars| (room.wish)(Wish::Rate(id, stars))),
        buy: Some(room.buy),
        cart: &room.settings.cart,
    };
    el("div").class("body").children(parts::draw(parts, &place))
}

fn sources(sources: &[String], lang: Option<&str>, room: Room) -> Piece {
    let list = in_language(el("ul"), lang).children(sources.iter().map(|source| el("li").text(source)));
    el("details").class("sources").child(el("summary").text(room.say(Text::Sources))).child(list)
}

fn copy(message: &Message, room: Room) -> Piece {
    let mut text = String::new();
    for part in &message.parts {
        text.extend([part.text.as_str(), "\n"]);
    }
    el("button").class("copy").with("type", "button").text(room.say(Text::Copy)).on("click", move |event| {
        (room.wish)(Wish::Copy(text.clone()));
        relabel(&event, room.say(Text::Copied));
    })
}

fn delivery(meta: Piece, key: &str, room: Room) -> Piece {
    let state = {
        let key = key.to_owned();
        move || room.read(|chat| chat.delivery(&key))
    };
    let (class, failed) = (state.clone(), state.clone());
    let id = key.to_owned();
    let words =
        el("span").live("class", move || Some(name(&class()).to_owned())).live_text(move || told(state(), room));
    let again = el("button")
        .class("again")
        .with("type", "button")
        .hidden_while(move || !matches!(failed(), Delivery::NotSent(_)))
        .on("click", move |_| (room.wish)(Wish::TryAgain(id.clone())))
        .text(room.say(Text::TryAgain));
    meta.child(words).child(again)
}

/// What the styles call it.
fn name(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Sent => "sent",
        Delivery::Sending => "sending",
        Delivery::NotYet => "held",
        Delivery::NotSent(_) => "failed",
    }
}

fn told(delivery: Delivery, room: Room) -> String {
    let text = match delivery {
        Delivery::Sent => Text::Sent,
        Delivery::Sending => Text::Sending,
        Delivery::NotYet => Text::NotYet,
        Delivery::NotSent(why) => {
            // The Worker's own words where it gave some.
            let reason = match why.code {
                _ if !why.text.is_empty() => why.text.as_str(),
                Refusal::TooFast => room.say(Text::TooFast),
                _ => "",
            };
            return [room.say(Text::NotSent), " ", reason].concat();
        }
    };
    room.say(text).to_owned()
}

//! Frames out of parsed JSON.

mod member;
mod part;

use protocol::shopper::{
    Ack, Author, Message, Opened, Owner, Page, Proposal, Queue, Refusal, Refused, ServerFrame, Welcome,
};

pub use member::{is, many, maybe, text, texts, whole};
use member::{one, small};
use part::part;

use super::Value;

/// A frame of the Worker's. Members that this build does not know are skipped.
pub fn server_frame(value: &impl Value) -> ServerFrame {
    ServerFrame {
        v: small(value, "v").unwrap_or_default(),
        welcome: one(value, "welcome", |it| Welcome { owner: owner(it, "owner"), latest: whole(it, "latest") }),
        ack: one(value, "ack", |it| Ack { id: text(it, "id"), seq: whole(it, "seq") }),
        message: one(value, "message", message),
        proposal: one(value, "proposal", |it| Proposal {
            turn: whole(it, "turn"),
            status: text(it, "status"),
            is_checked: is(it, "is_checked"),
            parts: many(it, "parts", part),
        }),
        owner: value.member("owner").map(|_| owner(value, "owner")),
        queue: one(value, "queue", |it| Queue { text: text(it, "text") }),
        refused: one(value, "refused", |it| Refused {
            id: maybe(it, "id"),
            code: refusal(&text(it, "code")),
            text: text(it, "text"),
        }),
        pong: small(value, "pong"),
        token: maybe(value, "token"),
    }
}

/// The answer to a request for a new conversation.
pub fn opened(value: &impl Value) -> Opened {
    Opened { conversation: text(value, "conversation"), token: text(value, "token") }
}

/// The page, as the snippet describes it.
pub fn page(value: &impl Value) -> Page {
    Page {
        template: text(value, "template"),
        product: maybe(value, "product"),
        variant: maybe(value, "variant"),
        cart_items: small(value, "cart_items"),
        locale: text(value, "locale"),
        country: text(value, "country"),
    }
}

fn message<V: Value>(value: &V) -> Message {
    Message {
        seq: whole(value, "seq"),
        id: maybe(value, "id"),
        author: match text(value, "author").as_str() {
            "shopper" => Author::Shopper,
            "assistant" => Author::Assistant,
            "agent" => Author::Agent,
            _ => Author::Notice,
        },
        name: maybe(value, "name"),
        lang: maybe(value, "lang"),
        at: whole(value, "at"),
        parts: many(value, "parts", part),
        sources: texts(value, "sources"),
    }
}

fn owner<V: Value>(value: &V, name: &str) -> Owner {
    match text(value, name).as_str() {
        "assistant" => Owner::Assistant,
        "waiting" => Owner::Waiting,
        "agent" => Owner::Agent,
        "closed" => Owner::Closed,
        _ => Owner::Unknown,
    }
}

fn refusal(code: &str) -> Refusal {
    match code {
        "bad-frame" => Refusal::BadFrame,
        "version" => Refusal::Version,
        "empty" => Refusal::Empty,
        "too-long" => Refusal::TooLong,
        "too-fast" => Refusal::TooFast,
        "forbidden" => Refusal::Forbidden,
        "fault" => Refusal::Fault,
        "unavailable" => Refusal::Unavailable,
        _ => Refusal::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    impl Value for Json {
        fn member(&self, name: &str) -> Option<Self> {
            self.get(name).filter(|it| !it.is_null()).cloned()
        }
        fn items(&self) -> Vec<Self> {
            self.as_array().cloned().unwrap_or_default()
        }
        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }
        fn number(&self) -> Option<f64> {
            self.as_f64()
        }
        fn is_true(&self) -> bool {
            *self == Json::Bool(true)
        }
    }

    /// Every member of every type, each set to something that its default is not.
    fn full() -> Json {
        json!({"v": 1, "message": {
        "seq": 9_007_199_254_740_991_u64, "id": "i", "author": "assistant", "at": 1_795_190_400_000_u64,
        "sources": ["Order #1002, read 14:05"], "name": "Mira", "lang": "de",
        "parts": [
            {"text": "words"},
            {"text": "parcel", "parcel": {
                "title": "Parcel 1 of 2", "status": "Out for delivery", "stage": "out-for-delivery",
                "items": ["Jacket", "2 × Sock"], "expected": "Friday",
                "scans": [{"text": "Loaded", "place": "Berlin", "when": "18 November, 14:05",
                           "at": "2026-11-18T14:05:00+01:00"}],
                "tracking": {"text": "Track it", "href": "https://carrier.example/1"},
                "labels": ["Expected", "Contains"]}},
            {"text": "product", "product": {
                "title": "<b>Jacket</b>", "price": "€139.00", "availability": "In stock", "in_stock": true,
                "url": "https://shop.example/p", "image": {"url": "https://shop.example/i", "alt": "A jacket"},
                "options": ["Size: S, M"]}},
            {"text": "excerpt", "excerpt": {
                "title": "Returns",
                "blocks": [{"kind": "heading", "spans": [{"text": "How", "strong": true, "href": "tel:1"}]}],
                "link": {"text": "Read it", "href": "https://shop.example/r"}}},
            {"text": "choices", "choices": {"options": ["Yes", "No"]}},
            {"text": "comparison", "comparison": {
                "columns": ["A", "B"], "rows": [{"name": "Weight", "values": ["1 g", "2 g"]}]}},
            {"text": "form", "form": {"fields": ["order-number", "email"]}},
            {"text": "rating", "rating": {"id": "talk"}},
            {"text": "photos", "photos": [{"url": "https://shop.example/i", "alt": "A seam"}]},
        ]}})
    }

    fn check(frame: &Json) {
        let expected: ServerFrame = serde_json::from_value(frame.clone()).unwrap();
        assert_eq!(server_frame(frame), expected, "{frame}");
    }

    #[test]
    fn every_frame_reads_as_serde_reads_it() {
        let mut frames = vec![
            full(),
            json!({}),
            json!({"v": 1, "welcome": {"owner": "waiting", "latest": 12}}),
            json!({"v": 1, "ack": {"id": "a", "seq": 3}}),
            json!({"v": 1, "proposal": {"turn": 3, "status": "Reading…", "parts": [{"text": "So"}]}}),
            json!({"v": 1, "proposal": {"turn": 3, "status": "Checking", "is_checked": true}}),
            json!({"v": 1, "queue": {"text": "You are second."}}),
            json!({"v": 1, "message": {"parts": [{"form": {"fields": ["shoe-size"]}}]}}),
            json!({"v": 1, "refused": {"text": "no"}}),
            json!({"v": 1, "pong": 4_294_967_295_u32}),
            json!({"v": 1, "token": "secret"}),
            json!({"v": 7, "unheard_of": {"of": [1, 2]}, "message": {"seq": 1, "parts": [{"text": "t", "map": {}}]}}),
        ];
        for owner in ["assistant", "waiting", "agent", "closed", "nobody"] {
            frames.push(json!({"v": 1, "owner": owner}));
        }
        for author in ["shopper", "assistant", "agent", "notice", "parrot"] {
            frames.push(json!({"v": 1, "message": {"seq": 1, "author": author}}));
        }
        for code in
            ["bad-frame", "version", "empty", "too-long", "too-fast", "forbidden", "fault", "unavailable", "new"]
        {
            frames.push(json!({"v": 1, "refused": {"code": code, "id": "a"}}));
        }
        for stage in ["preparing", "moving", "out-for-delivery", "attention", "delivered", "orbiting"] {
            frames.push(json!({"v": 1, "message": {"parts": [{"parcel": {"stage": stage}}]}}));
        }
        for kind in ["heading", "item", "paragraph", "table"] {
            frames.push(json!({"v": 1, "message": {"parts": [{"excerpt": {"blocks": [{"kind": kind}]}}]}}));
        }
        frames.iter().for_each(check);
    }

    #[test]
    fn a_member_that_serde_would_write_is_one_that_is_read() {
        let written = serde_json::to_value(server_frame(&full())).unwrap();
        assert_eq!(written, full(), "a member of `full` is not read, or has its default there");
    }

    #[test]
    fn members_of_the_wrong_type_are_as_good_as_absent() {
        let odd = json!({"v": "1", "welcome": 3, "message": {"seq": -4, "parts": "none", "sources": [1], "at": null}});
        let frame = server_frame(&odd);
        let message = frame.message.unwrap();
        assert_eq!((frame.v, message.seq, message.at, message.parts.len()), (0, 0, 0, 0));
    }
}

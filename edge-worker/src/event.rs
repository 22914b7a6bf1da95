//! What a believed webhook means for us.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::adapters::json::Node;
use crate::app::subject;
use crate::http::webhook::{Delivery, Sender};

/// One event, as the queue carries it. Of the body only what its effect needs.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Event {
    pub id: String,
    /// With its sender, unless that is Shopify.
    pub topic: String,
    /// When it happened, in milliseconds since 1970; when it came, where it does not say or names a time to come, which
    /// would make it the newest for good.
    pub at: i64,
    pub effect: Effect,
}

/// What is to be done.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Effect {
    /// Nothing: what it is about is read live whenever it is stated. That it came is noted.
    Note,
    /// A product is read again.
    Refresh(String),
    /// A product is gone for good.
    Remove(String),
    /// The shop has taken the app away.
    Uninstall,
    /// Everything about these subjects is copied for whoever asked.
    Export(Vec<String>),
    /// Every conversation about these subjects is erased.
    Erase(Vec<String>),
    /// Everything is erased.
    EraseShop,
}

impl Event {
    /// Reads the body. What makes no sense is noted and has no effect: it would make none the next time either.
    pub fn read(delivery: Delivery, body: &[u8], now: Timestamp) -> Self {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let body = Node::new(&body);
        let topic = match delivery.sender {
            Sender::Shopify => delivery.topic,
            Sender::EasyPost => named(delivery.sender, body.text("description")),
            sender => named(sender, body.text("event")),
        };
        let effect = if delivery.sender == Sender::Shopify { effect(&topic, body) } else { Effect::Note };
        let at = delivery.triggered_at.unwrap_or(now).min(now);
        Self { id: delivery.id, topic, at: at.as_millisecond(), effect }
    }

    /// The thing whose newest event counts; none where the order of events is of no matter.
    pub fn resource(&self) -> String {
        match &self.effect {
            Effect::Refresh(product) | Effect::Remove(product) => format!("product:{product}"),
            Effect::Uninstall => APP.to_owned(),
            _ => String::new(),
        }
    }

    /// Whether the law wants it, so that it must not be lost and a record of it stays.
    pub fn is_compliance(&self) -> bool {
        matches!(self.effect, Effect::Export(_) | Effect::Erase(_) | Effect::EraseShop)
    }
}

/// The app itself, as a thing that events are about.
pub const APP: &str = "app";

fn named(sender: Sender, event: Option<&str>) -> String {
    let event: String = event.unwrap_or("event").chars().filter(|c| !c.is_control()).take(60).collect();
    format!("{} {event}", sender.name())
}

fn effect(topic: &str, body: Node) -> Effect {
    match topic {
        "products/create" | "products/update" => number(body.at("id")).map_or(Effect::Note, Effect::Refresh),
        "products/delete" => number(body.at("id")).map_or(Effect::Note, Effect::Remove),
        "app/uninstalled" => Effect::Uninstall,
        "customers/data_request" => Effect::Export(subjects(body, "orders_requested")),
        "customers/redact" => Effect::Erase(subjects(body, "orders_to_redact")),
        // The topic is not signed, and no body of our own subscriptions names a shop.
        "shop/redact" if number(body.at("shop_id")).is_some() => Effect::EraseShop,
        _ => Effect::Note,
    }
}

fn subjects(body: Node, orders: &str) -> Vec<String> {
    let customer = number(body.at("customer.id")).map(|id| subject::customer(&id));
    let email = body.text("customer.email").map(subject::email);
    let orders = body.list(orders).filter_map(number).map(|id| subject::order(&id));
    customer.into_iter().chain(email).chain(orders).collect()
}

/// An id of Shopify's: a number of up to 64 bits, or that as a text.
fn number(node: Node) -> Option<String> {
    let value = node.value();
    let text = value.as_u64().map(|id| id.to_string()).or_else(|| value.as_str().map(str::to_owned))?;
    (!text.is_empty() && text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sender: Sender, topic: &str, body: &str) -> Event {
        read_at(sender, topic, body, Some(1_700_000_000_123))
    }

    fn read_at(sender: Sender, topic: &str, body: &str, triggered_at: Option<i64>) -> Event {
        let triggered_at = triggered_at.and_then(|at| Timestamp::from_millisecond(at).ok());
        let delivery = Delivery { sender, id: "d".into(), topic: topic.into(), triggered_at };
        Event::read(delivery, body.as_bytes(), Timestamp::from_millisecond(NOW).expect("a time"))
    }

    const NOW: i64 = 1_700_000_001_000;

    #[test]
    fn an_event_of_the_future_is_one_of_now_and_no_newer_than_what_comes_next() {
        let rows = [(Some(1_700_000_000_123), 1_700_000_000_123), (Some(NOW), NOW), (None, NOW)];
        for (triggered_at, at) in rows.into_iter().chain([(Some(NOW + 1), NOW), (Some(253_402_207_200_000), NOW)]) {
            let event = read_at(Sender::Shopify, "products/update", r#"{"id":7}"#, triggered_at);
            assert_eq!(event.at, at, "{triggered_at:?}");
        }
    }

    #[test]
    fn every_topic_has_its_effect_and_what_makes_no_sense_has_none() {
        let orders = [subject::order("299938"), subject::order("280263")];
        let all: Vec<String> =
            [subject::customer("191167"), subject::email("john@example.com")].into_iter().chain(orders).collect();
        let redact = r#"{"shop_id":954889,"customer":{"id":191167,"email":"John@example.com","phone":"555-625-1199"},
            "orders_to_redact":[299938,280263]}"#;
        let rows = [
            ("products/update", r#"{"id":788032119674292922}"#, Effect::Refresh("788032119674292922".into())),
            ("products/create", r#"{"id":"7"}"#, Effect::Refresh("7".into())),
            ("products/delete", r#"{"id":9223372036854775807}"#, Effect::Remove("9223372036854775807".into())),
            ("products/delete", r#"{"id":-7}"#, Effect::Note),
            ("products/delete", r#"{"id":"7 or 1=1"}"#, Effect::Note),
            ("products/delete", r#"{"id":1.5}"#, Effect::Note),
            ("products/update", "not json", Effect::Note),
            ("inventory_levels/update", r#"{"inventory_item_id":7}"#, Effect::Note),
            ("orders/updated", r#"{"id":7}"#, Effect::Note),
            ("app/uninstalled", r#"{"id":954889}"#, Effect::Uninstall),
            ("customers/redact", redact, Effect::Erase(all.clone())),
            ("customers/data_request", &redact.replace("to_redact", "requested"), Effect::Export(all)),
            ("customers/redact", r#"{"customer":{"email":"a@b.c"}}"#, Effect::Erase(vec![subject::email("a@b.c")])),
            ("shop/redact", r#"{"shop_id":954889}"#, Effect::EraseShop),
            ("brand/new", "{}", Effect::Note),
        ];
        for (topic, body, want) in rows {
            let event = read(Sender::Shopify, topic, body);
            assert_eq!(
                (event.effect, event.topic.as_str(), event.at),
                (want, topic, 1_700_000_000_123),
                "{topic} {body}"
            );
        }
    }

    #[test]
    fn what_carriers_tell_is_noted_under_their_name() {
        let rows = [
            (Sender::AfterShip, r#"{"event":"tracking_update"}"#, "aftership tracking_update"),
            (Sender::EasyPost, r#"{"description":"tracker.updated"}"#, "easypost tracker.updated"),
            (Sender::Track17, r#"{"event":"TRACKING_UPDATED"}"#, "17track TRACKING_UPDATED"),
            (Sender::Track17, "[]", "17track event"),
        ];
        for (sender, body, want) in rows {
            let event = read(sender, "", body);
            assert_eq!((event.topic.as_str(), &event.effect), (want, &Effect::Note));
        }
        // A carrier cannot say what only the shop can.
        assert_eq!(read(Sender::AfterShip, "shop/redact", r#"{"event":"shop/redact"}"#).effect, Effect::Note);
    }

    #[test]
    fn an_event_survives_the_queue_and_names_nobody_in_the_clear() {
        let event = read(Sender::Shopify, "customers/redact", r#"{"customer":{"id":1,"email":"ana@example.com"}}"#);
        let carried = serde_json::to_string(&event).expect("plain data");
        assert!(!carried.contains("ana@"), "{carried}");
        assert_eq!(serde_json::from_str::<Event>(&carried).expect("the same"), event);
    }
}

//! Reads a GraphQL answer by path, and misses nothing in silence.
//!
//! An answer has every member that its document asks for, null or not. One that is missing or of another kind, as
//! after a rename, is noted; reading goes on with nothing in its place, and what was read is thrown away at the end.

use std::cell::Cell;

use desk::money::{Currency, Money};
use jiff::Timestamp;
use serde_json::Value;

use crate::adapters::json::{Malformed, Node};

/// Some object of an answer.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    node: Node<'a>,
    /// The list that it is an item of.
    list: &'static str,
    broken: &'a Cell<Option<(&'static str, &'static str)>>,
}

/// What `take` makes of an answer.
///
/// # Errors
/// [`Malformed`] with the first member that was not as the schema says.
pub(super) fn read<T>(data: &Value, take: impl FnOnce(Part) -> T) -> Result<T, Malformed> {
    let broken = Cell::new(None);
    let taken = take(Part { node: Node::new(data), list: "", broken: &broken });
    broken.get().map_or(Ok(taken), |(list, path)| Err(malformed(list, path)))
}

fn malformed(list: &str, path: &str) -> Malformed {
    Malformed([list, path].join(if list.is_empty() { "" } else { "[]." }))
}

impl<'a> Part<'a> {
    pub fn text(self, path: &'static str) -> &'a str {
        self.maybe_text(path).unwrap_or_else(|| self.blank(path))
    }

    pub fn owned(self, path: &'static str) -> String {
        self.text(path).to_owned()
    }

    /// A text that may be null. An empty one is none.
    pub fn maybe_text(self, path: &'static str) -> Option<&'a str> {
        match self.value(path) {
            Value::Null => None,
            Value::String(text) => Some(text.as_str()),
            _ => self.broken(path),
        }
    }

    pub fn maybe_owned(self, path: &'static str) -> Option<String> {
        self.maybe_text(path).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    pub fn time(self, path: &'static str) -> Timestamp {
        self.maybe_time(path).unwrap_or_else(|| {
            self.blank(path);
            Timestamp::UNIX_EPOCH
        })
    }

    pub fn maybe_time(self, path: &'static str) -> Option<Timestamp> {
        self.maybe_text(path).and_then(|text| text.parse().ok().or_else(|| self.broken(path)))
    }

    pub fn count(self, path: &'static str) -> u32 {
        self.maybe_count(path).unwrap_or_else(|| {
            self.blank(path);
            0
        })
    }

    pub fn maybe_count(self, path: &'static str) -> Option<u32> {
        let value = self.value(path);
        let count = value.as_u64().and_then(|count| count.try_into().ok());
        count.or_else(|| if value.is_null() { None } else { self.broken(path) })
    }

    pub fn integer(self, path: &'static str) -> i64 {
        self.value(path).as_i64().or_else(|| self.broken(path)).unwrap_or_default()
    }

    pub fn is_true(self, path: &'static str) -> bool {
        self.value(path).as_bool().or_else(|| self.broken(path)).unwrap_or_default()
    }

    /// An amount; no shop charges or refunds less than nothing.
    pub fn money(self) -> Option<Money> {
        let currency = Currency::parse(self.text("currencyCode")).ok();
        let money = currency.and_then(|currency| Money::parse(self.text("amount"), currency).ok());
        money.filter(|money| money.minor >= 0).or_else(|| self.broken("amount"))
    }

    /// An object that must be there.
    pub fn part(self, path: &'static str) -> Self {
        let part = Self { node: Node::new(self.value(path)), ..self };
        if !part.node.value().is_object() {
            self.blank(path);
        }
        part
    }

    /// An object that may be null.
    pub fn maybe(self, path: &'static str) -> Option<Self> {
        (!self.value(path).is_null()).then(|| self.part(path))
    }

    /// An object that may be null, as it is.
    pub fn maybe_value(self, path: &'static str) -> Option<Value> {
        self.maybe(path).map(|part| part.node.value().clone())
    }

    /// The objects of a list that must be there.
    pub fn list(self, path: &'static str) -> impl Iterator<Item = Self> + use<'a> {
        let value = self.value(path);
        if !value.is_array() {
            self.blank(path);
        }
        Node::new(value).items().map(move |node| Self { node, list: path, ..self })
    }

    /// The objects of a list that may be null.
    pub fn maybe_list(self, path: &'static str) -> impl Iterator<Item = Self> + use<'a> {
        (!self.value(path).is_null()).then(|| self.list(path)).into_iter().flatten()
    }

    /// The texts of a list that must be there.
    pub fn texts(self, path: &'static str) -> Vec<String> {
        let text = |item: Self| item.node.value().as_str().map(str::to_owned).or_else(|| self.broken(path));
        self.list(path).filter_map(text).collect()
    }

    /// The items of a list that must be there, as they are.
    pub fn values(self, path: &'static str) -> Vec<Value> {
        self.list(path).map(|item| item.node.value().clone()).collect()
    }

    fn value(self, path: &'static str) -> &'a Value {
        self.node.find(path).or_else(|| self.broken(path)).map_or(&Value::Null, Node::value)
    }

    fn blank(self, path: &'static str) -> &'static str {
        self.broken::<()>(path);
        ""
    }

    fn broken<T>(self, path: &'static str) -> Option<T> {
        if self.broken.get().is_none() {
            self.broken.set(Some((self.list, path)));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn title_of_first(data: &Value) -> Result<Option<String>, Malformed> {
        read(data, |data| data.list("orders.nodes").map(|node| node.owned("title")).next())
    }

    #[test]
    fn whatever_is_not_as_the_schema_says_is_named() {
        assert_eq!(title_of_first(&json!({ "orders": { "nodes": [{ "title": "x" }] } })), Ok(Some("x".into())));
        assert_eq!(title_of_first(&json!({ "orders": { "nodes": [] } })), Ok(None));
        let broken = [
            (json!({ "orders": { "nodes": [{ "name": "x" }] } }), "orders.nodes[].title"),
            (json!({ "orders": { "nodes": [{ "title": null }] } }), "orders.nodes[].title"),
            (json!({ "orders": { "nodes": [{ "title": 7 }] } }), "orders.nodes[].title"),
            (json!({ "orders": { "nodes": [null] } }), "orders.nodes[].title"),
            (json!({ "orders": { "nodes": { "title": "x" } } }), "orders.nodes"),
            (json!({ "orders": null }), "orders.nodes"),
            (json!([]), "orders.nodes"),
        ];
        for (data, path) in broken {
            assert_eq!(title_of_first(&data), Err(Malformed(path.into())), "{data}");
        }
    }

    #[test]
    fn what_may_be_null_must_still_be_there() {
        let data =
            json!({ "a": null, "n": -3, "t": "the day before", "m": { "amount": "-1.00", "currencyCode": "EUR" } });
        assert_eq!(
            read(&data, |data| (data.maybe_owned("a"), data.maybe_time("a"), data.maybe_count("a"))),
            Ok((None, None, None))
        );
        assert!(read(&data, |data| data.maybe("a").is_none()).expect("a may be null"));
        let is_broken = |path: &str, take: fn(Part) -> bool| {
            assert_eq!(read(&data, take), Err(Malformed(path.into())));
        };
        is_broken("b", |data| data.maybe_text("b").is_some());
        is_broken("b", |data| data.maybe("b").is_some());
        is_broken("n", |data| data.count("n") > 0);
        is_broken("t", |data| data.maybe_time("t").is_some());
        is_broken("amount", |data| data.part("m").money().is_some());
    }
}

//! Reads members of somebody else's JSON by path, such as `shipments.0.status.statusCode`.
//!
//! One reader for every upstream is a fraction of the code that a derived type for each of their objects is, and says
//! which member was malformed.

use jiff::Timestamp;
use serde_json::Value;

/// A JSON value somewhere in an answer.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a>(&'a Value);

/// The path of a member that is missing or is not what it must be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Malformed(pub String);

impl<'a> Node<'a> {
    pub fn new(value: &'a Value) -> Self {
        Self(value)
    }

    /// The value at a path; null where there is none.
    #[must_use]
    pub fn at(self, path: &str) -> Self {
        self.find(path).unwrap_or(Self(&Value::Null))
    }

    /// The value at a path, which may be null; nothing where there is none.
    pub fn find(self, path: &str) -> Option<Self> {
        let step = |value: &'a Value, name: &str| match value {
            Value::Array(list) => name.parse::<usize>().ok().and_then(|index| list.get(index)),
            value => value.get(name),
        };
        path.split('.').try_fold(self.0, step).map(Self)
    }

    pub fn value(self) -> &'a Value {
        self.0
    }

    pub fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// A text that is there and not empty.
    pub fn text(self, path: &str) -> Option<&'a str> {
        self.at(path).0.as_str().filter(|text| !text.is_empty())
    }

    pub fn owned(self, path: &str) -> Option<String> {
        self.text(path).map(str::to_owned)
    }

    pub fn integer(self, path: &str) -> Option<i64> {
        self.at(path).0.as_i64()
    }

    /// An instant with its offset, as RFC 3339 writes it.
    pub fn time(self, path: &str) -> Option<Timestamp> {
        self.text(path)?.parse().ok()
    }

    /// The members of a list; none where there is no list.
    pub fn list(self, path: &str) -> impl DoubleEndedIterator<Item = Self> + use<'a> {
        self.at(path).items()
    }

    /// The items of a list; none of anything else.
    pub fn items(self) -> impl DoubleEndedIterator<Item = Self> + use<'a> {
        self.0.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(Self)
    }

    /// # Errors
    /// [`Malformed`] unless there is a value.
    pub fn want(self, path: &str) -> Result<Self, Malformed> {
        if self.at(path).is_null() { Err(Malformed(path.to_owned())) } else { Ok(self.at(path)) }
    }

    /// # Errors
    /// [`Malformed`] unless there is a text.
    pub fn want_text(self, path: &str) -> Result<&'a str, Malformed> {
        self.at(path).0.as_str().ok_or_else(|| Malformed(path.to_owned()))
    }

    /// # Errors
    /// [`Malformed`] unless there is a whole number.
    pub fn want_integer(self, path: &str) -> Result<i64, Malformed> {
        self.integer(path).ok_or_else(|| Malformed(path.to_owned()))
    }

    /// # Errors
    /// [`Malformed`] unless there is a list.
    pub fn want_list(self, path: &str) -> Result<impl DoubleEndedIterator<Item = Self> + use<'a>, Malformed> {
        if self.at(path).0.is_array() { Ok(self.list(path)) } else { Err(Malformed(path.to_owned())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_path_and_nothing_else_is() {
        let value = serde_json::json!({ "a": [{ "b": "x", "n": 7, "t": "2026-11-20T10:00:00Z" }], "e": "" });
        let node = Node::new(&value);
        assert_eq!(node.text("a.0.b"), Some("x"));
        assert_eq!(node.integer("a.0.n"), Some(7));
        assert_eq!(node.time("a.0.t"), "2026-11-20T10:00:00Z".parse().ok());
        for path in ["a.1.b", "a.b", "a.0.b.c", "e", "", "a.0.n"] {
            assert_eq!(node.text(path), None, "{path}");
        }
        assert_eq!(node.want_text("a.0.n"), Err(Malformed("a.0.n".into())));
        assert_eq!(node.list("a").count(), 1);
        assert_eq!(node.list("e").count(), 0);
    }
}

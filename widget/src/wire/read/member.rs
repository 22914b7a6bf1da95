//! Members of an object. One of another type is as good as absent.

use crate::wire::Value;

/// The text of a member; empty when there is none.
pub fn text(value: &impl Value, name: &str) -> String {
    maybe(value, name).unwrap_or_default()
}

/// The text of a member, if it has one.
pub fn maybe(value: &impl Value, name: &str) -> Option<String> {
    value.member(name)?.text()
}

/// Whether a member is `true`.
pub fn is(value: &impl Value, name: &str) -> bool {
    value.member(name).is_some_and(|it| it.is_true())
}

/// What `read` makes of a member, if there is one.
pub fn one<V: Value, T>(value: &V, name: &str, read: impl Fn(&V) -> T) -> Option<T> {
    value.member(name).map(|it| read(&it))
}

/// The elements of a member that is an array.
pub fn many<V: Value, T>(value: &V, name: &str, read: impl Fn(&V) -> T) -> Vec<T> {
    value.member(name).map(|it| it.items().iter().map(read).collect()).unwrap_or_default()
}

/// The texts of a member that is an array.
pub fn texts<V: Value>(value: &V, name: &str) -> Vec<String> {
    many(value, name, |it| it.text().unwrap_or_default())
}

/// A count or an instant: JavaScript's numbers hold both exactly.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and a count is no less")]
pub fn whole<V: Value>(value: &V, name: &str) -> u64 {
    value.member(name).and_then(|it| it.number()).unwrap_or_default() as u64
}

/// A number that may be absent and is never large.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and a count is no less")]
pub fn small<V: Value>(value: &V, name: &str) -> Option<u32> {
    value.member(name)?.number().map(|number| number as u32)
}

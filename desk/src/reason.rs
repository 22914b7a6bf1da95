//! Why something was decided: a tree that prints readably.

use std::fmt;

use serde::Serialize;

/// One thing that spoke for a decision, and what spoke for it in turn.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Reason {
    /// A word of the shopper's in quotes, or the name of a rule.
    pub what: String,
    /// In thousandths; what it measures is its parent's affair. Zero for a rule, which holds or does not.
    pub weight: i32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Reason>,
}

impl Reason {
    /// A rule that held.
    pub fn rule(what: impl Into<String>) -> Self {
        Self { what: what.into(), ..Self::default() }
    }

    /// Something that counted this much.
    pub fn weighed(what: impl Into<String>, weight: f32) -> Self {
        Self { what: what.into(), weight: thousandths(weight), because: Vec::new() }
    }

    /// The same, with what it rests on.
    #[must_use]
    pub fn because(mut self, reasons: impl IntoIterator<Item = Reason>) -> Self {
        self.because.extend(reasons);
        self
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "{:1$}{2}", "", depth * 2, self.what)?;
        match self.weight {
            0 => writeln!(f)?,
            weight => writeln!(f, "  {}{}.{:03}", sign(weight), weight.abs() / 1000, weight.abs() % 1000)?,
        }
        self.because.iter().try_for_each(|reason| reason.print(f, depth + 1))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(f, 0)
    }
}

fn sign(weight: i32) -> char {
    if weight < 0 { '-' } else { '+' }
}

/// Rounded, and cut to what fits.
#[allow(clippy::cast_possible_truncation, reason = "rounded and within the type's range by clamping")]
fn thousandths(weight: f32) -> i32 {
    (weight * 1000.0).round().clamp(-1e6, 1e6) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_from_the_top() {
        let tree = Reason::weighed("order_status", 0.87).because([
            Reason::weighed("“where”", 1.25),
            Reason::weighed("“refund”", -0.5),
            Reason::rule("a question"),
        ]);
        assert_eq!(tree.to_string(), "order_status  +0.870\n  “where”  +1.250\n  “refund”  -0.500\n  a question\n");
    }
}

//! Evidence: what a lookup returned, where a stated fact comes from, and the rules by which facts follow from others.

use jiff::Timestamp;
use serde::Serialize;

/// The identity of one lookup's result in the conversation's log.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Receipt(pub u64);

/// A record with where and when it was read.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Evidence<T> {
    pub receipt: Receipt,
    pub read_at: Timestamp,
    pub record: T,
}

/// A value that was read from a record, or follows from such values by a named rule.
///
/// Reply slots take nothing else, so a figure that nobody read has no way into a sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Grounded<T> {
    value: T,
    source: Source,
}

/// Where a grounded value comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Source {
    /// The member at this path of the record behind the receipt, such as `parcels[0].expected`.
    Read {
        receipt: Receipt,
        path: String,
    },
    Derived {
        rule: Rule,
        receipt: Receipt,
        path: String,
    },
}

/// The named rules by which a stated value may differ from what was read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Rule {
    /// Whole days from an instant to now, in the shop's time zone.
    DaysSince,
    /// The number of records in a list.
    Count,
    /// The lowest and highest price of the variants.
    PriceRange,
    /// The members of a list that a question asked about.
    Selection,
    /// An address of which only the first letters are told.
    Masking,
}

impl<T> Evidence<T> {
    /// Grounds `value`, which must be the member at `path` of this record.
    pub fn read<V>(&self, path: impl Into<String>, value: V) -> Grounded<V> {
        Grounded { value, source: Source::Read { receipt: self.receipt, path: path.into() } }
    }

    /// Grounds `value`, which must follow by `rule` from the member at `path`.
    pub fn derive<V>(&self, rule: Rule, path: impl Into<String>, value: V) -> Grounded<V> {
        Grounded { value, source: Source::Derived { rule, receipt: self.receipt, path: path.into() } }
    }

    /// The same evidence about a part of the record, or about the record in another form.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Evidence<U> {
        Evidence { receipt: self.receipt, read_at: self.read_at, record: form(self.record) }
    }
}

impl<T> Grounded<T> {
    pub fn value(&self) -> &T {
        &self.value
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Grounds what `of` finds in this value, which must be its member at `path`.
    pub fn part<U>(&self, path: &str, of: impl FnOnce(&T) -> Option<U>) -> Option<Grounded<U>> {
        let value = of(&self.value)?;
        Some(Grounded { value, source: self.source.within(path) })
    }

    /// Grounds what follows from this value by `rule`.
    pub fn derive<U>(&self, rule: Rule, value: U) -> Grounded<U> {
        let (receipt, path) = (self.source.receipt(), self.source.path().to_owned());
        Grounded { value, source: Source::Derived { rule, receipt, path } }
    }
}

impl Source {
    /// The record that the value rests on.
    pub fn receipt(&self) -> Receipt {
        match self {
            Self::Read { receipt, .. } | Self::Derived { receipt, .. } => *receipt,
        }
    }

    /// Where in that record it stands.
    pub fn path(&self) -> &str {
        match self {
            Self::Read { path, .. } | Self::Derived { path, .. } => path,
        }
    }

    fn within(&self, member: &str) -> Self {
        let mut within = self.clone();
        let (Self::Read { path, .. } | Self::Derived { path, .. }) = &mut within;
        path.push('.');
        path.push_str(member);
        within
    }
}

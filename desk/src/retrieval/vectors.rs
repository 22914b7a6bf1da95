//! Which words are used alike: "soaked" is near "drenched" and "wet", a "tote" near a "bag".
//!
//! Made by `cargo xtask train --vectors` from a public sentence encoder, never edited. Terms are stems of English words, and
//! concepts of the lexicon, which are the mean of their English phrases; so a German question is compared where the
//! lexicon knows its words. Little-endian:
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | how many terms there are |
//! | 4 each | hashes of terms, in their order |
//! | [`DIMENSIONS`] and 1 each | their vectors, [`NORM`] long, and what they weigh in a text, in 127ths |

use crate::taught::Taught;

/// Numbers of a vector.
pub const DIMENSIONS: usize = 64;

/// How long a vector is: few numbers of one are so large that they have to be cut at 127.
pub const NORM: f32 = 220.0;

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Vectors<'a> {
    hashes: &'a [[u8; 4]],
    rows: &'a [[u8; DIMENSIONS + 1]],
}

/// Where a term is in the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Row<'a>(&'a [u8; DIMENSIONS + 1]);

static TABLE: Taught = Taught::new(if cfg!(feature = "embedded-vectors") {
    Some(include_bytes!("../../model/vectors.bin"))
} else {
    None
});

/// Takes the table, `desk/model/vectors.bin`, where it is no part of the program. Says whether there is one from now on:
/// bytes that are no table are left alone.
pub fn teach(bytes: Vec<u8>) -> bool {
    TABLE.take(bytes, |bytes| Vectors::read(bytes).is_some());
    Vectors::ours().is_some()
}

impl Vectors<'static> {
    /// The one that the desk was given. Without one, search goes by words and the lexicon alone.
    pub fn ours() -> Option<Self> {
        Self::read(TABLE.bytes()?)
    }
}

impl<'a> Vectors<'a> {
    /// Reads a table; `None` for bytes that are none. Takes no work: it is laid out as it is used.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (hashes, rows) = rest.split_at_checked(count.checked_mul(4)?)?;
        let ((hashes, []), (rows, [])) = (hashes.as_chunks(), rows.as_chunks()) else { return None };
        (rows.len() == count).then_some(Self { hashes, rows })
    }

    /// The vector of the term of this [`super::lexicon::name_hash`].
    pub fn row(&self, hash: u32) -> Option<Row<'a>> {
        let at = self.hashes.binary_search_by_key(&hash, |known| u32::from_le_bytes(*known)).ok()?;
        self.rows.get(at).map(Row)
    }
}

impl Row<'_> {
    /// How alike two terms are used: one for the same, nothing for what has nothing to do with each other.
    #[allow(clippy::cast_precision_loss, reason = "at most 64 squares of 127")]
    pub fn likeness(self, other: Row<'_>) -> f32 {
        let products = self
            .0
            .iter()
            .zip(other.0)
            .take(DIMENSIONS)
            .map(|(a, b)| i32::from(a.cast_signed()) * i32::from(b.cast_signed()));
        products.sum::<i32>() as f32 / (NORM * NORM)
    }
}

/// What several terms mean together.
#[derive(Clone, Debug)]
pub struct Mean([f32; DIMENSIONS]);

impl Default for Mean {
    fn default() -> Self {
        Self([0.0; DIMENSIONS])
    }
}

impl Mean {
    /// Adds the term of this hash by what it weighs, where it has a vector.
    pub fn add(&mut self, vectors: Vectors<'_>, hash: u32) {
        let Some(Row([numbers @ .., weight])) = vectors.row(hash) else { return };
        for (sum, number) in self.0.iter_mut().zip(numbers) {
            *sum += f32::from(i16::from(number.cast_signed()) * i16::from(*weight));
        }
    }

    /// Adds what others mean.
    pub fn join(&mut self, other: &Self) {
        for (sum, number) in self.0.iter_mut().zip(&other.0) {
            *sum += number;
        }
    }

    /// One long; `None` where no term had a vector.
    pub fn finished(mut self) -> Option<Self> {
        let length = self.likeness(&self).sqrt();
        for sum in &mut self.0 {
            *sum /= length;
        }
        (length > 0.0).then_some(self)
    }

    pub fn likeness(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retrieval::lexicon::name_hash;

    #[test]
    fn words_that_are_used_alike_are_near() {
        let vectors = Vectors::ours().expect("a table");
        let row = |stem: &str| vectors.row(name_hash(stem)).unwrap_or_else(|| panic!("{stem}"));
        let rows = [("jacket", "coat", "candl"), ("soak", "drench", "compass"), ("boot", "sho", "lamp")];
        for (word, near, far) in rows {
            let [near, far] = [near, far].map(|other| row(word).likeness(row(other)));
            assert!(near > 0.4 && far < 0.3, "{word}: {near} {far}");
        }
        assert!((row("tent").likeness(row("tent")) - 1.0).abs() < 0.03);
    }

    #[test]
    fn bytes_that_are_no_table_are_none() {
        for bytes in [&[][..], &[1, 0, 0], &[1, 0, 0, 0, 7], &[255, 255, 255, 255, 0]] {
            assert!(Vectors::read(bytes).is_none(), "{bytes:?}");
        }
    }
}

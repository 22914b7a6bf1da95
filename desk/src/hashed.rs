//! Rows that are found by a hash.

/// Rows in the order of their hashes. The first bits of a hash tell where it would stand, so that most of what is not
/// there is known by a single look.
#[derive(Clone, Debug)]
pub(crate) struct Hashed<T> {
    rows: Vec<(u32, T)>,
    /// For each value of the first bits, how many rows stand before it; and how many there are.
    starts: Vec<u16>,
    /// Bits of a hash behind those.
    rest: u32,
}

/// A text: FNV-1a.
pub(crate) fn hash(text: &str) -> u32 {
    extended(0x811c_9dc5, text)
}

/// The text of this hash with another behind it.
pub(crate) fn extended(hash: u32, text: &str) -> u32 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// First bits that are looked at: some thousands of rows, one for each of their values.
const FIRST_BITS: u32 = 12;

impl<T> Default for Hashed<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), starts: Vec::new(), rest: 0 }
    }
}

impl<T> Hashed<T> {
    /// Takes rows in the order of their hashes, which have this many bits. What is beyond the 65,535th is never found.
    pub fn new(rows: Vec<(u32, T)>, bits: u32) -> Self {
        let rest = bits.saturating_sub(FIRST_BITS);
        let mut starts = Vec::with_capacity((1 << FIRST_BITS) + 1);
        let mut at = 0;
        for first in 0..1 << FIRST_BITS {
            starts.push(u16::try_from(at).unwrap_or(u16::MAX));
            at += rows.iter().skip(at).take_while(|(hash, _)| hash >> rest == first).count();
        }
        starts.push(u16::try_from(at).unwrap_or(u16::MAX));
        Self { rows, starts, rest }
    }

    /// Takes rows in any order, whose hashes are those of [`hash`].
    pub fn sorted(rows: impl Iterator<Item = (u32, T)>) -> Self {
        let mut rows: Vec<(u32, T)> = rows.collect();
        rows.sort_unstable_by_key(|(hash, _)| *hash);
        Self::new(rows, u32::BITS)
    }

    /// What the rows of this hash hold.
    pub fn of(&self, hash: u32) -> impl Iterator<Item = &T> {
        let first = usize::try_from(hash >> self.rest).unwrap_or(usize::MAX);
        let (from, to) = match self.starts.get(first..).unwrap_or_default() {
            [from, to, ..] => (usize::from(*from), usize::from(*to)),
            _ => (0, 0),
        };
        let near = self.rows.get(from..to).unwrap_or_default();
        near.iter().filter(move |(known, _)| *known == hash).map(|(_, row)| row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_hash_and_no_other_is() {
        let hashes = [0, 1, 1, 2, 1 << 14, (1 << 14) + 1, (1 << 26) - 1];
        let rows = Hashed::new(hashes.into_iter().zip(0..).collect(), 26);
        let of = |hash| rows.of(hash).copied().collect::<Vec<i32>>();
        assert_eq!([of(0), of(1), of(2), of(3)], [vec![0], vec![1, 2], vec![3], vec![]]);
        assert_eq!([of(1 << 14), of((1 << 14) + 2), of((1 << 26) - 1)], [vec![4], vec![], vec![6]]);
        assert!(Hashed::<i32>::default().of(5).next().is_none());
    }
}

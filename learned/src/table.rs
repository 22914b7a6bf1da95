//! What was learnt: one row of weights for each feature that says something, found by its hash.
//!
//! Made by `cargo xtask train` from `desk/phrases`, never edited. All numbers are little-endian.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | how many slots there are; a hash chooses one (`u32`) |
//! | 4 | temperature: scores are divided by it, so that a confidence means what it says (`f32`) |
//! | 4 | what a shape's step of one is worth in a row of the largest scale (`f32`) |
//! | 4 each | bias of every label (`f32`) |
//! | 256 × labels, three times | shapes: how a row's weights are spread over the labels (`i8`); a row is the sum of three |
//! | 5 each | slots: check byte (0: empty), scale, and which shape of each of the three kinds |

use super::feature::{Feature, novelty};

/// A table over some labels.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    labels: usize,
    count: u32,
    temperature: f32,
    unit: f32,
    biases: &'a [u8],
    /// And what stands behind them: a shape is read in whole [`LANES`], and so beyond its end.
    shapes: &'a [u8],
    slots: &'a [[u8; WIDTH]],
}

/// One row: what a feature says about each label.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    scale: f32,
    shapes: [&'a [u8]; STAGES],
}

/// What a table says of a text.
#[derive(Clone, Debug)]
pub struct Found {
    /// The probability of every label, in their order.
    pub shares: Vec<f32>,
    /// Different words of the text that have a row.
    pub known: u16,
}

/// Shapes that a row is the sum of, and how many there are of each kind.
pub const STAGES: usize = 3;
pub const SHAPES: usize = 256;

/// Bytes of a slot.
pub const WIDTH: usize = 2 + STAGES;

/// Labels that are reckoned together. What comes out for those beyond the last is forgotten.
const LANES: usize = 8;

/// Features that are looked up together.
const AT_ONCE: usize = 64;

impl<'a> Table<'a> {
    /// Reads a table over this many labels; `None` for bytes that are none.
    pub fn read(bytes: &'a [u8], labels: usize) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count);
        let (temperature, rest) = number(rest)?;
        let (unit, rest) = number(rest)?;
        let (biases, slots) = rest.split_at_checked(labels * 4)?;
        let (shapes, (slots, beyond)) = (slots, slots.get(STAGES * SHAPES * labels..)?.as_chunks());
        let is_whole = count > 0 && usize::try_from(count).ok()? == slots.len() && beyond.is_empty();
        is_whole.then_some(Self { labels, count, temperature, unit, biases, shapes, slots })
    }

    /// The probability of every label, in their order.
    pub fn read_features(&self, features: &[Feature]) -> Vec<f32> {
        self.look_up(features).shares
    }

    /// The same, and how many words were found. Every feature is looked up once.
    pub fn look_up(&self, features: &[Feature]) -> Found {
        let biases = self.biases.chunks_exact(4).filter_map(|bytes| Some(number(bytes)?.0));
        let mut scores = vec![[0.0; LANES]; self.labels.div_ceil(LANES)];
        scores.as_flattened_mut().iter_mut().zip(biases).for_each(|(score, bias)| *score = bias);
        let (mut words, mut known) = (0_u16, 0_u16);
        for features in features.chunks(AT_ONCE) {
            // First where they stand, each without waiting for the one before; then what they say.
            let mut found = [(0, 0.0); AT_ONCE];
            let mut count = 0;
            for feature in features {
                let (place, is_there) = self.place(feature.hash);
                if let Some(next) = found.get_mut(count) {
                    *next = (place, feature.value);
                }
                count += usize::from(is_there);
                words = words.saturating_add(u16::from(feature.is_word));
                known = known.saturating_add(u16::from(feature.is_word & is_there));
            }
            for (place, value) in found.iter().take(count) {
                self.add(*place, *value, &mut scores);
            }
        }
        for feature in novelty(words, words - known) {
            if let (place, true) = self.place(feature.hash) {
                self.add(place, feature.value, &mut scores);
            }
        }
        let mut shares = scores.into_flattened();
        shares.truncate(self.labels);
        softmax(&mut shares, self.temperature);
        Found { shares, known }
    }

    /// The row of a feature, if it was worth one.
    pub fn row(&self, hash: u32) -> Option<Row<'a>> {
        let (place, is_there) = self.place(hash);
        self.row_at(place).filter(|_| is_there)
    }

    /// The slot of a feature, and whether it has one at all. Chosen by reckoning, since no branch can be foretold.
    fn place(&self, hash: u32) -> (u32, bool) {
        let [home, neighbour] = places(hash, self.count);
        let is_of_it = |place: u32| {
            let slot = usize::try_from(place).ok().and_then(|place| self.slots.get(place));
            slot.is_some_and(|[check, ..]| *check == check_of(hash))
        };
        let (is_home, is_neighbour) = (is_of_it(home), is_of_it(neighbour));
        let here = u32::from(is_home).wrapping_neg();
        ((home & here) | (neighbour & !here), is_home | is_neighbour)
    }

    fn row_at(&self, place: u32) -> Option<Row<'a>> {
        let [_, scale, codes @ ..] = self.slots.get(usize::try_from(place).ok()?)?;
        let mut shapes = [self.shapes; STAGES];
        for (stage, (shape, code)) in shapes.iter_mut().zip(codes).enumerate() {
            let at = (stage * SHAPES + usize::from(*code)) * self.labels;
            *shape = self.shapes.get(at..at + self.labels.next_multiple_of(LANES))?;
        }
        Some(Row { scale: self.unit * f32::from(*scale), shapes })
    }

    /// Adds what the feature of a slot says to the scores, a few labels at a time.
    fn add(&self, place: u32, value: f32, scores: &mut [[f32; LANES]]) {
        let Some(row) = self.row_at(place) else { return };
        let scale = row.scale * value;
        let [first, second, third] = row.shapes.map(|shape| shape.as_chunks::<LANES>().0);
        for (scores, ((a, b), c)) in scores.iter_mut().zip(first.iter().zip(second).zip(third)) {
            for (score, ((a, b), c)) in scores.iter_mut().zip(a.iter().zip(b).zip(c)) {
                let step = [a, b, c].into_iter().map(|step| i16::from(step.cast_signed())).sum::<i16>();
                *score += scale * f32::from(step);
            }
        }
    }
}

impl Row<'_> {
    /// What it says about one label.
    pub fn weight(&self, label: usize) -> f32 {
        let step = |shape: &[u8]| shape.get(label).map_or(0.0, |step| f32::from(step.cast_signed()));
        self.scale * self.shapes.into_iter().map(step).sum::<f32>()
    }
}

/// The two places where a feature may stand.
pub fn places(hash: u32, count: u32) -> [u32; 2] {
    let home = hash % count;
    [home, if home + 1 == count { 0 } else { home + 1 }]
}

/// Tells features apart that share a slot; never zero.
pub fn check_of(hash: u32) -> u8 {
    (hash >> 24).to_le_bytes()[0].max(1)
}

/// Scores as probabilities.
pub fn softmax(scores: &mut [f32], temperature: f32) {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = libm::expf((*score - highest) / temperature);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}

fn number(bytes: &[u8]) -> Option<(f32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((f32::from_le_bytes(*number), rest))
}

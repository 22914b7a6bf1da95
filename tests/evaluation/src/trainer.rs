//! Multinomial logistic regression over hashed features, by stochastic gradient descent with `AdaGrad` steps.
//!
//! Deterministic: one thread, a fixed order, and no function whose last bit depends on the machine. Trained twice: on
//! every feature that at least two phrases have, and again on those that proved their worth and so have a place in the
//! table.

use std::collections::HashMap;

use crate::shape::Shapes;
use desk::learned::feature::{self, Feature, novelty};
use desk::learned::table::{self, Table, softmax};
use desk::message::Message;

/// A phrase as the trainer sees it: its features, and the share of each label, which sum to one.
#[derive(Clone)]
pub struct Example {
    features: Vec<(u32, f32, bool)>,
    target: Vec<f32>,
}

/// How hard it is trained.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Slots of the table, and so features that can be kept.
    pub slots: u32,
    pub epochs: u32,
    pub rate: f32,
    /// Pulls a weight towards zero each time that its feature occurs.
    pub decay: f32,
    pub tuning: Tuning,
    /// Every so many phrases one is left out of a further training, by which confidence is calibrated. None for nought.
    pub left_out: usize,
}

/// How hard the small rows are taught.
#[derive(Clone, Copy, Debug)]
pub struct Tuning {
    pub epochs: u32,
    pub rate: f32,
}

/// The model as floating point numbers, one row of weights for each feature that has one.
pub struct Weights {
    rows: HashMap<u32, usize>,
    values: Vec<f32>,
    bias: Vec<f32>,
}

impl Example {
    /// The phrase's features and what it should be read as.
    pub fn new(text: &str, target: Vec<f32>) -> Self {
        let message = Message::parse(text);
        let features = feature::features(message.text());
        Self { features: features.iter().map(|f| (f.hash, f.value, f.is_word)).collect(), target }
    }

    /// The share that each label should have.
    pub fn target(&self) -> &[f32] {
        &self.target
    }

    /// Whether the likeliest label is one that the example has.
    pub fn is_met_by(&self, table: &Table<'_>) -> bool {
        let shares = table.read_features(&self.plain());
        let best = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).expect("labels");
        self.target[best] > 0.0
    }

    fn plain(&self) -> Vec<Feature> {
        (self.features.iter()).map(|(hash, value, is_word)| Feature::new(*hash, *value, *is_word)).collect()
    }

    /// The features that have a row, by row, with what the words without one say.
    fn rows(&self, rows: &HashMap<u32, usize>) -> Vec<(usize, f32)> {
        let plain = self.plain();
        let words = || plain.iter().filter(|feature| feature.is_word);
        let count = |count: usize| u16::try_from(count).expect("the words of a phrase");
        let unknown = words().filter(|word| !rows.contains_key(&word.hash)).count();
        let novelty = novelty(count(words().count()), count(unknown));
        plain.iter().chain(&novelty).filter_map(|f| Some((*rows.get(&f.hash)?, f.value))).collect()
    }
}

/// Trains a table.
pub fn train(examples: &[Example], plan: Plan) -> Weights {
    let frequency = frequencies(examples);
    let mut common: Vec<u32> = frequency.iter().filter(|(_, count)| **count >= 2).map(|(hash, _)| *hash).collect();
    common.sort_unstable();
    let first = descend(examples, &common, Plan { epochs: plan.epochs / 2, ..plan });
    let kept = first.worthiest(&frequency, plan.slots);
    descend(examples, &kept, plan)
}

/// How many examples have each feature. What says something about all examples is common by definition.
fn frequencies(examples: &[Example]) -> HashMap<u32, u32> {
    let mut frequency: HashMap<u32, u32> = HashMap::new();
    for example in examples {
        for (hash, ..) in &example.features {
            *frequency.entry(*hash).or_default() += 1;
        }
    }
    let many = u32::try_from(examples.len()).expect("a count");
    for all in 0..=10 {
        for unknown in 0..=all {
            for feature in novelty(all, unknown) {
                frequency.insert(feature.hash, many);
            }
        }
    }
    frequency
}

fn descend(examples: &[Example], features: &[u32], plan: Plan) -> Weights {
    let labels = examples[0].target.len();
    let rows: HashMap<u32, usize> = features.iter().enumerate().map(|(row, hash)| (*hash, row)).collect();
    let seen_by: Vec<Vec<(usize, f32)>> = examples.iter().map(|example| example.rows(&rows)).collect();
    let mut weights = Weights { values: vec![0.0; rows.len() * labels], bias: vec![0.0; labels], rows };
    let mut steps = vec![1e-3_f32; weights.values.len()];
    for (order, rate) in epochs(examples.len(), plan.epochs, plan.rate, 0x2545_f491_4f6c_dd1d) {
        for index in &order {
            let mut error = weights.probabilities(&seen_by[*index], 1.0);
            for (error, target) in error.iter_mut().zip(&examples[*index].target) {
                *error -= target;
            }
            for (bias, error) in weights.bias.iter_mut().zip(&error) {
                *bias -= rate * 0.05 * error;
            }
            for (row, value) in &seen_by[*index] {
                let range = row * labels..(row + 1) * labels;
                let row = weights.values[range.clone()].iter_mut().zip(&mut steps[range]);
                for ((weight, step), error) in row.zip(&error) {
                    let gradient = error * value + plan.decay * *weight;
                    *step += gradient * gradient;
                    *weight -= rate * gradient / step.sqrt();
                }
            }
        }
    }
    weights
}

impl Weights {
    fn labels(&self) -> usize {
        self.bias.len()
    }

    fn probabilities(&self, features: &[(usize, f32)], temperature: f32) -> Vec<f32> {
        let mut scores = self.bias.clone();
        for (row, value) in features {
            let row = &self.values[row * self.labels()..(row + 1) * self.labels()];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight * value;
            }
        }
        softmax(&mut scores, temperature);
        scores
    }

    /// The features that get a place among the slots, those that change most answers first.
    fn worthiest(&self, frequency: &HashMap<u32, u32>, slots: u32) -> Vec<u32> {
        let worth = |hash: u32, row: usize| -> f32 {
            let weights = &self.values[row * self.labels()..(row + 1) * self.labels()];
            let squares: f32 = weights.iter().map(|weight| weight * weight).sum();
            #[allow(clippy::cast_precision_loss, reason = "a rank, not a count")]
            let count = frequency.get(&hash).copied().unwrap_or(0) as f32;
            squares * count.sqrt()
        };
        let mut ranked: Vec<(u32, f32)> = self.rows.iter().map(|(hash, row)| (*hash, worth(*hash, *row))).collect();
        ranked.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        let mut taken = vec![false; slots as usize];
        let mut kept = Vec::new();
        for (hash, _) in ranked {
            if let Some(place) = table::places(hash, slots).into_iter().find(|place| !taken[*place as usize]) {
                taken[place as usize] = true;
                kept.push(hash);
            }
        }
        // In the order of their worth, in which `bytes` gives them the same places again.
        kept
    }

    /// The same rows, each with a mean of zero: what is added to every label changes no probability.
    fn centred(&self) -> Vec<f32> {
        let mut values = self.values.clone();
        for row in values.chunks_mut(self.labels()) {
            #[allow(clippy::cast_precision_loss, reason = "a handful of labels")]
            let mean = row.iter().sum::<f32>() / row.len() as f32;
            for value in row {
                *value -= mean;
            }
        }
        values
    }

    /// Rows made small, and taught again what that took from them.
    pub fn shapes(&mut self, examples: &[Example], tuning: Tuning) -> Shapes {
        let mut shapes = Shapes::find(&self.centred(), self.labels());
        let seen_by: Vec<Vec<(usize, f32)>> = examples.iter().map(|example| example.rows(&self.rows)).collect();
        for (order, rate) in epochs(examples.len(), tuning.epochs, tuning.rate, 0x9e37_79b9_7f4a_7c15) {
            for index in &order {
                let mut errors = self.bias.clone();
                seen_by[*index].iter().for_each(|(row, value)| shapes.add(*row, *value, &mut errors));
                softmax(&mut errors, 1.0);
                for (error, target) in errors.iter_mut().zip(&examples[*index].target) {
                    *error -= target;
                }
                for (bias, error) in self.bias.iter_mut().zip(&errors) {
                    *bias -= rate * 0.05 * error;
                }
                seen_by[*index].iter().for_each(|(row, value)| shapes.learn(*row, *value, &errors, rate));
            }
        }
        shapes
    }

    /// The table's bytes, as [`table::Table`] reads them.
    pub fn bytes(&self, shapes: &Shapes, plan: Plan, temperature: f32) -> Vec<u8> {
        let mut rows: Vec<(u32, usize)> = self.rows.iter().map(|(hash, row)| (*hash, *row)).collect();
        rows.sort_unstable_by_key(|(_, row)| *row);
        let packed = shapes.packed();
        let mut slots = vec![0_u8; table::WIDTH * plan.slots as usize];
        for (hash, row) in rows {
            let free = |place: &u32| slots[*place as usize * table::WIDTH] == 0;
            let place = table::places(hash, plan.slots).into_iter().find(free).expect("a place for every feature kept");
            let slot = &mut slots[place as usize * table::WIDTH..][..table::WIDTH];
            slot[0] = table::check_of(hash);
            slot[1] = packed.scales[row];
            slot[2..].copy_from_slice(shapes.codes(row));
        }
        let numbers = [temperature, packed.unit].into_iter().chain(self.bias.iter().copied());
        plan.slots
            .to_le_bytes()
            .into_iter()
            .chain(numbers.flat_map(f32::to_le_bytes))
            .chain(packed.bytes)
            .chain(slots)
            .collect()
    }
}

/// The temperature with which these examples, unseen in training, surprise a table of temperature one the least.
pub fn temperature(bytes: &[u8], unseen: &[Example]) -> f32 {
    let table = Table::read(bytes, unseen[0].target.len()).expect("a table");
    let read: Vec<Vec<f32>> = unseen.iter().map(|example| table.read_features(&example.plain())).collect();
    let surprise = |temperature: f32| -> f32 {
        let of = |(example, shares): (&Example, &Vec<f32>)| -> f32 {
            // Logarithms of shares are scores again, but for what all have in common.
            let mut scores: Vec<f32> = shares.iter().map(|share| libm::logf(share.max(1e-20))).collect();
            softmax(&mut scores, temperature);
            scores.iter().zip(&example.target).map(|(share, target)| -target * libm::logf(share.max(1e-9))).sum()
        };
        unseen.iter().zip(&read).map(of).sum()
    };
    // Lines of which hardly one is read wrongly would have it certain of all: a word that two languages have as well.
    let candidates = (10..=120_u8).map(|step| f32::from(step) * 0.025);
    candidates.min_by(|a, b| surprise(*a).total_cmp(&surprise(*b))).expect("candidates")
}

/// For each epoch the examples in an order of its own, and a rate that falls to a tenth.
fn epochs(examples: usize, count: u32, rate: f32, mut random: u64) -> impl Iterator<Item = (Vec<usize>, f32)> {
    let mut order: Vec<usize> = (0..examples).collect();
    (0..count).map(move |epoch| {
        shuffle(&mut order, &mut random);
        #[allow(clippy::cast_precision_loss, reason = "a handful of epochs")]
        let share = epoch as f32 / count as f32;
        (order.clone(), rate * (1.0 - share * 0.9))
    })
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for index in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let other = usize::try_from(*random % (index as u64 + 1)).expect("below the length");
        order.swap(index, other);
    }
}

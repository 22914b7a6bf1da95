//! Rows of weights made small: each as a scale and the sum of three shapes, each out of 256.
//!
//! Residual vector quantization: shapes of the first kind are the centres of the rows, those of the second the centres
//! of what the first left over, and so on. Centres are found by Lloyd's algorithm from a fixed start. Which shapes a row
//! has stays as it is then, while shapes and scales learn on from the phrases: that wins back most of what was lost.

use desk::learned::table::{SHAPES, STAGES};

/// What the rows became.
#[allow(clippy::struct_field_names, reason = "rows are made of shapes, and so is this")]
pub struct Shapes {
    width: usize,
    /// Kind by kind.
    shapes: Vec<f32>,
    scales: Vec<f32>,
    codes: Vec<[u8; STAGES]>,
    /// Squares of all steps so far, of shapes and of scales: the more there were, the smaller the next.
    steps: Vec<f32>,
    scale_steps: Vec<f32>,
}

/// The same in whole numbers, as a table keeps them.
pub struct Packed {
    /// What one step of a shape is worth in a row of scale one.
    pub unit: f32,
    /// All shapes, kind by kind.
    pub bytes: Vec<u8>,
    pub scales: Vec<u8>,
}

const ROUNDS: usize = 8;

/// Steps from nothing to the largest number of a shape.
const FULL: f32 = 127.0;

/// Steps from nothing to the largest scale.
const LARGEST: f32 = 255.0;

impl Shapes {
    /// Finds shapes for rows of this width.
    pub fn find(values: &[f32], width: usize) -> Self {
        let highest = |row: &[f32]| row.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs()));
        let scales: Vec<f32> = values.chunks(width).map(highest).collect();
        // Rows of one size: what is left to say is how they are spread.
        let of_one_size = values.chunks(width).zip(&scales).flat_map(|(row, scale)| row.iter().map(move |v| v / scale));
        let mut left: Vec<f32> = of_one_size.collect();
        let mut shapes = Vec::new();
        let mut stages: Vec<Vec<u8>> = Vec::new();
        for _ in 0..STAGES {
            let centres = centres(&left, &scales, width);
            stages.push(left.chunks_mut(width).map(|row| take_out(row, &centres)).collect());
            shapes.extend(centres);
        }
        let codes: Vec<_> = (0..scales.len()).map(|row| std::array::from_fn(|stage| stages[stage][row])).collect();
        let (steps, scale_steps) = (vec![FIRST_STEP; shapes.len()], vec![FIRST_STEP; scales.len()]);
        Self { width, shapes, scales, codes, steps, scale_steps }
    }

    /// Which shapes a row has.
    pub fn codes(&self, row: usize) -> &[u8; STAGES] {
        &self.codes[row]
    }

    fn of(&self, row: usize) -> [usize; STAGES] {
        std::array::from_fn(|stage| (stage * SHAPES + usize::from(self.codes[row][stage])) * self.width)
    }

    /// Adds a row, as often as `value` says, to the scores of all labels.
    pub fn add(&self, row: usize, value: f32, scores: &mut [f32]) {
        for at in self.of(row) {
            for (score, shape) in scores.iter_mut().zip(&self.shapes[at..at + self.width]) {
                *score += value * self.scales[row] * shape;
            }
        }
    }

    /// Learns from how wrong the scores were to which a row was added.
    pub fn learn(&mut self, row: usize, value: f32, errors: &[f32], rate: f32) {
        let by_scale = value * self.scales[row];
        let mut of_scale = 0.0;
        for at in self.of(row) {
            let shapes = self.shapes[at..at + self.width].iter_mut().zip(&mut self.steps[at..at + self.width]);
            for ((shape, step), error) in shapes.zip(errors) {
                of_scale += error * value * *shape;
                let gradient = error * by_scale;
                *step += gradient * gradient;
                *shape -= rate * gradient / step.sqrt();
            }
        }
        let step = &mut self.scale_steps[row];
        *step += of_scale * of_scale;
        self.scales[row] = (self.scales[row] - rate * of_scale / step.sqrt()).max(f32::MIN_POSITIVE);
    }

    /// In whole numbers.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded, and within a byte by construction"
    )]
    pub fn packed(&self) -> Packed {
        let largest = self.scales.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        let furthest = self.shapes.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs()));
        Packed {
            unit: largest / LARGEST * furthest / FULL,
            bytes: self.shapes.iter().map(|value| ((value / furthest * FULL).round() as i8).cast_unsigned()).collect(),
            scales: self.scales.iter().map(|v| (v / largest * LARGEST).round().clamp(1.0, LARGEST) as u8).collect(),
        }
    }
}

/// What the first step is measured by.
const FIRST_STEP: f32 = 1e-3;

/// Subtracts the nearest shape, and gives its number.
fn take_out(row: &mut [f32], shapes: &[f32]) -> u8 {
    let width = row.len();
    let code = nearest(row, shapes, width);
    for (value, shape) in row.iter_mut().zip(&shapes[code * width..]) {
        *value -= shape;
    }
    u8::try_from(code).expect("256 shapes")
}

fn centres(rows: &[f32], weights: &[f32], width: usize) -> Vec<f32> {
    let count = rows.len() / width;
    let mut centres: Vec<f32> = (0..SHAPES)
        .flat_map(|index| {
            let from = (index * count / SHAPES) * width;
            rows[from..from + width].to_vec()
        })
        .collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![0.0_f64; SHAPES * width];
        let mut shares = vec![0.0_f64; SHAPES];
        for (row, weight) in rows.chunks(width).zip(weights) {
            let code = nearest(row, &centres, width);
            shares[code] += f64::from(*weight);
            for (sum, value) in sums[code * width..].iter_mut().zip(row) {
                *sum += f64::from(*value) * f64::from(*weight);
            }
        }
        for (code, share) in shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            for index in code * width..(code + 1) * width {
                #[allow(clippy::cast_possible_truncation, reason = "back to the precision of the rows")]
                let centre = (sums[index] / share) as f32;
                centres[index] = centre;
            }
        }
    }
    centres
}

fn nearest(row: &[f32], shapes: &[f32], width: usize) -> usize {
    let distance = |shape: &[f32]| -> f32 { row.iter().zip(shape).map(|(a, b)| (a - b) * (a - b)).sum() };
    let mut best = (0, f32::MAX);
    for (code, shape) in shapes.chunks(width).enumerate() {
        let far = distance(shape);
        if far < best.1 {
            best = (code, far);
        }
    }
    best.0
}

//! Rows of weights made small: each as a scale and the sum of three shapes, each out of 256.
//!
//! Residual vector quantization: shapes of the first kind are the centres of the rows, those of the second the centres
//! of what the first left over, and so on. Centres are found by Lloyd's algorithm from a fixed start.

use desk::learned::table::{SHAPES, STAGES};

/// What the rows became.
pub struct Shapes {
    /// What one step of a shape is worth in a row of scale one.
    pub unit: f32,
    /// All shapes, kind by kind.
    pub bytes: Vec<u8>,
    pub scales: Vec<u8>,
    pub codes: Vec<[u8; STAGES]>,
}

const ROUNDS: usize = 8;

impl Shapes {
    /// Finds shapes for rows of this width.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded, and within a byte by construction"
    )]
    pub fn find(values: &[f32], width: usize) -> Self {
        let highest = |row: &[f32]| row.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let largest = highest(values).max(f32::MIN_POSITIVE);
        let scales: Vec<u8> =
            values.chunks(width).map(|row| (highest(row) / largest * 255.0).ceil().clamp(1.0, 255.0) as u8).collect();
        let scale = |index: usize| largest * f32::from(scales[index]) / 255.0;
        // Rows of one size: what is left to say is how they are spread.
        let mut left: Vec<f32> =
            values.chunks(width).enumerate().flat_map(|(i, row)| row.iter().map(move |v| v / scale(i))).collect();
        let weights: Vec<f32> = (0..scales.len()).map(scale).collect();
        let mut bytes = Vec::new();
        let mut stages: Vec<Vec<u8>> = Vec::new();
        for _ in 0..STAGES {
            let shapes = rounded(&centres(&left, &weights, width));
            stages.push(left.chunks_mut(width).map(|row| take_out(row, &shapes)).collect());
            bytes.extend(shapes.iter().map(|value| ((value * FULL).round() as i8).cast_unsigned()));
        }
        let codes = (0..scales.len()).map(|row| std::array::from_fn(|stage| stages[stage][row])).collect();
        Self { unit: largest / 255.0 / FULL, bytes, scales, codes }
    }
}

/// Steps from nothing to the largest weight of a row.
const FULL: f32 = 127.0;

/// The same as the table will read it, so that what a shape cannot say is left to the next.
fn rounded(shapes: &[f32]) -> Vec<f32> {
    shapes.iter().map(|value| (value * FULL).round().clamp(-127.0, 127.0) / FULL).collect()
}

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

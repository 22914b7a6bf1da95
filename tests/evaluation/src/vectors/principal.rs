//! Principal components: what tells words apart, in fewer numbers.

use super::package::Word;
use super::{add, unit};

/// Words that the components are taken from; of rarer ones vectors are mostly noise.
const SAMPLE: usize = 20_000;

/// The first components hold how common a word is, and whether it is in the news: all words have them in common. (Mu,
/// Bhat and Viswanath, "All-but-the-Top".)
const COMMON: usize = 3;

/// Sweeps of the rotations below; after eight nothing changes any more.
const SWEEPS: usize = 12;

/// Leaves the given number of components, behind the common ones, and makes vectors one long.
pub(super) fn reduce(words: &mut [Word], dimensions: usize) {
    let sample = &words[..SAMPLE.min(words.len())];
    let width = sample[0].vector.len();
    let share = 1.0 / super::float(sample.len());
    let mut mean = vec![0.0; width];
    for word in sample {
        add(&mut mean, &word.vector, share);
    }
    let centred =
        |word: &Word| -> Vec<f64> { word.vector.iter().zip(&mean).map(|(value, mean)| value - mean).collect() };
    let mut spread = vec![vec![0.0; width]; width];
    for word in sample {
        let row = centred(word);
        for (spread, value) in spread.iter_mut().zip(&row) {
            add(spread, &row, value * share);
        }
    }
    let components = components(spread);
    let kept = &components[COMMON..COMMON + dimensions];
    for word in words {
        let row = centred(word);
        word.vector = unit(kept.iter().map(|axis| axis.iter().zip(&row).map(|(a, b)| a * b).sum()).collect());
    }
}

/// Eigenvectors of a symmetric matrix, that of the greatest value first: Jacobi's rotations.
fn components(mut matrix: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let width = matrix.len();
    let mut axes: Vec<Vec<f64>> =
        (0..width).map(|row| (0..width).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for _ in 0..SWEEPS {
        for p in 0..width {
            for q in p + 1..width {
                if let Some((cosine, sine)) = rotation(matrix[p][p], matrix[q][q], matrix[p][q]) {
                    for row in &mut matrix {
                        (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                    }
                    turn(&mut matrix, p, q, cosine, sine);
                    turn(&mut axes, p, q, cosine, sine);
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..width).collect();
    order.sort_by(|a, b| matrix[*b][*b].total_cmp(&matrix[*a][*a]));
    order.into_iter().map(|index| axes[index].clone()).collect()
}

/// The cosine and sine that make an element nothing.
fn rotation(first: f64, second: f64, between: f64) -> Option<(f64, f64)> {
    if between.abs() < 1e-15 {
        return None;
    }
    let theta = (second - first) / (2.0 * between);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    Some((cosine, tangent * cosine))
}

fn turn(rows: &mut [Vec<f64>], p: usize, q: usize, cosine: f64, sine: f64) {
    let (before, after) = rows.split_at_mut(q);
    for (first, second) in before[p].iter_mut().zip(&mut after[0]) {
        (*first, *second) = (cosine * *first - sine * *second, sine * *first + cosine * *second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_come_in_the_order_of_what_they_hold() {
        // Stretched along the diagonal by 4, across it by 2; and by 1 along the third axis.
        let found = components(vec![vec![3.0, 1.0, 0.0], vec![1.0, 3.0, 0.0], vec![0.0, 0.0, 1.0]]);
        let half = 0.5_f64.sqrt();
        let want = [[half, half, 0.0], [half, -half, 0.0], [0.0, 0.0, 1.0]];
        for (axis, want) in found.iter().zip(want) {
            let along: f64 = axis.iter().zip(want).map(|(a, b)| a * b).sum();
            assert!((along.abs() - 1.0).abs() < 1e-9, "{axis:?} is not {want:?}");
        }
    }
}

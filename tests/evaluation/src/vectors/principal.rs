//! Principal components: what tells words apart, in fewer numbers.

use super::{add, unit};

/// Rows that the components are taken from, the first: of rarer words vectors are mostly noise.
const SAMPLE: usize = 20_000;

/// Sweeps of the rotations below; after eight nothing changes any more.
const SWEEPS: usize = 12;

/// The way from wide rows to narrow ones.
pub(super) struct Principal {
    mean: Vec<f64>,
    axes: Vec<Vec<f64>>,
}

impl Principal {
    /// The one that keeps so many components of these rows.
    pub(super) fn of(rows: &[Vec<f64>], dimensions: usize) -> Self {
        let sample = &rows[..SAMPLE.min(rows.len())];
        let width = sample[0].len();
        let share = 1.0 / super::float(sample.len());
        let mut mean = vec![0.0; width];
        for row in sample {
            add(&mut mean, row, share);
        }
        let mut spread = vec![vec![0.0; width]; width];
        for row in sample {
            let row = centred(row, &mean);
            for (spread, value) in spread.iter_mut().zip(&row) {
                add(spread, &row, value * share);
            }
        }
        let mut axes = components(spread);
        axes.truncate(dimensions);
        Self { mean, axes }
    }

    /// A row in its components, one long.
    pub(super) fn reduced(&self, row: &[f64]) -> Vec<f64> {
        let row = centred(row, &self.mean);
        unit(self.axes.iter().map(|axis| axis.iter().zip(&row).map(|(a, b)| a * b).sum()).collect())
    }
}

fn centred(row: &[f64], mean: &[f64]) -> Vec<f64> {
    row.iter().zip(mean).map(|(value, mean)| value - mean).collect()
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

//! A sentence encoder of the `BERT` kind, read from its weights and run forwards.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::thread;

use ndarray::{Array1, Array2, ArrayView2, Axis, Slice};
use serde_json::Value;

use super::pieces::Pieces;

const LAYERS: usize = 6;
const HEADS: usize = 12;

/// Texts of one length that are read together, and at most so many pieces of a text.
const TOGETHER: usize = 128;
const LONGEST: usize = 128;

/// An encoder.
pub(super) struct Encoder {
    pub pieces: Pieces,
    /// Rows and columns by the names that the weights have; what has one row is a list.
    weights: HashMap<String, Array2<f32>>,
}

impl Encoder {
    /// Reads the encoder of a folder.
    ///
    /// # Panics
    /// Where the folder holds none.
    pub(super) fn read(folder: &Path) -> Self {
        let pieces = fs::read_to_string(folder.join("tokenizer.json")).expect("pieces");
        let bytes = fs::read(folder.join("model.safetensors")).expect("weights");
        let (length, rest) = bytes.split_first_chunk::<8>().expect("a length");
        let (head, values) = rest.split_at(usize::try_from(u64::from_le_bytes(*length)).expect("a length"));
        let head: HashMap<String, Value> = serde_json::from_slice(head).expect("a table of contents");
        let weights = head.into_iter().filter(|(_, entry)| entry["dtype"] == "F32");
        Self {
            pieces: Pieces::read(&pieces),
            weights: weights.map(|(name, entry)| (name, tensor(&entry, values))).collect(),
        }
    }

    /// What texts mean: a vector for each, one long.
    pub(super) fn embed(&self, texts: &[String]) -> Vec<Vec<f64>> {
        let read: Vec<Vec<usize>> = texts.iter().map(|text| self.pieces.of(text)).collect();
        let mut by_length: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, pieces) in read.iter().enumerate() {
            by_length.entry(pieces.len().min(LONGEST)).or_default().push(index);
        }
        let pieces: Vec<(usize, &[usize])> =
            by_length.iter().flat_map(|(length, group)| group.chunks(TOGETHER).map(|some| (*length, some))).collect();
        let mut vectors = vec![Vec::new(); texts.len()];
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let work = |first: usize| {
            let own = pieces.iter().skip(first).step_by(threads);
            own.flat_map(|(length, some)| {
                let texts: Vec<&[usize]> = some.iter().map(|index| &read[*index][..*length]).collect();
                some.iter().copied().zip(self.forward(&texts, *length))
            })
            .collect::<Vec<_>>()
        };
        thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
            for (index, vector) in running.into_iter().flat_map(|thread| thread.join().expect("no panic")) {
                vectors[index] = vector;
            }
        });
        vectors
    }

    /// The mean of what the last layer makes of the pieces of each text; texts of one length, one after the other.
    fn forward(&self, texts: &[&[usize]], length: usize) -> Vec<Vec<f64>> {
        let [words, places, kinds] = ["word", "position", "token_type"].map(|name| self.weight(&embedding(name)));
        let mut rows = Array2::zeros((texts.len() * length, words.ncols()));
        for ((at, piece), mut row) in texts.iter().flat_map(|text| text.iter().enumerate()).zip(rows.rows_mut()) {
            row.assign(&(&words.row(*piece) + &places.row(at) + kinds.row(0)));
        }
        let mut rows = self.normed(rows, "embeddings.LayerNorm");
        for layer in 0..LAYERS {
            let name = |part: &str| format!("encoder.layer.{layer}.{part}");
            let [asks, keys, values] =
                ["query", "key", "value"].map(|part| self.linear(&rows, &name(&format!("attention.self.{part}"))));
            let seen = attended(&asks, &keys, &values, length);
            let seen = self.linear(&seen, &name("attention.output.dense")) + &rows;
            rows = self.normed(seen, &name("attention.output.LayerNorm"));
            let mut wide = self.linear(&rows, &name("intermediate.dense"));
            wide.mapv_inplace(|x| 0.5 * x * (1.0 + libm::erff(x * std::f32::consts::FRAC_1_SQRT_2)));
            rows = self.normed(self.linear(&wide, &name("output.dense")) + &rows, &name("output.LayerNorm"));
        }
        // Without the marks at both ends, which every text has.
        let inner = |text: ArrayView2<'_, f32>| text.slice_axis(Axis(0), Slice::from(1..length - 1)).mean_axis(Axis(0));
        let mean = |text: ArrayView2<'_, f32>| inner(text).expect("a piece at least");
        let means = rows.axis_chunks_iter(Axis(0), length).map(mean);
        means.map(|mean| super::unit(mean.iter().map(|value| f64::from(*value)).collect())).collect()
    }

    fn linear(&self, rows: &Array2<f32>, name: &str) -> Array2<f32> {
        rows.dot(&self.weight(&format!("{name}.weight")).t()) + &self.list(&format!("{name}.bias"))
    }

    /// Rows about nothing and one wide, then stretched and moved as was learnt.
    fn normed(&self, mut rows: Array2<f32>, name: &str) -> Array2<f32> {
        for mut row in rows.rows_mut() {
            row -= row.mean().expect("a wide row");
            let variance = row.pow2().mean().expect("a wide row");
            row /= (variance + 1e-12).sqrt();
        }
        rows * &self.list(&format!("{name}.weight")) + &self.list(&format!("{name}.bias"))
    }

    fn weight(&self, name: &str) -> &Array2<f32> {
        self.weights.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    fn list(&self, name: &str) -> Array1<f32> {
        self.weight(name).row(0).to_owned()
    }
}

fn embedding(name: &str) -> String {
    format!("embeddings.{name}_embeddings.weight")
}

/// What each piece sees of the others of its text, head by head.
fn attended(asks: &Array2<f32>, keys: &Array2<f32>, values: &Array2<f32>, length: usize) -> Array2<f32> {
    let mut seen = Array2::zeros(asks.dim());
    let width = asks.ncols() / HEADS;
    let [asks, keys, values] = [asks, keys, values].map(|rows| rows.exact_chunks((length, width)));
    for (((asks, keys), values), mut seen) in
        asks.into_iter().zip(keys).zip(values).zip(seen.exact_chunks_mut((length, width)))
    {
        let mut weights = asks.dot(&keys.t());
        for mut row in weights.rows_mut() {
            row /= super::single(width).sqrt();
            let most = row.fold(f32::MIN, |most, value| most.max(*value));
            row.mapv_inplace(|value| libm::expf(value - most));
            row /= row.sum();
        }
        seen.assign(&weights.dot(&values));
    }
    seen
}

/// One entry of the table of contents, as it lies among the values.
fn tensor(entry: &Value, values: &[u8]) -> Array2<f32> {
    let numbers = |name: &str| -> Vec<usize> {
        let list = entry[name].as_array().expect("a list").iter();
        list.map(|number| usize::try_from(number.as_u64().expect("a number")).expect("a place")).collect()
    };
    let (shape, place) = (numbers("shape"), numbers("data_offsets"));
    let (bytes, []) = values[place[0]..place[1]].as_chunks::<4>() else { panic!("no whole numbers") };
    let columns = *shape.last().expect("a shape");
    let values = bytes.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    Array2::from_shape_vec((bytes.len() / columns, columns), values).expect("of this shape")
}

//! `{text, intent, also?, source?}`: how often the likeliest intent is right, how honest its confidence is, how long it takes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use desk::intent::{self, Intent};
use desk::message::Message;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Report, line, rows, share};
use crate::nlpjs::{self, Asked};
use crate::speed::{commonest, quantile};

#[derive(Deserialize)]
struct Row {
    text: String,
    intent: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    source: String,
}

/// A row with what the desk made of it.
struct Judged {
    wanted: Intent,
    got: Intent,
    confidence: f64,
    is_right: bool,
    source: String,
}

const BINS: usize = 10;

/// What the desk is measured beside.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Beside {
    Nothing,
    /// NLP.js, taught our phrases in the language of the file.
    NlpJs,
}

/// Measures.
///
/// # Errors
/// A row that is not of the form, an intent that is none, or NLP.js is not there.
pub fn report(text: &str, beside: Beside) -> Result<Report, String> {
    let rows: Vec<Row> = rows(text)?;
    let mut micros = Vec::with_capacity(rows.len());
    let judged = rows.iter().map(|row| judge(row, &mut micros)).collect::<Result<Vec<_>, _>>()?;
    let at = |per_mille: usize| quantile(&micros, per_mille);
    let accuracy = right(judged.iter());
    let (per_intent, macro_f1) = per_intent(&judged);
    let mut per_source: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for row in &judged {
        per_source.entry(&row.source).or_default().push(row);
    }
    let ece = calibration_error(&judged);
    let mut out = String::new();
    line(&mut out, "rows", judged.len());
    line(&mut out, "accuracy", format!("{accuracy:.3}"));
    line(&mut out, "macro F1", format!("{macro_f1:.3}"));
    line(&mut out, "calibration error", format!("{ece:.3}"));
    line(&mut out, "µs a message, p50 p99", format!("{:.1} {:.1}", at(500), at(990)));
    let shop: Vec<_> = judged.iter().filter(|row| is_of_the_shop(row.wanted)).collect();
    line(&mut out, "shop intents only", format!("{:.3} of {}", right(shop.iter().copied()), shop.len()));
    let compared = match beside {
        Beside::Nothing => None,
        Beside::NlpJs => Some(nlp_js(&rows, &mut out)?),
    };
    out.push_str("\nper source\n");
    for (source, rows) in &per_source {
        let shop: Vec<_> = rows.iter().copied().filter(|row| is_of_the_shop(row.wanted)).collect();
        let (all, of_shop) = (right(rows.iter().copied()), right(shop.iter().copied()));
        let _ = writeln!(out, "  {all:.3} of {:<5} shop {of_shop:.3} of {:<5} {source}", rows.len(), shop.len());
    }
    out.push_str("\nper intent: precision, recall, rows\n");
    for (intent, [precision, recall, count]) in &per_intent {
        let _ = writeln!(out, "  {precision:.3} {recall:.3} {count:>5} {intent}");
    }
    out.push_str("\nmost confused\n");
    for ((wanted, got), count) in confusions(&judged) {
        let _ = writeln!(out, "  {count:>5} {wanted} taken for {got}");
    }
    let sources: BTreeMap<_, _> = per_source
        .iter()
        .map(|(name, rows)| (*name, json!({"rows": rows.len(), "accuracy": right(rows.iter().copied())})))
        .collect();
    let intents: BTreeMap<_, _> =
        (per_intent.iter()).map(|(name, [p, r, n])| (*name, json!({"precision": p, "recall": r, "rows": n}))).collect();
    let mut json = json!({
        "rows": judged.len(), "accuracy": accuracy, "macro_f1": macro_f1, "ece": ece, "per_intent": intents,
        "per_source": sources, "p50_us": at(500), "p99_us": at(990),
    });
    if let Some(compared) = compared {
        json["nlpjs"] = compared;
    }
    Ok(Report { text: out, json })
}

/// The same rows read by NLP.js.
fn nlp_js(rows: &[Row], out: &mut String) -> Result<Value, String> {
    let lines: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let language = commonest(lines.iter().copied());
    let outcomes = nlpjs::classify(&[Asked { language, lines }], 1)?;
    let outcome = outcomes.first().ok_or("NLP.js said nothing")?;
    let micros: Vec<f64> = outcome.micros().collect();
    let judged = rows.iter().zip(outcome.intents()).map(|(row, got)| row.judge(got, 0.0));
    let judged = judged.collect::<Result<Vec<_>, _>>()?;
    let (accuracy, (_, macro_f1)) = (right(judged.iter()), per_intent(&judged));
    let shop: Vec<_> = judged.iter().filter(|row| is_of_the_shop(row.wanted)).collect();
    let (p50, p99) = (quantile(&micros, 500), quantile(&micros, 990));
    let _ = writeln!(out, "\nNLP.js, taught the same phrases ({})", language.code());
    line(out, "accuracy", format!("{accuracy:.3}"));
    line(out, "macro F1", format!("{macro_f1:.3}"));
    line(out, "µs a message, p50 p99", format!("{p50:.1} {p99:.1}"));
    line(out, "shop intents only", format!("{:.3} of {}", right(shop.iter().copied()), shop.len()));
    Ok(json!({"accuracy": accuracy, "macro_f1": macro_f1, "p50_us": p50, "p99_us": p99}))
}

#[allow(clippy::disallowed_methods, reason = "a measurement")]
fn judge(row: &Row, micros: &mut Vec<f64>) -> Result<Judged, String> {
    let start = Instant::now();
    let reading = intent::classify(&Message::parse(&row.text));
    micros.push(start.elapsed().as_secs_f64() * 1e6);
    let best = reading.candidates.first();
    let got = best.map_or(Intent::OutOfScope, |best| best.intent);
    row.judge(got, best.map_or(0.0, |best| f64::from(best.confidence.0) / 1000.0))
}

impl Row {
    fn judge(&self, got: Intent, confidence: f64) -> Result<Judged, String> {
        let known = |name: &String| Intent::parse(name).ok_or_else(|| format!("{name} is no intent"));
        let wanted = known(&self.intent)?;
        let also = self.also.iter().map(known).collect::<Result<Vec<_>, _>>()?;
        let is_right = got == wanted || also.contains(&got);
        Ok(Judged { wanted, got, confidence, is_right, source: self.source.clone() })
    }
}

fn is_of_the_shop(intent: Intent) -> bool {
    !matches!(intent, Intent::GreetingSmalltalk | Intent::OutOfScope)
}

fn right<'a>(rows: impl Iterator<Item = &'a Judged> + Clone) -> f64 {
    share(rows.clone().filter(|row| row.is_right).count(), rows.count())
}

/// Precision, recall and rows of each intent that occurs, and the mean of their F1. A row that is right by its second
/// label counts for the intent that was found.
#[allow(clippy::cast_precision_loss, reason = "counts of rows")]
fn per_intent(judged: &[Judged]) -> (Vec<(&'static str, [f64; 3])>, f64) {
    let fair = |row: &Judged| if row.is_right { row.got } else { row.wanted };
    let mut found = Vec::new();
    let mut sum = 0.0;
    for intent in Intent::ALL {
        let wanted = judged.iter().filter(|row| fair(row) == intent).count();
        let got = judged.iter().filter(|row| row.got == intent).count();
        let both = judged.iter().filter(|row| row.is_right && row.got == intent).count();
        if wanted == 0 {
            continue;
        }
        let (precision, recall) = (share(both, got), share(both, wanted));
        sum += if both == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        found.push((intent.name(), [precision, recall, wanted as f64]));
    }
    let mean = sum / found.len().max(1) as f64;
    (found, mean)
}

/// How far confidence and success are apart, over ten bins of equal width.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and bins"
)]
fn calibration_error(judged: &[Judged]) -> f64 {
    let mut bins = [(0.0, 0_usize); BINS];
    for row in judged {
        let bin = &mut bins[((row.confidence * BINS as f64) as usize).min(BINS - 1)];
        bin.0 += row.confidence;
        bin.1 += usize::from(row.is_right);
    }
    bins.iter().map(|(confidence, right)| (confidence - *right as f64).abs()).sum::<f64>() / judged.len() as f64
}

fn confusions(judged: &[Judged]) -> Vec<((&'static str, &'static str), usize)> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in judged.iter().filter(|row| !row.is_right) {
        *counts.entry((row.wanted.name(), row.got.name())).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(12);
    counts
}

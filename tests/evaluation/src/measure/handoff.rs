//! `{text, should_escalate, why?}`: whether a first line goes to a person at once, when it should and only then.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use desk::turn::Step;
use serde::Deserialize;
use serde_json::json;

use super::{Report, first_step, line, rows, share};

#[derive(Deserialize)]
struct Row {
    text: String,
    should_escalate: bool,
    #[serde(default)]
    why: String,
}

/// Measures.
///
/// # Errors
/// A row that is not of the form.
pub fn report(text: &str) -> Result<Report, String> {
    let rows: Vec<Row> = rows(text)?;
    let (mut right, mut wrongly, mut wanted) = (0, 0, 0);
    let mut per_why: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut misses = String::new();
    for row in &rows {
        let does = matches!(first_step(&row.text), Step::Done(end) if end.hand_off.is_some());
        wanted += usize::from(row.should_escalate);
        right += usize::from(does && row.should_escalate);
        wrongly += usize::from(does && !row.should_escalate);
        let (good, all) = per_why.entry(&row.why).or_default();
        *good += usize::from(does == row.should_escalate);
        *all += 1;
        if does != row.should_escalate {
            let _ = writeln!(misses, "  {} [{}] {}", if does { "handed over" } else { "kept" }, row.why, row.text);
        }
    }
    let (precision, recall) = (share(right, right + wrongly), share(right, wanted));
    let mut out = String::new();
    line(&mut out, "rows", rows.len());
    line(&mut out, "precision", format!("{precision:.3}"));
    line(&mut out, "recall", format!("{recall:.3}"));
    out.push_str("\nright, by what it is about\n");
    for (why, (good, all)) in &per_why {
        let _ = writeln!(out, "  {good} of {all} {why}");
    }
    let _ = write!(out, "\nwrong\n{misses}");
    let of_why: BTreeMap<_, _> = per_why.iter().map(|(why, (good, all))| (*why, json!([good, all]))).collect();
    let json = json!({"rows": rows.len(), "precision": precision, "recall": recall, "right_by_why": of_why});
    Ok(Report { text: out, json })
}

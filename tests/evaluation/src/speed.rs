//! How long the desk takes to begin a turn: over the lines of this repository, or of a given file.

use std::path::Path;
use std::time::Instant;
use std::{fs, hint};

use desk::language::{self, Detected, Language};
use desk::message::Message;
use serde::Deserialize;

use crate::measure::first_step;
use crate::phrase;

/// Lines of one language.
pub struct Lines {
    pub language: Language,
    pub lines: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    text: String,
}

/// The lines that nothing was learnt from: the labelled files, and the phrases of the held-back persona.
///
/// # Errors
/// A file that cannot be read.
pub fn of_the_repository() -> Result<Vec<Lines>, String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut texts = Vec::new();
    for name in ["intents.de", "intents.es", "intents.fr", "intents.it", "intents.nl", "handoff"] {
        texts.extend(texts_of(&data.join(format!("{name}.jsonl")))?);
    }
    let mut by_language = sorted(texts);
    for held_back in phrase::read_all(&phrase::folder().join("intent")) {
        if held_back.persona == crate::model::VALIDATION
            && let Some(of) = by_language.iter_mut().find(|of| of.language.code() == held_back.language)
        {
            of.lines.push(held_back.text);
        }
    }
    Ok(by_language)
}

/// The lines of a file, one object with a `text` a line.
///
/// # Errors
/// A file that cannot be read, or a row that is not of the form.
pub fn of_file(path: &str) -> Result<Vec<Lines>, String> {
    Ok(sorted(texts_of(Path::new(path))?))
}

/// The language of most lines that show one; English where none does.
pub fn commonest<'a>(texts: impl Iterator<Item = &'a str>) -> Language {
    let mut counts = [0_usize; Language::ALL.len()];
    for text in texts {
        if let Detected::One(language) = language::detect(&Message::parse(text)) {
            counts[language as usize] += 1;
        }
    }
    // Of equals the first, which is English.
    Language::ALL.into_iter().rev().max_by_key(|language| counts[*language as usize]).unwrap_or_default()
}

/// Microseconds of every line, `rounds` times.
#[allow(clippy::disallowed_methods, reason = "a measurement")]
pub fn native(lines: &[Lines], rounds: usize) -> Vec<f64> {
    let all = || lines.iter().flat_map(|of| &of.lines);
    all().for_each(|line| drop(hint::black_box(first_step(line))));
    let mut micros = Vec::new();
    for _ in 0..rounds {
        for line in all() {
            let start = Instant::now();
            let step = hint::black_box(first_step(line));
            micros.push(start.elapsed().as_secs_f64() * 1e6);
            drop(step);
        }
    }
    micros
}

/// Microseconds of one line of so many bytes, made of all lines one after the other: the least of `rounds`.
#[allow(clippy::disallowed_methods, reason = "a measurement")]
pub fn of_length(lines: &[Lines], bytes: usize, rounds: usize) -> f64 {
    let mut text = String::with_capacity(bytes + 100);
    for line in lines.iter().flat_map(|of| &of.lines).cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(line);
        text.push(' ');
    }
    let once = |_| {
        let start = Instant::now();
        let step = hint::black_box(first_step(&text));
        let micros = start.elapsed().as_secs_f64() * 1e6;
        drop(step);
        micros
    };
    (0..rounds).map(once).fold(f64::MAX, f64::min)
}

/// The value below which this many in a thousand are.
pub fn quantile(micros: &[f64], per_mille: usize) -> f64 {
    let mut sorted = micros.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() * per_mille / 1000).or(sorted.last()).copied().unwrap_or_default()
}

fn texts_of(path: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(crate::measure::rows::<Row>(&text)?.into_iter().map(|row| row.text).collect())
}

/// Each line under the language it shows, else under the commonest.
fn sorted(texts: Vec<String>) -> Vec<Lines> {
    let commonest = commonest(texts.iter().map(String::as_str));
    let mut by_language: Vec<Lines> =
        Language::ALL.into_iter().map(|language| Lines { language, lines: Vec::new() }).collect();
    for text in texts {
        let language = match language::detect(&Message::parse(&text)) {
            Detected::One(language) => language,
            Detected::Other | Detected::Unclear => commonest,
        };
        by_language[language as usize].lines.push(text);
    }
    by_language
}

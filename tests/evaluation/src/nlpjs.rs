//! NLP.js (npm `node-nlp`) on the same lines, having learnt from the same phrases: what to be measured against.
//!
//! Of a phrase with several labels it learns the first, since it knows no others.

use std::path::{Path, PathBuf};

use desk::intent::Intent;
use desk::language::Language;
use serde::{Deserialize, Serialize};

use crate::model::VALIDATION;
use crate::node;
use crate::phrase::{self, Phrase};
use crate::speed::Lines;

/// Lines in one language.
pub struct Asked<'a> {
    pub language: Language,
    pub lines: Vec<&'a str>,
}

impl<'a> From<&'a Lines> for Asked<'a> {
    fn from(of: &'a Lines) -> Self {
        Self { language: of.language, lines: of.lines.iter().map(String::as_str).collect() }
    }
}

/// What it made of them, line by line.
#[derive(Deserialize)]
pub struct Outcome {
    intents: Vec<String>,
    /// Of every round.
    micros: Vec<Vec<f64>>,
}

#[derive(Serialize)]
struct Request<'a> {
    models: PathBuf,
    rounds: usize,
    jobs: Vec<Job<'a>>,
}

#[derive(Serialize)]
struct Job<'a> {
    language: &'static str,
    phrases: Vec<(&'a str, &'a str)>,
    lines: &'a [&'a str],
}

/// Lets it classify, each line as often as there are rounds.
///
/// # Errors
/// Node or the package is missing, or it failed.
pub fn classify(asked: &[Asked<'_>], rounds: usize) -> Result<Vec<Outcome>, String> {
    let phrases = phrase::read_all(&phrase::folder().join("intent"));
    let jobs = asked.iter().map(|Asked { language, lines }| {
        let is_taught = |phrase: &&Phrase| phrase.language == language.code() && phrase.persona != VALIDATION;
        let taught = phrases.iter().filter(is_taught).map(|phrase| (phrase.text.as_str(), phrase.label.as_str()));
        Job { language: language.code(), phrases: taught.collect(), lines }
    });
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/nlpjs");
    node::ask("nlpjs/classify.ts", &Request { models, rounds, jobs: jobs.collect() })
}

impl Outcome {
    /// The likeliest intent of each line. What it finds none in is out of scope.
    pub fn intents(&self) -> impl Iterator<Item = Intent> {
        self.intents.iter().map(|name| Intent::parse(name).unwrap_or(Intent::OutOfScope))
    }

    /// Of every line and round.
    pub fn micros(&self) -> impl Iterator<Item = f64> {
        self.micros.iter().flatten().copied()
    }
}

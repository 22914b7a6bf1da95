//! The tables that the desk ships with, and how each is trained.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use desk::intent::Intent;
use desk::language::Language;
use desk::learned::table::Table;
use desk::signal::Signal;

use crate::phrase::{self, Phrase};
use crate::trainer::{self, Example, Plan, Tuning};

/// A trained table.
pub struct Model {
    /// File name in `desk/model`.
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// What was measured on the way.
    pub report: String,
}

/// Where the tables are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../desk/model")
}

/// The persona that nothing is trained on: ordinary lines of an ordinary day, by which confidence is calibrated.
pub const VALIDATION: &str = "everyday";

/// Personas that are not calm whatever they want.
const ANGRY: [&str; 2] = ["angry", "upset"];

/// Share of the target that further labels of a phrase have together.
const FURTHER: f32 = 0.4;

const INTENT: Plan = Plan { slots: 78_000, epochs: 20, rate: 0.3, decay: 2e-3, tuning: TUNING, left_out: 12 };
const LANGUAGE: Plan =
    Plan { slots: 3_600, epochs: 8, rate: 0.3, decay: 1e-3, tuning: Tuning { epochs: 0, ..TUNING }, left_out: 0 };
const SIGNAL: Plan = Plan { slots: 32_000, epochs: 20, rate: 0.3, decay: 1e-3, tuning: TUNING, left_out: 0 };
const TUNING: Tuning = Tuning { epochs: 3, rate: 0.01 };

/// Near-duplicates that a report shows.
const MOST_SHOWN: usize = 20;

/// Trains every table.
///
/// # Panics
/// On a label that the desk does not know, naming it.
pub fn make_all() -> Vec<Model> {
    let wishes = phrase::read_all(&phrase::folder().join("intent"));
    let twice = phrase::near_duplicates(&wishes, |phrase| phrase.persona == VALIDATION);
    let (unseen, seen): (Vec<&Phrase>, Vec<&Phrase>) = wishes.iter().partition(|phrase| phrase.persona == VALIDATION);
    let intents = Labels { count: Intent::ALL.len(), index: |name| Intent::parse(name).map(|intent| intent as usize) };
    let signals = Labels { count: Signal::ALL.len(), index: |name| Signal::parse(name).map(|signal| signal as usize) };
    let languages = Labels { count: Language::ALL.len(), index: |name| Language::parse(name).map(|it| it as usize) };
    let by_label = |labels: &Labels, phrases: &[&Phrase]| -> Vec<Example> {
        phrases.iter().map(|phrase| Example::new(&phrase.text, labels.target(&phrase.label, &phrase.also))).collect()
    };
    let by_language = |phrases: &[&Phrase]| -> Vec<Example> {
        phrases.iter().map(|phrase| Example::new(&phrase.text, languages.target(&phrase.language, &[]))).collect()
    };

    let told = phrase::read_all(&phrase::folder().join("signal"));
    let (held_back, taught): (Vec<&Phrase>, Vec<&Phrase>) =
        told.iter().partition(|phrase| phrase.persona == VALIDATION);
    let spoken = by_language(&[seen.as_slice(), taught.as_slice()].concat());
    let asked = seen.iter().filter(|phrase| phrase.label == "human_agent");
    let asked = asked.map(|phrase| Example::new(&phrase.text, signals.target("person", &[])));
    // Whoever only wants something is calm, but for the angry.
    let is_calm = |phrase: &&&Phrase| {
        !ANGRY.contains(&phrase.persona.as_str()) && !["complaint", "human_agent"].contains(&phrase.label.as_str())
    };
    // Two of three: of all together, hardly a line in ten would be anything but calm.
    let calm = seen.iter().filter(is_calm).enumerate().filter(|(index, _)| index % 3 != 0).map(|(_, phrase)| phrase);
    let calm = calm.map(|phrase| Example::new(&phrase.text, signals.target("calm", &[])));
    let taught: Vec<Example> = by_label(&signals, &taught).into_iter().chain(asked).chain(calm).collect();

    let everyday = unseen.iter().filter(is_calm).map(|phrase| Example::new(&phrase.text, signals.target("calm", &[])));
    let everyday: Vec<Example> = everyday.collect();

    let mut intent = make("intent.bin", &by_label(&intents, &seen), &by_label(&intents, &unseen), INTENT);
    let _ = write!(intent.report, "; {} near-duplicates under two labels or held back", twice.len());
    for pair in twice.iter().take(MOST_SHOWN) {
        let _ = write!(intent.report, "\n  {pair}");
    }
    vec![
        intent,
        make("signal.bin", &taught, &[by_label(&signals, &held_back), everyday].concat(), SIGNAL),
        make("language.bin", &spoken, &by_language(&unseen), LANGUAGE),
    ]
}

/// The labels of one table.
struct Labels {
    count: usize,
    index: fn(&str) -> Option<usize>,
}

impl Labels {
    fn target(&self, label: &str, also: &[String]) -> Vec<f32> {
        let index = |name: &str| (self.index)(name).unwrap_or_else(|| panic!("{name} is no label that the desk knows"));
        let mut target = vec![0.0; self.count];
        let share = if also.is_empty() { 0.0 } else { FURTHER };
        target[index(label)] = 1.0 - share;
        for other in also {
            target[index(other)] += share / f32::from(u8::try_from(also.len()).expect("few"));
        }
        target
    }
}

fn make(name: &'static str, seen: &[Example], unseen: &[Example], plan: Plan) -> Model {
    let learnt = |phrases: &[Example]| {
        let mut weights = trainer::train(phrases, plan);
        let shapes = weights.shapes(phrases, plan.tuning);
        move |temperature| weights.bytes(&shapes, plan, temperature)
    };
    let bytes = learnt(seen);
    // One persona writes more plainly than the others: how sure it may be is told by a table that lacks some of all.
    let temperature = match plan.left_out {
        0 => trainer::temperature(&bytes(1.0), unseen),
        nth => {
            let is_left_out = |(index, _): &(usize, &Example)| index % nth == 0;
            let (left_out, rest): (Vec<_>, Vec<_>) = seen.iter().enumerate().partition(is_left_out);
            let of = |some: Vec<(usize, &Example)>| some.into_iter().map(|(_, one)| one.clone()).collect::<Vec<_>>();
            trainer::temperature(&learnt(&of(rest))(1.0), &[unseen, &of(left_out)].concat())
        }
    };
    let bytes = bytes(temperature);
    let table = Table::read(&bytes, unseen[0].target().len()).expect("what was just made");
    let right = unseen.iter().filter(|example| example.is_met_by(&table)).count();
    let report = format!(
        "{name}: {} phrases, {} bytes; {right} of {} unseen lines right, temperature {temperature:.2}",
        seen.len(),
        bytes.len(),
        unseen.len()
    );
    Model { name, bytes, report }
}

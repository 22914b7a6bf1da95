//! `cargo xtask evaluate KIND FILE.jsonl [--json] [--alone]`, and `cargo xtask evaluate explain "WORDS"`.

use std::process::ExitCode;
use std::{env, fs};

use evaluation::measure;
use evaluation::measure::intents::Beside;

const USAGE: &str = "\
evaluate intents|handoff|injections FILE.jsonl [--json], or evaluate explain \"WORDS\"
intents are measured beside NLP.js, unless --alone";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (flags, words): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| arg.starts_with("--"));
    let says = |name: &str| flags.iter().any(|flag| *flag == name);
    let [kind, file] = words.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    if kind.as_str() == "explain" {
        print!("{}", measure::explain(file));
        return ExitCode::SUCCESS;
    }
    let outcome =
        fs::read_to_string(file).map_err(|error| format!("{file}: {error}")).and_then(|text| match kind.as_str() {
            "intents" => measure::intents::report(&text, if says("--alone") { Beside::Nothing } else { Beside::NlpJs }),
            "handoff" => measure::handoff::report(&text),
            "injections" => measure::injections::report(&text),
            _ => Err(USAGE.into()),
        });
    match outcome {
        Ok(report) => {
            print!("{}", report.text);
            if says("--json") {
                println!("{}", report.json);
            }
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

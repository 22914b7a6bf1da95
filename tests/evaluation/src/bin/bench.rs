//! `cargo xtask bench desk [FILE]`: what beginning a turn takes, natively and as WASM under Node, beside what NLP.js
//! takes to classify the same lines having learnt from the same phrases. One run, one machine, warmed up each.

use std::env;
use std::process::ExitCode;

use desk::language::Language;
use evaluation::nlpjs::{self, Asked, Outcome};
use evaluation::speed::{self, Lines, quantile};
use evaluation::wasm;

/// Every line is timed so often.
const ROUNDS: usize = 5;

/// Of what NLP.js takes for classification alone, a whole turn may take this share. At p99.
const ALLOWED: f64 = 0.36;

/// Bytes of a long line, and of one ten times as long. It may take this many times as long: no work grows with the
/// square of the length.
const LENGTHS: [usize; 2] = [2_000, 20_000];
const ALLOWED_GROWTH: f64 = 15.0;
const ROUNDS_OF_LENGTH: usize = 50;

/// What the tables may add to the start of a Worker.
const ALLOWED_START_MS: f64 = 20.0;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let outcome = match args.as_slice() {
        [module] => speed::of_the_repository().and_then(|lines| bench(module, &lines)),
        [module, file] => speed::of_file(file).and_then(|lines| bench(module, &lines)),
        _ => Err("bench MODULE [FILE]".into()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is within its bar.
fn bench(module: &str, lines: &[Lines]) -> Result<bool, String> {
    let texts: Vec<&str> = lines.iter().flat_map(|of| &of.lines).map(String::as_str).collect();
    let asked: Vec<Asked<'_>> = lines.iter().filter(|of| !of.lines.is_empty()).map(Asked::from).collect();
    let native = speed::native(lines, ROUNDS);
    let in_node = wasm::run(module, &texts, ROUNDS)?;
    let rival: Vec<f64> = nlpjs::classify(&asked, ROUNDS)?.iter().flat_map(Outcome::micros).collect();
    let languages: Vec<&str> = asked.iter().map(|of| Language::code(of.language)).collect();
    println!("{} lines ({}), {ROUNDS} rounds; microseconds a line", texts.len(), languages.join(", "));
    println!("{:<36}{:>9}{:>9}", "", "p50", "p99");
    let rows = [("turn::begin, native", &native), ("turn::begin, WASM in Node", &in_node.micros)];
    for (name, micros) in rows.into_iter().chain([("NLP.js, classification alone", &rival)]) {
        println!("{name:<36}{:>9.1}{:>9.1}", quantile(micros, 500), quantile(micros, 990));
    }
    let share = quantile(&native, 990) / quantile(&rival, 990);
    println!("at p99 a turn takes {share:.2} of what NLP.js takes; allowed {ALLOWED}");
    let [short, long] = LENGTHS.map(|bytes| speed::of_length(lines, bytes, ROUNDS_OF_LENGTH));
    let growth = long / short;
    println!(
        "a line of {} bytes {short:.0}, of {} bytes {long:.0}: {growth:.1} times as long; allowed {ALLOWED_GROWTH}",
        LENGTHS[0], LENGTHS[1]
    );
    let start = wasm::start(module, texts.first().ok_or("no lines")?)?;
    println!(
        "start as WASM, in a process that never saw it: {:.1} ms beyond a warm answer; allowed {ALLOWED_START_MS}\n\
         (instance and first answer {:.1} ms, of code that V8 compiled in {:.1} ms before)",
        start.beyond_ms(),
        start.first / 1000.0,
        start.compile / 1000.0
    );
    Ok(share <= ALLOWED && growth <= ALLOWED_GROWTH && start.beyond_ms() <= ALLOWED_START_MS)
}

//! `cargo xtask`: the commands of the project, read from the command line.

use std::process::ExitCode;

use xtask::setup::Need;
use xtask::test::Part;
use xtask::{
    Problem, Result, bench, build, check, ci, dev, doctor, edges, evaluation, fuzz, lighthouse, pictures, setup, size,
    test, theme, webhooks,
};

const USAGE: &str = "\
cargo xtask COMMAND

  dev [--port N]                 build, start the demo shop and the Worker, say where; Ctrl-C ends both
  test [unit|worker|browser]     run all tests, or a part
  test gallery                   every state of the chat, with pictures in target/gallery
  test budgets                   what the chat costs a page, as ratios: wants a quiet machine
  lighthouse [PAIRS]             what the chat costs a heavy page, by Lighthouse's score for a phone
  pictures                       take the pictures of README.md and docs/theming.md
  check                          format, lints, types, dependency edges
  edges                          only the dependency edges
  size                           sizes against budgets.json
  bench                          what an answer costs, against an echo and a fetch
  bench identity [ROUNDS]        whether the time of an answer tells that there is an order
  bench desk [FILE]              what of it the desk takes, natively and as WASM, beside NLP.js
  train [--check|--lexicon|--vectors]
                                 make the desk's tables from its phrases and lexicon, or check that they are what those give
  evaluate KIND FILE [--json]    measure the desk on labelled lines: intents (beside NLP.js, unless --alone), handoff,
                                 injections or retrieval
  fuzz [SECONDS]                 throw any text at the desk; needs a nightly toolchain
  build [widget|worker|all]      build what a deployment serves
  webhooks URL                   have the shop send its webhooks to the deployment at an address
  sync [--workerd] [PRODUCTS]    how long the mirror of a large shop takes
  doctor URL                     say what is wrong with the deployment at an address; OWNER_SECRET opens its report
  theme                          write the theme extension's copies of the loader and its texts
  setup                          install what is missing, and nothing else
  ci                             all of it

Whatever a command needs and does not find, it installs.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            if !problem.is_told() {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    match words {
        ["dev"] => dev::run(None),
        ["dev", "--port", port] => dev::run(Some(port_of(port)?)),
        ["dev", port] if port.starts_with("--port=") => dev::run(Some(port_of(&port["--port=".len()..])?)),
        ["test"] => test::run(&test::ALL),
        ["test", part] => test::run(&[Part::parse(part).ok_or_else(|| Problem::new(USAGE))?]),
        ["lighthouse"] => lighthouse::run(None),
        ["lighthouse", pairs] => lighthouse::run(Some(pairs.parse().map_err(|_| Problem::new(USAGE))?)),
        ["pictures"] => pictures::run(),
        ["check"] => check::run(),
        ["edges"] => edges::run(),
        ["size"] => size::run(),
        ["build"] | ["build", "all"] => build::all(&builders()?),
        ["build", "widget"] => build::widget(&builders()?),
        ["build", "worker"] => build::worker(&builders()?),
        ["setup"] => setup::ready(&[Need::Lints, Need::Packages, Need::Builders, Need::Chromium]).map(drop),
        ["theme"] => theme::generate(&setup::ready(&[Need::Packages])?),
        ["bench"] => bench::run(),
        ["bench", "identity"] => bench::identity(None),
        ["bench", "identity", rounds] => bench::identity(Some(rounds)),
        ["bench", "desk"] => bench::desk(None),
        ["bench", "desk", file] => bench::desk(Some(file)),
        ["train"] => evaluation::train(&[]),
        ["train", flag @ ("--check" | "--lexicon" | "--vectors")] => evaluation::train(&[flag]),
        ["evaluate", rest @ ..] => evaluation::evaluate(rest),
        ["fuzz"] => fuzz::run(None),
        ["fuzz", seconds] => fuzz::run(Some(seconds.parse().map_err(|_| Problem::new(USAGE))?)),
        ["webhooks", url] => webhooks::run(&setup::ready(&[Need::Packages])?, url),
        ["sync"] => bench::sync("10000"),
        ["sync", "--workerd"] => bench::sync_on_workerd("10000"),
        ["sync", "--workerd", products] => bench::sync_on_workerd(products),
        ["sync", products] => bench::sync(products),
        ["doctor", url] => doctor::run(&setup::ready(&[Need::Packages])?, url),
        ["ci"] => ci::run(),
        _ => Err(Problem::new(USAGE)),
    }
}

fn builders() -> Result<setup::Tools> {
    setup::ready(&[Need::Packages, Need::Builders])
}

fn port_of(word: &str) -> Result<u16> {
    word.parse().map_err(|_| Problem::new(format!("{word} is no port; a port is a number up to 65535")))
}

//! `cargo xtask train [--check|--lexicon|--vectors]`: makes the desk's tables from its phrases and lexicon, or checks that
//! they are what those give. The vectors are made by a large package, and only where that is asked for.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for the developer: it says why and stops")]

use std::process::ExitCode;
use std::{env, fs};

use evaluation::model::{self, Model};
use evaluation::{lexicon, needs, vectors};

fn main() -> ExitCode {
    let is_check = env::args().any(|arg| arg == "--check");
    let is_asked = |flag: &str| env::args().any(|arg| arg == flag);
    let made: Vec<Model> = if is_asked("--vectors") {
        vec![vectors::make()]
    } else {
        // The lexicon alone takes no time.
        let learnt = if is_asked("--lexicon") { Vec::new() } else { model::make_all() };
        [lexicon::make(), needs::make()].into_iter().chain(learnt).collect()
    };
    let mut stale = Vec::new();
    for Model { name, bytes, report } in &made {
        println!("{report}");
        let path = model::folder().join(name);
        if is_check && fs::read(&path).ok().as_ref() != Some(bytes) {
            stale.push(*name);
        }
        if !is_check {
            fs::create_dir_all(model::folder()).expect("a folder");
            fs::write(&path, bytes).expect("written");
        }
    }
    if stale.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("not what phrases and lexicon give: {}; run `cargo xtask train`", stale.join(", "));
    ExitCode::FAILURE
}

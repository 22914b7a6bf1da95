//! `cargo xtask edges`: checks who may know whom, as ARCHITECTURE.md draws it.
//!
//! Between crates cargo's own metadata tells; inside a crate the text does, which is cruder and enough: nobody hides
//! an import on purpose.

pub mod module;
pub mod package;
pub mod source;

use crate::setup;
use crate::{Problem, Result, cargo};

/// Prints every edge that must not be; a problem says how many.
pub fn run() -> Result<()> {
    let tools = setup::ready(&[])?;
    let packages = cargo::packages(&tools)?;
    let mut wrong = package::violations(&packages);
    wrong.extend(module::violations(&source::all(&["edge-worker/src", "widget/src", "console/src"])?));
    for violation in &wrong {
        println!("{violation}");
    }
    match wrong.len() {
        0 => Ok(()),
        count => Err(Problem::new(format!("{count} dependency edges that must not be"))),
    }
}

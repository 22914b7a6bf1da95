//! Builds what a shop is served: the widget, and the Worker that serves it.

pub mod desk;
pub mod stamp;
pub mod widget;
pub mod worker;

use std::path::PathBuf;

use crate::setup::Tools;
use crate::{Result, place};

/// Builds both, each only when its sources changed.
pub fn all(tools: &Tools) -> Result<()> {
    widget(tools)?;
    worker(tools)
}

/// Builds the widget into `dist/assets`.
pub fn widget(tools: &Tools) -> Result<()> {
    let _held = hold()?;
    widget::build(tools)
}

/// Builds the Worker into `edge-worker/build`.
pub fn worker(tools: &Tools) -> Result<()> {
    let _held = hold()?;
    worker::build(tools)
}

/// Builds the desk alone as WASM; gives the directory where it is.
pub fn desk(tools: &Tools) -> Result<PathBuf> {
    let _held = hold()?;
    desk::build(tools)
}

fn hold() -> Result<place::Held> {
    place::hold(&place::at("target/build.lock"), "building")
}

//! The Workers runtime: fetch, clock, randomness, D1 and queue, and the entry points.

pub mod clock;
pub mod devices;
pub mod entry;
pub mod fetch;
pub mod hand_offs;
pub mod health;
pub mod intents;
pub mod limits;
pub mod mirror;
pub mod random;
pub mod sql;
pub mod webhooks;

use worker::Env;

use crate::fault::Fault;
use crate::settings::{BadSetting, Settings};

/// The settings of this deployment.
///
/// # Errors
/// What is missing or malformed; each is also logged.
pub fn settings(env: &Env) -> Result<Settings, Vec<BadSetting>> {
    let read = |name: &str| {
        env.var(name)
            .ok()
            .map(|value| value.to_string())
            .or_else(|| env.secret(name).ok().map(|secret| secret.to_string()))
    };
    Settings::from_variables(read).inspect_err(|bad| {
        for setting in bad {
            Fault::new(format!("setting {}", setting.told())).log();
        }
    })
}

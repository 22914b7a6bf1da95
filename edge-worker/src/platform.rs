//! The Workers runtime: fetch, clock, randomness, D1 and queue, and the entry points.

pub mod clock;
pub mod dead_letters;
pub mod devices;
pub mod entry;
pub mod fetch;
pub mod hand_offs;
pub mod health;
pub mod keeper;
pub mod limits;
pub mod mirror;
pub mod opening;
pub mod random;
pub mod reply;
pub mod sql;
pub mod tables;
pub mod webhooks;

use std::cell::RefCell;
use std::rc::Rc;

use worker::Env;

use crate::fault::Fault;
use crate::settings::{BadSetting, Settings};

thread_local! {
    static READ: RefCell<Option<Rc<Settings>>> = const { RefCell::new(None) };
}

/// The settings of this deployment. An isolate reads them once: whoever changes one deploys anew.
///
/// # Errors
/// What is missing or malformed; each is also logged.
pub fn settings(env: &Env) -> Result<Rc<Settings>, Vec<BadSetting>> {
    if let Some(read) = READ.with_borrow(Clone::clone) {
        return Ok(read);
    }
    let read = |name: &str| {
        env.var(name)
            .ok()
            .map(|value| value.to_string())
            .or_else(|| env.secret(name).ok().map(|secret| secret.to_string()))
    };
    // A binding is the isolate's, whichever request brought it.
    let with_keeper = |settings: Settings| Rc::new(settings.with_keeper(Some(keeper::bound(env))));
    let read = Settings::from_variables(read).map(with_keeper).inspect_err(|bad| {
        for setting in bad {
            Fault::new(format!("setting {}", setting.told())).log();
        }
    })?;
    READ.set(Some(Rc::clone(&read)));
    Ok(read)
}

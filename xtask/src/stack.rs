//! The whole of Shopdesk on one machine: demo-shop and the Worker on free loopback ports, each ready when it returns.
//!
//! Used by `dev`, the tests and the benchmark. Needs what `cargo xtask build` made and nothing on `PATH`. Every child
//! is on a leash (`leash.mjs`): it ends with whoever started it, even when that is killed.

pub mod child;
pub mod demo_shop;
pub mod http;
pub mod migration;
pub mod port;
pub mod vars;
pub mod worker;

use std::fs;
use std::path::PathBuf;

pub use demo_shop::DemoShop;
pub use worker::Worker;

use crate::problem::While;
use crate::{Result, place};

/// How to start a stack.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Names the directory of its logs and state, below `target/stack`.
    pub name: String,
    /// The port of the storefront; a free one when it is `None`.
    pub storefront_port: Option<u16>,
    /// The day that the shop takes for today, as `2026-11-20`; the real one when it is `None`.
    pub today: Option<String>,
    /// How many products the shop has; its own when it is `None`.
    pub products: Option<u32>,
    /// Variables of the Worker that are added to those of the demo shop, or replace them.
    pub vars: Vec<(String, String)>,
    /// Whether the state outlives this stack. Otherwise it starts empty.
    pub keeps_state: bool,
}

/// A running demo-shop and a running Worker.
#[derive(Debug)]
pub struct Stack {
    /// The stand-in for Shopify and for the merchant's webhook.
    pub demo_shop: DemoShop,
    /// The Worker in workerd.
    pub worker: Worker,
    dir: PathBuf,
    keeps_state: bool,
}

impl Setting {
    /// A stack of its own state, all else as it comes.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// With a variable of the Worker set.
    #[must_use]
    pub fn with_var(mut self, name: &str, value: &str) -> Self {
        self.vars.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a fixed day as today.
    #[must_use]
    pub fn with_today(mut self, day: &str) -> Self {
        self.today = Some(day.to_owned());
        self
    }

    /// Two processes may start stacks of one name: state that is not kept has the process in its path.
    fn dir(&self) -> PathBuf {
        let own = if self.keeps_state { String::new() } else { format!("-{}", std::process::id()) };
        place::at("target/stack").join(format!("{}{own}", self.name))
    }
}

impl Stack {
    /// Starts both and waits until both answer.
    ///
    /// # Errors
    ///
    /// When one ends or does not answer in time: the problem ends with the last lines of its log.
    pub fn start(setting: &Setting) -> Result<Self> {
        let dir = setting.dir();
        if !setting.keeps_state {
            let _ = fs::remove_dir_all(&dir);
        }
        fs::create_dir_all(&dir).or_say(|| format!("make {}", dir.display()))?;
        let demo_shop = DemoShop::start(setting, &dir)?;
        let mut worker = Worker::start(&dir, &vars::of(&demo_shop, &setting.vars))?;
        demo_shop.forward_to(worker.url())?;
        // As the first run of its schedule would do.
        worker.fill_mirror()?;
        Ok(Self { demo_shop, worker, dir, keeps_state: setting.keeps_state })
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        self.worker.end();
        self.demo_shop.end();
        // Logs of a failed test are kept for whoever looks into it.
        if !self.keeps_state && !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

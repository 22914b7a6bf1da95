//! Named cases over one stack.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::Setting;
use crate::scene::Scene;

/// One case: its name is a sentence, and it fails by panicking.
pub type Case = (&'static str, fn(&Scene));

/// Whether cases may run at the same time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    SideBySide,
    /// They break what others would need, such as an upstream.
    OneByOne,
}

/// The cases of these paths, each named by its last segment.
#[macro_export]
macro_rules! cases {
    ($($case:path),* $(,)?) => { vec![$((stringify!($case), $case as fn(&$crate::Scene))),*] };
}

/// Runs cases on a stack that is started when the first of them needs it, and ended after the last.
///
/// # Panics
///
/// When a case failed; the stack's logs are then kept.
pub fn run(setting: Setting, order: Order, cases: Vec<Case>) {
    let mut arguments = Arguments::from_args();
    if order == Order::OneByOne {
        arguments.test_threads = Some(1);
    }
    // Kept for the summary instead of printed: with its place, and without a trace through the harness.
    panic::set_hook(Box::new(|panic| LAST_WORDS.set(panic.to_string())));
    let scene: Arc<OnceLock<Result<Scene, String>>> = Arc::default();
    let setting = Arc::new(setting);
    let trials = cases.into_iter().map(|(name, case)| {
        let (scene, setting) = (Arc::clone(&scene), Arc::clone(&setting));
        let play = move || {
            let scene = scene.get_or_init(|| Scene::start(&setting).map_err(|problem| problem.to_string()));
            let scene = scene.as_ref().map_err(|problem| Failed::from(problem.as_str()))?;
            catch_unwind(AssertUnwindSafe(|| case(scene))).map_err(|_| Failed::from(LAST_WORDS.take()))
        };
        Trial::test(name.rsplit("::").next().unwrap_or(name).trim(), play)
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    let _ = panic::take_hook();
    assert!(!conclusion.has_failed(), "the logs of the stack are kept below target/stack");
}

thread_local! {
    static LAST_WORDS: RefCell<String> = const { RefCell::new(String::new()) };
}

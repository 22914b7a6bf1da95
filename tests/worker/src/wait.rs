//! Waiting with an end.

use std::thread;
use std::time::{Duration, Instant};

/// Long enough for anything that is not waiting on purpose, even on a busy machine.
pub const SOON: Duration = Duration::from_secs(15);

/// Asks until there is an answer.
///
/// # Panics
///
/// When the time is up, saying `what` was waited for.
pub fn until<T>(what: &str, limit: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < limit, "waited {} s in vain for {what}", limit.as_secs());
        thread::sleep(Duration::from_millis(50));
    }
}

/// What `act` gave, and how long it took.
pub fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let outcome = act();
    (outcome, start.elapsed())
}

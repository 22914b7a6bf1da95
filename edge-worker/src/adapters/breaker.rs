//! A circuit breaker: an upstream that is down is not asked by everybody, and nobody waits for it to time out.

/// One upstream's breaker. Times are milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Breaker {
    failures: u32,
    failed_at: i64,
    /// When one caller may try again.
    retry_at: i64,
}

/// Failures without a success between them, after which it opens.
const MOST_FAILURES: u32 = 5;

/// How long nobody asks. Then one caller does, and the others wait for what comes of it.
const PAUSE_MS: i64 = 20_000;

impl Breaker {
    /// Leave to ask the upstream.
    pub fn lets_pass(&mut self, now_ms: i64) -> bool {
        if !self.is_open() {
            return true;
        }
        let is_over = now_ms >= self.retry_at;
        if is_over {
            self.retry_at = now_ms + PAUSE_MS;
        }
        is_over
    }

    pub fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// The upstream did not answer what it was asked at `asked_ms`, or said that it cannot. Questions that were asked
    /// side by side, before the first of them failed, count as one.
    pub fn failed(&mut self, asked_ms: i64, now_ms: i64) {
        if asked_ms >= self.failed_at {
            self.failures = self.failures.saturating_add(1);
            self.failed_at = now_ms;
        }
        self.retry_at = now_ms + PAUSE_MS;
    }

    pub fn is_open(&self) -> bool {
        self.failures >= MOST_FAILURES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken() -> Breaker {
        let mut breaker = Breaker::default();
        (0..MOST_FAILURES).for_each(|_| breaker.failed(1_000, 1_000));
        breaker
    }

    #[test]
    fn five_failures_in_a_row_open_it() {
        let mut breaker = Breaker::default();
        for _ in 0..3 {
            (1..MOST_FAILURES).for_each(|_| breaker.failed(0, 0));
            assert!(breaker.lets_pass(0), "four are not enough");
            breaker.succeeded();
        }
        assert!(!broken().lets_pass(1_001));
    }

    #[test]
    fn what_was_asked_side_by_side_is_one_failure() {
        let mut breaker = Breaker::default();
        (0..10).for_each(|late| breaker.failed(1_000, 2_000 + late));
        assert!(breaker.lets_pass(3_000));
    }

    #[test]
    fn after_twenty_seconds_one_caller_tries() {
        let mut breaker = broken();
        assert!(!breaker.lets_pass(20_999));
        assert!(breaker.lets_pass(21_000));
        assert!(!breaker.lets_pass(21_001), "the others wait for that one");
        breaker.failed(21_000, 21_500);
        assert!(!breaker.lets_pass(41_499), "it failed: the pause begins anew");
        assert!(breaker.lets_pass(41_500));
        breaker.succeeded();
        assert!(breaker.lets_pass(41_501) && breaker.lets_pass(41_501), "it is back for everybody");
    }
}

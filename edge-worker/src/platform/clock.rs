//! The time, as the runtime tells it: it stands still between one input or output and the next.

use jiff::Timestamp;

/// Now.
pub fn now() -> Timestamp {
    Timestamp::from_millisecond(millis(now_ms())).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Milliseconds since 1970, UTC.
pub fn now_ms() -> u64 {
    worker::Date::now().as_millis()
}

/// Milliseconds in the signed form that SQL and timestamps take.
pub fn millis(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

//! How long to wait before the next try.

const FIRST_MS: u32 = 800;
const LONGEST_MS: u32 = 30_000;

/// The pause before try number `tries` (one for the first after a loss), in milliseconds.
///
/// Doubles up to half a minute. `jitter` takes away up to half of it, in thousandths, so that widgets which lost the
/// same Worker do not come back in one wave.
pub fn pause_ms(tries: u32, jitter: u16) -> u32 {
    let doublings = tries.saturating_sub(1).min(8);
    let full = (FIRST_MS << doublings).min(LONGEST_MS);
    full - full / 2 * u32::from(jitter.min(1000)) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_half_a_minute_and_jitter_takes_at_most_half() {
        let rows = [
            (0, 0, 800),
            (1, 0, 800),
            (1, 1000, 400),
            (2, 0, 1600),
            (3, 500, 2400),
            (6, 0, 25_600),
            (7, 0, 30_000),
            (u32::MAX, 0, 30_000),
            (u32::MAX, u16::MAX, 15_000),
        ];
        let wrong: Vec<_> = rows.into_iter().filter(|&(tries, jitter, ms)| pause_ms(tries, jitter) != ms).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

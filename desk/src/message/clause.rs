//! Parts of a text that may state something by themselves.

/// Clauses of one message. A long story tells what it is about in some of them.
const MOST: usize = 12;

/// Fewer words state nothing.
const LEAST_WORDS: usize = 2;

/// "and", "or", "but" in the languages that the desk speaks.
const JOINTS: [&str; 16] =
    ["and", "or", "but", "und", "oder", "aber", "et", "ou", "mais", "y", "pero", "e", "ma", "en", "of", "maar"];

/// What stands between full stops, commas and the like.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(super::STOPS).filter(|clause| states(clause)).take(MOST)
}

/// What stands in a clause between words that join wishes.
pub(super) fn parts(clause: &str) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    // Where a word begins that has a space before it.
    let mut word = None;
    for (at, _) in clause.match_indices(' ') {
        let joint = word.and_then(|word| clause.get(word..at)).is_some_and(|word| JOINTS.contains(&word));
        if let (true, Some(from)) = (joint, word) {
            parts.extend(clause.get(start..from));
            start = at;
        }
        word = Some(at + 1);
    }
    parts.extend(clause.get(start..));
    parts.retain(|part| states(part));
    parts
}

fn states(part: &str) -> bool {
    part.split_whitespace().nth(LEAST_WORDS - 1).is_some()
}

//! Misspelt words read as words that the shop has.

/// The word of `known` that `word` most likely means: at most two slips away, fewer in short words; the commoner one
/// where two are as near. `None` where nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = (&'a str, u32)>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().collect();
    let most = most_slips(letters.len());
    if most == 0 {
        return None;
    }
    (known.into_iter())
        .filter_map(|(known, count)| Some((slips(&letters, known, most)?, u32::MAX - count, known)))
        .min()
        .map(|(.., known)| known)
}

/// Slips that are forgiven in a word of so many letters.
pub fn most_slips(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Letters left out, put in, mistaken or swapped with their neighbour; `None` beyond `most`.
fn slips(word: &[char], known: &str, most: usize) -> Option<usize> {
    let known: Vec<char> = known.chars().collect();
    if word.len().abs_diff(known.len()) > most || word.len() > LONGEST {
        return None;
    }
    // Three rows of the table of distances, since a swap looks two rows back.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=known.len()).collect();
    for (row, letter) in word.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, other) in known.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mistaken = at(&last, column) + usize::from(letter != other);
            let mut fewest = mistaken.min(at(&last, column + 1) + 1).min(at(&this, column) + 1);
            let is_swapped =
                column > 0 && row > 0 && known.get(column - 1) == Some(letter) && word.get(row - 1) == Some(other);
            if is_swapped {
                fewest = fewest.min(at(&before, column - 1) + 1);
            }
            this.push(fewest);
        }
        before = std::mem::replace(&mut last, this);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

/// Longer words are no words.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_in_measure() {
        let known = [("hammock", 3), ("mattress", 2), ("jacket", 40), ("packet", 1), ("cloud", 5), ("rain", 30)];
        let rows = [
            ("hammok", Some("hammock")),
            ("matress", Some("mattress")),
            ("jaket", Some("jacket")),
            ("jacekt", Some("jacket")),
            ("mattresss", Some("mattress")),
            ("rian", Some("rain")),
            ("ran", None),
            ("zeppelin", None),
            ("", None),
        ];
        for (word, want) in rows {
            assert_eq!(nearest(word, known), want, "{word}");
        }
    }
}

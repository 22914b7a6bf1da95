//! Words as the encoder reads them: whole where it knows them, else in the longest pieces that it knows.

use std::collections::HashMap;

use serde_json::Value;

/// Numbers of pieces.
pub(super) struct Pieces(HashMap<String, usize>);

impl Pieces {
    /// Reads `tokenizer.json`.
    ///
    /// # Panics
    /// Where it is none of pieces.
    pub(super) fn read(text: &str) -> Self {
        let file: Value = serde_json::from_str(text).expect("JSON");
        let pieces = file.pointer("/model/vocab").and_then(Value::as_object).expect("pieces");
        let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("a small number");
        Self(pieces.iter().map(|(piece, value)| (piece.clone(), number(value))).collect())
    }

    /// Whole words of plain letters, the commonest first: so the pieces were numbered.
    pub(super) fn words(&self) -> Vec<String> {
        let is_word = |piece: &str| piece.len() > 1 && piece.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut words: Vec<(&usize, &String)> =
            self.0.iter().filter(|(piece, _)| is_word(piece)).map(|(piece, number)| (number, piece)).collect();
        words.sort_unstable();
        words.into_iter().map(|(_, word)| word.clone()).collect()
    }

    /// The numbers of a text, between those that begin and end one.
    pub(super) fn of(&self, text: &str) -> Vec<usize> {
        let mut numbers = vec![self.known("[CLS]")];
        let text = text.to_lowercase();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            numbers.extend(self.of_word(word).unwrap_or_else(|| vec![self.known("[UNK]")]));
        }
        numbers.push(self.known("[SEP]"));
        numbers
    }

    fn known(&self, piece: &str) -> usize {
        *self.0.get(piece).expect("a piece of every encoder")
    }

    fn of_word(&self, word: &str) -> Option<Vec<usize>> {
        let mut numbers = Vec::new();
        let mut rest = word;
        while !rest.is_empty() {
            let mark = if numbers.is_empty() { "" } else { "##" };
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
            let (number, end) =
                ends.into_iter().find_map(|end| Some((*self.0.get(&format!("{mark}{}", &rest[..end]))?, end)))?;
            numbers.push(number);
            rest = &rest[end..];
        }
        Some(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_in_its_longest_pieces() {
        let pieces = Pieces::read(
            r###"{"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "bean": 4, "##ie": 5, "##i": 6, "hat": 3, "be": 7}}}"###,
        );
        let rows: [(&str, &[usize]); 4] =
            [("hat", &[1, 3, 2]), ("Beanie hat", &[1, 4, 5, 3, 2]), ("beany", &[1, 0, 2]), ("", &[1, 2])];
        for (text, want) in rows {
            assert_eq!(pieces.of(text), want, "{text}");
        }
        assert_eq!(pieces.words(), ["hat", "bean", "be"]);
    }
}

//! Words without their endings, so that "boots" finds "boot" and "Zelte" finds "Zelt".
//!
//! Light on purpose: plurals and the commonest endings of each language. What a rule gets wrong it gets wrong in the
//! shop's texts and in questions alike, so that both still meet.

use crate::language::Language;
use crate::learned::unaccented;

/// An ending, what takes its place, and how many letters must be left before it.
type Rule = (&'static str, &'static str, usize);

/// The stem of a lower-case word.
pub(super) fn stem(word: &str, language: Language) -> String {
    let mut stem = plain(word);
    if language == Language::En && PAIRS.contains(&word) {
        return stem;
    }
    if language == Language::En
        && let Some(kept) = kept(&stem)
    {
        return kept;
    }
    for pass in passes(language) {
        if let Some((ending, instead, _)) = pass.iter().find(|rule| applies(rule, &stem)) {
            stem.truncate(stem.len() - ending.len());
            stem.push_str(instead);
        }
    }
    single(&mut stem, language);
    stem
}

/// English words for a pair, or for several, that without their ending are another thing, or none: "short wellies".
const PAIRS: [&str; 16] = [
    "shorts", "tights", "flats", "briefs", "blinds", "trunks", "boxers", "scales", "shades", "thermals", "slides",
    "heels", "pumps", "mules", "braces", "greens",
];

/// English words that without their last letter are another: care is no car, a cape no cap. Sorted.
const WITH_E: [&str; 38] = [
    "bare", "bite", "cane", "cape", "care", "code", "cone", "cube", "fine", "globe", "hide", "hole", "hope", "kite",
    "mope", "note", "pine", "plane", "rate", "ride", "robe", "scare", "shine", "site", "slime", "spine", "stare",
    "statue", "stripe", "suite", "tape", "tote", "tube", "twine", "vane", "wade", "wave", "wine",
];

/// One of these in any of its forms: "capes", "caring", "taped". What loses no letter doubles it: "tapping".
fn kept(word: &str) -> Option<String> {
    let base = word.strip_suffix(['s', 'd']).unwrap_or(word);
    let is_kept = |base: &str| WITH_E.binary_search(&base).is_ok();
    let of_ing = word.strip_suffix("ing").map(|base| format!("{base}e"));
    of_ing.filter(|base| is_kept(base)).or_else(|| is_kept(base).then(|| base.to_owned()))
}

/// Letters without accents, `ß` as `ss`.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '\'' => {}
            c => plain.push(unaccented(c)),
        }
    }
    plain
}

fn applies((ending, _, least): &Rule, stem: &str) -> bool {
    let Some(rest) = stem.strip_suffix(ending) else { return false };
    // "string" and "speed" have no ending.
    let is_verbal = matches!(*ending, "ing" | "ed");
    rest.len() >= *least && (!is_verbal || (rest.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !rest.ends_with('e')))
}

/// "runn" and "jass" are "run" and "jas".
fn single(stem: &mut String, language: Language) {
    if !matches!(language, Language::En | Language::Nl) || stem.len() < 4 {
        return;
    }
    let mut last = stem.chars().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && a.is_ascii_alphabetic()
        && (language == Language::Nl || !matches!(a, 'l' | 's' | 'e' | 'o' | 'f'))
    {
        stem.pop();
    }
}

fn passes(language: Language) -> &'static [&'static [Rule]] {
    match language {
        Language::En => &[
            &[
                ("ies", "y", 2),
                ("sses", "ss", 1),
                ("shes", "sh", 1),
                ("ches", "ch", 1),
                ("xes", "x", 1),
                ("ss", "ss", 0),
                ("us", "us", 0),
                ("is", "is", 0),
                ("s", "", 3),
            ],
            &[("ing", "", 3), ("ed", "", 3), ("est", "", 4)],
            &[("e", "", 3)],
        ],
        Language::De => &[&[
            ("ern", "", 3),
            ("en", "", 3),
            ("em", "", 3),
            ("er", "", 3),
            ("es", "", 3),
            ("e", "", 3),
            ("n", "", 4),
            ("s", "", 4),
        ]],
        Language::Fr => {
            &[&[("eaux", "eau", 1), ("aux", "al", 2), ("s", "", 3), ("x", "", 3)], &[("ee", "", 3), ("e", "", 3)]]
        }
        Language::Es => &[&[("ces", "z", 2), ("s", "", 3)], &[("a", "", 3), ("o", "", 3), ("e", "", 3)]],
        Language::It => &[&[
            ("che", "c", 2),
            ("chi", "c", 2),
            ("ghe", "g", 2),
            ("ghi", "g", 2),
            ("ie", "", 3),
            ("ia", "", 3),
            ("a", "", 3),
            ("e", "", 3),
            ("i", "", 3),
            ("o", "", 3),
        ]],
        Language::Nl => &[
            &[("jes", "", 3), ("je", "", 3), ("zen", "s", 3), ("ven", "f", 3), ("en", "", 3), ("s", "", 3)],
            &[("s", "", 3), ("e", "", 3)],
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_word_has_another_stem() {
        let pairs = [("cap", "cape"), ("cars", "care"), ("tapping", "taping"), ("pins", "pines"), ("tot", "totes")];
        let alike: Vec<_> = pairs.iter().filter(|(a, b)| stem(a, Language::En) == stem(b, Language::En)).collect();
        assert!(alike.is_empty() && WITH_E.is_sorted(), "{alike:?}");
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        use Language::{De, En, Es, Fr, It, Nl};
        let rows: [(Language, &[&str]); 20] = [
            (En, &["boot", "boots"]),
            (En, &["shoe", "shoes"]),
            (En, &["hike", "hiking", "hikes"]),
            (En, &["run", "running"]),
            (En, &["glass", "glasses"]),
            (En, &["welly", "wellies", "wellys"]),
            (En, &["insulate", "insulated"]),
            (En, &["cape", "capes"]),
            (En, &["care", "caring", "cares", "cared"]),
            (De, &["zelt", "zelte", "zelten"]),
            (De, &["hose", "hosen"]),
            (De, &["mütze", "mützen", "mutze"]),
            (De, &["mann", "männer"]),
            (Fr, &["chaussure", "chaussures"]),
            (Fr, &["manteau", "manteaux"]),
            (Es, &["pantalón", "pantalones"]),
            (Es, &["bota", "botas"]),
            (It, &["giacca", "giacche"]),
            (Nl, &["jas", "jassen"]),
            (Nl, &["laars", "laarzen"]),
        ];
        let wrong: Vec<_> = (rows.into_iter())
            .map(|(language, forms)| forms.iter().map(|form| stem(form, language)).collect::<Vec<_>>())
            .filter(|stems| stems.iter().any(|stem| stem != &stems[0]))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn short_words_keep_what_they_have() {
        for word in ["bed", "red", "bus", "gas", "string", "speed", "dress"] {
            assert_eq!(stem(word, Language::En), word);
        }
    }
}

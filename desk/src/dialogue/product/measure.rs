//! "How heavy is it?" is answered by grams, and what it is made of by a material, whatever else the words around say.

use crate::message::Message;

/// The sentences of a description that have what is measured, where something is asked for that is.
pub(super) fn told(message: &Message, description: &str) -> Option<String> {
    let names_material = |sentence: &&str| {
        let words = Message::parse(sentence);
        words.words().any(|word| MATERIALS.iter().any(|material| word.starts_with(material)))
    };
    if message.says(&ASKS_MATERIAL) {
        return told_by(description, names_material);
    }
    let (_, units) = MEASURES.iter().find(|(cues, _)| message.says(cues))?;
    let has_unit = |sentence: &&str| {
        // Whole ones: "g/m²" is no weight.
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let words: Vec<String> = sentence.split_whitespace().map(bare).collect();
        let is_number = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
        let apart = words
            .windows(2)
            .any(|pair| matches!(pair, [number, unit] if is_number(number) && units.contains(&unit.as_str())));
        // "230g".
        apart
            || words
                .iter()
                .any(|word| is_number(word) && units.contains(&word.trim_start_matches(|c: char| c.is_ascii_digit())))
    };
    told_by(description, has_unit)
}

fn told_by(description: &str, tells: impl Fn(&&str) -> bool) -> Option<String> {
    let sentences = description.split_inclusive('\n').flat_map(|line| line.split_inclusive(". "));
    let told = sentences.filter(tells).map(str::trim).collect::<Vec<_>>().join(" ");
    (!told.is_empty()).then_some(told)
}

/// Cues, each the beginning of a word, and units in which the answer is given.
const MEASURES: [(&[&str], &[&str]); 3] = [
    (
        &[
            "heavy", "weigh", "schwer", "gewicht", "wiegt", "wiegen", "lourd", "pèse", "poids", "pesa", "peso",
            "pesad", "pesante", "weegt", "zwaar",
        ],
        &["g", "kg", "gram", "grams", "gramm", "grammes", "gramos", "grammi", "oz", "lb", "lbs"],
    ),
    (
        &[
            "how big",
            "how long",
            "how wide",
            "how tall",
            "how high",
            "how deep",
            "dimension",
            "measurements",
            "wie groß",
            "wie lang",
            "wie breit",
            "wie hoch",
            "wie tief",
            "maße",
            "abmessung",
            "quelle taille fait",
            "quelle longueur",
            "quelle largeur",
            "quelle hauteur",
            "cuánto mide",
            "qué medidas",
            "quanto è lung",
            "quanto è larg",
            "quanto è alt",
            "che misure",
            "hoe groot",
            "hoe lang",
            "hoe breed",
            "hoe hoog",
            "afmeting",
        ],
        &["cm", "mm", "m", "inch", "inches"],
    ),
    (
        &[
            "how many litres",
            "how many liters",
            "how much does it hold",
            "how much fits",
            "capacity",
            "volume",
            "wie viel passt",
            "wie viele liter",
            "fassungsvermögen",
            "contenance",
            "combien de litres",
            "capacidad",
            "cuántos litros",
            "capacità",
            "quanti litri",
            "hoeveel liter",
            "inhoud",
        ],
        &["l", "ml", "litre", "litres", "liter", "liters", "litros", "litri"],
    ),
];

const ASKS_MATERIAL: [&str; 22] = [
    "material",
    "made of",
    "made from",
    "made out of",
    "fabric",
    "woraus",
    "aus welchem stoff",
    "aus was ist",
    "matière",
    "matiere",
    "matériau",
    "en quoi",
    "tissu",
    "de qué está hech",
    "de que esta hech",
    "tejido",
    "tela ",
    "fatto di",
    "fatta di",
    "è fatt",
    "tessuto",
    "waar is",
];

/// Beginnings of words, in the languages that shops write in.
const MATERIALS: [&str; 59] = [
    "nylon",
    "polyester",
    "polyamid",
    "cotton",
    "baumwoll",
    "coton",
    "algodón",
    "cotone",
    "katoen",
    "wool",
    "wolle",
    "laine",
    "lana",
    "wollen",
    "merino",
    "mérinos",
    "leather",
    "leder",
    "cuir",
    "cuero",
    "pelle",
    "linen",
    "leinen",
    "lino",
    "linnen",
    "silk",
    "seide",
    "soie",
    "seda",
    "seta",
    "zijde",
    "alumin",
    "steel",
    "stahl",
    "acier",
    "acero",
    "acciaio",
    "staal",
    "titan",
    "wood",
    "holz",
    "bois",
    "madera",
    "legno",
    "hout",
    "bamboo",
    "bambus",
    "ceramic",
    "keramik",
    "glass",
    "glas",
    "rubber",
    "cork",
    "felt",
    "canvas",
    "hemp",
    "alpaca",
    "cashmere",
    "fleece",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_told_in_its_units() {
        let text = "For wet hills.\n410 g in size M, packs into its pocket\n15,000 mm water column. The back is 74 cm long. Holds 12 litres";
        let rows = [
            ("how heavy is it?", Some("410 g in size M, packs into its pocket")),
            ("was wiegt die?", Some("410 g in size M, packs into its pocket")),
            ("quanto pesa?", Some("410 g in size M, packs into its pocket")),
            ("what is it made of", None),
            ("how much does it hold", Some("Holds 12 litres")),
            ("is it warm?", None),
        ];
        for (line, want) in rows {
            assert_eq!(told(&Message::parse(line), text).as_deref(), want, "{line}");
        }
        let material = told(&Message::parse("di che materiale è fatta?"), "For wet hills. Made in recycled nylon.");
        assert_eq!(material.as_deref(), Some("Made in recycled nylon."));
        assert_eq!(told(&Message::parse("how heavy is it?"), "Light as a feather."), None);
    }
}

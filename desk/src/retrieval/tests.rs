//! Search as a whole, over a few texts of our own.

use super::lexicon::Lexicon;
use super::query::{Frequencies, Trouble};
use super::*;
use crate::language::Language;

/// Handle, language, title, type, tags, description.
const SHOP: [(&str, Language, &str, &str, &str, &str); 10] = [
    ("beanie", Language::En, "Ribbed Beanie", "Hats", "wool / winter", "A fleece band keeps the scratch away."),
    ("filter", Language::En, "Squeeze Filter", "Water filters", "lightweight / bacteria", "Drink from streams."),
    ("burner", Language::En, "Scout Stove", "Camping stoves", "camping", "Boils a litre in four minutes."),
    ("gilet", Language::En, "Woodpile Gilet", "Gilets", "workwear", "Splitting logs warms you twice."),
    ("vest", Language::En, "Goose Gilet", "Gilets", "down", "Stuff it into its own pocket."),
    ("tent", Language::En, "Air Tent", "Family tents", "inflatable / six person", "Connect the pump, watch it rise."),
    ("tent", Language::De, "Luftzelt", "Familienzelte", "aufblasbar", "Pumpe anschließen. Mit Fenstern."),
    ("trousers", Language::En, "Ridge Trousers", "Trousers", "stretch", "Worn by shepherds."),
    ("map", Language::En, "Lakeland Map", "Maps", "paper", "All footpaths of the fells."),
    ("trousers", Language::De, "Gratshose", "Hosen", "elastisch", "Hält auch Dornen stand."),
];

fn candidates() -> Vec<Candidate> {
    let candidate =
        |(handle, language, title, kind, tags, body): &(&str, Language, &str, &str, &str, &str)| Candidate {
            kind: DocumentKind::Product,
            handle: (*handle).to_owned(),
            language: *language,
            title: (*title).to_owned(),
            url: String::new(),
            blocks: Vec::new(),
            fields: Fields {
                title: indexed(title, *language),
                kind: indexed(kind, *language),
                tags: indexed(tags, *language),
                options: String::new(),
                body: indexed(body, *language),
            },
            price_hundredths: Some(5000),
            is_available: true,
        };
    SHOP.iter().map(candidate).collect()
}

/// How often each term occurs, as the mirror would say.
fn frequencies(candidates: &[Candidate]) -> Frequencies {
    let mut frequencies = Frequencies { documents: 600, ..Frequencies::default() };
    for Candidate { fields, .. } in candidates {
        for term in [&fields.title, &fields.kind, &fields.tags, &fields.body].into_iter().flat_map(|it| it.split(' ')) {
            *frequencies.of.entry(term.to_owned()).or_insert(0) += 1;
        }
    }
    frequencies
}

fn find(question: &str, language: Language) -> Vec<Hit> {
    let candidates = candidates();
    rank(&Query::of_search(question, language, None), &frequencies(&candidates), &candidates)
}

/// A question, its language, and the handle of what is found first.
type Row = (&'static str, Language, Option<&'static str>);

fn assert_first(rows: &[Row]) {
    let wrong: Vec<_> = (rows.iter())
        .map(|(question, language, want)| (question, want, find(question, *language)))
        .filter(|(_, want, hits)| hits.first().map(|hit| hit.handle.as_str()) != **want)
        .map(|(question, want, hits)| (question, want, hits.first().map(|hit| hit.reason.to_string())))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_fits_is_found_and_nothing_else_is() {
    let rows = [
        ("woolly hat", Language::En, Some("beanie")),
        ("filter for viruses", Language::En, Some("filter")),
        ("vest for splitting logs", Language::En, Some("gilet")),
        ("Zelt mit Fenstern", Language::De, Some("tent")),
        ("inflatable tent", Language::En, Some("tent")),
        ("umbrella", Language::En, None),
        ("ski goggles", Language::En, None),
        ("phone charger", Language::En, None),
        ("jeans", Language::En, None),
        // A map is one of a place.
        ("lakeland map", Language::En, Some("map")),
        ("map of tuscany", Language::En, None),
        // What comes nearest is no answer to a thing that the shop lacks, whether or not the lexicon knows it.
        ("yoga mat", Language::En, None),
        ("snorkel mask", Language::En, None),
    ];
    assert_first(&rows);
}

#[test]
fn a_need_finds_what_meets_it() {
    let rows = [
        ("my ears are freezing at the bus stop", Language::En, Some("beanie")),
        ("mir frieren im Winter die Ohren", Language::De, Some("beanie")),
        ("mes oreilles gèlent", Language::Fr, Some("beanie")),
        ("is there a way to drink from rivers without falling ill", Language::En, Some("filter")),
        ("acqua di fiume da bere, sicura", Language::It, Some("filter")),
        // A thing that is named is wanted, whatever else would meet the need.
        ("trousers for cold legs", Language::En, Some("trousers")),
        ("earmuffs for cold ears", Language::En, None),
        ("ears", Language::En, None),
    ];
    assert_first(&rows);
    // What it is wanted for is said in the shopper's words, once.
    let hits = find("my ears are freezing at the bus stop", Language::En);
    assert_eq!(hits.first().map(|hit| hit.matched.clone()), Some(vec!["ears freezing".to_owned()]));
}

#[test]
fn what_is_asked_for_in_so_many_words_is_the_thing() {
    let rows = [
        // The story names another thing first, or tells a need.
        ("we have two tents and a map, now i need trousers", Language::En, Some("trousers")),
        ("my ears are freezing, have you got a map of lakeland", Language::En, Some("map")),
        ("im Zelt friere ich an den Ohren, ich suche eine Hose", Language::De, Some("trousers")),
        ("my ears freeze when i look at the tent, what trousers would you take", Language::En, Some("trousers")),
        // What follows a request may be only what should be done.
        ("need to keep my tent dry under trousers", Language::En, Some("tent")),
        // Kin of what the shop lacks, but what that is for.
        ("a pump for my air tent", Language::En, None),
    ];
    assert_first(&rows);
}

#[test]
fn misspelt_words_are_read_as_the_shops_or_the_lexicons() {
    let rows = [
        ("ridgelne", Language::En, "ridgelin", "ridgelin"),
        ("matress", Language::En, "", "mattress"),
        ("thermoss", Language::En, "", "thermos"),
        ("trousors", Language::En, "", "trousers"),
        ("Guertel", Language::De, "", "gürtel"),
        ("Lammfelpantoffeln", Language::De, "", "lammfellpantoffeln"),
    ];
    for (written, language, shop, want) in rows {
        let query = Query::parse(written, language, None);
        let unknown = query.unknown(&Frequencies::default());
        let known = (!shop.is_empty()).then_some((shop, 3));
        let read: Vec<_> = unknown.iter().filter_map(|word| spelling::read(*word, language, known)).collect();
        assert_eq!(read, [want], "{written}");
    }
    // A whole phrase is read anew.
    let slips = [query::Slip { word: "slepping".into(), read: "sleeping".into() }];
    let query = Query::respelt("Slepping bag!", &slips, Language::En, None);
    assert_eq!(query.words(), ["sleeping bag"]);
}

#[test]
fn what_is_for_others_will_not_do() {
    let rows = [
        ("kids trousers", Language::En, None),
        ("trousers for my 5 year old", Language::En, None),
        // Of any age, and a tent is not worn.
        ("trousers for my son", Language::En, Some("trousers")),
        ("tent for the kids", Language::En, Some("tent")),
    ];
    assert_first(&rows);
}

#[test]
fn what_is_denied_is_not_wanted() {
    let unwanted = |question: &str, language| {
        let wants = Query::of_search(question, language, None).wants;
        wants.into_iter().filter(|want| want.is_negated).map(|want| want.unit.words).collect::<Vec<_>>()
    };
    assert_eq!(unwanted("gloves, not leather", Language::En), ["leather"]);
    assert_eq!(unwanted("a jacket, not a parka", Language::En), ["parka"]);
    assert_eq!(unwanted("boots without carrying a tent", Language::En), ["tent"]);
    assert_eq!(unwanted("Handschuhe, nicht schwarz", Language::De), ["schwarz"]);
    assert_eq!(unwanted("a jacket that is not too warm", Language::En), [""; 0]);
}

#[test]
fn a_phrase_is_read_as_a_whole() {
    let lexicon = Lexicon::ours();
    let named = |name: &str| lexicon.named(name).expect("in the lexicon");
    let meant = |question: &str, language, name: &str| {
        let wants = Query::of_search(question, language, None).wants;
        wants.iter().any(|want| want.unit.concepts.contains(&named(name)))
    };
    // Half a name tells no need; a number below zero is cold; a German compound says what it is made of.
    assert!(!meant("dry bag kayak", Language::En, "towel"));
    assert!(meant("sleeping bag for -10", Language::En, "cold"));
    assert!(!meant("sleeping bag 5-10", Language::En, "cold"));
    assert!(meant("Wolldecke", Language::De, "wool"));
}

#[test]
fn either_of_two_things_will_do() {
    let rows = [
        ("trousers or beanie", Language::En, ["beanie", "trousers"]),
        ("a beanie and trousers", Language::En, ["beanie", "trousers"]),
        ("Hose oder Zelt", Language::De, ["tent", "trousers"]),
    ];
    for (question, language, want) in rows {
        let lacks_nothing = find(question, language).into_iter().filter(|hit| hit.unmatched.is_empty());
        let mut both: Vec<_> = lacks_nothing.map(|hit| hit.handle).collect();
        both.sort();
        assert_eq!(both, want, "{question}");
    }
}

#[test]
fn what_is_only_used_together_is_not_taken_for_the_thing() {
    assert_first(&[
        ("stove", Language::En, Some("burner")),
        ("gas canisters", Language::En, None),
        ("titanium cooking pots", Language::En, None),
    ]);
}

#[test]
fn short_forms_are_no_sizes() {
    assert_eq!(Query::of_search("i'm after trousers", Language::En, None).words(), ["trousers"]);
    assert_eq!(Query::of_search("trousers in m", Language::En, None).words(), ["trousers", "m"]);
}

#[test]
fn who_has_trouble_with_a_thing_wants_no_other() {
    let rows = [
        ("my boots squeak", Language::En, Trouble::WithOwn),
        ("water gets into my old rain jacket", Language::En, Trouble::WithOwn),
        ("meine Schuhe drücken", Language::De, Trouble::WithOwn),
        ("a bag for my boots", Language::En, Trouble::None),
        ("boots", Language::En, Trouble::None),
        ("smoking candle, what should I do", Language::En, Trouble::SeeksHelp),
        ("wie vermeide ich Blasen in neuen Schuhen", Language::De, Trouble::SeeksHelp),
        ("wie groß ist das Zelt", Language::De, Trouble::None),
    ];
    for (question, language, want) in rows {
        assert_eq!(Query::of_search(question, language, None).trouble, want, "{question}");
    }
}

#[test]
fn an_english_word_is_taken_apart_only_where_it_is_two_words_otherwise() {
    assert!(indexed("sleepingbag", Language::En).contains(" bag"));
    assert_eq!(indexed("honeycomb", Language::En), "honeycomb");
}

#[test]
fn what_is_only_akin_is_told_so() {
    let hits = find("beanie for itchy heads", Language::En);
    let told = hits.first().map(|hit| hit.reason.to_string()).unwrap_or_default();
    assert!(told.contains("akin to “scratch”"), "{told}");
}

#[test]
fn a_product_is_judged_by_all_its_texts_and_shown_in_the_shoppers_language() {
    // Only the German text speaks of thorns, and only the English tag of stretch.
    let hits = find("elastische Hose gegen Dornen", Language::De);
    let found: Vec<(&str, &str)> = hits.iter().map(|hit| (hit.handle.as_str(), hit.title.as_str())).collect();
    assert_eq!(found.first(), Some(&("trousers", "Gratshose")));
    assert_eq!(hits.first().map(|hit| hit.unmatched.clone()), Some(Vec::new()));
}

#[test]
fn a_common_word_is_not_taken_for_a_slip() {
    let unknown = |text: &str| {
        let query = Query::parse(text, Language::En, None);
        query.unknown(&Frequencies::default()).iter().map(|unknown| unknown.stem.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(unknown("king"), Vec::<String>::new());
    assert_eq!(unknown("ridgelne"), ["ridgeln"]);
}

#[test]
fn a_word_is_not_read_in_a_language_that_nobody_speaks() {
    // The stem of a litre is a French bed, a "pas" is no part of passports, and "to" belongs to no bag.
    for (text, language) in [("Liter", Language::De), ("passports", Language::En), ("hostels", Language::En)] {
        assert!(!Query::parse(text, language, None).names_a_thing(), "{text}");
    }
    assert!(Query::parse("parapluie", Language::En, None).names_a_thing());
}

#[test]
fn a_few_words_tell_their_language_by_what_they_name() {
    use Language::{De, En, Es, Fr, It, Nl};
    let rows = [
        ("wasserdichte Schuhe", None, Some(De)),
        ("Wanderschuhe Größe 42", Some(De), Some(De)),
        ("zapatos rojos", None, Some(Es)),
        ("chaussures noires", None, Some(Fr)),
        ("scarpe nere", None, Some(It)),
        ("regenjas voor kinderen", None, Some(Nl)),
        ("waterproof shoes", None, Some(En)),
        // One word may be a name, or of another language too; two languages are none.
        ("Schuhe", None, None),
        ("tent", Some(En), None),
        ("Schuhe chaussures", None, None),
        ("1002", None, None),
    ];
    for (text, leaning, want) in rows {
        assert_eq!(tongue(&crate::message::Message::parse(text), || leaning), want, "{text}");
    }
}

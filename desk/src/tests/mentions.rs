//! What a line mentions points into the line.

use proptest::prelude::*;

use crate::entity::{Calendar, Entities, Entity, Expecting, OrderNumber, mentions};
use crate::language::Language;
use crate::message::{Message, normalize, places};

fn calendar() -> Calendar {
    Calendar::new("2026-11-20".parse().expect("a date"), Language::En, "GB")
}

/// Kinds and texts, as they stand in the line.
fn read(line: &str) -> Vec<(&'static str, &str)> {
    let mentions = mentions(line, Expecting::Nothing, calendar());
    mentions.into_iter().map(|mention| (mention.entity.kind(), &line[mention.span])).collect()
}

#[test]
fn mentions_are_cut_from_the_line_as_it_was_written() {
    let rows: [(&str, &[(&str, &str)]); 16] = [
        ("Where is  ＃１０４２ ?", &[("order", "＃１０４２")]),
        ("İİİ order EN-1042-A!", &[("order", "EN-1042-A")]),
        ("it’s # 1042,\n Jo@Example.COM", &[("order", "# 1042"), ("email", "Jo@Example.COM")]),
        ("1Z5R8\u{200b}9390357567127", &[("tracking_number", "1Z5R8\u{200b}9390357567127")]),
        (
            "#1042: UPS 1Z 410E7W 03 9275 1591, call +49 30 1234567",
            &[("order", "#1042"), ("tracking_number", "1Z 410E7W 03 9275 1591"), ("phone", "+49 30 1234567")],
        ),
        ("my FedEx tracking is 986578788855", &[("tracking_number", "986578788855")]),
        ("DHL 3318810025 and order 3318810025", &[("tracking_number", "3318810025"), ("order", "3318810025")]),
        ("order 1042, postcode SW1A 1AA", &[("order", "1042"), ("postcode", "SW1A 1AA")]),
        ("Ich habe am 12.11. zwei Stück bestellt", &[("date", "12.11."), ("quantity", "zwei Stück")]),
        ("a tent between 50 and 80 euros", &[("price_range", "50 and 80 euros")]),
        ("over €50 but under €100", &[("price_range", "50"), ("price_range", "100")]),
        ("I paid 1.139,50 € on 5 November 2026", &[("amount", "1.139,50 €"), ("date", "5 November 2026")]),
        ("RJ-220-M-SLT in size M or XL", &[("sku", "RJ-220-M-SLT"), ("size", "M"), ("size", "XL")]),
        ("call me on 0151/23456789 before Friday", &[("phone", "0151/23456789"), ("date", "Friday")]),
        ("1042/2026", &[("order", "1042/2026")]),
        ("where is my parcel?", &[]),
    ];
    let wrong: Vec<_> =
        rows.into_iter().filter(|(line, want)| read(line) != *want).map(|(line, _)| (line, read(line))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn order_numbers_are_read_in_the_ways_shops_write_them() {
    let rows = [
        ("EN-1042-A", Some(1042)),
        ("#EN1042", Some(1042)),
        ("SHOP-1042", Some(1042)),
        ("#SHOP_1042", Some(1042)),
        ("# 1042", Some(1042)),
        ("order # 104", Some(104)),
        ("order no.1042", Some(1042)),
        ("order:1042", Some(1042)),
        ("(#1042)", Some(1042)),
        ("1042A", Some(1042)),
        ("EN-2042", Some(2042)),
        ("2042", None),
        ("1042/2026", Some(1042)),
        ("2026/1042", Some(1042)),
        ("meine Bestellnummer lautet 104", Some(104)),
        ("ma commande n° 104", Some(104)),
        ("mi pedido es el 104", Some(104)),
        ("il mio ordine è il 104", Some(104)),
        ("mijn bestelling is 104", Some(104)),
        ("my tracking number is 123456789012345", None),
        ("call 5551234567", None),
        ("at 10:30", None),
        ("12.5.2026", None),
        ("it weighs 1500g", None),
        ("1500 €", None),
        ("under 1500", None),
        ("postcode 10115", None),
        ("scarpe numero 45", None),
        ("Größe 1042", None),
    ];
    let wrong: Vec<_> = rows
        .into_iter()
        .filter_map(|(line, want)| {
            let read = Entities::read(&Message::parse(line), Expecting::Nothing, calendar());
            let got = read.order.map(OrderNumber::value);
            (got != want).then_some((line, got, want))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Text as it comes, spiced with what entities are made of.
fn line() -> impl Strategy<Value = String> {
    let spice = "(order|tracking|size|sku|phone|under|between|and|€|#|-|\\.|/|,|1042|1z5r89390357567127|986578788855|RB123456785GB|\\+49|0151|2026|12|5|th|nov|ago|days|vor|xl|x|two|of them|@|jo@example\\.com|İ|１|\u{200b}|\u{301}|\u{a0}| ){0,24}";
    prop_oneof![
        any::<String>(),
        spice.prop_map(String::from),
        (any::<String>(), spice).prop_map(|(a, b)| format!("{a}{b}"))
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn spans_are_in_order_on_boundaries_and_hold_what_was_read(line in line()) {
        for expecting in [Expecting::Nothing, Expecting::Order, Expecting::Contact] {
            let message = Message::parse(&line);
            let read = Entities::read(&message, expecting, calendar());
            let mentions = mentions(&line, expecting, calendar());
            prop_assert_eq!(mentions.len(), read.all.len());
            let mut end = 0;
            for (mention, (entity, stretch)) in mentions.iter().zip(&read.all) {
                prop_assert_eq!(&mention.entity, entity);
                prop_assert!(mention.span.start >= end && mention.span.end > mention.span.start, "{:?}", mention);
                end = mention.span.end;
                let slice = line.get(mention.span.clone());
                prop_assert!(slice.is_some(), "{:?} is not on boundaries", mention.span);
                let said = &message.text()[stretch.clone()];
                let slice = normalize(slice.unwrap_or_default());
                prop_assert!(slice.contains(said), "{slice:?} does not hold {said:?}");
                let value = match entity {
                    Entity::Order(number) => number.value().to_string(),
                    Entity::Email(email) => email.as_str().to_owned(),
                    Entity::Quantity(_) | Entity::When(_) | Entity::Amount(_) | Entity::PriceRange(_) => continue,
                    Entity::Postcode(code) => code.as_str().to_owned(),
                    Entity::TrackingNumber(number) => number.text.clone(),
                    Entity::Phone(phone) => phone.as_str().trim_start_matches('+').to_owned(),
                    Entity::Sku(sku) => sku.as_str().to_owned(),
                    Entity::Size(size) => size.as_str().to_owned(),
                };
                let plain = |text: &str| text.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                let is_in_order = plain(&value).chars().try_fold(plain(said), |rest, c| rest.split_once(c).map(|(_, rest)| rest.to_owned()));
                prop_assert!(is_in_order.is_some(), "{said:?} does not hold {value:?}");
            }
        }
    }

    #[test]
    fn every_character_of_the_normalized_text_has_its_place(line in line()) {
        let text = normalize(&line);
        let stretches: Vec<_> = text.char_indices().map(|(at, c)| at..at + c.len_utf8()).collect();
        let places = places(&line, &stretches);
        prop_assert_eq!(places.len(), stretches.len());
        for (place, stretch) in places.iter().zip(&stretches) {
            let slice = line.get(place.clone());
            prop_assert!(slice.is_some(), "{:?}", place);
            let slice = slice.unwrap_or_default();
            let is_space = text.get(stretch.clone()) == Some(" ");
            prop_assert!(is_space == slice.chars().all(char::is_whitespace), "{slice:?}");
            prop_assert!(is_space || normalize(slice).contains(&text[stretch.clone()]), "{slice:?}");
        }
    }
}

#[test]
fn long_lines_of_one_pattern_are_read_to_their_end() {
    let patterns = [
        "1", "1 ", "1-", "a1", "a1-", "(", "(1", "+", "1.", "1,1", "1/", "# ", "x1 ", "order ", "no no ", "under ",
        "de ", "@", "a@b.c ", "1z", "0 ", "1 000 ", "\u{301}", "İ",
    ];
    for pattern in patterns {
        let line = pattern.repeat(20_000);
        for mention in mentions(&line, Expecting::Order, calendar()) {
            assert!(line.get(mention.span).is_some(), "{pattern}");
        }
    }
}

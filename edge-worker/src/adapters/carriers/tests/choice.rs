//! Which sources are asked.

use super::*;

fn asked(number: &str, carrier: Option<&str>) -> String {
    let source = |service: Service| Source {
        service,
        url: format!("https://{}.example", service.name()),
        client: String::new(),
        secret: String::new(),
        per_day: None,
    };
    crate::begin_anew();
    let carriers = Carriers::new(Script::default(), ALL.map(source).to_vec(), clock);
    let parcel = Tracked { number: number.into(), carrier: carrier.map(str::to_owned) };
    let _ = carriers.track(&parcel).now_or_never().expect("nothing to wait for");
    let asked = carriers.http.asked.borrow();
    let name = |request: &Request| {
        request.url.trim_start_matches("https://").split(".example").next().unwrap_or_default().to_owned()
    };
    asked.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_carrier_is_asked_for_its_own_and_aggregators_for_all() {
    let rows = [
        ("1Z5R89390357567127", None, "AfterShip EasyPost Shippo 17TRACK UPS"),
        ("1z 5r89 3903 5756 7127", Some("UPS®"), "AfterShip EasyPost Shippo 17TRACK UPS"),
        ("00340434292135100186", Some("DHL Paket"), "AfterShip EasyPost Shippo 17TRACK DHL"),
        ("00340434292135100186", Some("Deutsche Post"), "AfterShip EasyPost Shippo 17TRACK DHL"),
        ("986578788855", Some("FedEx"), "AfterShip EasyPost Shippo 17TRACK FedEx"),
        ("986578788855", None, "AfterShip EasyPost Shippo 17TRACK FedEx"),
        ("9400111201080805483016", Some("USPS"), "AfterShip EasyPost Shippo 17TRACK USPS"),
        ("RB123456785US", None, "AfterShip EasyPost Shippo 17TRACK USPS"),
        ("RB123456785DE", None, "AfterShip EasyPost Shippo 17TRACK DHL"),
        // The shop's word goes before the number, whose digits fit a check digit by chance.
        ("986578788855", Some("GLS"), "AfterShip EasyPost Shippo 17TRACK"),
        ("1Z5R89390357567127", Some("Standard shipping"), "AfterShip EasyPost Shippo 17TRACK UPS"),
        ("986578788855", Some("Groups & Sons"), "AfterShip EasyPost Shippo 17TRACK"),
        // Without any word and form Shippo has nobody to ask.
        ("RB123456785GB", None, "AfterShip EasyPost 17TRACK"),
        // What is no number gets into nobody's address.
        ("1Z5R89390357567127/../../x", None, ""),
        ("12?a=b", None, ""),
        ("123", None, ""),
        ("TRACKING", None, ""),
        ("１２３４５６７８", None, ""),
        ("", None, ""),
        ("1234567890123456789012345678901234567890123456789012", None, ""),
    ];
    let wrong: Vec<_> = rows
        .into_iter()
        .map(|(number, carrier, wanted)| (number, carrier, wanted, asked(number, carrier)))
        .filter(|(.., wanted, got)| wanted != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nobody_to_ask_is_no_outage_and_one_who_answers_is_enough() {
    let parcel = Tracked { number: "1Z5R89390357567127".into(), carrier: None };
    let track = |services: &[Service], answers: &[(u16, &str)]| {
        let script = Script::default();
        script.answers.borrow_mut().extend(answers.iter().map(|(status, body)| (*status, (*body).to_owned())));
        let source = |service: &Service| Source {
            service: *service,
            url: String::new(),
            client: String::new(),
            secret: String::new(),
            per_day: None,
        };
        crate::begin_anew();
        let carriers = Carriers::new(script, services.iter().map(source).collect(), clock);
        let said = carriers.track(&parcel).now_or_never().expect("nothing to wait for");
        said.map(|told| told.reports)
    };
    assert_eq!(track(&[], &[]), Ok(Vec::new()));
    assert_eq!(track(&[Service::Dhl], &[]), Ok(Vec::new()), "not its parcel");
    assert_eq!(track(&[Service::EasyPost], &[(500, "")]), Err(Outage));
    let both = [Service::EasyPost, Service::Shippo];
    assert_eq!(track(&both, &[(500, ""), (503, "")]), Err(Outage));
    assert_eq!(track(&both, &[(500, ""), (404, "{}")]), Ok(Vec::new()), "the other does not know it");
}

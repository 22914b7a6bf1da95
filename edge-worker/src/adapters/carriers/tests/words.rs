//! Every word of every service.

use desk::record::ParcelStage;

use super::*;
use crate::adapters::carriers::report::{Words, stage};

#[test]
fn every_word_is_listed_once_and_unlisted_ones_say_nothing() {
    let tables: [(&str, &Words); 9] = [
        ("AfterShip", aftership::WORDS),
        ("EasyPost", easypost::WORDS),
        ("Shippo", shippo::WORDS),
        ("17TRACK", track17::WORDS),
        ("DHL", dhl::WORDS),
        ("UPS letters", ups::LETTERS),
        ("UPS numbers", ups::NUMBERS),
        ("FedEx", fedex::WORDS),
        ("USPS", usps::WORDS),
    ];
    for (name, words) in tables {
        for (at, (word, wanted)) in words.iter().enumerate() {
            assert!(
                words.iter().skip(at + 1).all(|(other, _)| !other.eq_ignore_ascii_case(word)),
                "{name} {word} twice"
            );
            assert_eq!(stage(words, &[Some(word)]), *wanted, "{name} {word}");
        }
        for unlisted in ["", "Teleported", "💥", &"x".repeat(100_000)] {
            assert_eq!(stage(words, &[Some(unlisted), None]), ParcelStage::Unknown, "{name} {unlisted}");
        }
        assert!(words.iter().any(|(_, stage)| *stage == ParcelStage::Delivered), "{name}");
    }
}

/// A service's answer with a word of the current status put in, and one of the word's details.
fn said(service: Service, word: &str, detail: &str) -> ParcelStage {
    let body = match service {
        Service::AfterShip => format!(
            r#"{{"meta":{{"code":200}},"data":{{"trackings":[{{"tag":"{word}","subtag":"{detail}","checkpoints":[{SCAN}]}}]}}}}"#
        ),
        Service::EasyPost => {
            format!(r#"{{"status":"{word}","status_detail":"{detail}","tracking_details":[{SCAN}]}}"#)
        }
        Service::Shippo => format!(
            r#"{{"tracking_number":"n","tracking_status":{{"status":"{word}","substatus":{{"code":"{detail}"}}}},"tracking_history":[]}}"#
        ),
        Service::Track17 => format!(
            r#"{{"code":0,"data":{{"accepted":[{{"track_info":{{"latest_status":{{"status":"{word}","sub_status":"{detail}"}}}}}}]}}}}"#
        ),
        Service::Dhl => format!(r#"{{"shipments":[{{"status":{{"statusCode":"{word}","description":"{detail}"}}}}]}}"#),
        Service::Ups => format!(
            r#"{{"trackResponse":{{"shipment":[{{"package":[{{"currentStatus":{{"type":"{word}","statusCode":"{detail}"}}}}]}}]}}}}"#
        ),
        Service::FedEx => format!(
            r#"{{"output":{{"completeTrackResults":[{{"trackResults":[{{"latestStatusDetail":{{"code":"{detail}","derivedCode":"{word}"}}}}]}}]}}}}"#
        ),
        Service::Usps => format!(
            r#"[{{"trackingNumber":"n","statusCategory":"{word}","trackingEvents":[{{"eventCode":"{detail}","GMTTimestamp":"{NOW}"}}]}}]"#
        ),
    };
    let (said, _) = ask(service, &answers(service, &[(200, &body)]));
    let reports = said.unwrap_or_else(|Outage| panic!("{service:?} {body}"));
    reports.first().map_or(ParcelStage::Unknown, |report| report.stage)
}

const SCAN: &str = r#"{"checkpoint_time":"2026-11-19T10:00:00Z","datetime":"2026-11-19T10:00:00Z"}"#;

#[test]
fn the_stage_is_the_most_detailed_word_that_says_one() {
    use ParcelStage::{
        AttemptFailed, Cancelled, Delayed, Delivered, Failed, Held, InTransit, LabelMade, OutForDelivery, PickedUp,
        ReadyForPickup, Returned, Returning, Unknown,
    };
    use Service::{AfterShip, Dhl, EasyPost, FedEx, Shippo, Track17, Ups, Usps};
    let rows = [
        (AfterShip, "InfoReceived", "InfoReceived_001", LabelMade),
        (AfterShip, "InTransit", "InTransit_007", InTransit),
        (AfterShip, "OutForDelivery", "OutForDelivery_001", OutForDelivery),
        (AfterShip, "AttemptFail", "AttemptFail_002", AttemptFailed),
        (AfterShip, "Delivered", "Delivered_001", Delivered),
        (AfterShip, "Delivered", "Delivered_002", PickedUp),
        (AfterShip, "AvailableForPickup", "AvailableForPickup_001", ReadyForPickup),
        (AfterShip, "Exception", "Exception_001", Held),
        (AfterShip, "Exception", "Exception_005", Delayed),
        (AfterShip, "Exception", "Exception_010", Returning),
        (AfterShip, "Exception", "Exception_011", Returned),
        (AfterShip, "Exception", "Exception_013", Failed),
        (AfterShip, "Exception", "Exception_999", Held),
        (AfterShip, "Expired", "Expired_001", Unknown),
        (AfterShip, "Teleported", "Teleported_001", Unknown),
        (EasyPost, "pre_transit", "label_created", LabelMade),
        (EasyPost, "in_transit", "arrived_at_facility", InTransit),
        (EasyPost, "in_transit", "weather_delay", Delayed),
        (EasyPost, "in_transit", "held", Held),
        (EasyPost, "failure", "lost", Failed),
        (EasyPost, "failure", "delivery_exception", AttemptFailed),
        (EasyPost, "failure", "failure", Held),
        (EasyPost, "delivered", "damaged", Delivered),
        (EasyPost, "return_to_sender", "return", Returning),
        (EasyPost, "cancelled", "cancelled", Cancelled),
        (EasyPost, "error", "unknown", Unknown),
        (EasyPost, "teleported", "new_word", Unknown),
        (Shippo, "TRANSIT", "package_arrived", InTransit),
        (Shippo, "TRANSIT", "out_for_delivery", OutForDelivery),
        (Shippo, "TRANSIT", "pickup_available", ReadyForPickup),
        (Shippo, "FAILURE", "package_lost", Failed),
        (Shippo, "FAILURE", "other", Held),
        (Shippo, "RETURNED", "return_to_sender", Returning),
        (Shippo, "TELEPORTED", "", Unknown),
        (Track17, "InTransit", "InTransit_CustomsProcessing", InTransit),
        (Track17, "InTransit", "InTransit_CustomsRequiringInformation", Held),
        (Track17, "Exception", "Exception_Damaged", Held),
        (Track17, "Exception", "Exception_Lost", Failed),
        (Track17, "Exception", "Exception_Teleported", Held),
        (Track17, "DeliveryFailure", "DeliveryFailure_NoBody", AttemptFailed),
        (Track17, "Expired", "Expired_Other", Unknown),
        (Dhl, "pre-transit", "", LabelMade),
        (Dhl, "transit", "", InTransit),
        (Dhl, "delivered", "", Delivered),
        (Dhl, "failure", "", Held),
        (Dhl, "unknown", "", Unknown),
        (Dhl, "transit", "Shipment is out with courier for delivery", OutForDelivery),
        (Dhl, "transit", "Loaded onto the delivery vehicle", OutForDelivery),
        (Dhl, "transit", "The shipment could not be loaded onto the delivery vehicle", InTransit),
        (Dhl, "transit", "The shipment is ready for pick-up", ReadyForPickup),
        (Dhl, "transit", "Shipment is on hold", Held),
        (Dhl, "failure", "The delivery attempt was not successful", AttemptFailed),
        (Dhl, "failure", "The shipment is being returned to the sender", Returning),
        (Dhl, "delivered", "Delivered after a delivery attempt", Delivered),
        (Dhl, "teleported", "", Unknown),
        (Ups, "M", "003", LabelMade),
        (Ups, "I", "005", InTransit),
        (Ups, "X", "013", Held),
        (Ups, "X", "048", Delayed),
        (Ups, "X", "023", AttemptFailed),
        (Ups, "I", "040", ReadyForPickup),
        (Ups, "RS", "022", Returning),
        (Ups, "D", "011", Delivered),
        (Ups, "MV", "007", Cancelled),
        (Ups, "Z", "999", Unknown),
        (FedEx, "IT", "DP", InTransit),
        (FedEx, "DL", "DL", Delivered),
        (FedEx, "CD", "CD", Held),
        (FedEx, "HL", "HL", ReadyForPickup),
        (FedEx, "", "OD", OutForDelivery),
        (FedEx, "ZZ", "ZZ", Unknown),
        (Usps, "Pre-Shipment", "GX", LabelMade),
        (Usps, "Out for Delivery", "OF", OutForDelivery),
        (Usps, "Alert", "02", AttemptFailed),
        (Usps, "Alert", "09", Returning),
        (Usps, "Alert", "ZZ", Held),
        (Usps, "Returned to Sender", "09", Returned),
        (Usps, "Teleported", "ZZ", Unknown),
    ];
    let wrong: Vec<_> = rows
        .into_iter()
        .map(|(service, word, detail, wanted)| (service, word, detail, wanted, said(service, word, detail)))
        .filter(|(.., wanted, got)| wanted != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

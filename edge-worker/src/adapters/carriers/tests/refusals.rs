//! What each service says when it does not answer: the number is unknown, the key is wrong, there were too many
//! questions, or it is broken.

use super::*;

/// A service, its answers, whether that is an outage, and how often it was asked.
type Row<'a> = (Service, &'a [(u16, &'a str)], bool, usize);

#[test]
fn what_is_unknown_is_an_answer_and_all_else_an_outage() {
    use Service::{AfterShip, Dhl, EasyPost, FedEx, Shippo, Track17, Ups, Usps};
    let token = (200, r#"{"access_token":"t","expires_in":3600}"#);
    let [is_absent, is_outage] = [false, true];
    let rows: &[Row] = &[
        (AfterShip, &[(200, NO_TRACKINGS), (201, PENDING)], is_absent, 2),
        (AfterShip, &[(404, r#"{"meta":{"code":4004}}"#), (201, PENDING)], is_absent, 2),
        (AfterShip, &[(200, NO_TRACKINGS), (400, r#"{"meta":{"code":4003},"data":{"id":"x"}}"#)], is_absent, 2),
        (AfterShip, &[(200, NO_TRACKINGS), (400, r#"{"meta":{"code":4005}}"#)], is_absent, 2),
        (AfterShip, &[(200, NO_TRACKINGS), (400, r#"{"meta":{"code":4012}}"#)], is_absent, 2),
        (AfterShip, &[(200, NO_TRACKINGS), (400, r#"{"meta":{"code":4001}}"#)], is_outage, 2),
        (AfterShip, &[(200, NO_TRACKINGS), (429, r#"{"meta":{"code":429}}"#)], is_outage, 2),
        (AfterShip, &[(404, r#"{"meta":{"code":404}}"#)], is_outage, 1),
        (AfterShip, &[(401, r#"{"meta":{"code":401}}"#)], is_outage, 1),
        (AfterShip, &[(200, r#"{"meta":{"code":200}}"#)], is_outage, 1),
        (EasyPost, &[(422, r#"{"error":{"code":"TRACKER.CREATE.ERROR","message":"no"}}"#)], is_absent, 1),
        (EasyPost, &[(201, r#"{"status":"unknown","tracking_details":[]}"#)], is_absent, 1),
        (EasyPost, &[(404, r#"{"error":{"code":"NOT_FOUND"}}"#)], is_outage, 1),
        (EasyPost, &[(401, r#"{"error":{"code":"APIKEY.INACTIVE"}}"#)], is_outage, 1),
        (EasyPost, &[(201, r#"{"tracking_details":[]}"#)], is_outage, 1),
        (Shippo, &[(404, r#"{"detail":"Not found."}"#)], is_absent, 1),
        (Shippo, &[(400, r#"{"carrier":["no"]}"#)], is_absent, 1),
        (Shippo, &[(200, r#"{"tracking_number":"n","tracking_status":null,"tracking_history":[]}"#)], is_absent, 1),
        (Shippo, &[(401, r#"{"detail":"Invalid token."}"#)], is_outage, 1),
        (Shippo, &[(200, r#"{"status":"ok"}"#)], is_outage, 1),
        (Track17, &[(200, &rejected(-18_019_902)), (200, REGISTERED), (200, FRESH)], is_absent, 3),
        (Track17, &[(200, &rejected(-18_019_902)), (200, &rejected(-18_019_901)), (200, FRESH)], is_absent, 3),
        (Track17, &[(200, &rejected(-18_019_902)), (200, &rejected(-18_019_903))], is_absent, 2),
        (Track17, &[(200, &rejected(-18_019_902)), (200, &rejected(-18_019_907))], is_outage, 2),
        (Track17, &[(200, &rejected(-18_019_909))], is_absent, 1),
        (Track17, &[(200, r#"{"code":-18010002,"data":{"errors":[]}}"#)], is_outage, 1),
        (Track17, &[(200, r#"{"code":0,"data":{}}"#)], is_outage, 1),
        (Track17, &[(401, r#"{"code":-18010002}"#)], is_outage, 1),
        (Dhl, &[(404, r#"{"title":"No result found","detail":"No shipment","status":404}"#)], is_absent, 1),
        (Dhl, &[(200, r#"{"shipments":[]}"#)], is_absent, 1),
        (Dhl, &[(404, "{}")], is_outage, 1),
        (Dhl, &[(404, "<html>gone</html>")], is_outage, 1),
        (Dhl, &[(401, r#"{"title":"Unauthorized","status":401}"#)], is_outage, 1),
        (Dhl, &[(200, "{}")], is_outage, 1),
        (Ups, &[token, (404, r#"{"response":{"errors":[{"code":"TW0001"}]}}"#)], is_absent, 2),
        (Ups, &[token, (200, r#"{"trackResponse":{"shipment":[{"warnings":[{"code":"TW0001"}]}]}}"#)], is_absent, 2),
        (Ups, &[token, (403, r#"{"response":{"errors":[{"code":"250002"}]}}"#)], is_outage, 2),
        (Ups, &[token, (404, "{}")], is_outage, 2),
        (Ups, &[(401, r#"{"response":{"errors":[{"code":"10401"}]}}"#)], is_outage, 1),
        (Ups, &[(200, "{}")], is_outage, 1),
        (FedEx, &[token, (200, &result("TRACKING.TRACKINGNUMBER.NOTFOUND"))], is_absent, 2),
        (FedEx, &[token, (404, r#"{"errors":[{"code":"TRACKING.TRACKINGNUMBER.NOTFOUND"}]}"#)], is_absent, 2),
        (FedEx, &[token, (404, r#"{"errors":[{"code":"NOT.FOUND.ERROR"}]}"#)], is_outage, 2),
        (FedEx, &[token, (200, &result("SYSTEM.UNEXPECTED.ERROR"))], is_outage, 2),
        (FedEx, &[token, (200, r#"{"output":{}}"#)], is_outage, 2),
        (Usps, &[token, (404, r#"{"error":{"code":"404","message":"not yet"}}"#)], is_absent, 2),
        (Usps, &[token, (403, r#"{"error":{"code":"403"}}"#)], is_absent, 2),
        (Usps, &[token, (207, r#"[{"trackingNumber":"n","statusCode":"404","error":{"code":"404"}}]"#)], is_absent, 2),
        (Usps, &[token, (200, "[]")], is_absent, 2),
        (Usps, &[token, (200, "{}")], is_outage, 2),
        (Usps, &[token, (403, "{}")], is_outage, 2),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(service, answers, is_outage, count)| {
            let (said, asked) = ask(*service, answers);
            let wanted = if *is_outage { Err(Outage) } else { Ok(Vec::new()) };
            (said != wanted || asked.len() != *count).then_some((service, answers, said, asked.len()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const NO_TRACKINGS: &str = r#"{"meta":{"code":200},"data":{"trackings":[]}}"#;
const PENDING: &str = r#"{"meta":{"code":201},"data":{"tag":"Pending","subtag":"Pending_001","checkpoints":[]}}"#;
const REGISTERED: &str = r#"{"code":0,"data":{"accepted":[{"number":"n"}],"rejected":[]}}"#;
const FRESH: &str =
    r#"{"code":0,"data":{"accepted":[{"number":"n","track_info":{"latest_status":{"status":"NotFound"}}}]}}"#;

fn rejected(code: i64) -> String {
    format!(r#"{{"code":0,"data":{{"accepted":[],"rejected":[{{"number":"n","error":{{"code":{code}}}}}]}}}}"#)
}

fn result(code: &str) -> String {
    format!(r#"{{"output":{{"completeTrackResults":[{{"trackResults":[{{"error":{{"code":"{code}"}}}}]}}]}}}}"#)
}

#[test]
fn a_broken_upstream_is_an_outage_that_names_it() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let rows: [(u16, &str); 13] = [
        (500, "{}"),
        (503, "<html>Service Unavailable</html>"),
        (429, r#"{"detail":"throttled"}"#),
        (302, ""),
        (301, r#"{"meta":{"code":200}}"#),
        (200, ""),
        (200, "<html><body>It works!</body></html>"),
        (200, "{\"meta\": {"),
        (200, "null"),
        (200, "\"a text\""),
        (200, r#"{"meta":null,"data":[],"shipments":{},"code":"0","status":7,"trackResponse":"x","output":[1]}"#),
        (200, "{}"),
        (200, &deep),
    ];
    for service in ALL {
        for (status, body) in rows {
            crate::logged();
            let (said, _) = ask(service, &answers(service, &[(status, body)]));
            let body = &body[..body.len().min(40)];
            assert_eq!(said, Err(Outage), "{service:?} {status} {body}");
            let lines = crate::logged();
            let name = format!("upstream=Carrier(\"{}\")", service.name());
            assert!(lines.len() == 1 && lines[0].contains(&name), "{service:?} {status} {body}: {lines:?}");
            assert!(!lines[0].contains(number(service)) && !lines[0].contains("s&cret"), "{lines:?}");
        }
    }
}

#[test]
fn a_token_is_lent_once_and_asked_for_anew_when_it_is_refused() {
    let token = |text: &str| format!(r#"{{"access_token":"{text}","expires_in":3600}}"#);
    let (first, second) = (token("a"), token("b"));
    let absent = r#"{"response":{"errors":[{"code":"TW0001"}]}}"#;
    let (said, asked) = ask(Service::Ups, &[(200, &first), (401, "{}"), (200, &second), (404, absent)]);
    assert_eq!(said, Ok(Vec::new()));
    let bearer = |at: usize| {
        let header = asked[at].headers.iter().find(|(name, _)| *name == "Authorization");
        header.map(|(_, value)| value.as_str())
    };
    assert_eq!((bearer(1), bearer(3)), (Some("Bearer a"), Some("Bearer b")));
    let (said, asked) = ask(Service::Ups, &[(200, &first), (401, "{}"), (200, &second), (401, "{}"), (200, &first)]);
    assert_eq!((said, asked.len()), (Err(Outage), 4), "once, and not again");
}

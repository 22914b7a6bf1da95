//! What each service asks, and one whole answer of each in its documented shape.

use desk::record::{ParcelStage, Scan, Window};

use super::*;
use crate::ports::http::Method;

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn told(service: Service, body: &str) -> Report {
    let (said, _) = ask(service, &answers(service, &[(200, body)]));
    said.expect("answered").pop().expect("a report")
}

#[test]
fn every_service_is_asked_as_it_documents() {
    let rows = [
        (Service::AfterShip, "GET /tracking/2026-07/trackings?tracking_numbers=1Z5R89390357567127 as-api-key=s&cret "),
        (
            Service::EasyPost,
            "POST /v2/trackers Content-Type=application/json Authorization=Basic cyZjcmV0Og== \
             {\"tracker\":{\"carrier\":\"UPS\",\"tracking_code\":\"1Z5R89390357567127\"}}",
        ),
        (Service::Shippo, "GET /tracks/ups/1Z5R89390357567127 Authorization=ShippoToken s&cret "),
        (
            Service::Track17,
            "POST /track/v2.4/gettrackinfo Content-Type=application/json 17token=s&cret \
             [{\"number\":\"1Z5R89390357567127\"}]",
        ),
        (Service::Dhl, "GET /track/shipments?language=en&trackingNumber=00340434292135100186 DHL-API-Key=s&cret "),
        (
            Service::Ups,
            "POST /security/v1/oauth/token Content-Type=application/x-www-form-urlencoded Authorization=Basic CLIENT \
             grant_type=client_credentials",
        ),
        (
            Service::FedEx,
            "POST /oauth/token Content-Type=application/x-www-form-urlencoded \
             grant_type=client_credentials&client_id=CLIENT&client_secret=s%26cret",
        ),
        (
            Service::Usps,
            "POST /oauth2/v3/token Content-Type=application/json \
             {\"client_id\":\"CLIENT\",\"client_secret\":\"s&cret\",\"grant_type\":\"client_credentials\",\
             \"scope\":\"tracking\"}",
        ),
    ];
    for (service, wanted) in rows {
        let (_, asked) = ask(service, &[]);
        assert_eq!(written(&asked[0]), wanted, "{service:?}");
        assert!((1..=2_500).contains(&asked[0].timeout_ms));
    }
    let with_token = [
        (
            Service::Ups,
            "GET /api/track/v1/details/1Z5R89390357567127?locale=en_US transId=1795176000000 \
             transactionSrc=shopdesk Authorization=Bearer t ",
        ),
        (
            Service::FedEx,
            "POST /track/v1/trackingnumbers Content-Type=application/json X-locale=en_US Authorization=Bearer t \
             {\"includeDetailedScans\":true,\"trackingInfo\":[{\"trackingNumberInfo\":\
             {\"trackingNumber\":\"986578788855\"}}]}",
        ),
        (
            Service::Usps,
            "POST /tracking/v3r2/tracking Content-Type=application/json Authorization=Bearer t \
             [{\"trackingNumber\":\"9400111201080805483016\"}]",
        ),
    ];
    for (service, wanted) in with_token {
        let (_, asked) = ask(service, &answers(service, &[]));
        assert_eq!(written(&asked[1]), wanted, "{service:?}");
    }
}

/// One line, with the client that asked last as `CLIENT`.
fn written(request: &Request) -> String {
    let method = if request.method == Method::Get { "GET" } else { "POST" };
    let path = request.url.trim_start_matches("https://carrier.example");
    let headers = request.headers.iter().filter(|(name, _)| *name != "Accept");
    let headers: Vec<_> = headers.map(|(name, value)| [name, "=", value, " "].concat()).collect();
    let basic = crate::signature::base64(format!("{}:s&cret", client()).as_bytes());
    let text = format!("{method} {path} {}{}", headers.concat(), request.body);
    text.replace(&basic, "CLIENT").replace(&client(), "CLIENT")
}

#[test]
fn aftership() {
    let report = told(
        Service::AfterShip,
        r#"{"meta":{"code":200},"data":{"pagination":{},"trackings":[
            {"tag":"Pending","checkpoints":[]},
            {"tag":"Exception","subtag":"Exception_005","subtag_message":"Delayed (External factors)",
             "courier_tracking_link":"https://track.example/1",
             "latest_estimated_delivery":{"type":"range","datetime":"2026-11-22",
                "datetime_min":"2026-11-22","datetime_max":"2026-11-23"},
             "checkpoints":[
               {"checkpoint_time":"2026-11-18T09:00:00+01:00","tag":"InTransit","subtag":"InTransit_002",
                "message":"Acceptance","location":"Berlin"},
               {"checkpoint_time":"2026-11-19T07:30:00","tag":"Exception","subtag":"Exception_005",
                "message":"Snow","city":"Leipzig","country_region_name":"Germany"}]}]}}"#,
    );
    let scan = |stage, time, message: &str, place: &str| Scan {
        stage,
        at: at(time),
        message: Some(message.into()),
        place: Some(place.into()),
    };
    assert_eq!(
        report,
        Report {
            source: "AfterShip".into(),
            stage: ParcelStage::Delayed,
            reason: Some("Delayed (External factors)".into()),
            expected: Some(Window { from: at("2026-11-22T12:00:00Z"), to: at("2026-11-23T12:00:00Z") }),
            delivered: None,
            scans: vec![
                scan(ParcelStage::Delayed, "2026-11-19T07:30:00Z", "Snow", "Leipzig, Germany"),
                scan(ParcelStage::InTransit, "2026-11-18T08:00:00Z", "Acceptance", "Berlin"),
            ],
            url: Some("https://track.example/1".into()),
        }
    );
}

#[test]
fn easypost() {
    let report = told(
        Service::EasyPost,
        r#"{"object":"Tracker","status":"delivered","status_detail":"arrived_at_destination",
            "est_delivery_date":"2026-11-19T00:00:00Z","public_url":"https://track.example/2",
            "tracking_details":[
              {"message":"Label","status":"pre_transit","status_detail":"status_update",
               "datetime":"2026-11-17T08:00:00Z","tracking_location":{"city":null,"state":null,"country":null}},
              {"message":"Delivered","status":"delivered","status_detail":"arrived_at_destination",
               "datetime":"2026-11-19T15:04:00Z","tracking_location":{"city":"Austin","state":"TX","country":"US"}}]}"#,
    );
    assert_eq!(report.stage, ParcelStage::Delivered);
    assert_eq!(report.reason, None, "nothing went wrong");
    assert_eq!(report.delivered, Some(at("2026-11-19T15:04:00Z")), "by its scan");
    assert_eq!(report.expected.map(|window| window.from), Some(at("2026-11-19T12:00:00Z")), "midnight is a day");
    let scans: Vec<_> = report.scans.iter().map(|scan| (scan.stage, scan.place.as_deref())).collect();
    assert_eq!(scans, [(ParcelStage::Delivered, Some("Austin, TX, US")), (ParcelStage::LabelMade, None)]);
    assert_eq!(report.url.as_deref(), Some("https://track.example/2"));
}

#[test]
fn shippo() {
    let report = told(
        Service::Shippo,
        r#"{"carrier":"ups","tracking_number":"n","eta":"2026-11-21T18:00:00Z",
            "tracking_status":{"status":"TRANSIT","substatus":{"code":"delivery_attempted"},
              "status_date":"2026-11-19T10:00:00Z","status_details":"Nobody home","location":{"city":"Paris","state":"","country":"FR"}},
            "tracking_history":[
              {"status":"TRANSIT","substatus":null,"status_date":"2026-11-18T10:00:00Z","status_details":"On its way","location":null},
              {"status":"TRANSIT","substatus":{"code":"delivery_attempted"},"status_date":"2026-11-19T10:00:00Z",
               "status_details":"Nobody home","location":{"city":"Paris","state":"","country":"FR"}}]}"#,
    );
    assert_eq!((report.stage, report.reason.as_deref()), (ParcelStage::AttemptFailed, Some("Nobody home")));
    assert_eq!(report.expected.map(|window| window.to), Some(at("2026-11-21T18:00:00Z")));
    let scans: Vec<_> = report.scans.iter().map(|scan| (scan.stage, scan.place.as_deref())).collect();
    assert_eq!(scans, [(ParcelStage::AttemptFailed, Some("Paris, FR")), (ParcelStage::InTransit, None)]);
}

#[test]
fn track17() {
    let report = told(
        Service::Track17,
        r#"{"code":0,"data":{"accepted":[{"number":"n","carrier":100002,"track_info":{
            "latest_status":{"status":"Exception","sub_status":"Exception_Returned","sub_status_descr":null},
            "latest_event":{"description":"Refused, sent back"},
            "time_metrics":{"estimated_delivery_date":{"source":"Official","from":null,"to":"2026-11-22T20:00:00-05:00"}},
            "tracking":{"providers":[
              {"provider":{"name":"China Post"},"events":[
                {"time_iso":"2026-11-10T08:00:00+08:00","time_utc":"2026-11-10T00:00:00Z","description":"Picked up",
                 "location":"Shenzhen","stage":"PickedUp","sub_status":"InTransit_PickedUp"}]},
              {"provider":{"name":"USPS"},"events":[
                {"time_iso":"2026-11-19T08:00:00-05:00","time_utc":null,"description":"Refused, sent back",
                 "location":null,"stage":null,"sub_status":"Exception_Returned"}]}]}}}],"rejected":[]}}"#,
    );
    assert_eq!((report.stage, report.reason.as_deref()), (ParcelStage::Returned, Some("Refused, sent back")));
    let due = at("2026-11-23T01:00:00Z");
    assert_eq!(report.expected, Some(Window { from: due, to: due }));
    let scans: Vec<_> = report.scans.iter().map(|scan| (scan.stage, scan.at)).collect();
    let wanted =
        [(ParcelStage::Returned, at("2026-11-19T13:00:00Z")), (ParcelStage::InTransit, at("2026-11-10T00:00:00Z"))];
    assert_eq!(scans, wanted, "every leg, the newest first");
}

#[test]
fn dhl() {
    let report = told(
        Service::Dhl,
        r#"{"shipments":[{"id":340434292135100186,"service":"parcel-de",
            "status":{"timestamp":"2026-11-19T10:11:00","statusCode":"failure","status":"Not delivered",
              "description":"The recipient was not at home","location":{"address":{"addressLocality":"Bonn"}}},
            "estimatedDeliveryTimeFrame":{"estimatedFrom":"2026-11-21T10:00:00+01:00","estimatedThrough":"2026-11-21T12:00:00+01:00"},
            "serviceUrl":"https://dhl.example/1",
            "events":[
              {"timestamp":"2026-11-19T10:11:00","statusCode":"failure","description":"The recipient was not at home",
               "location":{"address":{"addressLocality":"Bonn","countryCode":"DE"}}},
              {"timestamp":"2026-11-18T22:00:00+01:00","statusCode":"transit","status":"Sorted"}]}]}"#,
    );
    assert_eq!((report.stage, report.reason.as_deref()), (ParcelStage::Held, Some("The recipient was not at home")));
    let window = Window { from: at("2026-11-21T09:00:00Z"), to: at("2026-11-21T11:00:00Z") };
    assert_eq!(report.expected, Some(window));
    let scans: Vec<_> =
        report.scans.iter().map(|scan| (scan.at, scan.message.as_deref(), scan.place.as_deref())).collect();
    let wanted = [
        (at("2026-11-19T10:11:00Z"), Some("The recipient was not at home"), Some("Bonn")),
        (at("2026-11-18T21:00:00Z"), Some("Sorted"), None),
    ];
    assert_eq!(scans, wanted);
}

#[test]
fn ups() {
    let report = told(
        Service::Ups,
        r#"{"trackResponse":{"shipment":[{"inquiryNumber":"1Z5R89390357567127","package":[
            {"trackingNumber":"1ZOTHER","currentStatus":{"type":"D","code":"011"}},
            {"trackingNumber":"1Z5R89390357567127",
             "currentStatus":{"code":"048","statusCode":"048","type":"X","description":"Delayed by weather"},
             "deliveryDate":[{"type":"SDD","date":"20261120"},{"type":"RDD","date":"20261122"}],
             "deliveryTime":{"type":"EDW","startTime":"100000","endTime":"140000"},
             "activity":[
               {"date":"20261119","time":"081500","gmtDate":"20261119","gmtTime":"13:15:00","gmtOffset":"-05:00",
                "status":{"type":"X","statusCode":"048","description":"Delayed by weather"},
                "location":{"address":{"city":"LOUISVILLE","stateProvince":"KY","countryCode":"US"}}},
               {"date":"20261118","time":"201500","gmtOffset":"-06:00","status":{"type":"I","code":"DP","description":"Departed"}},
               {"date":"20261117","time":"120000","status":{"type":"M","code":"MP","description":"Label"}},
               {"date":"","time":"","status":{"type":"I","description":"No date"}}]}]}]}}"#,
    );
    assert_eq!((report.stage, report.reason.as_deref()), (ParcelStage::Delayed, Some("Delayed by weather")));
    assert_eq!(report.expected.map(|window| window.from), Some(at("2026-11-22T12:00:00Z")), "the newest date");
    let scans: Vec<_> = report.scans.iter().map(|scan| (scan.stage, scan.at)).collect();
    let wanted = [
        (ParcelStage::Delayed, at("2026-11-19T13:15:00Z")),
        (ParcelStage::InTransit, at("2026-11-19T02:15:00Z")),
        (ParcelStage::LabelMade, at("2026-11-17T12:00:00Z")),
    ];
    assert_eq!(scans, wanted, "GMT, by offset, as written");
    assert_eq!(report.scans[0].place.as_deref(), Some("LOUISVILLE, KY, US"));
}

#[test]
fn fedex() {
    let report = told(
        Service::FedEx,
        r#"{"output":{"completeTrackResults":[{"trackingNumber":"986578788855","trackResults":[
            {"latestStatusDetail":{"code":"DL","derivedCode":"DL","description":"Delivered","ancillaryDetails":[]},
             "dateAndTimes":[{"type":"ACTUAL_DELIVERY","dateTime":"2026-11-19T10:00:00-06:00"},
                             {"type":"ESTIMATED_DELIVERY","dateTime":"2026-11-19T00:00:00-06:00"}],
             "scanEvents":[
               {"date":"2026-11-19T10:00:00-06:00","eventType":"DL","eventDescription":"Delivered",
                "exceptionDescription":"","scanLocation":{"city":"MEMPHIS","stateOrProvinceCode":"TN","countryCode":"US"}},
               {"date":"2026-11-18T09:00:00-06:00","eventType":"SE","derivedStatusCode":"SE","eventDescription":"Exception",
                "exceptionDescription":"Snow","scanLocation":{}}]},
            {"latestStatusDetail":{"code":"IT"}}]}]}}"#,
    );
    assert_eq!((report.stage, report.delivered), (ParcelStage::Delivered, Some(at("2026-11-19T16:00:00Z"))));
    assert_eq!(report.expected.map(|window| window.from), Some(at("2026-11-19T12:00:00Z")));
    let scans: Vec<_> =
        report.scans.iter().map(|scan| (scan.stage, scan.message.as_deref(), scan.place.as_deref())).collect();
    let wanted =
        [(ParcelStage::Delivered, Some("Delivered"), Some("MEMPHIS, TN, US")), (ParcelStage::Held, Some("Snow"), None)];
    assert_eq!(scans, wanted);
}

#[test]
fn usps() {
    let report = told(
        Service::Usps,
        r#"[{"trackingNumber":"n","status":"Notice Left","statusCategory":"Alert","statusSummary":"We left a notice.",
            "expectedDeliveryTimeStamp":"2026-11-21T21:00:00",
            "predictedDeliveryWindowStartTime":"10:00:00","predictedDeliveryWindowEndTime":"14:00:00",
            "trackingEvents":[
              {"eventType":"Notice Left","eventTimestamp":"2026-11-19T09:30:00","GMTTimestamp":"2026-11-19T15:30:00Z",
               "GMTOffset":"-06:00","eventCode":"02","eventCity":"TULSA","eventState":"OK","eventCountry":null},
              {"eventType":"Processed","eventTimestamp":"2026-11-18T20:00:00","GMTOffset":"-06:00","eventCode":"10"}]}]"#,
    );
    assert_eq!((report.stage, report.reason.as_deref()), (ParcelStage::AttemptFailed, Some("We left a notice.")));
    assert_eq!(report.expected.map(|window| window.to), Some(at("2026-11-21T12:00:00Z")), "the day");
    let scans: Vec<_> = report.scans.iter().map(|scan| (scan.at, scan.place.as_deref())).collect();
    assert_eq!(scans, [(at("2026-11-19T15:30:00Z"), Some("TULSA, OK")), (at("2026-11-19T02:00:00Z"), None)]);
}

#[test]
fn what_a_hostile_upstream_says_stays_within_bounds() {
    let long = "é".repeat(5_000);
    let scan = |time: &str, text: &str| {
        format!(
            r#"{{"timestamp":"{time}","statusCode":"transit","description":{},"location":{{"address":{{"addressLocality":{0}}}}}}}"#,
            serde_json::Value::from(text)
        )
    };
    let times = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2023-01-01T00:00:00Z", "yesterday", "", "-99999"];
    let far = times.map(|time| scan(time, "x"));
    let many = vec![scan("2026-11-19T10:00:00Z", &long); 500].join(",");
    let body = format!(
        r#"{{"shipments":[{{"status":{{"statusCode":"failure","description":"<b>\u0007 \n{long}</b>"}},
            "estimatedTimeOfDelivery":"9999-12-31","serviceUrl":"javascript:alert(1)",
            "events":[{},{many},{}]}}]}}"#,
        far.join(","),
        scan("2026-11-19T11:00:00Z", "<script>alert(1)</script>\u{0}\u{1b}[31m")
    );
    let report = told(Service::Dhl, &body);
    assert_eq!(report.scans.len(), 60);
    assert_eq!(report.scans[0].message.as_deref(), Some("<script>alert(1)</script>  [31m"), "text stays text");
    assert_eq!(report.scans[1].message.as_ref().map(|text| text.chars().count()), Some(300));
    assert_eq!(report.scans[1].place.as_ref().map(|text| text.chars().count()), Some(100));
    let reason = report.reason.expect("a reason");
    assert!(
        reason.starts_with("<b>") && reason.chars().count() == 300 && !reason.contains(char::is_control),
        "{reason}"
    );
    assert_eq!((report.expected, report.url), (None, None));
}

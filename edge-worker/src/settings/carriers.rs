//! Carriers and tracking services: what is set is asked.

use super::BadSetting;
use crate::adapters::carriers::{Service, Source};

/// What one service needs.
struct Needs {
    service: Service,
    /// Its client's id, where it has one.
    client: Option<&'static str>,
    secret: &'static str,
    /// Where it is reached, and the variable that says otherwise.
    url: (&'static str, &'static str),
}

const ALL: [Needs; 8] = [
    key(Service::AfterShip, "AFTERSHIP_API_KEY", ("AFTERSHIP_URL", "https://api.aftership.com")),
    key(Service::EasyPost, "EASYPOST_API_KEY", ("EASYPOST_URL", "https://api.easypost.com")),
    key(Service::Shippo, "SHIPPO_TOKEN", ("SHIPPO_URL", "https://api.goshippo.com")),
    key(Service::Track17, "TRACK17_KEY", ("TRACK17_URL", "https://api.17track.net")),
    key(Service::Dhl, "DHL_API_KEY", ("DHL_URL", "https://api-eu.dhl.com")),
    pair(Service::Ups, "UPS_CLIENT_ID", "UPS_CLIENT_SECRET", ("UPS_URL", "https://onlinetools.ups.com")),
    pair(Service::FedEx, "FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET", ("FEDEX_URL", "https://apis.fedex.com")),
    pair(Service::Usps, "USPS_CLIENT_ID", "USPS_CLIENT_SECRET", ("USPS_URL", "https://apis.usps.com")),
];

const fn key(service: Service, secret: &'static str, url: (&'static str, &'static str)) -> Needs {
    Needs { service, client: None, secret, url }
}

const fn pair(
    service: Service,
    client: &'static str,
    secret: &'static str,
    url: (&'static str, &'static str),
) -> Needs {
    Needs { service, client: Some(client), secret, url }
}

/// What DHL answers in a day until one asks for more.
const DHL_PER_DAY: u32 = 250;

/// The services that are set up; a half of a pair is a mistake.
pub(super) fn sources(value: &dyn Fn(&str) -> Option<String>, bad: &mut Vec<BadSetting>) -> Vec<Source> {
    let mut missing = |name| bad.push(BadSetting { name, why: "is not set, and its other half is" });
    let source = |needs: &Needs| {
        let client = needs.client.map(|name| (name, value(name)));
        let (client, secret) = match (client, value(needs.secret)) {
            (None, Some(secret)) => (String::new(), secret),
            (Some((_, Some(client))), Some(secret)) => (client, secret),
            (Some((name, None)), Some(_)) => {
                missing(name);
                return None;
            }
            (Some((_, Some(_))), None) => {
                missing(needs.secret);
                return None;
            }
            _ => return None,
        };
        let (variable, usual) = needs.url;
        let url = value(variable).unwrap_or_else(|| usual.to_owned());
        let per_day = match needs.service {
            Service::Dhl => Some(value("DHL_PER_DAY").and_then(|most| most.parse().ok()).unwrap_or(DHL_PER_DAY)),
            _ => None,
        };
        Some(Source { service: needs.service, url: url.trim_end_matches('/').to_owned(), client, secret, per_day })
    };
    ALL.iter().filter_map(source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Vec<Source>, Vec<BadSetting>) {
        let mut bad = Vec::new();
        let value = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        (sources(&value, &mut bad), bad)
    }

    #[test]
    fn what_is_set_is_asked_and_no_more() {
        assert_eq!(read(&[]), (Vec::new(), Vec::new()));
        let (all, bad) = read(&[("DHL_API_KEY", "k"), ("UPS_CLIENT_ID", "i"), ("UPS_CLIENT_SECRET", "s")]);
        assert_eq!(bad, []);
        let urls: Vec<_> =
            all.iter().map(|s| (s.service, s.url.as_str(), s.client.as_str(), s.secret.as_str(), s.per_day)).collect();
        let ups = (Service::Ups, "https://onlinetools.ups.com", "i", "s", None);
        assert_eq!(urls, [(Service::Dhl, "https://api-eu.dhl.com", "", "k", Some(250)), ups]);
        let (all, _) = read(&[("DHL_API_KEY", "k"), ("DHL_URL", "http://127.0.0.1:1/dhl/"), ("DHL_PER_DAY", "2500")]);
        assert_eq!((all[0].url.as_str(), all[0].per_day), ("http://127.0.0.1:1/dhl", Some(2_500)));
    }

    #[test]
    fn half_a_pair_is_a_mistake_that_names_the_other_half() {
        for (set, missing) in [
            ("UPS_CLIENT_ID", "UPS_CLIENT_SECRET"),
            ("UPS_CLIENT_SECRET", "UPS_CLIENT_ID"),
            ("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET"),
            ("USPS_CLIENT_SECRET", "USPS_CLIENT_ID"),
        ] {
            let (all, bad) = read(&[(set, "x")]);
            assert_eq!(bad.iter().map(|bad| bad.name).collect::<Vec<_>>(), [missing], "{set}");
            assert_eq!(all, []);
        }
    }
}

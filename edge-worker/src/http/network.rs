//! Whose network a request comes from.

use std::net::Ipv6Addr;

/// What of a network address counts as one household: all of IPv4, the first half of IPv6 (a /64), of which everybody has
/// the other half to themselves. A text that is no address stands for itself.
pub fn network(address: &str) -> String {
    match v6(address) {
        Some([a, b, c, d, ..]) => format!("{a:x}:{b:x}:{c:x}:{d:x}"),
        None => v4(address),
    }
}

/// What of an IPv6 address one subscriber may have to give out: the 65,536 networks of a /48. Nothing for other
/// addresses.
pub fn site(address: &str) -> Option<String> {
    v6(address).map(|[a, b, c, ..]| format!("{a:x}:{b:x}:{c:x}"))
}

/// How much more a site may do than a household: many live in some, and nobody else in others.
pub const SITE_SHARE: u32 = 8;

fn v6(address: &str) -> Option<[u16; 8]> {
    let v6 = address.parse::<Ipv6Addr>().ok()?;
    v6.to_ipv4_mapped().is_none().then(|| v6.segments())
}

fn v4(address: &str) -> String {
    let mapped = address.parse::<Ipv6Addr>().ok().and_then(|v6| v6.to_ipv4_mapped());
    mapped.map_or_else(|| address.to_owned(), |v4| v4.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_ipv6_is_one_network_and_three_eighths_are_one_site() {
        let rows = [
            ("198.51.100.7", "198.51.100.7", None),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2", Some("2001:db8:1")),
            ("2001:db8:1:2::9", "2001:db8:1:2", Some("2001:db8:1")),
            ("2001:db8:1:ffff::9", "2001:db8:1:ffff", Some("2001:db8:1")),
            ("2001:DB8::1", "2001:db8:0:0", Some("2001:db8:0")),
            ("::ffff:198.51.100.7", "198.51.100.7", None),
            ("", "", None),
            ("2001:db8::/48", "2001:db8::/48", None),
        ];
        for (address, household, subscriber) in rows {
            let want = (household.to_owned(), subscriber.map(str::to_owned));
            assert_eq!((network(address), site(address)), want, "{address}");
        }
    }
}

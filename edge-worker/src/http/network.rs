//! Whose network a request comes from.

use std::net::Ipv6Addr;

/// What of a network address counts as one household: all of IPv4, the first half of IPv6, of which everybody has the
/// other half to themselves. A text that is no address stands for itself.
pub fn network(address: &str) -> String {
    let Ok(v6) = address.parse::<Ipv6Addr>() else { return address.to_owned() };
    let [a, b, c, d, ..] = v6.segments();
    format!("{a:x}:{b:x}:{c:x}:{d:x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_ipv6_is_one_network() {
        let rows = [
            ("198.51.100.7", "198.51.100.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
            ("2001:db8:1:2::9", "2001:db8:1:2"),
            ("2001:DB8::1", "2001:db8:0:0"),
            ("", ""),
        ];
        for (address, want) in rows {
            assert_eq!(network(address), want, "{address}");
        }
    }
}

//! Which pages may talk to the Worker.

/// Whether a page of this origin is one of the shop's. Compared whole: scheme, host and port.
pub fn is_allowed(origin: &str, allowed: &[String]) -> bool {
    !origin.is_empty() && allowed.iter().any(|known| known.eq_ignore_ascii_case(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_origins_match() {
        let allowed = ["https://shop.example".to_owned()];
        assert!(is_allowed("https://shop.example", &allowed));
        for origin in ["", "null", "http://shop.example", "https://shop.example.evil", "https://shop.example:444"] {
            assert!(!is_allowed(origin, &allowed), "{origin}");
        }
    }
}

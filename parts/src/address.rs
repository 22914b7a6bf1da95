//! Which addresses a link may have.

/// How a link that may be followed opens.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Opens {
    /// In place of the page: the shop's own pages, and whatever is not a page.
    Here,
    /// Beside it: pages of others.
    Beside,
}

/// How `href` opens from a page of `origin`, or `None` where it must not be followed.
///
/// Only `http`, `https`, `mailto`, `tel` and paths of the page's own origin pass. Browsers strip tabs and line ends
/// from the middle of an address, so this compares the beginning as it stands and refuses anything cleverer.
pub fn opens(href: &str, origin: &str) -> Option<Opens> {
    if href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\") {
        return Some(Opens::Here);
    }
    if begins(href, "mailto:") || begins(href, "tel:") {
        return Some(Opens::Here);
    }
    if !begins(href, "https://") && !begins(href, "http://") {
        return None;
    }
    let rest = begins(href, origin).then(|| href.get(origin.len()..)).flatten();
    let is_own = !origin.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    Some(if is_own { Opens::Here } else { Opens::Beside })
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_are_followed_and_other_origins_open_beside_the_page() {
        let (here, beside) = (Some(Opens::Here), Some(Opens::Beside));
        let rows = [
            ("https://shop.example/products/x", here),
            ("https://shop.example", here),
            ("HTTPS://SHOP.example/a", here),
            ("https://shop.example?q=1", here),
            ("/policies/refund-policy", here),
            ("https://shop.example.evil.example/", beside),
            ("https://shop.example:8443/", beside),
            ("http://shop.example/", beside),
            ("https://carrier.example/1", beside),
            ("mailto:help@shop.example", here),
            ("tel:+49301234", here),
            ("javascript:alert(1)", None),
            ("JavaScript:alert(1)", None),
            (" javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("data:text/html,hi", None),
            ("vbscript:x", None),
            ("//evil.example/", None),
            ("/\\evil.example/", None),
            ("https:evil", None),
            ("products/x", None),
            ("ﬀ", None),
            ("", None),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(href, expected)| (href, opens(href, "https://shop.example"), expected))
            .filter(|(_, is, expected)| is != expected)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn without_an_origin_every_page_is_somebody_elses() {
        assert_eq!(opens("https://shop.example/", ""), Some(Opens::Beside));
    }
}

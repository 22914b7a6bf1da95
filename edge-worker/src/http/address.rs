//! The address of a request, as the runtime normalizes it: read by splitting, without a parser of URLs and its tables.

/// `https://host/path?query`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Address(String);

impl Address {
    /// Takes what the runtime's `Request.url` says.
    pub fn of(url: String) -> Self {
        Self(url)
    }

    /// Scheme and host.
    pub fn origin(&self) -> &str {
        let behind_scheme = self.0.find("://").map_or(0, |at| at + 3);
        let host = self.0.get(behind_scheme..).unwrap_or_default();
        let end = behind_scheme + host.find(['/', '?', '#']).unwrap_or(host.len());
        self.0.get(..end).unwrap_or_default()
    }

    /// With its slash in front, without what follows it.
    pub fn path(&self) -> &str {
        let behind_scheme = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        let path = behind_scheme.find('/').and_then(|at| behind_scheme.get(at..)).unwrap_or("/");
        path.split(['?', '#']).next().unwrap_or("/")
    }

    /// Without its question mark; empty where there is none.
    pub fn query(&self) -> &str {
        let whole = self.0.split('#').next().unwrap_or_default();
        whole.split_once('?').map_or("", |(_, query)| query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_path_and_a_query() {
        let rows = [
            ("https://a.example/v1/mirror", "https://a.example", "/v1/mirror", ""),
            (
                "http://127.0.0.1:8787/proxy/pass?shop=a&x=/b?c#d",
                "http://127.0.0.1:8787",
                "/proxy/pass",
                "shop=a&x=/b?c",
            ),
            ("https://a.example", "https://a.example", "/", ""),
            ("https://a.example?x=1", "https://a.example", "/", "x=1"),
            ("", "", "/", ""),
        ];
        for (url, origin, path, query) in rows {
            let address = Address::of(url.into());
            assert_eq!((address.origin(), address.path(), address.query()), (origin, path, query), "{url}");
        }
    }
}

//! Refusals that are the caller's doing: a stable code and a text that is safe to show.

/// Why a request is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Abort {
    NotFound,
    Method,
    /// The page that asks is not one of the shop's.
    Origin,
    /// No or wrong credentials.
    Unauthorized,
    /// Shopify did not sign this request, or not just now.
    NotProxied,
    /// Whoever sent this webhook has not signed it, or is not who we know.
    Unsigned,
    TooLarge,
    TooMany,
    /// A WebSocket was expected.
    UpgradeRequired,
    /// Ours, not the caller's: details are in the log under the same id.
    Unavailable,
}

impl Abort {
    pub fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Origin => 403,
            Self::Unauthorized | Self::NotProxied | Self::Unsigned => 401,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::UpgradeRequired => 426,
            Self::Unavailable => 503,
        }
    }

    /// The body, as JSON.
    pub fn body(self) -> String {
        let (code, text) = match self {
            Self::NotFound => ("not-found", "there is nothing at this address"),
            Self::Method => ("method", "this address takes another method"),
            Self::Origin => ("origin", "this page may not use this shop's support: add its origin to ALLOWED_ORIGINS"),
            Self::Unauthorized => ("unauthorized", "send the owner secret as a bearer token"),
            Self::NotProxied => ("not-proxied", "this address answers the shop's app proxy only"),
            Self::Unsigned => ("unsigned", "this address takes signed webhooks of this shop only"),
            Self::TooLarge => ("too-large", "the body is too large"),
            Self::TooMany => ("too-many", "too many conversations from here: wait a minute"),
            Self::UpgradeRequired => ("upgrade-required", "this address speaks WebSocket"),
            Self::Unavailable => ("unavailable", "support is unavailable right now"),
        };
        format!(r#"{{"error":{{"code":"{code}","text":"{text}"}}}}"#)
    }
}

//! Which address a request means.

use super::Abort;
use super::webhook::Sender;
use crate::fault::Upstream;

/// What can be asked of the Worker over HTTP.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Route {
    /// `POST /v1/conversations`: a new conversation.
    Open,
    /// `GET /v1/conversations/{id}/socket`: a socket to it.
    Socket { conversation: String },
    /// `GET /proxy/pass?conversation={id}&origin={page}`, signed by Shopify's app proxy: who is signed in.
    Pass,
    /// `GET /v1/hand-offs`: the records of hand-offs, for the merchant.
    HandOffs,
    /// `GET /v1/mirror`: what the mirror of the shop holds, for the merchant.
    Mirror,
    /// `POST /v1/mirror`: begins to read all of it again, and tells how far that is.
    Fill,
    /// `POST /webhooks`, `POST /webhooks/{carrier}`: what others tell us, signed.
    Webhook(Sender),
    /// `GET /v1/webhooks`: what came, and what the shop is asked to send, for the merchant.
    Webhooks,
    /// `POST /v1/webhooks`: has the shop send what we need.
    Subscribe,
    /// `GET /v1/exports`: what the law asked for, and what was done, for the merchant.
    Requests,
    /// `GET /v1/exports/{request}/{conversation}`: the copy of a conversation for the customer who asked.
    Export { request: String, conversation: String },
    /// `GET /health`: the Worker runs, and its settings make sense.
    Health,
    /// `GET /health/{admin|storefront}`: one fetch from that upstream, for the merchant.
    Upstream(Upstream),
    /// `GET /health/report`: all that is known of the upstreams, for the merchant.
    Report,
    /// `GET /health/page`: the same to read, with the owner secret as the password.
    Page,
    /// `OPTIONS` anywhere: may this page call us?
    Preflight,
}

impl Route {
    /// # Errors
    /// [`Abort::NotFound`] for an address that is none of ours, [`Abort::Method`] for one with another method.
    pub fn parse(method: &str, path: &str) -> Result<Self, Abort> {
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        let (wanted, route) = match segments.as_slice() {
            _ if method == "OPTIONS" => return Ok(Self::Preflight),
            ["v1", "conversations"] => ("POST", Self::Open),
            ["v1", "conversations", id, "socket"] if is_id(id) => ("GET", Self::Socket { conversation: (*id).into() }),
            ["proxy", "pass"] => ("GET", Self::Pass),
            ["v1", "hand-offs"] => ("GET", Self::HandOffs),
            ["v1", "mirror"] if method == "POST" => ("POST", Self::Fill),
            ["v1", "mirror"] => ("GET", Self::Mirror),
            ["webhooks"] => ("POST", Self::Webhook(Sender::Shopify)),
            ["webhooks", name] => ("POST", Self::Webhook(Sender::parse(name).ok_or(Abort::NotFound)?)),
            ["v1", "webhooks"] if method == "POST" => ("POST", Self::Subscribe),
            ["v1", "webhooks"] => ("GET", Self::Webhooks),
            ["v1", "exports"] => ("GET", Self::Requests),
            ["v1", "exports", request, id] if is_id(id) => {
                ("GET", Self::Export { request: (*request).into(), conversation: (*id).into() })
            }
            ["health"] => ("GET", Self::Health),
            ["health", "report"] => ("GET", Self::Report),
            ["health", "page"] => ("GET", Self::Page),
            ["health", "admin"] => ("GET", Self::Upstream(Upstream::ShopifyAdmin)),
            ["health", "storefront"] => ("GET", Self::Upstream(Upstream::ShopifyStorefront)),
            _ => return Err(Abort::NotFound),
        };
        if method == wanted { Ok(route) } else { Err(Abort::Method) }
    }
}

/// Ids of Durable Objects: 64 hexadecimal digits.
pub fn is_id(id: &str) -> bool {
    id.len() == 64 && id.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_exact() {
        let id = "0123456789abcdef".repeat(4);
        let rows = [
            ("POST", "/v1/conversations".to_owned(), Ok(Route::Open)),
            ("GET", "/v1/conversations".to_owned(), Err(Abort::Method)),
            ("GET", format!("/v1/conversations/{id}/socket"), Ok(Route::Socket { conversation: id.clone() })),
            ("GET", "/v1/conversations/../socket".to_owned(), Err(Abort::NotFound)),
            ("GET", "/v1/conversations/zz/socket".to_owned(), Err(Abort::NotFound)),
            ("GET", "/proxy/pass".to_owned(), Ok(Route::Pass)),
            ("GET", "/v1/hand-offs".to_owned(), Ok(Route::HandOffs)),
            ("GET", "/v1/mirror".to_owned(), Ok(Route::Mirror)),
            ("POST", "/v1/mirror".to_owned(), Ok(Route::Fill)),
            ("PUT", "/v1/mirror".to_owned(), Err(Abort::Method)),
            ("POST", "/webhooks".to_owned(), Ok(Route::Webhook(Sender::Shopify))),
            ("GET", "/webhooks".to_owned(), Err(Abort::Method)),
            ("POST", "/webhooks/17track".to_owned(), Ok(Route::Webhook(Sender::Track17))),
            ("POST", "/webhooks/shopify".to_owned(), Err(Abort::NotFound)),
            ("POST", "/v1/webhooks".to_owned(), Ok(Route::Subscribe)),
            ("GET", "/v1/exports".to_owned(), Ok(Route::Requests)),
            ("GET", format!("/v1/exports/r/{id}"), Ok(Route::Export { request: "r".into(), conversation: id.clone() })),
            ("GET", "/v1/exports/r/../hand-offs".to_owned(), Err(Abort::NotFound)),
            ("OPTIONS", "/v1/conversations".to_owned(), Ok(Route::Preflight)),
            ("GET", "/health/admin".to_owned(), Ok(Route::Upstream(Upstream::ShopifyAdmin))),
            ("GET", "/health/report".to_owned(), Ok(Route::Report)),
            ("POST", "/health/page".to_owned(), Err(Abort::Method)),
            ("GET", "/".to_owned(), Err(Abort::NotFound)),
        ];
        for (method, path, want) in rows {
            assert_eq!(Route::parse(method, &path), want, "{method} {path}");
        }
    }
}

//! What the theme snippet says about the shop and the page.

use protocol::shopper::Page;

use crate::wire::{Value, read};

/// Settings of one page load. They come from the merchant's theme: hints and addresses, never a secret.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Settings {
    /// The Worker's origin, without a slash at the end.
    pub worker: String,
    /// The page's own origin.
    pub origin: String,
    /// Where the shop says what it does with personal data.
    pub privacy_url: Option<String>,
    /// Where the shop can be reached without the chat.
    pub contact_url: String,
    /// The same by e-mail, if any.
    pub contact_email: Option<String>,
    /// The merchant's greeting, if any.
    pub greeting: Option<String>,
    /// What the merchant proposes to ask.
    pub questions: Vec<String>,
    /// The address of the theme's cart, such as `/cart` or `/de/cart`.
    pub cart: String,
    /// Where the shop's app proxy says who is signed in, such as `/apps/shopdesk`; empty for a shop without the app.
    pub proxy: String,
    /// In the theme editor nothing is connected to.
    pub is_preview: bool,
    /// The page, as the Worker is told it.
    pub page: Page,
}

impl Settings {
    /// Reads the snippet's object. Anything missing stays empty.
    pub fn read(value: &impl Value, origin: String) -> Self {
        Self {
            worker: read::text(value, "worker").trim_end_matches('/').to_owned(),
            origin,
            privacy_url: read::maybe(value, "privacy_url").filter(|url| !url.is_empty()),
            contact_url: read::maybe(value, "contact_url").unwrap_or_else(|| "/policies/contact-information".into()),
            contact_email: read::maybe(value, "contact_email").filter(|email| is_address(email)),
            greeting: read::maybe(value, "greeting").filter(|text| !text.is_empty()),
            questions: read::texts(value, "questions").into_iter().filter(|text| !text.trim().is_empty()).collect(),
            cart: [read::maybe(value, "root").as_deref().unwrap_or("/"), "cart"].concat(),
            proxy: read::text(value, "proxy"),
            is_preview: read::is(value, "preview"),
            page: value.member("page").map(|page| read::page(&page)).unwrap_or_default(),
        }
    }

    /// The address that opens conversations.
    pub fn conversations(&self) -> String {
        [self.worker.as_str(), "/v1/conversations"].concat()
    }

    /// The address of a pass for a conversation, or with an empty id for a new one.
    pub fn pass(&self, conversation: &str) -> String {
        [self.proxy.as_str(), "/pass?conversation=", conversation, "&origin=", &self.origin].concat()
    }

    /// The address of a conversation's socket.
    pub fn socket(&self, conversation: &str) -> String {
        // http becomes ws, and https wss.
        let rest = self.worker.strip_prefix("http").unwrap_or(&self.worker);
        ["ws", rest, "/v1/conversations/", conversation, "/socket"].concat()
    }
}

/// Whether it is one address, and nothing else that a mail program would take from a link.
fn is_address(email: &str) -> bool {
    email.contains('@') && !email.contains([' ', '?', '&', ',', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_nothing_but_one() {
        for email in ["help@shop.example", "hilfe@läden.example"] {
            assert!(is_address(email), "{email}");
        }
        for text in ["", "help", "a@b.example, c@d.example", "a@b.example?bcc=c@d.example", "a%0a@b.example"] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn the_socket_is_as_safe_as_the_page() {
        let rows = [
            ("https://worker.example", "wss://worker.example/v1/conversations/c/socket"),
            ("http://127.0.0.1:8787", "ws://127.0.0.1:8787/v1/conversations/c/socket"),
        ];
        for (worker, address) in rows {
            let settings = Settings { worker: worker.into(), ..Settings::default() };
            assert_eq!(settings.socket("c"), address);
        }
    }
}

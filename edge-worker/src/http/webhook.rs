//! Webhooks of others: believed by the signature over the bytes that came, before anything of them is read.
//!
//! Sources: Shopify's two families of headers as `@shopify/shopify-api` 15 reads them; `EasyPost` as its Node SDK 8.9
//! signs; `AfterShip` and 17TRACK as their receivers in the open do.

use jiff::Timestamp;

use crate::signature;

/// Who may tell us something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sender {
    Shopify,
    AfterShip,
    EasyPost,
    Track17,
}

/// What each signs with; nothing of a sender without one is believed.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    pub shopify: Option<String>,
    pub aftership: Option<String>,
    pub easypost: Option<String>,
    pub track17: Option<String>,
}

/// What stands around the body of a believed delivery.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Delivery {
    pub sender: Sender,
    /// The same each time that this one is sent.
    pub id: String,
    /// Such as `products/update`; empty where only the body says it.
    pub topic: String,
    pub triggered_at: Option<Timestamp>,
}

/// Bytes of a body that are read. Ours are of some dozens, as we ask for few members.
pub const LARGEST_WEBHOOK: usize = 1024 * 1024;

impl Sender {
    /// The sender whom an address is for: `/webhooks/{name}`.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::AfterShip, Self::EasyPost, Self::Track17].into_iter().find(|sender| sender.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::AfterShip => "aftership",
            Self::EasyPost => "easypost",
            Self::Track17 => "17track",
        }
    }

    /// Believes a delivery, or not: then `None`, whatever is wrong with it.
    ///
    /// `header` gives all values of a name, joined with commas as the runtime does: a header that comes twice is no
    /// header that we know.
    pub fn believe(
        self,
        header: impl Fn(&str) -> Option<String>,
        body: &[u8],
        secrets: &Secrets,
        shop: &str,
    ) -> Option<Delivery> {
        let one = |name: &str| header(name).filter(|value| !value.is_empty() && !value.contains(','));
        if self == Self::Shopify {
            // The newer family goes first where there is any of it.
            let family = if header("shopify-hmac-sha256").is_some() { "shopify-" } else { "x-shopify-" };
            let of = |name: &str| one(&[family, name].concat());
            let wanted = signature::hmac_base64(secrets.shopify.as_ref()?, body);
            let is_ours = signature::is_equal(&wanted, &of("hmac-sha256")?) && of("shop-domain")? == shop;
            let triggered_at = of("triggered-at").and_then(|at| at.parse().ok());
            let (id, topic) = (name_of(&of("webhook-id")?), topic(&of("topic")?, of("action")));
            return is_ours.then_some(Delivery { sender: self, id, topic, triggered_at });
        }
        let is_signed = match self {
            Self::AfterShip => {
                let wanted = signature::hmac_base64(secrets.aftership.as_ref()?, body);
                signature::is_equal(&wanted, &one("aftership-hmac-sha256")?)
            }
            Self::EasyPost => {
                let (secret, given) = (secrets.easypost.as_ref()?, one("x-hmac-signature")?);
                let is = |body: &[u8]| {
                    let wanted = format!("hmac-sha256-hex={}", signature::hmac_hex(secret, body));
                    signature::is_equal(&wanted, &given)
                };
                is(body) || is(&with_decimal_weights(body))
            }
            _ => {
                let signed = [body, b"/", secrets.track17.as_ref()?.as_bytes()].concat();
                signature::is_equal(&signature::digest_hex(&signed), &one("sign")?)
            }
        };
        // Whatever they call their events: the same bytes are the same event.
        let id = [self.name(), "-", &signature::digest_hex(body)].concat();
        is_signed.then_some(Delivery { sender: self, id, topic: String::new(), triggered_at: None })
    }
}

/// The id as it may stand in an address.
fn name_of(id: &str) -> String {
    let is_plain = id.len() <= 80 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if is_plain { id.to_owned() } else { signature::digest_hex(id.as_bytes()) }
}

/// The newer family may name the thing and what was done to it apart (UNVERIFIED).
fn topic(topic: &str, action: Option<String>) -> String {
    let mut topic: String = topic.to_ascii_lowercase().chars().filter(|c| !c.is_control()).take(60).collect();
    if let Some(action) = action.filter(|_| !topic.contains('/')) {
        topic.push_str(if topic.ends_with('s') { "/" } else { "s/" });
        topic.extend(action.to_ascii_lowercase().chars().filter(|c| !c.is_control()).take(30));
    }
    topic
}

/// The body as `EasyPost` signs it where a proxy has rewritten its numbers: whole weights with a decimal.
fn with_decimal_weights(body: &[u8]) -> Vec<u8> {
    const WEIGHT: &str = "\"weight\":";
    let text = String::from_utf8_lossy(body);
    let mut pieces = text.split(WEIGHT);
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number = piece.len() - piece.trim_start().len();
        let digits = piece.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let (weight, rest) = piece.split_at(number + digits);
        let is_whole = digits > 0 && rest.trim_start().starts_with([',', '}']);
        written.extend([WEIGHT, weight, if is_whole { ".0" } else { "" }, rest]);
    }
    written.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br##"{"id":820982911946154508,"name":"#9999"}"##;
    const SHOP: &str = "kestrel-and-fern.myshopify.com";
    const SHOPIFY: &str = "YBwnJ9vsibq7srObgXybmGHWuwos+jDEL//7749XS78=";
    const CARRIERS: [(Sender, &str, &str); 3] = [
        (Sender::AfterShip, "aftership-hmac-sha256", "L6iW2R6wjjY2eyjgrrAC8vz3GE9+yhLKyFPN13m47oc="),
        (
            Sender::EasyPost,
            "x-hmac-signature",
            "hmac-sha256-hex=2fa896d91eb08e36367b28e0aeb002f2fcf7184f7eca12cac853cdd779b8ee87",
        ),
        (Sender::Track17, "sign", "6805f838017bf6fa54ec1347ad1afdd690f189a0ee58d12d8e9f77207632c16d"),
    ];

    type Headers = Vec<(String, String)>;

    fn secrets() -> Secrets {
        let some = |secret: &str| Some(secret.to_owned());
        Secrets { shopify: some("hush"), aftership: some("secret"), easypost: some("secret"), track17: some("KEY") }
    }

    fn believe(sender: Sender, headers: &Headers, body: &[u8]) -> Option<Delivery> {
        // As the runtime joins what comes twice.
        let joined = |name: &str| {
            let values: Vec<&str> = headers.iter().filter(|(key, _)| key == name).map(|(_, value)| &**value).collect();
            (!values.is_empty()).then(|| values.join(", "))
        };
        sender.believe(joined, body, &secrets(), SHOP)
    }

    fn shopify(family: &str, hmac: &str) -> Headers {
        let values = [
            ("hmac-sha256", hmac),
            ("topic", "orders/updated"),
            ("shop-domain", SHOP),
            ("webhook-id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"),
            ("triggered-at", "2026-11-20T10:00:00.123456789Z"),
        ];
        values.map(|(name, value)| (format!("{family}{name}"), value.to_owned())).into()
    }

    fn bits(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
        (0..bytes.len() * 8).map(move |bit| {
            let mut changed = bytes.to_vec();
            changed[bit / 8] ^= 1 << (bit % 8);
            changed
        })
    }

    #[test]
    fn shopifys_vector_is_believed_in_both_families() {
        for family in ["shopify-", "x-shopify-"] {
            let delivery = believe(Sender::Shopify, &shopify(family, SHOPIFY), BODY).expect("signed");
            assert_eq!(delivery.topic, "orders/updated");
            assert_eq!(delivery.id, "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");
            assert_eq!(delivery.triggered_at, "2026-11-20T10:00:00.123456789Z".parse().ok());
        }
    }

    #[test]
    fn one_bit_more_or_less_and_nothing_is_believed() {
        let rows = CARRIERS.map(|(sender, name, value)| (sender, vec![(name.to_owned(), value.to_owned())]));
        let shopify = [(Sender::Shopify, shopify("x-shopify-", SHOPIFY))];
        for (sender, headers) in rows.into_iter().chain(shopify) {
            assert!(believe(sender, &headers, BODY).is_some(), "{sender:?}");
            for body in bits(BODY) {
                assert_eq!(believe(sender, &headers, &body), None, "{sender:?}");
            }
            for changed in bits(headers[0].1.as_bytes()) {
                let Ok(changed) = String::from_utf8(changed) else { continue };
                let mut headers = headers.clone();
                headers[0].1 = changed;
                assert_eq!(believe(sender, &headers, BODY), None, "{sender:?} {}", headers[0].1);
            }
            let none = Secrets::default();
            assert_eq!(
                sender.believe(|_| Some(headers[0].1.clone()), BODY, &none, SHOP),
                None,
                "no secret signs nothing"
            );
        }
    }

    #[test]
    fn headers_that_are_missing_doubled_or_of_another_shop_are_not_believed() {
        let whole = shopify("x-shopify-", SHOPIFY);
        for needed in 0..4 {
            let mut missing = whole.clone();
            let (name, _) = missing.remove(needed);
            assert_eq!(believe(Sender::Shopify, &missing, BODY), None, "without {name}");
            let mut twice = whole.clone();
            twice.push(twice[needed].clone());
            assert_eq!(believe(Sender::Shopify, &twice, BODY), None, "{name} twice");
        }
        let mut another = whole.clone();
        another[2].1 = "evil.myshopify.com".into();
        assert_eq!(believe(Sender::Shopify, &another, BODY), None);
        // One of the newer family makes all of the older ones meaningless.
        let mut mixed = whole.clone();
        mixed.push(("shopify-hmac-sha256".into(), SHOPIFY.into()));
        assert_eq!(believe(Sender::Shopify, &mixed, BODY), None);
        for (sender, name, value) in CARRIERS {
            let header = (name.to_owned(), value.to_owned());
            assert_eq!(believe(sender, &vec![header.clone(), header], BODY), None, "{sender:?} twice");
            assert_eq!(believe(sender, &Vec::new(), BODY), None, "{sender:?} unsigned");
        }
    }

    #[test]
    fn whole_weights_are_signed_with_a_decimal_where_they_came_without() {
        let rows = [
            (r#"{"weight":10,"a":1}"#, r#"{"weight":10.0,"a":1}"#),
            (r#"{"weight": 7 }"#, r#"{"weight": 7.0 }"#),
            (r#"{"weight":7.5,"weight":null}"#, r#"{"weight":7.5,"weight":null}"#),
        ];
        for (came, signed) in rows {
            assert_eq!(with_decimal_weights(came.as_bytes()), signed.as_bytes(), "{came}");
            let given = format!("hmac-sha256-hex={}", signature::hmac_hex("secret", signed.as_bytes()));
            assert!(believe(Sender::EasyPost, &vec![("x-hmac-signature".into(), given)], came.as_bytes()).is_some());
        }
    }

    #[test]
    fn topics_and_ids_are_plain() {
        assert_eq!(topic("Product", Some("update".into())), "products/update");
        assert_eq!(topic("orders/updated", Some("updated".into())), "orders/updated");
        assert_eq!(name_of("../../x"), signature::digest_hex(b"../../x"));
    }
}

//! Frames into JSON text.

use protocol::shopper::{ClientFrame, Page};

/// One frame as JSON text, as serde would write it.
pub fn client_frame(frame: &ClientFrame) -> String {
    let mut object = Object::open(String::new());
    object.number("v", u64::from(frame.v));
    if let Some(hello) = &frame.hello {
        object.object("hello", |it| {
            it.text("token", &hello.token);
            it.number("after", hello.after);
            it.object("page", |it| page(it, &hello.page));
            it.maybe("pass", hello.pass.as_deref());
        });
    }
    if let Some(say) = &frame.say {
        object.object("say", |it| {
            it.text("id", &say.id);
            it.text("text", &say.text);
        });
    }
    if let Some(hand_off) = &frame.hand_off {
        object.object("hand_off", |it| it.text("id", &hand_off.id));
    }
    if let Some(number) = frame.ping {
        object.number("ping", u64::from(number));
    }
    if frame.forget {
        object.key("forget");
        object.0.push_str("true");
    }
    if let Some(rate) = &frame.rate {
        object.object("rate", |it| {
            it.text("id", &rate.id);
            it.number("score", u64::from(rate.score));
        });
    }
    object.close()
}

fn page(object: &mut Object, page: &Page) {
    object.text("template", &page.template);
    object.maybe("product", page.product.as_deref());
    object.maybe("variant", page.variant.as_deref());
    if let Some(count) = page.cart_items {
        object.number("cart_items", u64::from(count));
    }
    object.text("locale", &page.locale);
    object.text("country", &page.country);
}

/// A JSON object being written.
struct Object(String);

impl Object {
    fn open(mut before: String) -> Self {
        before.push('{');
        Self(before)
    }

    fn close(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn key(&mut self, name: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        quoted(&mut self.0, name);
        self.0.push(':');
    }

    fn text(&mut self, name: &str, value: &str) {
        self.key(name);
        quoted(&mut self.0, value);
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn number(&mut self, name: &str, value: u64) {
        self.key(name);
        self.0.push_str(&value.to_string());
    }

    fn object(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.key(name);
        let mut inner = Self::open(std::mem::take(&mut self.0));
        fill(&mut inner);
        self.0 = inner.close();
    }
}

/// RFC 8259, section 7: quotation mark, reverse solidus and the control characters are escaped, nothing else must be.
fn quoted(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                json.push('\\');
                json.push(character);
            }
            '\0'..'\u{20}' => {
                let code = character as u8;
                json.push_str("\\u00");
                json.push(char::from(b'0' + (code >> 4)));
                json.push(char::from_digit(u32::from(code & 15), 16).unwrap_or('0'));
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use protocol::shopper::{HandOff, Hello, Rate, Say};

    use super::*;

    fn frames() -> impl Strategy<Value = ClientFrame> {
        let hello = (any::<String>(), 0..1_u64 << 53, pages(), any::<Option<String>>())
            .prop_map(|(token, after, page, pass)| Hello { token, after, page, pass });
        let say = (any::<String>(), any::<String>()).prop_map(|(id, text)| Say { id, text });
        let hand_off = any::<String>().prop_map(|id| HandOff { id });
        let rate = (any::<String>(), any::<u32>()).prop_map(|(id, score)| Rate { id, score });
        let maybe =
            (prop::option::of(hello), prop::option::of(say), prop::option::of(hand_off), prop::option::of(rate));
        (any::<u32>(), maybe, any::<Option<u32>>(), any::<bool>()).prop_map(
            |(v, (hello, say, hand_off, rate), ping, forget)| ClientFrame {
                v,
                hello,
                say,
                hand_off,
                ping,
                forget,
                rate,
            },
        )
    }

    fn pages() -> impl Strategy<Value = Page> {
        let hints = (any::<Option<String>>(), any::<Option<String>>(), any::<Option<u32>>());
        (any::<String>(), hints, any::<String>(), any::<String>()).prop_map(
            |(template, (product, variant, cart_items), locale, country)| Page {
                template,
                product,
                variant,
                cart_items,
                locale,
                country,
            },
        )
    }

    proptest! {
        #[test]
        fn serde_reads_what_is_written(frame in frames()) {
            let text = client_frame(&frame);
            prop_assert_eq!(serde_json::from_str::<ClientFrame>(&text).unwrap(), frame);
        }
    }

    #[test]
    fn control_characters_quotes_and_foreign_scripts_survive() {
        let text: String = ('\0'..='\u{a0}').chain(['\u{2028}', 'ß', 'ع', '漢', '👋', '\u{10ffff}']).collect();
        let mut json = String::new();
        quoted(&mut json, &text);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}

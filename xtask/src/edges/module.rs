//! Which module may know which, inside the two crates that touch a platform.

use super::source::Source;

/// Only these places of a crate may name another crate. A place is a directory, or the file of the same name.
const ONLY_THERE: [(&str, &str, &[&str]); 3] = [
    ("edge-worker", "worker", &["lib", "platform", "durable"]),
    ("widget", "web_sys", &["shell", "boot"]),
    ("console", "web_sys", &["shell", "boot"]),
];

/// These modules of a crate must not know those. Adapters are written over ports, so that they run without workerd.
const MUST_NOT_KNOW: [(&str, &str, &[&str]); 6] = [
    ("edge-worker", "ports", &["adapters", "app", "http"]),
    ("edge-worker", "adapters", &["app", "http"]),
    ("edge-worker", "app", &["http", "adapters"]),
    ("edge-worker", "http", &["adapters"]),
    ("widget", "conversation", &["view", "shell"]),
    ("widget", "view", &["shell"]),
];

/// The one place where what comes over the wire becomes what the desk understands.
const TRANSLATOR: &str = "wire";

/// All edges between modules that must not be, in words.
pub fn violations(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(|source| [platforms(source), modules(source), translators(source)].concat()).collect()
}

fn platforms(source: &Source) -> Vec<String> {
    let rules = ONLY_THERE.iter().filter(|(package, name, allowed)| {
        let is_allowed = allowed.iter().any(|place| is_in(source, package, place));
        is_of(source, package) && !is_allowed && source.names_crate(name)
    });
    rules.map(|(_, name, allowed)| format!("{}: only {} may say `{name}::`", source.path, allowed.join(", "))).collect()
}

fn modules(source: &Source) -> Vec<String> {
    let rules = MUST_NOT_KNOW.iter().filter(|(package, module, _)| is_in(source, package, module));
    let known = source.own_modules();
    let wrong = rules.flat_map(|(_, module, forbidden)| {
        let named = forbidden.iter().filter(|other| known.contains(other));
        named.map(move |other| format!("{}: {module} must not know {other}", source.path))
    });
    wrong.collect()
}

fn translators(source: &Source) -> Vec<String> {
    let both = source.names_crate("desk") && source.names_crate("protocol");
    // The object keeps values of both kinds and hands them on; what turns one into the other it asks the translator.
    let may_name_both = source.path.ends_with(&format!("/{TRANSLATOR}.rs")) || is_in(source, "edge-worker", "durable");
    if !is_of(source, "edge-worker") || !both || may_name_both {
        return Vec::new();
    }
    vec![format!("{}: only durable/ and {TRANSLATOR}.rs may name both `desk::` and `protocol::`", source.path)]
}

fn is_of(source: &Source, package: &str) -> bool {
    source.path.starts_with(&format!("{package}/src/"))
}

fn is_in(source: &Source, package: &str, module: &str) -> bool {
    let start = format!("{package}/src/{module}");
    source.path.starts_with(&format!("{start}/")) || source.path == format!("{start}.rs")
}

#[cfg(test)]
mod tests {
    use super::{Source, violations};

    #[test]
    fn a_module_knows_only_what_it_may() {
        let rows = [
            ("edge-worker/src/lib.rs", "use worker::event;", 0),
            ("edge-worker/src/durable/conversation.rs", "use worker::State;", 0),
            ("edge-worker/src/platform.rs", "use worker::Fetch;", 0),
            ("edge-worker/src/app/turn.rs", "use worker::Env;", 1),
            ("edge-worker/src/adapters/shopify.rs", "use crate::ports::http::Http;", 0),
            ("edge-worker/src/adapters/shopify.rs", "use crate::{http::Route, app};", 2),
            ("edge-worker/src/ports.rs", "use crate::adapters::Shopify;", 1),
            ("edge-worker/src/app/turn.rs", "use desk::Step;\nuse protocol::Frame;", 1),
            ("edge-worker/src/app/wire.rs", "use desk::Step;\nuse protocol::Frame;", 0),
            ("edge-worker/src/durable/drive.rs", "use desk::Step;\nuse protocol::Frame;", 0),
            ("widget/src/shell/socket.rs", "use web_sys::WebSocket;", 0),
            ("widget/src/view/panel.rs", "use web_sys::Element;", 1),
            ("widget/src/conversation.rs", "use crate::view::Panel;", 1),
        ];
        let wrong: Vec<_> =
            rows.iter().filter(|(path, text, count)| violations(&[Source::new(path, text)]).len() != *count).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

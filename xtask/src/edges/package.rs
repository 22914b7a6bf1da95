//! Which crate may know which.

use crate::cargo::Package;

/// A crate of the product and those of ours that it may know. Tests and tooling may know all.
const MAY_KNOW: [(&str, &[&str]); 7] = [
    ("learned", &[]),
    ("desk", &["learned"]),
    ("protocol", &[]),
    ("parts", &["protocol"]),
    // The shopper does not pay for the desk.
    ("widget", &["protocol", "parts"]),
    ("console", &["protocol", "parts"]),
    ("edge-worker", &["protocol", "desk"]),
];

/// The desk is pure: nothing in it can read a clock, a socket or a page.
const PURE: [&str; 2] = ["desk", "learned"];
const PLATFORM: [&str; 9] =
    ["worker", "web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "leptos", "tokio", "reqwest", "getrandom"];

/// All edges between crates that must not be, in words.
pub fn violations(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(|package| known_wrongly(package, packages).chain(platforms(package))).collect()
}

fn known_wrongly<'a>(package: &'a Package, all: &'a [Package]) -> impl Iterator<Item = String> + 'a {
    let rule = MAY_KNOW.iter().find(|(name, _)| *name == package.name);
    let ours = |name: &&String| all.iter().any(|package| package.name == **name);
    let known = package.dependencies.iter().filter(ours);
    known.filter_map(move |other| {
        let (_, allowed) = rule?;
        (!allowed.contains(&other.as_str())).then(|| format!("{} must not know {other}", package.name))
    })
}

fn platforms(package: &Package) -> impl Iterator<Item = String> {
    let is_platform = |name: &&String| PLATFORM.contains(&name.as_str()) || name.starts_with("gloo");
    let known = package.dependencies.iter().filter(|_| PURE.contains(&package.name.as_str())).filter(is_platform);
    known.map(|other| format!("{} is pure and must not know the platform crate {other}", package.name))
}

#[cfg(test)]
mod tests {
    use super::{Package, violations};

    #[test]
    fn a_crate_knows_only_whom_it_may() {
        let rows: [(&str, &[&str], usize); 8] = [
            ("desk", &["jiff", "proptest"], 0),
            ("desk", &["protocol"], 1),
            ("desk", &["gloo-net", "worker", "jiff"], 2),
            ("widget", &["protocol", "parts", "leptos", "web-sys"], 0),
            ("widget", &["desk"], 1),
            ("parts", &["widget", "desk"], 2),
            ("edge-worker", &["desk", "protocol", "worker"], 0),
            ("worker-tests", &["desk", "widget", "xtask"], 0),
        ];
        let wrong: Vec<_> =
            rows.iter().filter(|(name, known, count)| violations(&with(name, known)).len() != *count).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    fn with(name: &str, known: &[&str]) -> Vec<Package> {
        let ours = ["desk", "protocol", "parts", "widget", "xtask", "edge-worker", "worker-tests"];
        let others = ours.iter().filter(|other| **other != name);
        let mut packages: Vec<_> =
            others.map(|name| Package { name: (*name).to_owned(), dependencies: Vec::new() }).collect();
        let dependencies = known.iter().map(|name| (*name).to_owned()).collect();
        packages.push(Package { name: name.to_owned(), dependencies });
        packages
    }
}

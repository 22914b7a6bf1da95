//! The fuzzer's seeds without the fuzzer, and some thousands of conversations made of their pieces: what CI can do in
//! seconds. `cargo xtask fuzz` goes on from here.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;

#[path = "../../fuzz/src/conversation.rs"]
mod conversation;

fn fuzz() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

#[test]
fn every_seed_is_answered() {
    let seeds: Vec<_> = fs::read_dir(fuzz().join("seeds/turn")).expect("seeds").collect();
    assert!(seeds.len() > 20, "{} seeds", seeds.len());
    for seed in seeds {
        conversation::play(&fs::read(seed.expect("a file").path()).expect("readable"));
    }
}

/// Pieces of the dictionary, as the fuzzer would put them together.
fn pieces() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(fuzz().join("turn.dict")).expect("a dictionary");
    text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(unescaped).collect()
}

/// `\xE2` as the byte that it stands for.
fn unescaped(piece: &str) -> Vec<u8> {
    let mut parts = piece.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        6 => proptest::sample::select(pieces()),
        3 => Just(b" ".to_vec()),
        2 => Just(b"\n".to_vec()),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..12),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_put_together_is_answered(pieces in proptest::collection::vec(piece(), 0..40)) {
        conversation::play(&pieces.concat());
    }
}

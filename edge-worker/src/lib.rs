//! The Cloudflare Worker: routes, conversations, adapters.
//!
//! `http → app → ports ← adapters`. Only this file, `platform` and `durable` know that they run in a Worker; all the
//! rest compiles and is tested natively.

pub mod adapters;
pub mod app;
pub mod event;
pub mod fault;
pub mod http;
pub mod notice;
pub mod ports;
pub mod pulse;
pub mod settings;
pub mod signature;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod durable;
#[cfg(target_arch = "wasm32")]
mod platform;

/// One line into the Worker's log; natively, to standard error, and kept for [`logged`].
pub(crate) fn log_line(line: &str) {
    #[cfg(target_arch = "wasm32")]
    worker::console_error!("{line}");
    #[cfg(not(target_arch = "wasm32"))]
    {
        eprintln!("{line}");
        LOGGED.with_borrow_mut(|lines| lines.push(line.to_owned()));
    }
}

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    static LOGGED: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Takes what this thread logged, for tests that read the log as a merchant would.
#[cfg(not(target_arch = "wasm32"))]
pub fn logged() -> Vec<String> {
    LOGGED.take()
}

/// As a new isolate begins, for tests: whatever this thread knew of upstreams is gone.
#[cfg(not(target_arch = "wasm32"))]
pub fn begin_anew() {
    pulse::forget_all();
    adapters::token::forget_all();
    adapters::shared::forget_all();
    adapters::carriers::forget_all();
}

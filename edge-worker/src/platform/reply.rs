//! Answers, and the headers that they share.

use protocol::shopper::{Refusal, Refused, ServerFrame};
use worker::{Headers, Request, Response, Result, WebSocketPair};

use crate::adapters::mirror::Filling;
use crate::http::Abort;
use crate::settings::BadSetting;

pub(super) fn json(value: &serde_json::Value) -> Result<std::result::Result<Response, Abort>> {
    no_store(Response::from_json(value)?).map(Ok)
}

pub(super) fn mirrored(filling: Option<Filling>) -> Result<std::result::Result<Response, Abort>> {
    match filling {
        Some(filling) => no_store(Response::from_json(&filling)?).map(Ok),
        None => Ok(Err(Abort::Unavailable)),
    }
}

pub(super) fn refuse(abort: Abort) -> Result<Response> {
    let headers = Headers::new();
    headers.set("Content-Type", "application/json")?;
    no_store(Response::ok(abort.body())?.with_status(abort.status()).with_headers(headers))
}

const UNAVAILABLE: &str = "Support is unavailable right now.";

/// What pages are told that a Worker answers without sound settings: by their socket, where they have a conversation.
pub(super) fn unavailable(request: &Request, origin: &str) -> Result<Response> {
    if is_upgrade(request)? {
        let pair = WebSocketPair::new()?;
        pair.server.accept()?;
        let refused = Refused { code: Refusal::Unavailable, text: UNAVAILABLE.into(), id: None };
        let frame = ServerFrame { v: protocol::VERSION, refused: Some(refused), ..ServerFrame::default() };
        pair.server.send_with_str(serde_json::to_string(&frame)?)?;
        pair.server.close(Some(1011), Some("unavailable"))?;
        return Response::from_websocket(pair.client);
    }
    // Else the page's browser would not ask, and nobody could tell it.
    let is_preflight = request.method() == worker::Method::Options;
    let response = if is_preflight { Response::empty()?.with_status(204) } else { refuse(Abort::Unavailable)? };
    cross_origin(response, origin)
}

pub(super) fn is_upgrade(request: &Request) -> Result<bool> {
    Ok(request.headers().get("Upgrade")?.is_some_and(|upgrade| upgrade.eq_ignore_ascii_case("websocket")))
}

pub(super) fn unhealthy(bad: &[BadSetting]) -> Result<Response> {
    let names: Vec<String> = bad.iter().map(BadSetting::told).collect();
    no_store(Response::from_json(&serde_json::json!({ "ok": false, "settings": names }))?.with_status(503))
}

pub(super) fn no_store(response: Response) -> Result<Response> {
    response.headers().set("Cache-Control", "no-store")?;
    Ok(response)
}

/// Lets a page of this origin read the answer. Only called for pages that may.
pub(super) fn cross_origin(response: Response, origin: &str) -> Result<Response> {
    let headers = response.headers();
    headers.set("Access-Control-Allow-Origin", origin)?;
    headers.set("Access-Control-Allow-Methods", "GET, POST")?;
    headers.set("Access-Control-Allow-Headers", "Content-Type")?;
    headers.set("Access-Control-Max-Age", "86400")?;
    headers.set("Vary", "Origin")?;
    Ok(response)
}

//! A conversation is opened.

use serde::Deserialize;
use worker::{Context, D1Type, Env, Request, RequestInit, Response, Result};

use super::reply::{cross_origin, no_store};
use super::{clock, devices};
use crate::fault::Fault;
use crate::http::{Abort, network, site};
use crate::settings::Settings;

/// What an object answers when it becomes a conversation.
#[derive(Deserialize)]
struct Created {
    token: String,
}

/// A new conversation, its id minted by the platform and so its place of residence fixed for good.
pub(super) async fn open(
    mut request: Request,
    env: &Env,
    context: &Context,
    settings: &Settings,
    origin: &str,
) -> Result<std::result::Result<Response, Abort>> {
    let length = request.headers().get("Content-Length")?.and_then(|length| length.parse::<usize>().ok()).unwrap_or(0);
    if length > crate::http::LARGEST_BODY {
        return Ok(Err(Abort::TooLarge));
    }
    let address = request.headers().get("CF-Connecting-IP")?.unwrap_or_default();
    if !env.rate_limiter("OPEN_LIMIT")?.limit(network(&address)).await?.success {
        return Ok(Err(Abort::TooMany));
    }
    if let Some(site) = site(&address)
        && !env.rate_limiter("OPEN_SITE_LIMIT")?.limit(site).await?.success
    {
        return Ok(Err(Abort::TooMany));
    }
    let wanted: serde_json::Value =
        if length > 0 { request.json().await.unwrap_or_default() } else { serde_json::Value::Null };
    if let Some(pass) = wanted.get("pass").and_then(serde_json::Value::as_str) {
        match devices::rejoin(env, settings, pass, origin, clock::now()).await {
            Ok(Some(opened)) => return cross_origin(no_store(Response::from_json(&opened)?)?, origin).map(Ok),
            Ok(None) => {}
            // A new one serves as well.
            Err(error) => Fault::new(format!("rejoin: {error}")).log(),
        }
    }
    let namespace = env.durable_object("CONVERSATION")?;
    let jurisdiction = env.var("JURISDICTION").map(|value| value.to_string()).unwrap_or_default();
    let id = match jurisdiction.as_str() {
        "" => namespace.unique_id()?,
        named => namespace.unique_id_with_jurisdiction(named)?,
    };
    let conversation = id.to_string();
    let mut init = RequestInit::new();
    init.with_method(worker::Method::Post);
    let create = Request::new_with_init("https://conversation/open", &init)?;
    let Created { token } = id.get_stub()?.fetch_with_request(create).await?.json().await?;
    index(env, context, conversation.clone())?;
    let opened = protocol::shopper::Opened { conversation, token };
    cross_origin(no_store(Response::from_json(&opened)?)?, origin).map(Ok)
}

/// Notes the conversation in the index, after the answer is out: the shopper does not wait for bookkeeping.
fn index(env: &Env, context: &Context, conversation: String) -> Result<()> {
    let db = env.d1("DB")?;
    context.wait_until(async move {
        let created = clock::now().to_string();
        let values = [D1Type::Text(&conversation), D1Type::Text(&created)];
        let insert =
            db.prepare("INSERT OR IGNORE INTO conversations (id, created_at) VALUES (?, ?)").bind_refs(&values);
        let outcome = match insert {
            Ok(insert) => insert.run().await.map(|_| ()),
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            Fault::new(format!("index: {error}")).log();
        }
    });
    Ok(())
}

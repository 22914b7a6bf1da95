//! The conversation of a customer who comes with another device.

use jiff::{SignedDuration, Timestamp};
use protocol::shopper::Opened;
use serde::Deserialize;
use worker::{D1Type, Env, Method, Request, RequestInit, Result};

use super::limits;
use crate::app::pass::{Purpose, Shown};
use crate::settings::Settings;

/// Notes that the conversation is this customer's.
pub async fn note(env: Env, conversation: String, customer: String, at: Timestamp) -> Result<()> {
    let db = env.d1("DB")?;
    let at = at.to_string();
    let of_it = [D1Type::Text(&conversation)];
    let values = [D1Type::Text(&customer), D1Type::Text(&conversation), D1Type::Text(&at)];
    let insert = "INSERT INTO customer_conversations (customer, conversation, at) VALUES (?, ?, ?)";
    let statements = vec![
        db.prepare("DELETE FROM customer_conversations WHERE conversation = ?").bind_refs(&of_it)?,
        db.prepare(insert).bind_refs(&values)?,
    ];
    db.batch(statements).await.map(drop)
}

/// The open conversation of whoever the pass vouches for, with a token for this device. The pass must be for a new
/// conversation, and is used up.
pub async fn rejoin(
    env: &Env,
    settings: &Settings,
    pass: &str,
    origin: &str,
    now: Timestamp,
) -> Result<Option<Opened>> {
    #[derive(Deserialize)]
    struct Row {
        conversation: String,
    }
    let purpose = Purpose { shop: &settings.shop_domain, conversation: "", origin };
    let secret = settings.token_secret.as_deref().unwrap_or_default();
    let Some(shown) = Shown::parse(pass, secret, purpose, now) else { return Ok(None) };
    let Some(customer) = shown.customer() else { return Ok(None) };
    // There is no conversation yet that could remember it: an object that counts to one does.
    if !limits::take(env, &["pass:", shown.nonce()].concat(), 1, 1).await? {
        return Ok(None);
    }
    let (key, since) = (settings.keyed(customer), (now - SignedDuration::from_hours(24)).to_string());
    let sql = "SELECT conversation FROM customer_conversations WHERE customer = ? AND at > ? ORDER BY at DESC LIMIT 1";
    let select = env.d1("DB")?.prepare(sql).bind_refs(&[D1Type::Text(&key), D1Type::Text(&since)])?;
    let Some(Row { conversation }) = select.first(None).await? else { return Ok(None) };
    let stub = env.durable_object("CONVERSATION")?.id_from_string(&conversation)?.get_stub()?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post);
    let ask = Request::new_with_init(&["https://conversation/rejoin/", customer].concat(), &init)?;
    let mut answer = stub.fetch_with_request(ask).await?;
    if answer.status_code() != 200 {
        return Ok(None);
    }
    Ok(Some(Opened { conversation, token: answer.text().await? }))
}

//! What the runtime calls: requests and queue batches.

use jiff::Timestamp;
use worker::{
    Context, Env, MessageBatch, ObjectNamespace, Request, Response, Result, ScheduleContext, ScheduledEvent, event,
};

use super::fetch::WorkerHttp;
use super::opening::open;
use super::reply::{cross_origin, is_upgrade, json, mirrored, no_store, refuse, unavailable, unhealthy};
use super::{clock, dead_letters, hand_offs, health, mirror, random, settings, webhooks};
use crate::adapters::health::page;
use crate::app::pass::{Pass, Purpose};
use crate::fault::Fault;
use crate::http::{Abort, Address, Proxied, Route, is_allowed, is_id, secret};
use crate::settings::Settings;
use crate::signature;

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> Result<Response> {
    let told = health::tell(env.clone());
    let response = respond(request, env, &context).await;
    context.wait_until(told);
    response
}

async fn respond(request: Request, env: Env, context: &Context) -> Result<Response> {
    let origin = request.headers().get("Origin")?.unwrap_or_default();
    let settings = match settings(&env) {
        Ok(settings) => settings,
        // What is wrong stands in the log; the page is told no more than that, and may read that much.
        Err(bad) if address(&request).path() == "/health" => return unhealthy(&bad),
        Err(_) => return unavailable(&request, &origin),
    };
    match answer(request, &env, context, &settings, &origin).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(abort)) if is_allowed(&origin, &settings.allowed_origins) => cross_origin(refuse(abort)?, &origin),
        Ok(Err(abort)) => refuse(abort),
        Err(error) => {
            Fault::new(error.to_string()).log();
            cross_origin(refuse(Abort::Unavailable)?, &origin)
        }
    }
}

#[event(queue)]
async fn queue(batch: MessageBatch<String>, env: Env, _context: Context) -> Result<()> {
    // A queue may have a prefix or an ending of its environment.
    let outcome = match batch.queue() {
        name if name.contains("dead-letters") => dead_letters::consume(&batch, &env).await,
        name if name.contains("mirror") => mirror::consume(&batch, &env).await,
        name if name.contains("webhooks") => webhooks::consume(&batch, &env).await,
        _ => hand_offs::deliver(&batch, &env).await,
    };
    health::tell(env).await;
    outcome
}

#[event(scheduled)]
async fn scheduled(event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds that a JS number held")]
    let at = Timestamp::from_millisecond(event.schedule() as i64).unwrap_or_else(|_| clock::now());
    if let Err(error) = hand_offs::sweep(&env, at).await {
        Fault::new(format!("sweep: {error}")).log();
    }
    if let Err(error) = webhooks::sweep(&env, at).await {
        Fault::new(format!("webhooks: {error}")).log();
    }
    if let Ok(settings) = settings(&env)
        && !webhooks::is_uninstalled(&env).await
        && let Err(error) = mirror::repair(&env, &settings).await
    {
        Fault::new(format!("mirror: {error}")).log();
    }
    health::tell(env).await;
}

async fn answer(
    request: Request,
    env: &Env,
    context: &Context,
    settings: &Settings,
    origin: &str,
) -> Result<std::result::Result<Response, Abort>> {
    let route = match Route::parse(request.method().as_ref(), address(&request).path()) {
        Ok(route) => route,
        Err(abort) => return Ok(Err(abort)),
    };
    let is_from_shop = is_allowed(origin, &settings.allowed_origins);
    match route {
        Route::Open | Route::Socket { .. } | Route::Preflight if !is_from_shop => Ok(Err(Abort::Origin)),
        Route::Preflight => cross_origin(Response::empty()?.with_status(204), origin).map(Ok),
        Route::Open => open(request, env, context, settings, origin).await,
        Route::Socket { conversation } => socket(request, env, &conversation).await,
        Route::Pass => pass(&request, settings),
        Route::Page if !is_owner(&request, settings)? => {
            let response = refuse(Abort::Unauthorized)?;
            response.headers().set("WWW-Authenticate", "Basic realm=\"Shopdesk: the owner secret\"")?;
            Ok(Ok(response))
        }
        Route::Webhook(sender) => webhooks::accept(request, sender, env, settings).await,
        Route::HandOffs
        | Route::Mirror
        | Route::Fill
        | Route::Webhooks
        | Route::Subscribe
        | Route::Requests
        | Route::Export { .. }
        | Route::Upstream(_)
        | Route::Report
            if !is_owner(&request, settings)? =>
        {
            Ok(Err(Abort::Unauthorized))
        }
        Route::Report => no_store(Response::from_json(&health::report(env, settings).await?)?).map(Ok),
        Route::Page => {
            let response = Response::from_html(page(&health::report(env, settings).await?))?;
            response.headers().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")?;
            no_store(response).map(Ok)
        }
        Route::HandOffs => {
            let records = hand_offs::latest(env).await?;
            no_store(Response::from_json(&serde_json::json!({ "hand_offs": records }))?).map(Ok)
        }
        Route::Mirror => mirrored(mirror::state(env).await?),
        Route::Fill => mirrored(mirror::start(env).await?),
        Route::Webhooks => json(&webhooks::told(env, settings).await?),
        Route::Subscribe => match webhooks::subscribe(env, settings, address(&request).origin()).await? {
            Some(told) => json(&told),
            None => Ok(Err(Abort::Unavailable)),
        },
        Route::Requests => json(&webhooks::requests(env).await?),
        Route::Export { request, conversation } => match webhooks::copied(env, &request, &conversation).await? {
            Some(text) => {
                let response = Response::ok(text)?;
                response.headers().set("Content-Type", "application/json")?;
                no_store(response).map(Ok)
            }
            None => Ok(Err(Abort::NotFound)),
        },
        Route::Upstream(upstream) => {
            let is_up = settings.shop(WorkerHttp).check(upstream).await.is_ok();
            let response = Response::from_json(&serde_json::json!({ "ok": is_up }))?;
            no_store(if is_up { response } else { response.with_status(502) }).map(Ok)
        }
        Route::Health => {
            no_store(Response::from_json(&serde_json::json!({ "ok": true, "protocol": protocol::VERSION }))?).map(Ok)
        }
    }
}

/// A pass for one conversation, to a page that the shop itself forwarded and vouches for.
fn pass(request: &Request, settings: &Settings) -> Result<std::result::Result<Response, Abort>> {
    let (Some(client_secret), Some(token_secret)) = (&settings.client_secret, &settings.token_secret) else {
        // Nobody can be told apart, which is no error in the page's console.
        return no_store(Response::from_json(&serde_json::json!({ "signed_in": false }))?).map(Ok);
    };
    let proxied = match Proxied::parse(address(request).query(), client_secret, clock::now()) {
        Ok(proxied) if proxied.shop == settings.shop_domain => proxied,
        _ => return Ok(Err(Abort::NotProxied)),
    };
    let is_known = |id: &&str| id.is_empty() || is_id(id);
    let Some(conversation) = proxied.asked("conversation").filter(is_known) else {
        return Ok(Err(Abort::NotFound));
    };
    let Some(origin) = proxied.asked("origin").filter(|origin| is_allowed(origin, &settings.allowed_origins)) else {
        return Ok(Err(Abort::Origin));
    };
    let pass = Pass::issue(proxied.customer.clone(), random::token()?, clock::now());
    let text = pass.print(token_secret, Purpose { shop: &settings.shop_domain, conversation, origin });
    no_store(Response::from_json(&serde_json::json!({ "pass": text, "signed_in": pass.is_signed_in() }))?).map(Ok)
}

fn address(request: &Request) -> Address {
    Address::of(request.inner().url())
}

/// The merchant's own credentials. Digests are compared, so that not even the length shows.
fn is_owner(request: &Request, settings: &Settings) -> Result<bool> {
    let given = request.headers().get("Authorization")?.unwrap_or_default();
    let Some(given) = secret(&given) else { return Ok(false) };
    let (given, wanted) = (signature::digest_hex(&given), signature::digest_hex(settings.owner_secret.as_bytes()));
    Ok(signature::is_equal(&given, &wanted))
}

async fn socket(request: Request, env: &Env, conversation: &str) -> Result<std::result::Result<Response, Abort>> {
    if !is_upgrade(&request)? {
        return Ok(Err(Abort::UpgradeRequired));
    }
    let namespace: ObjectNamespace = env.durable_object("CONVERSATION")?;
    // An id of another deployment's is no id here.
    let Ok(id) = namespace.id_from_string(conversation) else { return Ok(Err(Abort::NotFound)) };
    id.get_stub()?.fetch_with_request(request).await.map(Ok)
}

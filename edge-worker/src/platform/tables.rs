//! The desk's large tables, read from the Worker's own assets when an instance first needs them: as parts of the program
//! they would be most of what Cloudflare has to start. Assets are deployed as one version with the Worker.

use std::sync::atomic::{AtomicBool, Ordering};

use worker::{Env, Result};

use crate::fault::Fault;

/// Makes sure that the lexicon is there, and the tables of intents and signals.
///
/// # Errors
/// The assets cannot be read, or what they hold is no table.
pub async fn ensure_understanding(env: &Env) -> Result<()> {
    ensure_lexicon(env).await?;
    if !desk::intent::is_taught() && !desk::intent::teach(asset(env, "intent").await?) {
        return Err("the table of intents is none".into());
    }
    if !desk::signal::is_taught() && !desk::signal::teach(asset(env, "signal").await?) {
        return Err("the table of signals is none".into());
    }
    Ok(())
}

/// Makes sure that the lexicon is there, by which texts of the shop are kept and found.
///
/// # Errors
/// The asset cannot be read, or what it holds is no lexicon.
pub async fn ensure_lexicon(env: &Env) -> Result<()> {
    if !desk::retrieval::lexicon::is_taught() && !desk::retrieval::lexicon::teach(asset(env, "lexicon").await?) {
        return Err("the lexicon is none".into());
    }
    Ok(())
}

/// Looks for the table of words that are used alike, once in an instance's life. Search goes on without it.
pub async fn ensure_vectors(env: &Env) {
    static IS_ASKED: AtomicBool = AtomicBool::new(false);
    if IS_ASKED.swap(true, Ordering::Relaxed) {
        return;
    }
    match asset(env, "vectors").await.map(desk::retrieval::vectors::teach) {
        Ok(true) => {}
        Ok(false) => Fault::new("the table of vectors is none").log(),
        Err(error) => Fault::new(error.to_string()).log(),
    }
}

async fn asset(env: &Env, name: &str) -> Result<Vec<u8>> {
    let mut response = env.assets("ASSETS")?.fetch(format!("https://assets.invalid/model/{name}.bin"), None).await?;
    match response.status_code() {
        200 => response.bytes().await,
        status => Err(format!("the table of {name}: status {status}").into()),
    }
}

//! The report of health, and what isolates tell each other for it.

use serde_json::Value;
use worker::{Env, Result};

use super::fetch::WorkerHttp;
use super::sql::D1;
use super::{clock, keeper, mirror};
use crate::adapters::health;
use crate::settings::Settings;

/// Tells the database and the keeper what this isolate saw. Called once an answer is out: nobody waits for it.
pub async fn tell(env: Env) {
    if let Ok(database) = D1::bound(&env, "DB") {
        // That it failed is in the log.
        let _ = health::tell(&database, clock::now()).await;
    }
    keeper::tell(&env).await;
}

/// Everything that the merchant may want to know.
pub async fn report(env: &Env, settings: &Settings) -> Result<Value> {
    let (mirror, database) = (mirror::state(env).await?, D1::bound(env, "DB")?);
    let shop = settings.shop(WorkerHttp);
    Ok(health::report(&shop, &database, mirror.as_ref(), clock::now()).await)
}

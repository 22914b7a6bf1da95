//! Asking the objects that count.

use std::future::Future;

use worker::{Env, Result, Stub};

/// Takes some of what `key` may use in an hour. `false` where there is not that much left.
///
/// # Errors
/// When the object that counts cannot be asked.
pub async fn take(env: &Env, key: &str, count: u32, most: u32) -> Result<bool> {
    let url = format!("https://limiter/take/{count}/{most}");
    let status = limiter(env, key)?.fetch_with_str(&url).await?.status_code();
    Ok(status == 200)
}

/// Gives back one of what `key` may use. The future borrows nothing: nobody waits for it.
///
/// # Errors
/// When there is no such object.
pub fn give_back(env: &Env, key: &str) -> Result<impl Future<Output = ()> + 'static> {
    let limiter = limiter(env, key)?;
    Ok(async move {
        // One that cannot be given back is used up; the hour ends all the same.
        let _ = limiter.fetch_with_str("https://limiter/back/1").await;
    })
}

fn limiter(env: &Env, key: &str) -> Result<Stub> {
    env.durable_object("LIMITER")?.id_from_name(key)?.get_stub()
}

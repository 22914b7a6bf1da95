//! The table of intents, read from the Worker's own assets when an instance first needs it: part of the program it would
//! be a quarter of what Cloudflare has to start.

use worker::{Env, Result};

/// Where it is among the assets. They are deployed as one version with the Worker.
const ADDRESS: &str = "https://assets.invalid/model/intent.bin";

/// Makes sure that the table is there.
///
/// # Errors
/// The assets cannot be read, or what they hold is no table.
pub async fn ensure(env: &Env) -> Result<()> {
    if desk::intent::is_taught() {
        return Ok(());
    }
    let mut response = env.assets("ASSETS")?.fetch(ADDRESS, None).await?;
    let bytes = response.bytes().await?;
    if response.status_code() == 200 && desk::intent::teach(bytes) {
        return Ok(());
    }
    Err(format!("the table of intents: status {}, or no table", response.status_code()).into())
}

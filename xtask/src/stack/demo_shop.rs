//! demo-shop as a child: the storefront, Shopify's interfaces, the merchant's webhook, carriers and a mail provider.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::Setting;
use super::child::Child;
use super::http;
use crate::{Problem, Result};

/// A running demo-shop. Each address is that of a listener of its own, without a slash at the end.
#[derive(Debug)]
pub struct DemoShop {
    /// The storefront, its app proxy, and the control pages below `/_demo`.
    pub storefront: String,
    /// The Admin interface.
    pub admin: String,
    /// The Storefront interface.
    pub storefront_api: String,
    /// The merchant's webhook, with its path.
    pub hand_offs: String,
    /// The tracking services, each behind its name: `{carriers}/dhl/track/shipments`.
    pub carriers: String,
    /// The mail provider.
    pub mail: String,
    child: Child,
}

impl DemoShop {
    /// Starts it alone, for tests of adapters, which need no Worker. Its log is written into `dir`.
    pub fn start(setting: &Setting, dir: &Path) -> Result<Self> {
        let port = setting.storefront_port.unwrap_or(0);
        let mut args = vec!["demo-shop/main.ts".to_owned(), "--port".to_owned(), port.to_string()];
        if let Some(day) = &setting.today {
            args.extend(["--today".to_owned(), day.clone()]);
        }
        if let Some(products) = setting.products {
            args.extend(["--products".to_owned(), products.to_string()]);
        }
        let mut child = Child::start("demo-shop", &args, &[], &dir.join("demo-shop.log"))?;
        let ready = child.until(Duration::from_mins(1), ready_line)?;
        let address = |name: &str| ready[name].as_str().map(str::to_owned).ok_or_else(|| missing(name));
        Ok(Self {
            storefront: address("storefront")?,
            admin: address("admin")?,
            storefront_api: address("storefront_api")?,
            hand_offs: address("hand_offs")?,
            carriers: address("carriers")?,
            mail: address("mail")?,
            child,
        })
    }

    /// Tells it where the Worker is, which its theme and its app proxy need.
    pub fn forward_to(&self, worker: &str) -> Result<()> {
        let status =
            http::send("PUT", &format!("{}/_demo/worker", self.storefront), &json!({ "url": worker }).to_string());
        match status {
            Some(200..=299) => Ok(()),
            status => Err(self.child.problem(&format!("refused the Worker's address ({status:?})"))),
        }
    }

    /// Whether it runs no longer.
    pub fn has_ended(&mut self) -> bool {
        self.child.has_ended()
    }

    /// Ends it.
    pub fn end(&mut self) {
        self.child.end();
    }
}

fn ready_line(log: &str) -> Option<Value> {
    // The last line may be half written: then it does not parse, and is looked at again.
    log.lines().find_map(|line| serde_json::from_str::<Value>(line).ok().filter(|line| line["ready"] == json!(true)))
}

fn missing(name: &str) -> Problem {
    Problem::new(format!("demo-shop's ready line has no {name}"))
}

//! What the shop says of our app: which scopes it was granted, and which versions of the API there are.

use desk::lookup::Outage;
use serde_json::Value;

use super::Shopify;
use super::part::Part;
use crate::ports::http::Http;

/// The app as it is installed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Installation {
    pub supported: Vec<String>,
    pub scopes: Vec<String>,
}

const INSTALLATION: &str = include_str!("documents/installation.graphql");

impl<H: Http> Shopify<H> {
    /// # Errors
    /// [`Outage`] where the Admin API does not say.
    pub async fn installation(&self) -> Result<Installation, Outage> {
        let take = |data: Part| Installation {
            supported: (data.list("publicApiVersions"))
                .filter(|version| version.is_true("supported"))
                .map(|version| version.owned("handle"))
                .collect(),
            scopes: data.list("currentAppInstallation.accessScopes").map(|scope| scope.owned("handle")).collect(),
        };
        self.admin.ask(&self.http, INSTALLATION, Value::Null, take).await
    }
}

//! What the shop sends us by webhook. Compliance topics are none of these: they stand in the app's own file.

use desk::lookup::Outage;
use serde::Serialize;
use serde_json::{Value, json};

use super::Shopify;
use super::part::Part;
use crate::ports::http::Http;

/// One thing that the shop sends, and where.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Subscription {
    /// As the schema names it, such as `PRODUCTS_UPDATE`.
    pub topic: String,
    pub uri: String,
    /// The members of the payload that are sent; all where none is named.
    pub fields: Vec<String>,
    #[serde(skip)]
    id: String,
    #[serde(skip)]
    is_json: bool,
}

/// What became of one subscription.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Change {
    pub topic: String,
    /// `created`, `updated`, `deleted` or `refused`.
    pub what: &'static str,
    /// The shop's words, where it refused.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What we need of the shop. Nothing is cached of orders and stock, so these only show that the shop reaches us.
const TOPICS: [&str; 10] = [
    "PRODUCTS_CREATE",
    "PRODUCTS_UPDATE",
    "PRODUCTS_DELETE",
    "INVENTORY_LEVELS_UPDATE",
    "ORDERS_UPDATED",
    "ORDERS_CANCELLED",
    "FULFILLMENTS_CREATE",
    "FULFILLMENTS_UPDATE",
    "FULFILLMENT_EVENTS_CREATE",
    "APP_UNINSTALLED",
];

const LIST: &str = include_str!("documents/webhooks.graphql");
const CREATE: &str = include_str!("documents/webhook_create.graphql");
const UPDATE: &str = include_str!("documents/webhook_update.graphql");
const DELETE: &str = include_str!("documents/webhook_delete.graphql");

impl<H: Http> Shopify<H> {
    /// What the shop sends to this app, here or elsewhere.
    ///
    /// # Errors
    /// [`Outage`] where it does not say.
    pub async fn subscriptions(&self) -> Result<Vec<Subscription>, Outage> {
        let one = |node: Part| Subscription {
            topic: node.owned("topic"),
            uri: node.owned("uri"),
            fields: node.texts("includeFields"),
            id: node.owned("id"),
            is_json: node.text("format") == "JSON",
        };
        let take = |data: Part| data.list("webhookSubscriptions.nodes").map(one).collect();
        self.admin.ask(&self.http, LIST, Value::Null, take).await
    }

    /// Has the shop send what we need to this address, and nothing else to it. What goes elsewhere is not touched.
    /// Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Outage`] where the shop cannot be asked; what was changed by then stays, and is left alone the next time.
    pub async fn subscribe(&self, uri: &str) -> Result<Vec<Change>, Outage> {
        let known: Vec<Subscription> =
            self.subscriptions().await?.into_iter().filter(|known| known.uri == uri).collect();
        let mut changes = Vec::new();
        for topic in TOPICS {
            let wanted = json!({ "uri": uri, "format": "JSON", "includeFields": fields(topic) });
            let change = match known.iter().find(|known| known.topic == topic) {
                Some(known) if known.is_json && known.fields == fields(topic) => continue,
                Some(known) => {
                    let variables = json!({ "id": known.id, "webhookSubscription": wanted });
                    self.change(UPDATE, "webhookSubscriptionUpdate.userErrors", variables, topic, "updated").await?
                }
                None => {
                    let variables = json!({ "topic": topic, "webhookSubscription": wanted });
                    self.change(CREATE, "webhookSubscriptionCreate.userErrors", variables, topic, "created").await?
                }
            };
            changes.push(change);
        }
        for known in known.iter().filter(|known| !TOPICS.contains(&known.topic.as_str())) {
            let (errors, variables) = ("webhookSubscriptionDelete.userErrors", json!({ "id": known.id }));
            changes.push(self.change(DELETE, errors, variables, &known.topic, "deleted").await?);
        }
        Ok(changes)
    }

    async fn change(
        &self,
        document: &str,
        errors: &'static str,
        variables: Value,
        topic: &str,
        what: &'static str,
    ) -> Result<Change, Outage> {
        let take = |data: Part| data.list(errors).map(|error| error.owned("message")).collect::<Vec<_>>().join("; ");
        let why = self.admin.ask(&self.http, document, variables, take).await?;
        Ok(Change { topic: topic.to_owned(), what: if why.is_empty() { what } else { "refused" }, why })
    }
}

/// As little as tells what it is about: nothing of anybody's goes over the wire for a note.
fn fields(topic: &str) -> &'static [&'static str] {
    if topic.starts_with("INVENTORY") { &["inventory_item_id", "updated_at"] } else { &["id", "updated_at"] }
}

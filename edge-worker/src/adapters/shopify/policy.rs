//! Policy pages of the Storefront API.

use desk::lookup::Outage;
use desk::record::{Policy, PolicyKind};
use serde::Deserialize;
use serde_json::json;

use super::{Shopify, graphql};
use crate::adapters::html;
use crate::ports::http::Http;
use crate::ports::{Market, Policies};

const POLICIES: &str = include_str!("documents/policies.graphql");

impl<H: Http> Policies for Shopify<H> {
    async fn policy(&self, kind: PolicyKind, market: &Market) -> Result<Option<Policy>, Outage> {
        let variables = json!({ "country": market.country, "language": market.language });
        let data: Data = graphql::query(&self.http, &self.storefront, POLICIES, variables).await?;
        let shop = data.shop;
        let page = match kind {
            PolicyKind::Refund => shop.refund_policy,
            PolicyKind::Shipping => shop.shipping_policy,
            PolicyKind::Privacy => shop.privacy_policy,
            PolicyKind::Terms => shop.terms_of_service,
            PolicyKind::Contact => shop.contact_information,
        };
        Ok(page.map(|page| Policy {
            kind,
            title: page.title,
            blocks: html::blocks(&page.body, &self.shop_url),
            url: page.url,
        }))
    }
}

#[derive(Deserialize)]
struct Data {
    shop: Shop,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shop {
    refund_policy: Option<Page>,
    shipping_policy: Option<Page>,
    privacy_policy: Option<Page>,
    terms_of_service: Option<Page>,
    contact_information: Option<Page>,
}

#[derive(Deserialize)]
struct Page {
    title: String,
    body: String,
    url: String,
}

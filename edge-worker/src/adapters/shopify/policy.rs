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
        let mut shop = self.policies(market.country.clone(), market.language.clone()).await?;
        Ok(self.page(kind, &mut shop))
    }
}

impl<H: Http> Shopify<H> {
    pub(super) async fn policies(&self, country: Option<String>, language: Option<String>) -> Result<Shop, Outage> {
        let variables = json!({ "country": country, "language": language });
        let data: Data = graphql::query(&self.http, &self.storefront, POLICIES, variables).await?;
        Ok(data.shop)
    }

    /// Takes one page out of the shop's.
    pub(super) fn page(&self, kind: PolicyKind, shop: &mut Shop) -> Option<Policy> {
        let page = match kind {
            PolicyKind::Refund => shop.refund_policy.take(),
            PolicyKind::Shipping => shop.shipping_policy.take(),
            PolicyKind::Privacy => shop.privacy_policy.take(),
            PolicyKind::Terms => shop.terms_of_service.take(),
            PolicyKind::Contact => shop.contact_information.take(),
        };
        page.map(|page| Policy {
            kind,
            title: page.title,
            blocks: html::blocks(&page.body, &self.shop_url),
            url: page.url,
        })
    }
}

#[derive(Deserialize)]
struct Data {
    shop: Shop,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shop {
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

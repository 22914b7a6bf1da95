//! The shop's policy pages.

use desk::lookup::Outage;
use desk::record::{Policy, PolicyKind};
use serde_json::json;

use super::Shopify;
use super::part::Part;
use crate::adapters::html;
use crate::ports::http::Http;
use crate::ports::{Market, Policies};

const POLICIES: &str = include_str!("documents/policies.graphql");

impl<H: Http> Policies for Shopify<H> {
    async fn policy(&self, kind: PolicyKind, market: &Market) -> Result<Option<Policy>, Outage> {
        let pages = self.policies(market.country.as_deref(), market.language.as_deref()).await?;
        Ok(pages.into_iter().find(|page| page.kind == kind))
    }
}

impl<H: Http> Shopify<H> {
    pub(super) async fn policies(&self, country: Option<&str>, language: Option<&str>) -> Result<Vec<Policy>, Outage> {
        let variables = json!({ "country": country, "language": language });
        let take =
            |data: Part| PAGES.iter().filter_map(|(kind, path)| Some(self.page(*kind, data.maybe(path)?))).collect();
        self.storefront.ask(&self.http, POLICIES, variables, take).await
    }
}

impl<H> Shopify<H> {
    fn page(&self, kind: PolicyKind, page: Part) -> Policy {
        Policy {
            kind,
            title: page.owned("title"),
            blocks: html::blocks(page.text("body"), &self.shop_url),
            url: page.owned("url"),
        }
    }
}

const PAGES: [(PolicyKind, &str); 5] = [
    (PolicyKind::Refund, "shop.refundPolicy"),
    (PolicyKind::Shipping, "shop.shippingPolicy"),
    (PolicyKind::Privacy, "shop.privacyPolicy"),
    (PolicyKind::Terms, "shop.termsOfService"),
    (PolicyKind::Contact, "shop.contactInformation"),
];

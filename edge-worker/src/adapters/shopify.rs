//! Shopify: orders through the Admin API, catalog and pages through the Storefront API.
//!
//! Both are GraphQL over one `POST`; the documents stand in `documents/`, one file each.

mod graphql;
mod installation;
mod mirror;
mod order;
mod order_head;
mod part;
mod policy;
mod product;
mod webhook;

use desk::lookup::Outage;
pub use graphql::{Endpoint, Token};
pub use installation::Installation;
pub use mirror::{Leaf, Listed};
use serde_json::Value;
pub use webhook::{Change, Subscription};

use crate::fault::Upstream;
use crate::ports::http::Http;

/// Both APIs know the shop's name: the least that can be read.
const NAME: &str = include_str!("shopify/documents/name.graphql");

/// The largest number of parcels, scans or variants that the documents ask for is written in the documents.
#[derive(Clone, Debug)]
pub struct Shopify<H> {
    pub(crate) http: H,
    pub(crate) admin: Endpoint,
    pub(crate) storefront: Endpoint,
    /// Where shop pages and products live: `https://shop.example`.
    pub(crate) shop_url: String,
}

impl<H: Http> Shopify<H> {
    /// Whether an upstream answers with what was asked.
    ///
    /// # Errors
    /// [`Outage`] in every case in which a lookup would fail too.
    pub async fn check(&self, upstream: Upstream) -> Result<(), Outage> {
        let endpoint = if upstream == Upstream::ShopifyAdmin { &self.admin } else { &self.storefront };
        endpoint.ask(&self.http, NAME, Value::Null, |data| drop(data.owned("shop.name"))).await
    }
}

impl<H> Shopify<H> {
    pub fn new(http: H, admin: Endpoint, storefront: Endpoint, shop_url: String) -> Self {
        Self { http, admin, storefront, shop_url }
    }

    /// For one shopper, known by a network address. The Storefront API alone is told of it.
    #[must_use]
    pub fn for_buyer(mut self, address: String) -> Self {
        self.storefront.buyer = address;
        self
    }
}

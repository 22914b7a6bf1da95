//! Shopify: orders through the Admin API, catalog and pages through the Storefront API.
//!
//! Both are GraphQL over one `POST`; the documents stand in `documents/`, one file each.

mod graphql;
mod order;
mod policy;
mod product;

pub use graphql::Endpoint;

/// The largest number of parcels, scans or variants that the documents ask for is written in the documents.
#[derive(Clone, Debug)]
pub struct Shopify<H> {
    pub(crate) http: H,
    pub(crate) admin: Endpoint,
    pub(crate) storefront: Endpoint,
    /// Where shop pages and products live: `https://shop.example`.
    pub(crate) shop_url: String,
}

impl<H> Shopify<H> {
    pub fn new(http: H, admin: Endpoint, storefront: Endpoint, shop_url: String) -> Self {
        Self { http, admin, storefront, shop_url }
    }
}

//! Products of the Storefront API.

use desk::lookup::Outage;
use desk::record::{Kin, PolicyBlock, Product, ProductImage, ProductOption, Recommended, Variant};
use serde_json::json;

use super::Shopify;
use super::part::Part;
use crate::adapters::html;
use crate::ports::http::Http;
use crate::ports::{Catalog, Market};

const PRODUCT: &str = include_str!("documents/product.graphql");
const RECOMMENDED: &str = include_str!("documents/recommended.graphql");

impl<H: Http> Catalog for Shopify<H> {
    /// A product without a variant is none: there is nothing true to say about buying it.
    async fn product(&self, handle: &str, market: &Market) -> Result<Option<Product>, Outage> {
        let variables = json!({ "handle": handle, "country": market.country, "language": market.language });
        let take = |data: Part| data.maybe("product").map(|node| product(node, &self.shop_url));
        let product = self.storefront.ask(&self.http, PRODUCT, variables, take).await?;
        Ok(product.filter(|product| !product.variants.is_empty()))
    }

    /// Complements are those that the merchant chose in Shopify's own app; where they chose none there are none. The
    /// list of a product that there is not is null (UNVERIFIED).
    async fn recommended(&self, kin: Kin, handle: &str, market: &Market) -> Result<Option<Recommended>, Outage> {
        let intent = if kin == Kin::Similar { "RELATED" } else { "COMPLEMENTARY" };
        let variables =
            json!({ "handle": handle, "intent": intent, "country": market.country, "language": market.language });
        let take = |data: Part| {
            let can_be_had = |node: &Part| node.is_true("availableForSale");
            let listed = data.maybe_list("productRecommendations").filter(can_be_had);
            let handles = listed.map(|node| node.owned("handle")).collect();
            data.maybe("product").map(|node| Recommended { title: node.owned("title"), handles })
        };
        self.storefront.ask(&self.http, RECOMMENDED, variables, take).await
    }
}

fn product(node: Part, shop_url: &str) -> Product {
    let handle = node.owned("handle");
    let url = node.maybe_owned("onlineStoreUrl").unwrap_or_else(|| [shop_url, "/products/", &handle].concat());
    Product {
        url: Some(url),
        handle,
        title: node.owned("title"),
        kind: node.owned("productType"),
        description: lines(node.text("descriptionHtml")),
        image: node.maybe("featuredImage").map(|image| ProductImage {
            url: image.owned("url"),
            alt: image.maybe_owned("altText").unwrap_or_default(),
        }),
        available: node.is_true("availableForSale"),
        variants: node.list("variants.nodes").filter_map(variant).collect(),
        options: node.list("options").map(option).filter(is_choice).collect(),
    }
}

fn option(node: Part) -> ProductOption {
    ProductOption {
        name: node.owned("name"),
        values: node.list("optionValues").map(|value| value.owned("name")).collect(),
    }
}

/// "Title: Default Title" is how Shopify says that there is nothing to choose.
fn is_choice(option: &ProductOption) -> bool {
    !(option.name == "Title" && option.values.len() == 1)
}

fn variant(node: Part) -> Option<Variant> {
    Some(Variant {
        id: node.owned("id"),
        title: node.owned("title"),
        options: node.list("selectedOptions").map(|option| (option.owned("name"), option.owned("value"))).collect(),
        price: node.part("price").money()?,
        available: node.is_true("availableForSale"),
    })
}

/// A description as text, a line for each paragraph and point.
fn lines(html: &str) -> String {
    let blocks = html::blocks(html, "");
    blocks.iter().map(PolicyBlock::text).collect::<Vec<_>>().join("\n")
}

//! Products of the Storefront API.

use desk::lookup::Outage;
use desk::money::{Currency, Money};
use desk::record::{PolicyBlock, Product, ProductImage, ProductOption, Variant};
use serde::Deserialize;
use serde_json::json;

use super::{Shopify, graphql};
use crate::adapters::html;
use crate::ports::http::Http;
use crate::ports::{Catalog, Market};

const PRODUCT: &str = include_str!("documents/product.graphql");

impl<H: Http> Catalog for Shopify<H> {
    async fn product(&self, handle: &str, market: &Market) -> Result<Option<Product>, Outage> {
        let variables = json!({ "handle": handle, "country": market.country, "language": market.language });
        let data: ProductData = graphql::query(&self.http, &self.storefront, PRODUCT, variables).await?;
        Ok(data.product.and_then(|node| self.product_of(node)))
    }
}

#[derive(Deserialize)]
struct ProductData {
    product: Option<ProductNode>,
}

#[derive(Deserialize)]
struct Nodes<T> {
    nodes: Vec<T>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProductNode {
    handle: String,
    title: String,
    product_type: String,
    description_html: String,
    online_store_url: Option<String>,
    available_for_sale: bool,
    featured_image: Option<ImageNode>,
    options: Vec<OptionNode>,
    variants: Nodes<VariantNode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ImageNode {
    url: String,
    alt_text: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OptionNode {
    name: String,
    option_values: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct VariantNode {
    id: String,
    title: String,
    available_for_sale: bool,
    price: MoneyNode,
    selected_options: Vec<SelectedOption>,
}

#[derive(Deserialize)]
struct SelectedOption {
    name: String,
    value: String,
}

/// Shopify's `MoneyV2`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MoneyNode {
    pub amount: String,
    pub currency_code: String,
}

impl<H> Shopify<H> {
    /// A product without a readable price or variant is left out: there is nothing true to say about buying it.
    fn product_of(&self, node: ProductNode) -> Option<Product> {
        let variants: Vec<Variant> = node.variants.nodes.into_iter().filter_map(variant).collect();
        // "Title: Default Title" is how Shopify says that there is nothing to choose.
        let options: Vec<ProductOption> = (node.options.into_iter())
            .filter(|option| !(option.name == "Title" && option.option_values.len() == 1))
            .map(|option| ProductOption {
                name: option.name,
                values: option.option_values.into_iter().map(|value| value.name).collect(),
            })
            .collect();
        (!variants.is_empty()).then(|| Product {
            url: Some(node.online_store_url.unwrap_or_else(|| format!("{}/products/{}", self.shop_url, node.handle))),
            handle: node.handle,
            title: node.title,
            kind: node.product_type,
            description: lines(&node.description_html),
            image: node
                .featured_image
                .map(|image| ProductImage { url: image.url, alt: image.alt_text.unwrap_or_default() }),
            available: node.available_for_sale,
            variants,
            options,
        })
    }
}

/// A description as text, a line for each paragraph and point.
fn lines(html: &str) -> String {
    let blocks = html::blocks(html, "");
    blocks.iter().map(PolicyBlock::text).collect::<Vec<_>>().join("\n")
}

fn variant(node: VariantNode) -> Option<Variant> {
    let currency = Currency::parse(&node.price.currency_code).ok()?;
    Some(Variant {
        id: node.id,
        title: node.title,
        options: node.selected_options.into_iter().map(|option| (option.name, option.value)).collect(),
        price: Money::parse(&node.price.amount, currency).ok()?,
        available: node.available_for_sale,
    })
}

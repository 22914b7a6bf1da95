//! Everything that the mirror holds, page by page from the Storefront API.

use desk::language::Language;
use desk::lookup::Outage;
use desk::record::Policy;
use serde_json::{Value, json};

use super::Shopify;
use super::part::Part;
use crate::ports::http::Http;

/// What comes in pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Listed {
    Products,
    Articles,
    Pages,
}

/// One page of a list.
#[derive(Debug)]
pub struct Leaf {
    pub nodes: Vec<Value>,
    /// Where the next page begins; absent on the last.
    pub next: Option<String>,
}

const LANGUAGES: &str = include_str!("documents/languages.graphql");
const PRODUCTS: &str =
    concat!(include_str!("documents/mirror_products.graphql"), include_str!("documents/mirrored.graphql"));
const ARTICLES: &str = include_str!("documents/mirror_articles.graphql");
const PAGES: &str = include_str!("documents/mirror_pages.graphql");
const PRODUCT: &str =
    concat!(include_str!("documents/mirror_product.graphql"), include_str!("documents/mirrored.graphql"));
const COUNT: &str = include_str!("documents/product_count.graphql");

impl<H: Http> Shopify<H> {
    /// The languages that the shop publishes and the desk reads.
    ///
    /// # Errors
    /// [`Outage`] where the shop does not say.
    pub async fn languages(&self) -> Result<Vec<Language>, Outage> {
        let take = |data: Part| {
            let listed = data.list("localization.availableLanguages");
            listed.filter_map(|language| Language::parse(language.text("isoCode"))).collect()
        };
        self.storefront.ask(&self.http, LANGUAGES, Value::Null, take).await
    }

    /// The page of a list behind a cursor: `most` products, of those that changed `since` then if it says so.
    ///
    /// # Errors
    /// [`Outage`] where it cannot be read whole.
    pub async fn leaf(
        &self,
        list: Listed,
        language: Language,
        after: Option<&str>,
        most: u32,
        since: &str,
    ) -> Result<Leaf, Outage> {
        let (name, document) = match list {
            Listed::Products => ("products", PRODUCTS),
            Listed::Articles => ("articles", ARTICLES),
            Listed::Pages => ("pages", PAGES),
        };
        let language = language.code().to_uppercase();
        let variables = if list == Listed::Products {
            let query = (!since.is_empty()).then(|| format!("updated_at:>='{since}'"));
            let sort = if query.is_some() { "UPDATED_AT" } else { "ID" };
            json!({ "first": most, "after": after, "query": query, "sort": sort, "language": language })
        } else {
            json!({ "after": after, "language": language })
        };
        let take = |data: Part| {
            let page = data.part(name);
            let next = page.maybe_owned("pageInfo.endCursor");
            Leaf { nodes: page.values("nodes"), next: next.filter(|_| page.is_true("pageInfo.hasNextPage")) }
        };
        self.storefront.ask(&self.http, document, variables, take).await
    }

    /// One product as the lists have it, by its number.
    ///
    /// # Errors
    /// [`Outage`] where the shop does not say whether there is one.
    pub async fn mirrored(&self, product: &str, language: Language) -> Result<Option<Value>, Outage> {
        let id = format!("gid://shopify/Product/{product}");
        let variables = json!({ "id": id, "language": language.code().to_uppercase() });
        let take = |data: Part| data.maybe_value("product");
        self.storefront.ask(&self.http, PRODUCT, variables, take).await
    }

    /// How many products the shop sells, shown to us or not.
    ///
    /// # Errors
    /// [`Outage`] where the shop does not say.
    pub async fn product_count(&self) -> Result<i64, Outage> {
        let take = |data: Part| data.integer("productsCount.count");
        self.admin.ask(&self.http, COUNT, Value::Null, take).await
    }

    /// Every policy page that is published.
    ///
    /// # Errors
    /// [`Outage`] where they cannot be read.
    pub async fn all_policies(&self, language: Language) -> Result<Vec<Policy>, Outage> {
        self.policies(None, Some(&language.code().to_uppercase())).await
    }
}

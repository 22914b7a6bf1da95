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
const PRODUCTS: &str = include_str!("documents/mirror_products.graphql");
const ARTICLES: &str = include_str!("documents/mirror_articles.graphql");
const PAGES: &str = include_str!("documents/mirror_pages.graphql");

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

    /// The page of a list behind a cursor.
    ///
    /// # Errors
    /// [`Outage`] where it cannot be read whole.
    pub async fn leaf(&self, list: Listed, language: Language, after: Option<String>) -> Result<Leaf, Outage> {
        let (name, document) = match list {
            Listed::Products => ("products", PRODUCTS),
            Listed::Articles => ("articles", ARTICLES),
            Listed::Pages => ("pages", PAGES),
        };
        let variables = json!({ "after": after, "language": language.code().to_uppercase() });
        let take = |data: Part| {
            let page = data.part(name);
            let next = page.maybe_owned("pageInfo.endCursor");
            Leaf { nodes: page.values("nodes"), next: next.filter(|_| page.is_true("pageInfo.hasNextPage")) }
        };
        self.storefront.ask(&self.http, document, variables, take).await
    }

    /// Every policy page that is published.
    ///
    /// # Errors
    /// [`Outage`] where they cannot be read.
    pub async fn all_policies(&self, language: Language) -> Result<Vec<Policy>, Outage> {
        self.policies(None, Some(&language.code().to_uppercase())).await
    }
}

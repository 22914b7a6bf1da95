//! Everything that the mirror holds, page by page from the Storefront API.

use desk::language::Language;
use desk::lookup::Outage;
use desk::record::{Policy, PolicyKind};
use serde_json::{Value, json};

use super::{Shopify, graphql};
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
        let data: Value = graphql::query(&self.http, &self.storefront, LANGUAGES, Value::Null).await?;
        let listed = data.pointer("/localization/availableLanguages").and_then(Value::as_array).ok_or(Outage)?;
        let codes = listed.iter().filter_map(|language| language.get("isoCode")?.as_str());
        Ok(codes.filter_map(Language::parse).collect())
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
        let mut data: Value = graphql::query(&self.http, &self.storefront, document, variables).await?;
        let mut connection = data.get_mut(name).map(Value::take).ok_or(Outage)?;
        let has_next = connection.pointer("/pageInfo/hasNextPage").and_then(Value::as_bool).ok_or(Outage)?;
        let next = connection.pointer("/pageInfo/endCursor").and_then(Value::as_str).map(str::to_owned);
        match connection.get_mut("nodes").map(Value::take) {
            Some(Value::Array(nodes)) => Ok(Leaf { nodes, next: next.filter(|_| has_next) }),
            _ => Err(Outage),
        }
    }

    /// Every policy page that is published.
    ///
    /// # Errors
    /// [`Outage`] where they cannot be read.
    pub async fn all_policies(&self, language: Language) -> Result<Vec<(PolicyKind, Policy)>, Outage> {
        let mut shop = self.policies(None, Some(language.code().to_uppercase())).await?;
        let kinds =
            [PolicyKind::Refund, PolicyKind::Shipping, PolicyKind::Privacy, PolicyKind::Terms, PolicyKind::Contact];
        Ok(kinds.into_iter().filter_map(|kind| Some((kind, self.page(kind, &mut shop)?))).collect())
    }
}

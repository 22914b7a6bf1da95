//! One product of the mirror, when a webhook says that it changed or is gone.

use desk::language::Language;
use desk::lookup::Outage;
use jiff::Timestamp;

use super::document::{self, statements};
use super::run::progress;
use crate::adapters::shopify::Shopify;
use crate::ports::http::Http;
use crate::ports::sql::{Sql, Statement};

/// Reads the product of this number again, in every language of the mirror, and replaces its texts. One that the shop
/// does not show any more is dropped. What the webhook itself said is of no matter: this is newer.
///
/// One request for each language, six at most, and five statements.
///
/// # Errors
/// [`Outage`] where shop or database fail; the texts stay as they were.
pub async fn refresh<H: Http>(shopify: &Shopify<H>, sql: &impl Sql, product: &str) -> Result<(), Outage> {
    let known = progress(sql).await?.languages;
    let mut languages: Vec<Language> = known.split(',').filter_map(Language::parse).collect();
    if languages.is_empty() {
        languages = shopify.languages().await?;
    }
    let mut documents = Vec::new();
    for language in languages {
        let node = shopify.mirrored(product, language).await?;
        documents.extend(node.and_then(|node| document::product(&node, language, &shopify.shop_url)));
    }
    let forget = [FORGET_TERMS, FORGET].map(|sql| Statement::new(sql, [product]));
    sql.batch(forget.into_iter().chain(statements(&documents)).collect()).await
}

/// Drops a product for good.
///
/// # Errors
/// [`Outage`] where the database fails.
pub async fn remove(sql: &impl Sql, product: &str, now: Timestamp) -> Result<(), Outage> {
    let gone = Statement::new(GONE, [product.to_owned(), now.to_string()]);
    let forget = [FORGET_TERMS, FORGET].map(|sql| Statement::new(sql, [product]));
    sql.batch([gone].into_iter().chain(forget).collect()).await
}

/// Drops everything, as the shop asked. The next run begins with an empty mirror.
///
/// # Errors
/// [`Outage`] where the database fails.
pub async fn remove_all(sql: &impl Sql) -> Result<(), Outage> {
    sql.batch([ALL_TERMS, ALL, ALL_GONE, ANEW].map(|sql| Statement::new(sql, [""; 0])).into()).await
}

const GONE: &str = "INSERT OR REPLACE INTO gone (product, at) VALUES (?1, ?2)";
const FORGET_TERMS: &str = "DELETE FROM term WHERE rowid IN (SELECT id FROM document WHERE product = ?1 AND ?1 <> '')";
const FORGET: &str = "DELETE FROM document WHERE product = ?1 AND ?1 <> ''";
const ALL_TERMS: &str = "DELETE FROM term";
const ALL: &str = "DELETE FROM document";
const ALL_GONE: &str = "DELETE FROM gone";
const ANEW: &str = "UPDATE filling SET began_at = '', ended_at = '', full_at = '', languages = '', position = ''";

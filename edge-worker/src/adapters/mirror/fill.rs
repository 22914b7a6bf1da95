//! Filling the mirror: everything that the shop publishes, in every language that the desk reads.
//!
//! Paged, so that memory is bounded by a page. A filling that stops half way leaves the texts of the one before.

use desk::language::Language;
use desk::lookup::Outage;
use desk::retrieval::DocumentKind;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::document::{self, Document, of_passages, policy_handle};
use crate::adapters::shopify::{Listed, Shopify};
use crate::ports::http::Http;
use crate::ports::sql::{Sql, Statement};

/// What the mirror holds.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Filling {
    pub products: u32,
    pub passages: u32,
    pub began_at: String,
    /// Empty where none came to its end.
    pub ended_at: String,
}

/// A filling that has run so long has died.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);

/// Pages of a list that are read; half a million products.
const MOST_LEAVES: usize = 10_000;

/// Fills the mirror. Texts that the shop no longer has are gone at the end. Does nothing while another filling runs.
///
/// # Errors
/// [`Outage`] where shop or database fail; what was there before stays.
pub async fn fill<H: Http>(shopify: &Shopify<H>, sql: &impl Sql, now: Timestamp) -> Result<Filling, Outage> {
    let filling = now.to_string();
    let begin = Statement::new(BEGIN, [filling.clone(), (now - LONGEST).to_string()]);
    if sql.rows(begin).await?.is_empty() {
        return state(sql).await;
    }
    for language in shopify.languages().await? {
        for list in [Listed::Products, Listed::Articles, Listed::Pages] {
            fill_list(shopify, sql, list, language, &filling).await?;
        }
        let policies = shopify.all_policies(language).await?.into_iter().flat_map(|policy| {
            of_passages(
                DocumentKind::Policy,
                policy_handle(policy.kind),
                &policy.title,
                &policy.url,
                &policy.blocks,
                language,
            )
        });
        keep(sql, policies.collect(), &filling).await?;
    }
    let ends =
        [Statement::new(FORGET_TERMS, [&filling]), Statement::new(FORGET, [&filling]), Statement::new(END, [&filling])];
    sql.batch(ends.into()).await?;
    state(sql).await
}

/// What the mirror holds now.
///
/// # Errors
/// [`Outage`] where the database cannot be asked.
pub async fn state(sql: &impl Sql) -> Result<Filling, Outage> {
    let row = sql.rows(Statement::new(STATE, [""; 0])).await?.into_iter().next().ok_or(Outage)?;
    let [products, passages, began_at, ended_at] = <[String; 4]>::try_from(row).map_err(|_| Outage)?;
    let count = |text: String| text.parse().map_err(|_| Outage);
    Ok(Filling { products: count(products)?, passages: count(passages)?, began_at, ended_at })
}

async fn fill_list<H: Http>(
    shopify: &Shopify<H>,
    sql: &impl Sql,
    list: Listed,
    language: Language,
    filling: &str,
) -> Result<(), Outage> {
    let mut after = None;
    for _ in 0..MOST_LEAVES {
        let leaf = shopify.leaf(list, language, after).await?;
        let url = shopify.shop_url.as_str();
        let documents = leaf.nodes.iter().flat_map(|node| match list {
            Listed::Products => document::product(node, language, url).into_iter().collect(),
            Listed::Articles => document::page(DocumentKind::Article, node, language, url),
            Listed::Pages => document::page(DocumentKind::Page, node, language, url),
        });
        keep(sql, documents.collect(), filling).await?;
        after = leaf.next;
        if after.is_none() {
            break;
        }
    }
    Ok(())
}

async fn keep(sql: &impl Sql, documents: Vec<Document>, filling: &str) -> Result<(), Outage> {
    let statements: Vec<_> = documents.into_iter().flat_map(|document| document.statements(filling)).collect();
    if statements.is_empty() { Ok(()) } else { sql.batch(statements).await }
}

const BEGIN: &str = "UPDATE filling SET began_at = ?1 WHERE ended_at >= began_at OR began_at < ?2 RETURNING began_at";

const FORGET_TERMS: &str = "DELETE FROM term WHERE rowid IN (SELECT id FROM document WHERE filling <> ?1)";
const FORGET: &str = "DELETE FROM document WHERE filling <> ?1";
const END: &str = "UPDATE filling SET ended_at = began_at WHERE began_at = ?1";

const STATE: &str = "SELECT CAST(count(DISTINCT CASE kind WHEN 'product' THEN handle END) AS TEXT), \
    CAST(coalesce(sum(kind <> 'product'), 0) AS TEXT), \
    (SELECT began_at FROM filling), (SELECT ended_at FROM filling) FROM document";

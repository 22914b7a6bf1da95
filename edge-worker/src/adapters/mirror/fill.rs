//! What a step of a run does: one page of one list in one language, or an end of it.
//!
//! A step costs one request to the shop and at most eight statements, however they are counted: far from the 50 of each
//! that an invocation of Cloudflare's free plan has, and from the 1,000 statements of the paid one. It reads as many rows
//! in a large shop as in a small one, and its memory is bounded by the page. A run that stops half way leaves the texts of
//! the one before.

use desk::language::Language;
use desk::lookup::Outage;
use desk::retrieval::DocumentKind;
use jiff::{SignedDuration, Timestamp};

use super::document::{self, Document, keep, of_passages, policy_handle};
use super::run::{Filling, Step, start, state};
use crate::adapters::shopify::{Listed, Shopify};
use crate::ports::http::Http;
use crate::ports::sql::{Sql, Statement};

/// After so long everything is read again, whatever has changed.
const FULL_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// A repair looks back so far beyond the beginning of the run before: the shop's index may lag behind its products.
const OVERLAP: SignedDuration = SignedDuration::from_mins(10);

/// Products on a page. A page that failed is asked for again in smaller pieces: it may have been too large.
const LARGEST_PAGE: u32 = 100;

impl Step {
    /// Does the step and gives the one that follows it; `None` where there is nothing more to do. The caller sends that
    /// on its way and then closes this one.
    ///
    /// # Errors
    /// [`Outage`] where shop or database fail. Doing the step again is right then, and at any other time.
    pub async fn take<H: Http>(&self, shopify: &Shopify<H>, sql: &impl Sql) -> Result<Option<Self>, Outage> {
        let Some(run) = self.is_due(sql).await? else { return Ok(None) };
        let mut words = self.position.splitn(3, ' ');
        let (what, language, cursor) = (words.next().unwrap_or_default(), words.next(), words.next());
        let Some(language) = language.and_then(Language::parse) else {
            return if what == "begin" { self.begin(shopify, sql).await } else { end(shopify, sql, &run).await };
        };
        let list = match what {
            "products" => Listed::Products,
            "articles" => Listed::Articles,
            "pages" => Listed::Pages,
            _ => {
                keep(sql, policies(shopify, language).await?).await?;
                return Ok(Some(self.after(what, language, &run.languages)));
            }
        };
        let largest = LARGEST_PAGE >> run.failures.min(4);
        let leaf = shopify.leaf(list, language, cursor, largest, &run.since).await?;
        let url = shopify.shop_url.as_str();
        let documents = leaf.nodes.iter().flat_map(|node| match list {
            Listed::Products => document::product(node, language, url).into_iter().collect(),
            Listed::Articles => document::page(DocumentKind::Article, node, language, url),
            Listed::Pages => document::page(DocumentKind::Page, node, language, url),
        });
        keep(sql, documents.collect()).await?;
        Ok(Some(match leaf.next {
            Some(cursor) => self.next(format!("{what} {} {cursor}", language.code())),
            None => self.after(what, language, &run.languages),
        }))
    }

    async fn begin<H: Http>(&self, shopify: &Shopify<H>, sql: &impl Sql) -> Result<Option<Self>, Outage> {
        let languages: Vec<&str> = shopify.languages().await?.into_iter().map(Language::code).collect();
        let first = languages.first().map_or_else(|| "end".into(), |first| format!("products {first}"));
        sql.batch(vec![Statement::new(LANGUAGES, [self.run.clone(), languages.join(",")])]).await?;
        Ok(Some(self.next(first)))
    }

    /// What follows a list that is through: the next list, then the next language, then the end.
    fn after(&self, what: &str, language: Language, languages: &str) -> Self {
        let code = language.code();
        let list = match what {
            "products" => "articles",
            "articles" => "pages",
            "pages" => "policies",
            _ => {
                let next = languages.split(',').skip_while(|known| *known != code).nth(1);
                return self.next(next.map_or_else(|| "end".into(), |next| format!("products {next}")));
            }
        };
        self.next(format!("{list} {code}"))
    }

    fn next(&self, position: String) -> Self {
        Self { run: self.run.clone(), number: self.number + 1, position }
    }
}

/// A whole run at once, or the rest of one that was lost. Does nothing while another is under way.
///
/// # Errors
/// [`Outage`] where shop or database fail; what was there before stays.
pub async fn fill<H: Http>(shopify: &Shopify<H>, sql: &impl Sql, now: Timestamp) -> Result<Filling, Outage> {
    let mut step = start(sql, "", now).await?;
    while let Some(taken) = step {
        let next = taken.take(shopify, sql).await?;
        if let Some(next) = &next {
            taken.close(sql, next, now).await?;
        }
        step = next;
    }
    state(sql).await
}

/// The first step of what a schedule has to do now: all, once a day and where shop and mirror have drifted apart;
/// otherwise what has changed. `None` while a run is under way.
///
/// # Errors
/// [`Outage`] where shop or database fail.
pub async fn repair<H: Http>(shopify: &Shopify<H>, sql: &impl Sql, now: Timestamp) -> Result<Option<Step>, Outage> {
    let known = state(sql).await?;
    let is_fresh = known.full_at.parse::<Timestamp>().is_ok_and(|full| now.duration_since(full) < FULL_EVERY);
    let has_drifted = match known.counted {
        // They are no equals: the shop may hide products from us. But both must have changed by as many.
        Some((shop, mirror)) if is_fresh => shopify.product_count().await? - shop != i64::from(known.products) - mirror,
        _ => false,
    };
    let last = known.ended_at.parse::<Timestamp>();
    let since = last.map(|last| (last - OVERLAP).to_string()).unwrap_or_default();
    start(sql, if is_fresh && !has_drifted { &since } else { "" }, now).await
}

async fn policies<H: Http>(shopify: &Shopify<H>, language: Language) -> Result<Vec<Document>, Outage> {
    let policies = shopify.all_policies(language).await?.into_iter().flat_map(|policy| {
        let handle = policy_handle(policy.kind);
        of_passages(DocumentKind::Policy, handle, &policy.title, &policy.url, &policy.blocks, language)
    });
    Ok(policies.collect())
}

/// Drops what the run has not seen. One that read only what changed has seen no other products.
async fn end<H: Http>(shopify: &Shopify<H>, sql: &impl Sql, run: &Filling) -> Result<Option<Step>, Outage> {
    let is_full = run.since.is_empty();
    let count = if is_full { shopify.product_count().await.ok() } else { None };
    let count = count.map(|count| count.to_string()).unwrap_or_default();
    let [terms, documents, end] =
        if is_full { [FORGET_TERMS, FORGET, END] } else { [FORGET_TERMS_OF_PAGES, FORGET_PAGES, END_OF_REPAIR] };
    let run = &run.began_at;
    let end = Statement::new(end, [run.clone()].into_iter().chain(is_full.then_some(count)));
    sql.batch(vec![Statement::new(terms, [run]), Statement::new(documents, [run]), end]).await?;
    Ok(None)
}

const LANGUAGES: &str = "UPDATE filling SET languages = ?2 WHERE began_at = ?1";

// Each is bound to the run that is under way: the last step of an older one must not drop what a newer has seen.
const FORGET_TERMS: &str = "DELETE FROM term WHERE rowid IN \
    (SELECT d.id FROM document d JOIN filling f ON f.began_at = ?1 WHERE d.filling <> ?1)";
const FORGET: &str = "DELETE FROM document WHERE filling <> ?1 AND (SELECT began_at FROM filling) = ?1";
const FORGET_TERMS_OF_PAGES: &str = "DELETE FROM term WHERE rowid IN \
    (SELECT d.id FROM document d JOIN filling f ON f.began_at = ?1 WHERE d.filling <> ?1 AND d.kind <> 'product')";
const FORGET_PAGES: &str =
    "DELETE FROM document WHERE filling <> ?1 AND kind <> 'product' AND (SELECT began_at FROM filling) = ?1";

const END: &str = "UPDATE filling SET ended_at = began_at, full_at = began_at, position = '', shop_products = ?2, \
    full_products = (SELECT count(DISTINCT handle) FROM document WHERE kind = 'product') WHERE began_at = ?1";
const END_OF_REPAIR: &str = "UPDATE filling SET ended_at = began_at, position = '' WHERE began_at = ?1";

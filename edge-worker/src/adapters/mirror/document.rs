//! Shop texts as the mirror keeps them.

use desk::language::Language;
use desk::lookup::Outage;
use desk::record::{PolicyBlock, PolicyKind, passages};
use desk::retrieval::{DocumentKind, Fields, indexed, reduced_term};
use serde_json::Value;

use crate::adapters::html;
use crate::ports::sql::{Sql, Statement};

/// One product, or one passage of a page, in one language.
pub(super) struct Document {
    pub kind: DocumentKind,
    /// The shop's number of the product; empty for pages.
    pub product: String,
    pub handle: String,
    pub passage: usize,
    pub language: Language,
    pub title: String,
    pub url: String,
    pub blocks: Vec<PolicyBlock>,
    pub price_hundredths: Option<i64>,
    pub is_available: bool,
    pub fields: Fields,
}

/// A product of a page of the catalog; `None` where it has no handle or title.
pub(super) fn product(node: &Value, language: Language, shop_url: &str) -> Option<Document> {
    let text = |name: &str| node.get(name).and_then(Value::as_str).unwrap_or_default();
    let (handle, title) = (text("handle"), text("title"));
    if handle.is_empty() || title.is_empty() {
        return None;
    }
    let tags: Vec<&str> = listed(node, "/tags").filter_map(Value::as_str).chain([text("vendor")]).collect();
    let can_be_had = |variant: &&Value| variant.get("availableForSale").and_then(Value::as_bool) == Some(true);
    let options = listed(node, "/variants/nodes").filter(can_be_had).flat_map(|variant| {
        let values = listed(variant, "/selectedOptions").filter_map(|option| option.get("value")?.as_str());
        values.chain(variant.get("sku").and_then(Value::as_str))
    });
    let mut options: Vec<&str> = options.collect();
    options.sort_unstable();
    options.dedup();
    let amount = |node: &Value, path: &str| node.pointer(path).and_then(Value::as_str).and_then(hundredths);
    let is_reduced = listed(node, "/variants/nodes").filter(can_be_had).any(|variant| {
        let before = amount(variant, "/compareAtPrice/amount");
        before.zip(amount(variant, "/price/amount")).is_some_and(|(before, now)| before > now)
    });
    let reduced = if is_reduced { reduced_term() } else { None };
    let tags =
        [Some(indexed(&tags.join(" / "), language)), reduced].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(Document {
        kind: DocumentKind::Product,
        product: text("id").rsplit('/').next().unwrap_or_default().to_owned(),
        handle: handle.to_owned(),
        passage: 0,
        language,
        title: title.to_owned(),
        url: Some(text("onlineStoreUrl"))
            .filter(|url| !url.is_empty())
            .map_or_else(|| format!("{shop_url}/products/{handle}"), str::to_owned),
        blocks: Vec::new(),
        price_hundredths: amount(node, "/priceRange/minVariantPrice/amount"),
        is_available: node.get("availableForSale").and_then(Value::as_bool).unwrap_or(false),
        fields: Fields {
            title: indexed(title, language),
            kind: indexed(text("productType"), language),
            tags,
            options: indexed(&options.join(" / "), language),
            body: indexed(text("description"), language),
        },
    })
}

/// The passages of an article or page.
pub(super) fn page(kind: DocumentKind, node: &Value, language: Language, shop_url: &str) -> Vec<Document> {
    let text = |name: &str| node.get(name).and_then(Value::as_str).unwrap_or_default();
    let (handle, title) = (text("handle"), text("title"));
    let blog = node.pointer("/blog/handle").and_then(Value::as_str);
    let path = blog.map_or_else(|| format!("pages/{handle}"), |blog| format!("blogs/{blog}/{handle}"));
    let own = text("onlineStoreUrl");
    let url = if own.is_empty() { format!("{shop_url}/{path}") } else { own.to_owned() };
    let body = if blog.is_some() { text("contentHtml") } else { text("body") };
    of_passages(kind, handle, title, &url, &html::blocks(body, shop_url), language)
}

/// The passages of a text that has been taken apart.
pub(super) fn of_passages(
    kind: DocumentKind,
    handle: &str,
    title: &str,
    url: &str,
    blocks: &[PolicyBlock],
    language: Language,
) -> Vec<Document> {
    let document = |(passage, blocks): (usize, &[PolicyBlock])| {
        let heading = blocks.iter().find(|block| block.is_heading()).map(PolicyBlock::text).unwrap_or_default();
        let body: Vec<String> = blocks.iter().filter(|block| !block.is_heading()).map(PolicyBlock::text).collect();
        Document {
            kind,
            product: String::new(),
            handle: handle.to_owned(),
            passage,
            language,
            title: title.to_owned(),
            url: url.to_owned(),
            blocks: blocks.to_vec(),
            price_hundredths: None,
            is_available: true,
            fields: Fields {
                title: indexed(title, language),
                kind: indexed(&heading, language),
                body: indexed(&body.join(" / "), language),
                ..Fields::default()
            },
        }
    };
    passages(blocks).into_iter().enumerate().map(document).collect()
}

/// What a policy is called in the mirror.
pub(super) fn policy_handle(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Refund => "refund",
        PolicyKind::Shipping => "shipping",
        PolicyKind::Privacy => "privacy",
        PolicyKind::Terms => "terms",
        PolicyKind::Contact => "contact",
    }
}

/// Keeps documents, and their terms under the same ids.
pub(super) async fn keep(sql: &impl Sql, documents: Vec<Document>) -> Result<(), Outage> {
    let statements = statements(&documents);
    if statements.is_empty() { Ok(()) } else { sql.batch(statements).await }
}

/// Two statements for each piece of a page: the plan's limits count statements, and each takes its rows as one value.
pub(super) fn statements(documents: &[Document]) -> Vec<Statement> {
    let mut pieces: Vec<String> = Vec::new();
    for document in documents {
        let row = document.row().to_string();
        match pieces.last_mut() {
            Some(piece) if piece.len() + row.len() < LARGEST_PIECE => {
                piece.push(',');
                piece.push_str(&row);
            }
            _ => pieces.push(format!("[{row}")),
        }
    }
    let both = pieces.into_iter().flat_map(|piece| {
        let piece = format!("{piece}]");
        [Statement::new(KEEP, [piece.clone()]), Statement::new(INDEX, [piece])]
    });
    both.collect()
}

/// Bytes of rows that one statement takes; D1 takes values of two megabytes.
const LARGEST_PIECE: usize = 1_000_000;

impl Document {
    fn row(&self) -> Value {
        let Fields { title, kind, tags, options, body } = &self.fields;
        let content = serde_json::to_string(&self.blocks).unwrap_or_else(|_| "[]".to_owned());
        let texts = [&self.title, &self.url, &content, &self.product, title, kind, tags, options, body];
        let key: [Value; 4] =
            [self.kind.name().into(), self.handle.as_str().into(), self.passage.into(), self.language.code().into()];
        let numbers = [self.price_hundredths.into(), Value::from(u8::from(self.is_available))];
        key.into_iter().chain(texts.map(|text| text.as_str().into())).chain(numbers).collect()
    }
}

// A text belongs to the run under way, or else to the last: what is written meanwhile has been seen.
const KEEP: &str = "INSERT INTO document \
    (kind, handle, passage, language, title, url, content, product, price_hundredths, is_available, filling) \
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>13, \
    value->>14, (SELECT began_at FROM filling) FROM json_each(?1) \
    WHERE value->>7 NOT IN (SELECT product FROM gone) \
    ON CONFLICT (kind, handle, language, passage) DO UPDATE SET title = excluded.title, url = excluded.url, \
    content = excluded.content, product = excluded.product, price_hundredths = excluded.price_hundredths, \
    is_available = excluded.is_available, filling = excluded.filling";

const INDEX: &str = "INSERT OR REPLACE INTO term (rowid, title, kind, tags, options, body) \
    SELECT d.id, value->>8, value->>9, value->>10, value->>11, value->>12 FROM json_each(?1) JOIN document d \
    ON d.kind = value->>0 AND d.handle = value->>1 AND d.language = value->>3 AND d.passage = value->>2";

fn listed<'a>(node: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> {
    node.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter()
}

/// A decimal amount in hundredths; what is finer is rounded down.
fn hundredths(amount: &str) -> Option<i64> {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let fraction: String = fraction.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{fraction}").parse().ok()
}

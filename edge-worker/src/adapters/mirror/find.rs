//! What the mirror has for some terms.

use desk::language::Language;
use desk::lookup::Outage;
use desk::retrieval::lexicon::is_concept_term;
use desk::retrieval::query::Frequencies;
use desk::retrieval::spelling::most_slips;
use desk::retrieval::{Candidate, DocumentKind, Fields};

use super::SqlMirror;
use crate::ports::Mirror;
use crate::ports::sql::{Sql, Statement};

const COUNTS: &str = "SELECT '' AS term, CAST(count(*) AS TEXT) FROM document \
    UNION ALL SELECT term, CAST(max(doc) AS TEXT) FROM vocabulary \
    WHERE term IN (SELECT value FROM json_each(?1)) GROUP BY term";

const NEAR: &str = "SELECT term, CAST(max(doc) AS TEXT) FROM vocabulary WHERE term >= ?1 AND term < ?2 \
    AND col <> 'body' AND length(term) BETWEEN CAST(?3 AS INTEGER) AND CAST(?4 AS INTEGER) GROUP BY term LIMIT 3000";

/// The desk ranks so many at most: more would cost reading, and none of them fits better.
const CANDIDATES: &str = "SELECT d.kind, d.handle, d.language, d.title, d.url, d.content, \
    coalesce(CAST(d.price_hundredths AS TEXT), ''), CAST(d.is_available AS TEXT), \
    t.title, t.kind, t.tags, t.options, t.body \
    FROM term t JOIN document d ON d.id = t.rowid \
    WHERE term MATCH ?1 AND d.kind IN (SELECT value FROM json_each(?2)) \
    ORDER BY bm25(term, 8.0, 6.0, 4.0, 3.0, 1.0) LIMIT 80";

impl<S: Sql> Mirror for SqlMirror<S> {
    /// A mirror that was never filled knows nothing, which is no absence but an outage.
    async fn frequencies(&self, terms: &[&str]) -> Result<Frequencies, Outage> {
        let mut frequencies = Frequencies::default();
        for row in self.sql.rows(Statement::new(COUNTS, [list(terms)])).await? {
            let [term, count] = <[String; 2]>::try_from(row).map_err(|_| Outage)?;
            let count = count.parse().map_err(|_| Outage)?;
            if term.is_empty() {
                frequencies.documents = count;
            } else {
                frequencies.of.insert(term, count);
            }
        }
        if frequencies.documents == 0 { Err(Outage) } else { Ok(frequencies) }
    }

    async fn near(&self, term: &str) -> Result<Vec<(String, u32)>, Outage> {
        let Some(first) = term.chars().next() else { return Ok(Vec::new()) };
        let after = char::from_u32(u32::from(first) + 1).unwrap_or(first);
        let length = term.chars().count();
        let most = most_slips(length);
        let values = [
            first.to_string(),
            after.to_string(),
            length.saturating_sub(most).to_string(),
            (length + most).to_string(),
        ];
        let rows = self.sql.rows(Statement::new(NEAR, values)).await?;
        let near = rows.into_iter().filter_map(|row| {
            let [term, count] = <[String; 2]>::try_from(row).ok()?;
            Some((term, count.parse().ok()?)).filter(|(term, _)| !is_concept_term(term))
        });
        Ok(near.collect())
    }

    async fn candidates(&self, terms: &[String], among: &[DocumentKind]) -> Result<Vec<Candidate>, Outage> {
        // Quoted: whatever a shopper writes is a term and never an operator.
        let any: Vec<String> = terms.iter().map(|term| format!("\"{}\"", term.replace('"', ""))).collect();
        if any.is_empty() {
            return Ok(Vec::new());
        }
        let kinds: Vec<&str> = among.iter().map(|kind| kind.name()).collect();
        let rows = self.sql.rows(Statement::new(CANDIDATES, [any.join(" OR "), list(&kinds)])).await?;
        rows.into_iter().map(|row| candidate(row).ok_or(Outage)).collect()
    }
}

/// Texts as a JSON array, which a statement takes as one value.
fn list(texts: &[&str]) -> String {
    serde_json::Value::from(texts).to_string()
}

fn candidate(row: Vec<String>) -> Option<Candidate> {
    let [kind, handle, language, title, url, content, price, is_available, fields @ ..] =
        <[String; 13]>::try_from(row).ok()?;
    let [of_title, of_kind, tags, options, body] = fields;
    Some(Candidate {
        kind: DocumentKind::parse(&kind)?,
        handle,
        language: Language::parse(&language)?,
        title,
        url,
        blocks: serde_json::from_str(&content).ok()?,
        fields: Fields { title: of_title, kind: of_kind, tags, options, body },
        price_hundredths: price.parse().ok(),
        is_available: is_available == "1",
    })
}

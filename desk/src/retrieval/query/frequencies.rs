//! How common the shop's words are.

use std::collections::BTreeMap;

/// How often the mirror has a term, of how many texts.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    pub documents: u32,
    pub of: BTreeMap<String, u32>,
}

impl Frequencies {
    /// From nothing for a term of every text to one for a term of hardly any.
    pub(in crate::retrieval) fn rarity(&self, term: &str) -> f32 {
        let all = float(self.documents.max(2));
        let count = float(self.of.get(term).copied().unwrap_or(0));
        (libm::logf(all / (count + 1.0)) / libm::logf(all)).clamp(0.0, 1.0)
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of texts")]
fn float(count: u32) -> f32 {
    count as f32
}

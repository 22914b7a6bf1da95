//! Things side by side.

use protocol::part::{Comparison, Row};

use crate::{Piece, el};

/// Draws a table that scrolls by itself where the panel is too narrow for it.
pub fn view(text: &str, comparison: &Comparison) -> Piece {
    let head = el("tr")
        .child(el("td"))
        .children(comparison.columns.iter().map(|column| el("th").with("scope", "col").text(column)));
    let row = |row: &Row| {
        el("tr")
            .child(el("th").with("scope", "row").text(&row.name))
            .children(row.values.iter().map(|value| el("td").text(value)))
    };
    let table = el("table").child(el("thead").child(head)).child(el("tbody").children(comparison.rows.iter().map(row)));
    el("div")
        .class("comparison")
        .with("role", "region")
        .with("tabindex", "0")
        .with("dir", "auto")
        .with("aria-label", text)
        .child(table)
}

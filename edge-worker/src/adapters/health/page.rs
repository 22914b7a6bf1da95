//! The report as a page: tables of texts, without a script.

use serde_json::Value;

const HEAD: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width\"><title>Shopdesk: health</title>\
    <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.2rem .8rem .2rem 0;\
    overflow-wrap:anywhere}th{font-weight:600;white-space:nowrap}tr+tr>*{border-top:1px solid #ddd}</style>\
    <h1>Shopdesk: health</h1>";

/// Draws a report. Whatever it holds is text: a fault quotes what an upstream said.
pub fn page(report: &Value) -> String {
    let mut page = String::from(HEAD);
    draw(report, &mut page);
    page
}

fn draw(value: &Value, page: &mut String) {
    match value {
        Value::Object(members) => {
            page.push_str("<table>");
            for (name, value) in members {
                page.push_str("<tr><th scope=\"row\">");
                text(&name.replace('_', " "), page);
                page.push_str("</th><td>");
                draw(value, page);
                page.push_str("</td></tr>");
            }
            page.push_str("</table>");
        }
        Value::Array(items) if items.is_empty() => page.push_str("none"),
        Value::Array(items) => {
            for item in items {
                page.push_str("<div>");
                draw(item, page);
                page.push_str("</div>");
            }
        }
        Value::String(said) => text(said, page),
        Value::Bool(true) => page.push_str("yes"),
        Value::Bool(false) => page.push_str("no"),
        Value::Null => page.push_str("not known"),
        Value::Number(number) => page.push_str(&number.to_string()),
    }
}

fn text(text: &str, page: &mut String) {
    for c in text.chars() {
        match c {
            '<' => page.push_str("&lt;"),
            '&' => page.push_str("&amp;"),
            c => page.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_that_a_report_holds_is_markup() {
        let hostile = "<script>alert(1)</script>&lt;";
        let page = page(&json!({ "ok": false, "problems": [hostile], hostile: { "last_fault": hostile } }));
        assert!(!page.contains("<script") && !page.contains("&lt;&lt;"), "{page}");
        assert_eq!(page.matches("&lt;script>").count(), 3, "it is all there");
        assert!(page.contains("last fault") && page.contains("<td>no</td>"));
    }
}

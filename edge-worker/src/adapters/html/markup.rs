//! HTML cut into tags and text, as far as a shop's pages need it.
//!
//! The standard's tokenizer, as a library, is a twelfth of what a Worker may weigh, most of it for documents that this
//! never sees (doctypes, CDATA, foreign content). What matters holds here too: quotes hide `>`, comments and raw
//! elements hide everything, a `<` that opens nothing is text, and broken markup ends with the page. Nothing that comes
//! out is ever read as markup again.

use pulldown_cmark::{Event, Parser};

/// A piece of a page. Names are lower case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Token {
    Open {
        name: String,
        href: Option<String>,
    },
    Close {
        name: String,
    },
    /// With its character references resolved.
    Text(String),
}

/// Elements whose content is never shown; all but the last two hold text that looks like markup and is none.
const HIDDEN: [&str; 7] = ["script", "style", "textarea", "title", "iframe", "template", "noscript"];

/// Cuts a page into its pieces, in order.
pub(super) fn tokens(page: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        push_text(&mut tokens, text);
        let Some((token, after)) = markup(tag) else {
            push_text(&mut tokens, "<");
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        let hides = matches!(&token, Some(Token::Open { name, .. }) if HIDDEN.contains(&name.as_str()));
        let name = token.as_ref().and_then(Token::name).filter(|_| hides).unwrap_or_default();
        rest = if hides { behind_end_of(name, after) } else { after };
        tokens.extend(token.filter(|_| !hides));
    }
    push_text(&mut tokens, rest);
    tokens
}

impl Token {
    fn name(&self) -> Option<&str> {
        match self {
            Self::Open { name, .. } | Self::Close { name } => Some(name),
            Self::Text(_) => None,
        }
    }
}

fn push_text(tokens: &mut Vec<Token>, text: &str) {
    match tokens.last_mut() {
        _ if text.is_empty() => {}
        Some(Token::Text(last)) => last.push_str(&resolved(text)),
        _ => tokens.push(Token::Text(resolved(text))),
    }
}

/// What begins at a `<`, and what is behind it: a tag, or nothing for a comment. `None`: the `<` is text.
fn markup(text: &str) -> Option<(Option<Token>, &str)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some((None, comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Some((None, text.split_once('>').map_or("", |(_, after)| after)));
    }
    let (is_end, inner) = match text.strip_prefix("</") {
        Some(inner) => (true, inner),
        None => (false, text.strip_prefix('<')?),
    };
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let length = inner.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(length);
    let name = name.to_ascii_lowercase();
    let (href, after) = read_attributes(attributes);
    Some((Some(if is_end { Token::Close { name } } else { Token::Open { name, href } }), after))
}

/// The first `href` of a tag, and what is behind the tag.
fn read_attributes(mut rest: &str) -> (Option<String>, &str) {
    let mut href = None;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (href, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (href, after);
        }
        let length = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c)).filter(|length| *length > 0);
        let (name, after) = rest.split_at(length.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8)));
        let (value, after) = read_value(after);
        if href.is_none() && name.eq_ignore_ascii_case("href") {
            href = value.map(resolved);
        }
        rest = after;
    }
}

/// An attribute's value, where one follows, and what is behind it.
fn read_value(text: &str) -> (Option<&str>, &str) {
    let Some(text) = text.trim_start().strip_prefix('=').map(str::trim_start) else { return (None, text) };
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            let (value, after) = quoted.split_once(quote).unwrap_or((quoted, ""));
            return (Some(value), after);
        }
    }
    let length = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let (value, after) = text.split_at(length);
    (Some(value), after)
}

/// What is behind the end tag of a hidden element; nothing where it never ends.
fn behind_end_of<'a>(name: &str, text: &'a str) -> &'a str {
    let is_end = |at: &usize| {
        let tag = text.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let end = text.match_indices("</").map(|(at, _)| at).find(is_end);
    end.and_then(|at| text.get(at..)?.split_once('>')).map_or("", |(_, after)| after)
}

/// Text with its character references resolved, by the table that Markdown is read with.
fn resolved(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        resolved.push_str(before);
        let end = reference.char_indices().take(LONGEST_REFERENCE).find(|(_, c)| *c == ';').map(|(at, _)| at + 1);
        let known = end.and_then(|end| Some((character(reference.get(..end)?)?, reference.get(end..)?)));
        rest = if let Some((character, after)) = known {
            resolved.push_str(&character);
            after
        } else {
            resolved.push('&');
            reference.get(1..).unwrap_or_default()
        };
    }
    resolved.push_str(rest);
    resolved
}

/// `&CounterClockwiseContourIntegral;` is the longest.
const LONGEST_REFERENCE: usize = 34;

/// What a reference such as `&eacute;` or `&#8217;` stands for.
fn character(reference: &str) -> Option<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let inner = reference.strip_prefix('&')?.strip_suffix(';')?;
    if inner.is_empty() || !inner.chars().all(is_name) {
        return None;
    }
    let text: String = Parser::new(reference)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    // A space at the end of a paragraph is lost to Markdown: `&nbsp;` is the one that pages are full of.
    match text.as_str() {
        "" => Some(" ".to_owned()),
        text if text == reference => None,
        text => Some(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(page: &str) -> String {
        let one = |token: Token| match token {
            Token::Open { name, href } => {
                format!("<{name}{}>", href.map(|href| format!(" {href}")).unwrap_or_default())
            }
            Token::Close { name } => format!("</{name}>"),
            Token::Text(text) => text,
        };
        tokens(page).into_iter().map(one).collect()
    }

    #[test]
    fn pages_are_cut_as_a_browser_would() {
        let rows = [
            ("a<b>c</b>d", "a<b>c</b>d"),
            ("<P CLASS=x>Hi</P >", "<p>Hi</p>"),
            ("<a title='>' href=\"/x?a=1&amp;b=2\">t</a>", "<a /x?a=1&b=2>t</a>"),
            ("<a href=/y>t", "<a /y>t"),
            ("<a href = '/z' href='/w'/>", "<a /z>"),
            ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
            ("<3 you", "<3 you"),
            ("a<!-- <b>x</b> -->c", "ac"),
            ("a<!doctype html>c", "ac"),
            ("a<script>if (a<b) '</p>'</script >c", "ac"),
            ("a<STYLE>b{}</style>c<script>never ends", "ac"),
            ("caf&eacute; &amp; bar&#8217;s &lt;b&gt; &unknown; &", "café & bar’s <b> &unknown; &"),
            ("30&nbsp;days", "30\u{a0}days"),
            ("<b", "<b>"),
            ("", ""),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .filter(|(page, want)| shown(page).replace('\u{a0}', " ") != want.replace('\u{a0}', " "))
            .map(|(page, want)| format!("{page}: want {want}, got {}", shown(page)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    proptest! {
        #[test]
        fn any_page_is_cut_and_loses_no_plain_text(page in "[a-z<>/!&;\"'= -]{0,200}") {
            let _ = tokens(&page);
            let plain = page.replace(['<', '&'], "");
            prop_assert_eq!(shown(&plain), plain);
        }
    }
}

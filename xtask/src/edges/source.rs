//! The source files of a crate, without comments, and the paths that they name.

use std::fs;
use std::path::Path;

use crate::problem::While;
use crate::{Result, place};

/// A file of Rust. `path` is relative to the root of the checkout.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Source {
    /// Where it is, with forward slashes.
    pub path: String,
    code: String,
}

/// All files of Rust below `dirs`; a directory that does not exist has none.
pub fn all(dirs: &[&str]) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    dirs.iter().filter(|dir| place::at(dir).is_dir()).try_for_each(|dir| read(&place::at(dir), &mut sources))?;
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

impl Source {
    /// A file of this text.
    pub fn new(path: &str, text: &str) -> Self {
        let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        Self { path: path.to_owned(), code: lines.collect::<Vec<_>>().join("\n") }
    }

    /// Whether it names anything of the crate `name`, as in `name::Thing`.
    pub fn names_crate(&self, name: &str) -> bool {
        self.after(name).any(|rest| rest.starts_with("::")) || self.code.contains(&format!("use {name};"))
    }

    /// The modules right below the root of its own crate that it names, also in groups: `crate::{app, ports::clock}`.
    pub fn own_modules(&self) -> Vec<&str> {
        let paths = self.after("crate").filter_map(|rest| rest.strip_prefix("::"));
        paths.flat_map(|path| path.strip_prefix('{').map_or_else(|| vec![path], members)).map(first_word).collect()
    }

    /// What follows each place where `word` stands as a word of its own.
    fn after<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.code.match_indices(word);
        let whole =
            found.filter(|(at, _)| !self.code[..*at].ends_with(|before: char| is_of_word(before) || before == ':'));
        whole.map(|(at, word)| &self.code[at + word.len()..]).filter(|rest| !rest.starts_with(is_of_word))
    }
}

/// The members of a group whose opening brace is already read; groups inside them stay whole.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0_usize, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => {
                members.push(group[start..at].trim());
                break;
            }
            ',' if depth == 0 => {
                members.push(group[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    members
}

fn first_word(path: &str) -> &str {
    path.split(|letter| !is_of_word(letter)).next().unwrap_or_default()
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn read(dir: &Path, sources: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(dir).or_say(|| format!("read {}", dir.display()))?.filter_map(std::result::Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            read(&path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).or_say(|| format!("read {}", path.display()))?;
            let name = path.strip_prefix(place::root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&name, &text));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn modules_are_found_alone_and_in_groups() {
        let rows: [(&str, &[&str]); 5] = [
            ("use crate::app::turn;", &["app"]),
            ("use crate::{app::{turn, gate}, ports::Http};", &["app", "ports"]),
            ("fn f() { crate::http::answer() }", &["http"]),
            ("// crate::app is not known here", &[]),
            ("use my_crate::app; use serde::de;", &[]),
        ];
        let wrong: Vec<_> =
            rows.iter().filter(|(text, modules)| Source::new("a.rs", text).own_modules() != *modules).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_crate_is_known_by_its_whole_name() {
        let rows = [
            ("use worker::Env;", true),
            ("async fn f(env: &worker::Env) {}", true),
            ("use edge_worker::wire;", false),
            ("crate::platform::worker::start()", false),
            ("//! never `worker::`", false),
            ("let worker = 1;", false),
        ];
        let wrong: Vec<_> =
            rows.iter().filter(|(text, known)| Source::new("a.rs", text).names_crate("worker") != *known).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

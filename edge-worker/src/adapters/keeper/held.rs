//! What the keeper holds: things that end by themselves.

/// Something that is held until it ends. Times are milliseconds since 1970.
#[derive(Clone, Eq, PartialEq)]
pub(super) struct Thing {
    pub name: String,
    pub value: String,
    pub since: i64,
    pub ends: i64,
}

/// Everything that is held, each name once. Printed as lines of four fields, which tabs divide.
#[derive(Default)]
pub(super) struct Held(Vec<Thing>);

/// A deployment has one token for each lender, and a pause and a count for each service.
const MOST_HELD: usize = 64;

impl Held {
    /// Reads what [`Self::print`] wrote. Lines of another form, as of another build, are left out.
    pub fn parse(text: &str) -> Self {
        let thing = |line: &str| {
            let mut fields = line.split('\t');
            let mut text = || fields.next().map(str::to_owned);
            let (name, value, since, ends) = (text()?, text()?, text()?, text()?);
            Some(Thing { name, value, since: since.parse().ok()?, ends: ends.parse().ok()? })
        };
        Self(text.lines().filter_map(thing).take(MOST_HELD).collect())
    }

    pub fn print(&self) -> String {
        let line = |thing: &Thing| {
            [&thing.name, "\t", &thing.value, "\t", &thing.since.to_string(), "\t", &thing.ends.to_string(), "\n"]
                .concat()
        };
        self.0.iter().map(line).collect()
    }

    /// What is held under a name and has not ended.
    pub fn find(&self, name: &str, now: i64) -> Option<&Thing> {
        self.0.iter().find(|thing| thing.name == name && now < thing.ends)
    }

    /// Holds a thing instead of what had its name, and lets go of all that has ended. What would not fit into a line is
    /// not held.
    pub fn hold(&mut self, thing: Thing, now: i64) {
        self.0.retain(|other| other.name != thing.name && now < other.ends);
        let is_plain = |text: &str| !text.chars().any(char::is_control);
        if now < thing.ends && is_plain(&thing.name) && is_plain(&thing.value) {
            if self.0.len() >= MOST_HELD {
                self.0.remove(0);
            }
            self.0.push(thing);
        }
    }

    pub fn drop(&mut self, name: &str) {
        self.0.retain(|thing| thing.name != name);
    }

    /// What is held under names that begin like this and has not ended, each with the rest of its name.
    pub fn all<'a>(&'a self, start: &'a str, now: i64) -> impl Iterator<Item = (&'a str, &'a Thing)> {
        let named = move |thing: &'a Thing| Some((thing.name.strip_prefix(start)?, thing));
        self.0.iter().filter(move |thing| now < thing.ends).filter_map(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(name: &str, value: &str, ends: i64) -> Thing {
        Thing { name: name.into(), value: value.into(), since: 0, ends }
    }

    #[test]
    fn what_is_held_survives_in_print_and_ends_by_itself() {
        let mut held = Held::default();
        held.hold(thing("token UPS", "a", 100), 0);
        held.hold(thing("token UPS", "b", 200), 0);
        held.hold(thing("paused DHL", "", 50), 0);
        held.hold(thing("gone", "", 10), 10);
        let mut held = Held::parse(&held.print());
        let found = |held: &Held, name: &str, now| held.find(name, now).map(|thing| thing.value.clone());
        assert_eq!(found(&held, "token UPS", 199), Some("b".into()), "the newer one");
        assert_eq!(found(&held, "token UPS", 200), None);
        assert_eq!(held.all("paused ", 49).map(|(name, _)| name).collect::<Vec<_>>(), ["DHL"]);
        held.hold(thing("asked DHL", "1", 300), 60);
        assert!(!held.print().contains("paused"), "what ended is let go of");
        held.drop("token UPS");
        assert_eq!(held.print(), "asked DHL\t1\t0\t300\n");
    }

    #[test]
    fn what_is_no_line_is_not_held_and_what_is_no_thing_not_read() {
        let mut held = Held::default();
        held.hold(thing("token UPS", "a\tb", 100), 0);
        held.hold(thing("token\nUPS", "a", 100), 0);
        assert_eq!(held.print(), "");
        assert_eq!(Held::parse("a\tb\nc\td\tx\t9\n\n{\"v\":1}").print(), "");
        for at in 0..=MOST_HELD {
            held.hold(thing(&at.to_string(), "", 100), 0);
        }
        assert!(held.find("0", 1).is_none() && held.find("1", 1).is_some(), "the oldest went");
    }
}

//! The few words that parts bring along themselves.

/// Texts around the shop's own words, in the reader's language.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Words {
    /// Before the things in a parcel.
    pub contains: String,
    /// Before the expected day.
    pub expected: String,
    /// Opens the scans before the newest ones.
    pub earlier: String,
    /// Said after a link that opens beside the page.
    pub new_tab: String,
}

impl Words {
    /// The keys under which [`Words::find`] asks for texts.
    pub const KEYS: [&str; 4] = ["contains", "expected", "earlier", "new_tab"];

    /// Takes each text from `find`, which is asked by key.
    pub fn find(find: impl Fn(&str) -> String) -> Self {
        let [contains, expected, earlier, new_tab] = Self::KEYS.map(find);
        Self { contains, expected, earlier, new_tab }
    }
}

//! What is seen beside the conversation: the view draws it, the shell knows some of it from the browser.

/// What is seen beside the conversation. All of it in one signal: each type that a signal holds costs bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sight {
    /// Something was said below what the shopper is reading.
    pub is_behind: bool,
    /// The conversation outlives the tab.
    pub is_kept: bool,
    /// Messages are heard. Off until the shopper turns it on.
    pub has_sound: bool,
    /// What the menu shows.
    pub menu: Menu,
    /// How many more rows are drawn than at first.
    pub earlier: usize,
}

/// What the menu shows.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Menu {
    /// Nothing.
    #[default]
    Closed,
    /// Everything.
    Open,
    /// The question whether the conversation is really to be erased.
    Asking,
}

//! The one thing about the state of the conversation that the shopper should see now.

/// What the strip above the composer says, the most pressing first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Notice {
    /// The Worker speaks a version that this page does not.
    Outdated,
    /// Nothing is ever sent from here.
    Preview,
    /// No network; lines are held.
    Offline,
    /// The connection was lost and is being made again.
    Reconnecting,
    /// The Worker is there, and cannot do anything. It is asked again.
    Unavailable,
    /// Something other than a line was refused, in words for the shopper; empty when the Worker gave none.
    Trouble(String),
    /// What the assistant is doing, in words.
    Working(String),
    /// A person looks an answer over before it is said, in words.
    Checking(String),
    /// The place in the line for a person, or the hours, in words.
    InLine(String),
    /// The conversation is being erased.
    Forgetting,
    /// Nothing to say.
    #[default]
    Quiet,
}

/// What became of a conversation that is shown no longer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gone {
    /// The Worker does not know it, or not as ours.
    Unavailable,
    /// It was erased because the shopper wanted it.
    Forgotten,
}

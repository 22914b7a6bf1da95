//! The one thing about the state of the conversation that the shopper should see now.

/// What the strip above the composer says, the most pressing first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Notice {
    /// The Worker speaks a version that this page does not.
    Outdated,
    /// No network; lines are held.
    Offline,
    /// The connection was lost and is being made again.
    Reconnecting,
    /// Something other than a line was refused, in words for the shopper; empty when the Worker gave none.
    Trouble(String),
    /// What the assistant is doing, in words.
    Working(String),
    /// Nothing to say.
    Quiet,
}

//! The things that the assistant may handle, and how far the merchant lets it.

use serde::Serialize;

/// A thing the assistant may handle.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Workflow {
    OrderStatus,
    Product,
    Policy,
    /// Greetings, questions about the assistant, and what it does not know. Reads nothing, promises nothing.
    Conversation,
}

/// How far the assistant goes by itself.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Nothing is looked up; a person is offered.
    #[default]
    Off,
    /// An agent approves each reply.
    Draft,
    /// The assistant answers.
    Auto,
}

/// The mode of every workflow. Talking about itself is always allowed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct Modes {
    pub order_status: Mode,
    pub product: Mode,
    pub policy: Mode,
}

impl Modes {
    /// Every workflow answers by itself.
    pub const AUTO: Self = Self { order_status: Mode::Auto, product: Mode::Auto, policy: Mode::Auto };

    /// A fresh deployment: order status waits for approval, the rest is off.
    pub const FRESH: Self = Self { order_status: Mode::Draft, product: Mode::Off, policy: Mode::Off };

    /// The mode in force for `workflow`.
    pub fn of(&self, workflow: Workflow) -> Mode {
        match workflow {
            Workflow::OrderStatus => self.order_status,
            Workflow::Product => self.product,
            Workflow::Policy => self.policy,
            Workflow::Conversation => Mode::Auto,
        }
    }

    /// Reads `auto`, `draft`, `off`, or a list such as `order_status=draft,product=off`. What a list leaves out is as
    /// in [`Modes::FRESH`].
    ///
    /// # Errors
    /// The word that is no workflow or no mode.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut modes = Self::FRESH;
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let Some((workflow, mode)) = entry.split_once('=') else {
                let mode = Mode::parse(entry)?;
                modes = Self { order_status: mode, product: mode, policy: mode };
                continue;
            };
            let mode = Mode::parse(mode.trim())?;
            match workflow.trim() {
                "order_status" => modes.order_status = mode,
                "product" => modes.product = mode,
                "policy" => modes.policy = mode,
                other => return Err(other.into()),
            }
        }
        Ok(modes)
    }
}

impl Mode {
    fn parse(word: &str) -> Result<Self, String> {
        match word {
            "off" => Ok(Self::Off),
            "draft" => Ok(Self::Draft),
            "auto" => Ok(Self::Auto),
            other => Err(other.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_read_from_one_word_or_a_list() {
        assert_eq!(Modes::parse("auto"), Ok(Modes::AUTO));
        assert_eq!(Modes::parse(""), Ok(Modes::FRESH));
        let mixed = Modes::parse("order_status=auto, policy=auto").expect("valid");
        assert_eq!((mixed.order_status, mixed.product, mixed.policy), (Mode::Auto, Mode::Off, Mode::Auto));
        assert_eq!(Modes::parse("refunds=auto"), Err("refunds".into()));
        assert_eq!(Modes::parse("policy=always"), Err("always".into()));
    }
}

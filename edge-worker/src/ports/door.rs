//! What stands between a stranger and an order, besides comparing: tries are counted.

use desk::entity::OrderNumber;
use desk::language::Language;
use desk::lookup::{Code, CodeCheck, Outage};
use desk::proof::OrderProof;

/// Counts claims that turn out wrong, by the network address that they come from and by the order that they name; sends
/// codes and checks them.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Door {
    /// Whether a claim on this order may be compared now. Asked before the order is read, and counted.
    async fn may_try(&self, order: OrderNumber) -> Result<bool, Outage>;
    /// The claim held, or could not be compared: it was no guess and does not count.
    async fn forgive(&self, order: OrderNumber);
    /// Sends a code to the e-mail on record of the order, and gives the address as its owner knows it again. None where
    /// there is no such address, or it was sent too many.
    async fn send_code(&self, order: &OrderProof, language: Language) -> Result<Option<String>, Outage>;
    /// Compares a code with the one that was sent last.
    async fn check_code(&self, code: &Code) -> Result<CodeCheck, Outage>;
}

//! The door of a conversation: wrong claims are counted for its network address and for the order.

use desk::entity::OrderNumber;
use desk::lookup::Outage;
use worker::Result;

use super::conversation::Conversation;
use crate::fault::Fault;
use crate::platform::limits;
use crate::ports::door::Door;
use crate::settings::Settings;

/// Guards the orders that one conversation asks for.
pub(super) struct Guard<'a> {
    pub conversation: &'a Conversation,
    pub settings: &'a Settings,
}

impl Door for Guard<'_> {
    /// The address first: who is over its limit must not use up an order's.
    async fn may_try(&self, order: OrderNumber) -> std::result::Result<bool, Outage> {
        for key in self.keys(order).map_err(outage)? {
            let is_left = limits::take(&self.conversation.env, &key, 1, self.settings.limits.claims).await;
            if !is_left.map_err(outage)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn forgive(&self, order: OrderNumber) {
        for key in self.keys(order).ok().into_iter().flatten() {
            if let Ok(given) = limits::give_back(&self.conversation.env, &key) {
                self.conversation.state.wait_until(given);
            }
        }
    }
}

impl Guard<'_> {
    fn keys(&self, order: OrderNumber) -> Result<[String; 2]> {
        let address: String = self.conversation.log.fact("address")?.unwrap_or_default();
        Ok([["address:", &address].concat(), ["order:", &self.settings.keyed(&order.to_string())].concat()])
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the form that `map_err` takes")]
fn outage(error: worker::Error) -> Outage {
    Fault::new(format!("limiter: {error}")).log();
    Outage
}

//! What stands between a stranger and an order, besides comparing: tries are counted.

use std::cell::RefCell;
use std::collections::BTreeMap;

use desk::entity::OrderNumber;
use desk::lookup::Outage;

use crate::app::window::Window;

/// Counts claims that turn out wrong, by the network address that they come from and by the order that they name.
#[allow(async_fn_in_trait, reason = "one thread: nobody needs these futures to be Send")]
pub trait Door {
    /// Whether a claim on this order may be compared now. Asked before the order is read, and counted.
    async fn may_try(&self, order: OrderNumber) -> Result<bool, Outage>;
    /// The claim held, or could not be compared: it was no guess and does not count.
    async fn forgive(&self, order: OrderNumber);
}

/// A door that counts in memory, for one address and for as long as nobody sets its clock on.
#[derive(Debug)]
pub struct Doorman {
    most: u32,
    windows: RefCell<BTreeMap<Option<OrderNumber>, Window>>,
}

impl Doorman {
    /// One that lets this many wrong tries through.
    pub fn with_most(most: u32) -> Self {
        Self { most, windows: RefCell::default() }
    }

    fn change(&self, order: OrderNumber, change: impl Fn(Window) -> Option<Window>) -> bool {
        let mut windows = self.windows.borrow_mut();
        let keys = [None, Some(order)];
        let changed = keys.map(|key| change(windows.get(&key).copied().unwrap_or_else(|| Window::new(0))));
        let [Some(of_address), Some(of_order)] = changed else { return false };
        windows.extend([(None, of_address), (Some(order), of_order)]);
        true
    }
}

impl Door for Doorman {
    async fn may_try(&self, order: OrderNumber) -> Result<bool, Outage> {
        Ok(self.change(order, |window| window.take(1, self.most)))
    }

    async fn forgive(&self, order: OrderNumber) {
        self.change(order, |window| Some(window.give_back(1)));
    }
}

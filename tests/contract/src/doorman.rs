//! A door for conversations that are played without a Worker.

use std::cell::RefCell;
use std::collections::BTreeMap;

use desk::entity::OrderNumber;
use desk::language::Language;
use desk::lookup::{Code, CodeCheck, Outage};
use desk::proof::OrderProof;
use edge_worker::app::code::masked;
use edge_worker::app::window::Window;
use edge_worker::ports::door::Door;

/// A door that counts in memory, for one address and for as long as nobody sets its clock on.
#[derive(Debug)]
pub struct Doorman {
    most: u32,
    windows: RefCell<BTreeMap<Option<OrderNumber>, Window>>,
}

impl Doorman {
    /// The only code that it takes.
    pub const CODE: &str = "123456";

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

    async fn send_code(&self, _order: &OrderProof, _language: Language) -> Result<Option<String>, Outage> {
        Ok(Some(masked("owner@example.com")))
    }

    async fn check_code(&self, code: &Code) -> Result<CodeCheck, Outage> {
        Ok(if code.digits == Self::CODE { CodeCheck::Right } else { CodeCheck::Wrong { left: 4 } })
    }
}

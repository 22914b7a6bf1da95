//! A table that is part of the program, or that somebody brings: inside a Worker the large ones would be most of its
//! weight.

use std::sync::OnceLock;

/// The bytes of one table.
#[derive(Debug)]
pub(crate) struct Taught {
    embedded: Option<&'static [u8]>,
    brought: OnceLock<Vec<u8>>,
}

impl Taught {
    /// A table that is part of the program, if it is.
    pub(crate) const fn new(embedded: Option<&'static [u8]>) -> Self {
        Self { embedded, brought: OnceLock::new() }
    }

    /// Takes bytes from outside. Those that are no table are left alone; whoever was first brought the same.
    pub(crate) fn take(&self, bytes: Vec<u8>, is_table: impl FnOnce(&[u8]) -> bool) {
        if is_table(&bytes) {
            let _ = self.brought.set(bytes);
        }
    }

    /// The table, once there is one.
    pub(crate) fn bytes(&'static self) -> Option<&'static [u8]> {
        self.embedded.or_else(|| self.brought.get().map(Vec::as_slice))
    }
}

//! Where in the transcript the reader is.

use leptos::prelude::*;

use super::{Shell, browser};

/// Within this many pixels of the transcript's end the reader counts as being there.
const NEAR_END: i32 = 48;

impl Shell {
    pub(super) fn look_around(&self) {
        if self.is_at_end() {
            self.set_behind(false);
        }
    }

    /// Told only when it changes: everything that is seen beside the conversation hears of it.
    pub(super) fn set_behind(&self, is_behind: bool) {
        if self.sight.get_untracked().is_behind != is_behind {
            self.sight.update(|sight| sight.is_behind = is_behind);
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        browser::log(&self.place)
            .is_some_and(|log| log.scroll_height() - log.scroll_top() - log.client_height() < NEAR_END)
    }

    /// In the next frame, when the new rows are there. An answer longer than the panel is shown from its question on,
    /// or from what brought it about.
    pub(super) fn scroll_to_end(&self) {
        browser::before_next_frame(&self.scroll);
    }

    pub(super) fn scroll(&self) {
        if let Some(log) = browser::log(&self.place) {
            log.set_scroll_top(browser::top_of_newest_question(&log).unwrap_or(i32::MAX).min(log.scroll_height()));
        }
    }
}

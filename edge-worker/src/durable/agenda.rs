//! One alarm per object, and a table of what it is for.

use worker::Result;

use super::conversation::Conversation;
use crate::platform::clock::{millis, now_ms};
use crate::platform::hand_offs;

/// When erasing is tried again that did not come to its end.
const ERASE_AGAIN_MS: u64 = 60_000;

impl Conversation {
    /// Sets the alarm to what is due first, unless it will ring by then anyway.
    pub(super) async fn arm(&self) -> Result<()> {
        let storage = self.state.storage();
        let Some((_, due)) = self.log.agenda()?.into_iter().next() else { return Ok(()) };
        if self.rings_by(due) {
            return Ok(());
        }
        if storage.get_alarm().await?.is_some_and(|set| set <= millis(due)) {
            return Ok(());
        }
        self.alarm.set(Some(due));
        let offset = millis(due) - millis(now_ms());
        storage.set_alarm(offset.max(1)).await
    }

    /// Whether this very instance has set the alarm to then or earlier: asking storage would be a commit of its own, and
    /// a lookup would wait for it.
    pub(super) fn rings_by(&self, due: u64) -> bool {
        self.alarm.get().is_some_and(|set| set <= due && set > now_ms())
    }

    /// Does what is due. Each entry either removes itself or is set anew.
    pub(super) async fn run_agenda(&self) -> Result<()> {
        if !self.log.exists()? {
            return Ok(());
        }
        self.alarm.set(None);
        let now = now_ms();
        for (what, _) in self.log.agenda()?.into_iter().filter(|(_, due)| *due <= now) {
            match what.as_str() {
                "retention" => return self.erase().await,
                "outbox" => self.empty_outbox().await?,
                "recovery" => {
                    self.log.clear_due("recovery")?;
                    self.drive().await?;
                }
                other => self.log.clear_due(other)?,
            }
        }
        self.arm().await
    }

    /// Forgets the conversation: what stands outside, sockets, log and alarm. If the outside cannot be reached the
    /// runtime rings again, and nothing is half forgotten for long.
    pub(super) async fn erase(&self) -> Result<()> {
        // Whoever writes is stopped first, else a record could get out behind the erasing.
        if self.log.exists()? {
            self.log.set_fact("erasing", &true)?;
            self.log.set_due("retention", now_ms() + ERASE_AGAIN_MS)?;
            self.arm().await?;
        }
        for socket in self.state.get_websockets() {
            // It may be closing already.
            let _ = socket.close(Some(1001), Some("erased"));
        }
        hand_offs::forget(&self.env, &self.state.id().to_string()).await?;
        let storage = self.state.storage();
        storage.delete_alarm().await?;
        storage.delete_all().await?;
        self.log.forget_all();
        Ok(())
    }
}

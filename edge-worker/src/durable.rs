//! One Durable Object per conversation: its log, its clock, its sockets.
//!
//! An object is no lock across an `await` on the network: while lookups run, lines, hand-offs and restarts get in. So
//! everything that decides is synchronous, over the log, and a turn commits only under the ticket it was opened with.

mod agenda;
mod allowance;
mod conversation;
mod drive;
mod entrance;
mod frames;
mod guard;
mod keeper;
mod limiter;
mod log;
mod record;
mod sql;
mod subject;

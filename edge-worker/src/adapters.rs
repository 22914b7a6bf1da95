//! The outside world behind the ports. Everything here is written over [`crate::ports::http::Http`] and [`crate::ports::sql::Sql`] alone and so
//! compiles and is tested natively; nothing here knows of conversations or routes.

pub mod breaker;
pub mod carriers;
pub mod dead_letter;
pub mod health;
pub mod html;
pub mod json;
pub mod keeper;
pub mod ledger;
pub mod mail;
pub mod mirror;
pub mod shared;
pub mod shopify;
pub mod token;
pub mod webhook;

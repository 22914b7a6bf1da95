//! Records of the shop, as the desk reads them. Filled by adapters; nothing here knows how.

mod order;
mod policy;
mod product;
mod tracking;

pub use order::{Hold, Line, Order, OrderHead, Parcel, ParcelStage, Payment, Refund, Return, ReturnStage, Scan};
pub use policy::{Policy, PolicyBlock, PolicyBlockKind, PolicyKind, PolicySpan, passages};
pub use product::{Kin, Product, ProductImage, ProductOption, Recommended, Variant};
pub use tracking::{Report, Tracked, Window};

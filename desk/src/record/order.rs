//! An order, its parcels and their scans.

use jiff::Timestamp;
use serde::Serialize;

use crate::money::Money;

/// One order as the shop has it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Order {
    pub id: String,
    /// As the shop writes it: `#1002`.
    pub name: String,
    pub placed: Timestamp,
    pub cancelled: Option<Timestamp>,
    pub payment: Payment,
    pub lines: Vec<Line>,
    pub parcels: Vec<Parcel>,
    pub holds: Vec<Hold>,
    pub returns: Vec<Return>,
    pub refunds: Vec<Refund>,
    /// The merchant's tags on the customer.
    pub customer_tags: Vec<String>,
    /// The shop's time zone at the time of reading, in minutes east of UTC.
    pub utc_offset_minutes: i32,
}

/// What tells the orders of a customer apart.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct OrderHead {
    pub id: String,
    /// As the shop writes it: `#1002`.
    pub name: String,
    pub placed: Timestamp,
    /// Whether anything of it is still to come.
    pub is_open: bool,
    /// As in [`Order`].
    pub utc_offset_minutes: i32,
}

/// Where the money is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub enum Payment {
    Pending,
    Paid,
    PartlyRefunded,
    Refunded,
    Voided,
    /// A value that this build does not know.
    Other,
}

/// One position of an order.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Line {
    pub id: String,
    pub title: String,
    /// Such as `M / Slate`; absent where the product has one variant.
    pub variant: Option<String>,
    /// After changes and removals.
    pub quantity: u32,
    /// How many of them nobody has sent yet.
    pub unshipped: u32,
    pub needs_shipping: bool,
}

/// What one parcel is known to be doing.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Parcel {
    pub stage: ParcelStage,
    pub carrier: Option<String>,
    pub tracking_number: Option<String>,
    pub tracking_url: Option<String>,
    /// Title and quantity.
    pub items: Vec<(String, u32)>,
    pub created: Timestamp,
    pub delivered: Option<Timestamp>,
    /// What the carrier last said about arrival; nobody's guess.
    pub expected: Option<Timestamp>,
    /// Newest first.
    pub scans: Vec<Scan>,
}

/// How far a parcel has come, by the last status that somebody reported.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub enum ParcelStage {
    /// A label exists; the carrier has not confirmed that it has the parcel.
    LabelMade,
    /// Sent, by the shop's word; the carrier has reported nothing more.
    Sent,
    InTransit,
    Delayed,
    OutForDelivery,
    AttemptFailed,
    /// Kept back on its way: customs, an address that is wrong, damage.
    Held,
    ReadyForPickup,
    Delivered,
    /// Collected by the shopper.
    PickedUp,
    /// The carrier reported that it will not arrive: failed, lost, destroyed.
    Failed,
    /// On its way back to the sender.
    Returning,
    /// Back with the sender.
    Returned,
    Cancelled,
    /// A value that this build does not know.
    Unknown,
}

/// One report of a carrier.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Scan {
    pub stage: ParcelStage,
    pub at: Timestamp,
    /// In the carrier's words.
    pub message: Option<String>,
    /// Such as `Memphis, TN, US`.
    pub place: Option<String>,
}

/// Why a part of an order waits in the warehouse.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Hold {
    /// In the shop's words, where it gave any.
    pub reason: Option<String>,
    /// Titles of what waits.
    pub items: Vec<String>,
}

/// A return of goods.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Return {
    /// As the shop writes it: `#1009-R1`.
    pub name: String,
    pub stage: ReturnStage,
}

/// How far a return has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub enum ReturnStage {
    Requested,
    /// Approved and in progress.
    Open,
    Closed,
    Declined,
    Cancelled,
    Unknown,
}

/// Money that was given back.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Refund {
    pub at: Timestamp,
    pub amount: Money,
}

//! What is said about an order: the order as a whole, then each parcel.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::evidence::Grounded;
use crate::money::Money;
use crate::record::{Payment, Return, Scan};

/// The state of one order.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderStatus {
    /// As the shop writes it.
    pub order: Grounded<String>,
    pub headline: Headline,
    /// One answer each.
    pub parcels: Vec<ParcelStatus>,
    /// What nobody has sent yet, while the rest is on its way.
    pub unshipped: Option<Grounded<Vec<String>>>,
    pub returns: Vec<Grounded<Return>>,
    /// When, and how much. Those of a cancelled order are in its headline.
    pub refunds: Vec<(Grounded<Timestamp>, Grounded<Money>)>,
    pub clock: ShopClock,
}

impl OrderStatus {
    /// Whether it says what became of the money.
    pub fn tells_of_refund(&self) -> bool {
        let in_headline = match &self.headline {
            Headline::Cancelled { payment, refund, .. } => {
                refund.is_some() || matches!(payment.value(), Payment::Refunded | Payment::Voided)
            }
            _ => false,
        };
        in_headline || !self.refunds.is_empty()
    }
}

/// The order as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    Cancelled {
        at: Grounded<Timestamp>,
        payment: Grounded<Payment>,
        refund: Option<(Grounded<Timestamp>, Grounded<Money>)>,
    },
    /// Downloads and gift cards.
    NothingToShip {
        items: Grounded<Vec<String>>,
    },
    OnHold {
        reason: Option<Grounded<String>>,
        items: Grounded<Vec<String>>,
    },
    NotShipped {
        placed: Grounded<Timestamp>,
        payment: Grounded<Payment>,
    },
    /// The parcels say it all.
    Shipped,
}

/// One parcel.
#[derive(Clone, Debug, PartialEq)]
pub struct ParcelStatus {
    /// From one, and of how many.
    pub position: (usize, usize),
    pub situation: Situation,
    pub carrier: Option<Grounded<String>>,
    pub items: Grounded<Vec<(String, u32)>>,
    /// Absent where the carrier gives no date, and once it has arrived.
    pub expected: Option<Grounded<Timestamp>>,
    pub scans: Grounded<Vec<Scan>>,
    pub tracking: Option<Grounded<String>>,
}

/// What a parcel's records mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Situation {
    /// A label since then, and no carrier scan.
    LabelOnly {
        since: Grounded<Timestamp>,
    },
    /// Sent by the shop's word; no carrier scan.
    Sent {
        since: Grounded<Timestamp>,
    },
    Moving {
        last: Grounded<Scan>,
    },
    Delayed {
        last: Grounded<Scan>,
    },
    /// On its way, and not scanned for longer than is usual.
    Silent {
        last: Grounded<Scan>,
        days: Grounded<i32>,
    },
    OutForDelivery {
        last: Option<Grounded<Scan>>,
    },
    AttemptFailed {
        last: Option<Grounded<Scan>>,
    },
    /// At a pickup point, after a failed attempt where one was scanned.
    ReadyForPickup {
        last: Option<Grounded<Scan>>,
        attempt: Option<Grounded<Scan>>,
    },
    /// The time is absent where nobody recorded it.
    Delivered {
        at: Option<Grounded<Timestamp>>,
        place: Option<Grounded<String>>,
    },
    PickedUp,
    Failed {
        last: Option<Grounded<Scan>>,
    },
    Cancelled,
    /// There is a parcel, and nothing certain is known of it.
    Unknown,
}

/// Now, and the shop's clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShopClock {
    pub now: Timestamp,
    pub offset: Offset,
}

impl ShopClock {
    /// `utc_offset_minutes` beyond a day reads as UTC.
    pub fn new(now: Timestamp, utc_offset_minutes: i32) -> Self {
        let offset = utc_offset_minutes.checked_mul(60).and_then(|seconds| Offset::from_seconds(seconds).ok());
        Self { now, offset: offset.unwrap_or(Offset::UTC) }
    }

    /// Date and time of `instant` in the shop.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.offset.to_datetime(instant)
    }

    /// Whole days from the day of `instant` to today, in the shop; negative for days to come.
    pub fn days_since(&self, instant: Timestamp) -> i32 {
        let (then, today) = (self.local(instant).date(), self.local(self.now).date());
        then.until(today).map_or(0, |span| span.get_days())
    }
}

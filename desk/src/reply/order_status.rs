//! What is said about an order: the order as a whole, then each parcel.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::evidence::Grounded;
use crate::money::Money;
use crate::record::{ParcelStage, Payment, Return, Scan, Window};

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
    /// A carrier was to be asked, and could not be: what is told is the shop's word.
    pub is_carrier_unread: bool,
    pub advice: Option<Advice>,
    /// The one thing that was asked about an order that was told before; everything where there is none.
    pub only: Option<Fact>,
    /// What is in it, where that was asked.
    pub contents: Option<Grounded<Vec<String>>>,
    /// Whether it is still to be said whose clock the times are by.
    pub names_clock: bool,
    pub clock: ShopClock,
}

/// What the shopper can do, or should know before they decide.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Advice {
    /// Delivered within the last two days, and not there.
    LookAround,
    /// Delivered before, and not there.
    AskCarrier,
    /// Nothing of it has left.
    MayStillChange,
    HasLeft,
    HasPartlyLeft,
}

/// One thing about an order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fact {
    Arrival,
    Place,
    Carrier,
    TrackingNumber,
    Returns,
    Contents,
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

    /// Whether it states a time of day.
    pub fn tells_time(&self) -> bool {
        self.parcels.iter().any(|parcel| !parcel.scans.is_empty())
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
    /// Absent where nobody gives a date, and once it has arrived.
    pub expected: Option<Grounded<Window>>,
    /// Of all sources, newest first.
    pub scans: Vec<Grounded<Scan>>,
    pub tracking: Option<Grounded<String>>,
    pub number: Option<Grounded<String>>,
    pub disputes: Vec<Dispute>,
}

/// Two sources that do not say the same, the newer first.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute(pub [Said; 2]);

impl Dispute {
    /// Whether it is about what has become of the parcel.
    pub fn is_of_stage(&self) -> bool {
        let Self([newer, _]) = self;
        matches!(newer.word, Word::Stage(..))
    }
}

/// What one source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Absent for the shop's own record.
    pub source: Option<Grounded<String>>,
    pub word: Word,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// With when that happened, where the source tells it.
    Stage(Grounded<ParcelStage>, Option<Grounded<Timestamp>>),
    Expected(Grounded<Window>),
}

/// What a parcel's records mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Situation {
    /// A label since then, and no carrier scan.
    LabelOnly {
        since: Grounded<Timestamp>,
    },
    /// The same, for longer than a carrier takes to collect it.
    NotHandedOver {
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
        reason: Option<Grounded<String>>,
    },
    /// Kept back on its way, and why, in the carrier's words.
    Held {
        last: Option<Grounded<Scan>>,
        reason: Option<Grounded<String>>,
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
    Returning {
        last: Option<Grounded<Scan>>,
        reason: Option<Grounded<String>>,
    },
    /// Back with the sender.
    Returned {
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

/// Beyond this nobody counts working days.
const MOST_DAYS_COUNTED: i32 = 60;

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

    /// Days from Monday to Friday after the day of `instant`, up to today. Holidays are nobody's that we know of.
    pub fn working_days_since(&self, instant: Timestamp) -> i32 {
        let days = self.days_since(instant).clamp(0, MOST_DAYS_COUNTED);
        let today = i32::from(self.local(self.now).date().weekday().to_monday_zero_offset());
        (0..days).map(|before| i32::from((today - before).rem_euclid(7) < 5)).sum()
    }
}

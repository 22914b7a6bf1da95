//! What a parcel's records mean. Pure decisions over the last word, the scans and the time.

use jiff::Timestamp;

use super::account::Account;
use crate::evidence::{Evidence, Grounded, Rule};
use crate::record::{Order, ParcelStage, Report, Scan, Window};
use crate::reply::{ParcelStatus, ShopClock, Situation};

/// Days without a scan after which a parcel on its way counts as silent. Longer than a weekend with a holiday on
/// either side; carriers open an inquiry from about here on.
const SILENT_AFTER_DAYS: i32 = 6;

/// Working days after which a label that no carrier has scanned is no longer usual.
const COLLECTED_AFTER_WORKING_DAYS: i32 = 3;

/// Scans that are shown, newest first.
const MOST_SCANS: usize = 12;

/// Judges the parcel at `index`, which is the `position.0`th of `position.1` live ones.
pub(super) fn parcel(
    order: &Evidence<Order>,
    index: usize,
    position: (usize, usize),
    reports: Option<&Evidence<Vec<Report>>>,
    clock: &ShopClock,
) -> Option<ParcelStatus> {
    let at = |member: &str| format!("parcels[{index}].{member}");
    let record = order.record.parcels.get(index)?;
    let account = Account::of(order, index, reports, clock)?;
    let situation = situation(&account, &order.read(at("created"), record.created), clock);
    let is_over = matches!(
        situation,
        Situation::Delivered { .. }
            | Situation::PickedUp
            | Situation::Failed { .. }
            | Situation::Returning { .. }
            | Situation::Returned { .. }
            | Situation::ReadyForPickup { .. }
    );
    // What was expected before something went wrong says nothing of what comes.
    let is_upset = matches!(situation, Situation::AttemptFailed { .. } | Situation::Held { .. });
    let is_past = |window: &Grounded<Window>| clock.days_since(window.value().to) > 0;
    Some(ParcelStatus {
        position,
        carrier: record.carrier.clone().map(|carrier| order.read(at("carrier"), carrier)),
        items: order.read(at("items"), record.items.clone()),
        expected: account.expected.filter(|window| !(is_over || (is_upset && is_past(window)))),
        scans: account.scans.into_iter().take(MOST_SCANS).collect(),
        tracking: account.url,
        number: record.tracking_number.clone().map(|number| order.read(at("tracking_number"), number)),
        disputes: account.disputes,
        situation,
    })
}

fn situation(account: &Account, created: &Grounded<Timestamp>, clock: &ShopClock) -> Situation {
    let last = account.last();
    let scan = |stage: ParcelStage| account.scan(stage).or_else(|| last.clone());
    let reason = account.reason.clone();
    let since = created.clone();
    match account.stage {
        ParcelStage::LabelMade if clock.working_days_since(*since.value()) >= COLLECTED_AFTER_WORKING_DAYS => {
            Situation::NotHandedOver { since }
        }
        ParcelStage::LabelMade => Situation::LabelOnly { since },
        ParcelStage::Sent | ParcelStage::InTransit | ParcelStage::Delayed => match last {
            None => Situation::Sent { since },
            Some(last) => on_its_way(account.stage, last, clock),
        },
        ParcelStage::Held => Situation::Held { last: scan(ParcelStage::Held), reason },
        ParcelStage::OutForDelivery => Situation::OutForDelivery { last },
        ParcelStage::AttemptFailed => Situation::AttemptFailed { last: scan(ParcelStage::AttemptFailed), reason },
        ParcelStage::ReadyForPickup => Situation::ReadyForPickup {
            last: scan(ParcelStage::ReadyForPickup),
            attempt: account.scan(ParcelStage::AttemptFailed),
        },
        ParcelStage::Delivered => {
            let scan = account.scan(ParcelStage::Delivered);
            let place = scan.as_ref().and_then(|scan| scan.part("place", |scan| scan.place.clone()));
            let scanned = || scan.as_ref().and_then(|scan| scan.part("at", |scan| Some(scan.at)));
            Situation::Delivered { at: account.delivered.clone().or_else(scanned), place }
        }
        ParcelStage::PickedUp => Situation::PickedUp,
        ParcelStage::Failed => Situation::Failed { last },
        ParcelStage::Returning => Situation::Returning { last: scan(ParcelStage::Returning), reason },
        ParcelStage::Returned => Situation::Returned { last: scan(ParcelStage::Returned) },
        ParcelStage::Cancelled => Situation::Cancelled,
        ParcelStage::Unknown => Situation::Unknown,
    }
}

fn on_its_way(stage: ParcelStage, last: Grounded<Scan>, clock: &ShopClock) -> Situation {
    let days = clock.days_since(last.value().at);
    if days >= SILENT_AFTER_DAYS {
        let days = last.derive(Rule::DaysSince, days);
        Situation::Silent { last, days }
    } else if stage == ParcelStage::Delayed || last.value().stage == ParcelStage::Delayed {
        Situation::Delayed { last }
    } else {
        Situation::Moving { last }
    }
}

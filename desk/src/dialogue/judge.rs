//! What a parcel's records mean. Pure decisions over the last report, the scans and the time.

use crate::evidence::{Evidence, Grounded, Rule};
use crate::record::{Order, Parcel, ParcelStage, Scan};
use crate::reply::{ParcelStatus, ShopClock, Situation};

/// Days without a scan after which a parcel on its way counts as silent. Longer than a weekend with a holiday on
/// either side; carriers open an inquiry from about here on.
const SILENT_AFTER_DAYS: i32 = 6;

/// Scans that are shown, newest first.
const MOST_SCANS: usize = 12;

/// Judges the parcel at `index`, which is the `position.0`th of `position.1` live ones.
pub(super) fn parcel(
    order: &Evidence<Order>,
    index: usize,
    position: (usize, usize),
    clock: &ShopClock,
) -> ParcelStatus {
    let at = |member: &str| format!("parcels[{index}].{member}");
    let empty = Parcel {
        stage: ParcelStage::Unknown,
        carrier: None,
        tracking_number: None,
        tracking_url: None,
        items: Vec::new(),
        created: clock.now,
        delivered: None,
        expected: None,
        scans: Vec::new(),
    };
    let record = order.record.parcels.get(index).unwrap_or(&empty);
    let situation = situation(order, record, index, clock);
    let is_over = matches!(
        situation,
        Situation::Delivered { .. } | Situation::PickedUp | Situation::Failed { .. } | Situation::ReadyForPickup { .. }
    );
    ParcelStatus {
        position,
        carrier: record.carrier.clone().map(|carrier| order.read(at("carrier"), carrier)),
        items: order.read(at("items"), record.items.clone()),
        expected: record.expected.filter(|_| !is_over).map(|expected| order.read(at("expected"), expected)),
        scans: order.read(at("scans"), record.scans.iter().take(MOST_SCANS).cloned().collect()),
        tracking: record.tracking_url.clone().map(|url| order.read(at("tracking_url"), url)),
        situation,
    }
}

fn situation(order: &Evidence<Order>, parcel: &Parcel, index: usize, clock: &ShopClock) -> Situation {
    let at = |member: &str| format!("parcels[{index}].{member}");
    let scan = |wanted: ParcelStage| -> Option<Grounded<Scan>> {
        let mut scans = parcel.scans.iter().enumerate();
        let found = scans.find(|(_, scan)| scan.stage == wanted);
        found.map(|(i, scan)| order.read(at(&format!("scans[{i}]")), scan.clone()))
    };
    // What the carrier handled; a label that was printed is the shop's doing.
    let handled = parcel.scans.iter().position(|s| s.stage != ParcelStage::LabelMade);
    let last = handled.and_then(|i| parcel.scans.get(i).map(|s| order.read(at(&format!("scans[{i}]")), s.clone())));
    match parcel.stage {
        ParcelStage::LabelMade => Situation::LabelOnly { since: order.read(at("created"), parcel.created) },
        ParcelStage::Sent | ParcelStage::InTransit | ParcelStage::Delayed | ParcelStage::Held => match last {
            None => Situation::Sent { since: order.read(at("created"), parcel.created) },
            Some(last) => {
                let days = clock.days_since(last.value().at);
                if days >= SILENT_AFTER_DAYS {
                    let days = order.derive(Rule::DaysSince, at("scans[0].at"), days);
                    Situation::Silent { last, days }
                } else if parcel.stage == ParcelStage::Delayed || last.value().stage == ParcelStage::Delayed {
                    Situation::Delayed { last }
                } else {
                    Situation::Moving { last }
                }
            }
        },
        ParcelStage::OutForDelivery => Situation::OutForDelivery { last },
        ParcelStage::AttemptFailed => Situation::AttemptFailed { last: scan(ParcelStage::AttemptFailed).or(last) },
        ParcelStage::ReadyForPickup => Situation::ReadyForPickup {
            last: scan(ParcelStage::ReadyForPickup).or(last),
            attempt: scan(ParcelStage::AttemptFailed),
        },
        ParcelStage::Delivered => {
            let scan = scan(ParcelStage::Delivered);
            let place = scan
                .as_ref()
                .and_then(|s| s.value().place.clone())
                .map(|place| order.read(at("scans[delivered].place"), place));
            let delivered = parcel.delivered.map(|instant| order.read(at("delivered"), instant));
            let scanned = || scan.as_ref().map(|s| order.read(at("scans[delivered].at"), s.value().at));
            Situation::Delivered { at: delivered.or_else(scanned), place }
        }
        ParcelStage::PickedUp => Situation::PickedUp,
        ParcelStage::Failed | ParcelStage::Returning | ParcelStage::Returned => Situation::Failed { last },
        ParcelStage::Cancelled => Situation::Cancelled,
        ParcelStage::Unknown => Situation::Unknown,
    }
}

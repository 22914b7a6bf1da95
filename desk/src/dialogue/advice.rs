//! What follows from an order's state: what the shopper can do, and whether it takes a person.

use crate::intent::Intent;
use crate::reply::{Advice, Dispute, Headline, OrderStatus, Reason, Situation};

/// Parcels that are marked as delivered turn up within two days, or not by themselves.
const TURNS_UP_WITHIN_HOURS: i64 = 48;

/// Whether the answer leaves the shopper with something that only a person can do.
pub(super) fn next_step(status: &OrderStatus, wish: Intent) -> Option<Reason> {
    let any = |is: fn(&Situation) -> bool| status.parcels.iter().any(|parcel| is(&parcel.situation));
    let will_not_come = any(|situation| {
        matches!(situation, Situation::Failed { .. } | Situation::Returning { .. } | Situation::Returned { .. })
    });
    match wish {
        _ if asks_for_change(status, wish) => Some(Reason::NotHandled(wish)),
        Intent::RefundStatus if !status.tells_of_refund() => Some(Reason::NotHandled(wish)),
        _ if will_not_come => Some(Reason::FailedParcel),
        _ if any(|situation| matches!(situation, Situation::Held { .. })) => Some(Reason::HeldParcel),
        _ if any(|situation| matches!(situation, Situation::Silent { .. })) => Some(Reason::SilentParcel),
        _ if any(|situation| matches!(situation, Situation::NotHandedOver { .. })) => Some(Reason::NotHandedOver),
        Intent::MissingDelivery if any(is_delivered) => Some(Reason::MissingDelivery),
        // Who is told that it has arrived, and that it has not, needs somebody who finds out.
        _ if status.parcels.iter().any(|parcel| parcel.disputes.iter().any(Dispute::is_of_stage)) => {
            Some(Reason::MissingDelivery)
        }
        _ => None,
    }
}

/// What to do first, or to know first.
pub(super) fn advice(status: &OrderStatus, wish: Intent) -> Option<Advice> {
    if asks_for_change(status, wish) {
        let has_left = |situation: &Situation| {
            !matches!(
                situation,
                Situation::LabelOnly { .. }
                    | Situation::NotHandedOver { .. }
                    | Situation::Cancelled
                    | Situation::Unknown
            )
        };
        let left = status.parcels.iter().filter(|parcel| has_left(&parcel.situation)).count();
        return match status.headline {
            Headline::NothingToShip { .. } | Headline::Cancelled { .. } => None,
            _ if left == 0 => Some(Advice::MayStillChange),
            _ if left == status.parcels.len() && status.unshipped.is_none() => Some(Advice::HasLeft),
            _ => Some(Advice::HasPartlyLeft),
        };
    }
    if wish != Intent::MissingDelivery {
        return None;
    }
    let mut delivered = status.parcels.iter().filter(|parcel| is_delivered(&parcel.situation)).peekable();
    delivered.peek()?;
    let is_recent = delivered.any(|parcel| match &parcel.situation {
        Situation::Delivered { at: Some(at), .. } => {
            status.clock.now.duration_since(*at.value()).as_hours() < TURNS_UP_WITHIN_HOURS
        }
        _ => false,
    });
    Some(if is_recent { Advice::LookAround } else { Advice::AskCarrier })
}

fn asks_for_change(status: &OrderStatus, wish: Intent) -> bool {
    matches!(wish, Intent::CancelOrder | Intent::ChangeOrder | Intent::ChangeAddress)
        && !matches!(status.headline, Headline::Cancelled { .. })
}

fn is_delivered(situation: &Situation) -> bool {
    matches!(situation, Situation::Delivered { .. })
}

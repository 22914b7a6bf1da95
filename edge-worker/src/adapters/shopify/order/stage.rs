//! Shopify's statuses in the desk's words. A value that is new or unknown is said to be unknown.

use desk::record::{ParcelStage, Payment, ReturnStage};

/// `OrderDisplayFinancialStatus`.
pub(super) fn payment(status: &str) -> Payment {
    match status {
        "PENDING" | "AUTHORIZED" => Payment::Pending,
        "PAID" | "PARTIALLY_PAID" => Payment::Paid,
        "PARTIALLY_REFUNDED" => Payment::PartlyRefunded,
        "REFUNDED" => Payment::Refunded,
        "VOIDED" | "EXPIRED" => Payment::Voided,
        _ => Payment::Other,
    }
}

/// `FulfillmentDisplayStatus`, and `FulfillmentEventStatus`, which is a part of it.
pub(super) fn parcel(status: &str) -> ParcelStage {
    match status {
        "LABEL_PRINTED" | "LABEL_PURCHASED" => ParcelStage::LabelMade,
        "FULFILLED" | "MARKED_AS_FULFILLED" | "SUBMITTED" | "CONFIRMED" => ParcelStage::Sent,
        "IN_TRANSIT" | "CARRIER_PICKED_UP" => ParcelStage::InTransit,
        "DELAYED" => ParcelStage::Delayed,
        "OUT_FOR_DELIVERY" => ParcelStage::OutForDelivery,
        "ATTEMPTED_DELIVERY" => ParcelStage::AttemptFailed,
        "READY_FOR_PICKUP" => ParcelStage::ReadyForPickup,
        "DELIVERED" => ParcelStage::Delivered,
        "PICKED_UP" => ParcelStage::PickedUp,
        "NOT_DELIVERED" | "FAILURE" => ParcelStage::Failed,
        "CANCELED" | "LABEL_VOIDED" => ParcelStage::Cancelled,
        _ => ParcelStage::Unknown,
    }
}

/// `ReturnStatus`.
pub(super) fn returned(status: &str) -> ReturnStage {
    match status {
        "REQUESTED" => ReturnStage::Requested,
        "OPEN" => ReturnStage::Open,
        "CLOSED" => ReturnStage::Closed,
        "DECLINED" => ReturnStage::Declined,
        "CANCELED" => ReturnStage::Cancelled,
        _ => ReturnStage::Unknown,
    }
}

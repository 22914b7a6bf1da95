//! What a line mentions, as places in the line itself.

use std::ops::Range;

use super::{Calendar, Entities, Entity, Expecting};
use crate::message::{Message, places};

/// One thing that a line mentions, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mention {
    pub entity: Entity,
    /// Bytes of the line as it was written, on character boundaries.
    pub span: Range<usize>,
}

/// Reads what a line mentions; in order, none within another.
pub fn mentions(line: &str, expecting: Expecting, calendar: Calendar) -> Vec<Mention> {
    let (entities, stretches): (Vec<Entity>, Vec<Range<usize>>) =
        Entities::read(&Message::parse(line), expecting, calendar).all.into_iter().unzip();
    let places = places(line, &stretches);
    entities.into_iter().zip(places).map(|(entity, span)| Mention { entity, span }).collect()
}

impl Entity {
    /// One word for what it is.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Order(_) => "order",
            Self::Email(_) => "email",
            Self::Postcode(_) => "postcode",
            Self::TrackingNumber(_) => "tracking_number",
            Self::Phone(_) => "phone",
            Self::When(_) => "date",
            Self::Amount(_) => "amount",
            Self::PriceRange(_) => "price_range",
            Self::Sku(_) => "sku",
            Self::Size(_) => "size",
            Self::Quantity(_) => "quantity",
        }
    }
}

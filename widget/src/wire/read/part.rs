//! Parts of a message.

use protocol::part::{
    Block, BlockKind, Choices, Comparison, Excerpt, Field, Form, Image, Link, Parcel, Part, Product, Rating, Row, Scan,
    Span, Stage,
};

use super::member::{is, many, maybe, one, text, texts};
use crate::wire::Value;

pub fn part<V: Value>(value: &V) -> Part {
    Part {
        text: text(value, "text"),
        parcel: one(value, "parcel", parcel),
        product: one(value, "product", product),
        excerpt: one(value, "excerpt", |it| Excerpt {
            title: text(it, "title"),
            blocks: many(it, "blocks", block),
            link: one(it, "link", link),
        }),
        choices: one(value, "choices", |it| Choices { options: texts(it, "options") }),
        comparison: one(value, "comparison", |it| Comparison {
            columns: texts(it, "columns"),
            rows: many(it, "rows", |it| Row { name: text(it, "name"), values: texts(it, "values") }),
        }),
        form: one(value, "form", |it| Form {
            fields: texts(it, "fields").iter().map(|field| self::field(field)).collect(),
        }),
        rating: one(value, "rating", |it| Rating { id: text(it, "id") }),
        photos: many(value, "photos", image),
    }
}

fn field(name: &str) -> Field {
    match name {
        "order-number" => Field::OrderNumber,
        "email" => Field::Email,
        _ => Field::Unknown,
    }
}

fn image<V: Value>(value: &V) -> Image {
    Image { url: text(value, "url"), alt: text(value, "alt") }
}

fn parcel<V: Value>(value: &V) -> Parcel {
    Parcel {
        title: text(value, "title"),
        status: text(value, "status"),
        stage: match text(value, "stage").as_str() {
            "preparing" => Stage::Preparing,
            "moving" => Stage::Moving,
            "out-for-delivery" => Stage::OutForDelivery,
            "attention" => Stage::Attention,
            "delivered" => Stage::Delivered,
            _ => Stage::Unknown,
        },
        items: texts(value, "items"),
        expected: maybe(value, "expected"),
        scans: many(value, "scans", |it| Scan {
            text: text(it, "text"),
            place: maybe(it, "place"),
            when: text(it, "when"),
            at: text(it, "at"),
        }),
        tracking: one(value, "tracking", link),
        labels: texts(value, "labels"),
    }
}

fn product<V: Value>(value: &V) -> Product {
    Product {
        title: text(value, "title"),
        price: text(value, "price"),
        availability: text(value, "availability"),
        in_stock: is(value, "in_stock"),
        url: maybe(value, "url"),
        image: one(value, "image", image),
        options: texts(value, "options"),
    }
}

fn block<V: Value>(value: &V) -> Block {
    Block {
        kind: match text(value, "kind").as_str() {
            "heading" => BlockKind::Heading,
            "item" => BlockKind::Item,
            _ => BlockKind::Paragraph,
        },
        spans: many(value, "spans", |it| Span {
            text: text(it, "text"),
            strong: is(it, "strong"),
            href: maybe(it, "href"),
        }),
    }
}

fn link<V: Value>(value: &V) -> Link {
    Link { text: text(value, "text"), href: text(value, "href") }
}

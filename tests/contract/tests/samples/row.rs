//! Which documents there are, and what asks each.

use desk::entity::{Email, OrderNumber};
use desk::identity::{CustomerProof, Vouches};
use desk::language::Language;
use desk::lookup::Outage;
use desk::proof::{Claim, Contact, OrderProof};
use desk::record::{Kin, PolicyKind};
use edge_worker::adapters::shopify::{Listed, Shopify};
use edge_worker::fault::Upstream::{self, ShopifyAdmin, ShopifyStorefront};
use edge_worker::ports::{Catalog, Market, Orders, Policies};
use futures_executor::block_on;
use serde_json::json;

use super::answers::Answers;

/// A document with what asks it, and its members that are kept whole for others to read.
pub struct Row {
    pub document: &'static str,
    pub operation: &'static str,
    pub upstream: Upstream,
    pub ask: fn(&Shopify<&Answers>) -> Result<(), Outage>,
    pub unread: &'static str,
}

pub const ROWS: [Row; 15] = [
    Row { document: "orders", operation: "Orders", upstream: ShopifyAdmin, ask: order, unread: "-" },
    Row {
        document: "order_heads",
        operation: "OrderHeads",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.of_customer(&CustomerProof::of(&Vouched), None)).map(drop),
        unread: "-",
    },
    Row {
        document: "webhooks",
        operation: "Webhooks",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.subscriptions()).map(drop),
        unread: "-",
    },
    Row {
        document: "order_email",
        operation: "OrderEmail",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.email_of(&proof())).map(drop),
        unread: "-",
    },
    Row {
        document: "installation",
        operation: "Installation",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.installation()).map(drop),
        unread: "-",
    },
    Row {
        document: "name",
        operation: "Name",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.check(ShopifyStorefront)),
        unread: "-",
    },
    Row {
        document: "product",
        operation: "Product",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.product("text", &Market::default())).map(drop),
        unread: "-",
    },
    Row {
        document: "recommended",
        operation: "Recommended",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.recommended(Kin::Companion, "text", &Market::default())).map(drop),
        unread: "-",
    },
    Row {
        document: "policies",
        operation: "Policies",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.policy(PolicyKind::Refund, &Market::default())).map(drop),
        unread: "-",
    },
    Row {
        document: "languages",
        operation: "Languages",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.languages()).map(drop),
        unread: "-",
    },
    Row {
        document: "mirror_product",
        operation: "MirrorProduct",
        upstream: ShopifyStorefront,
        ask: |shop| block_on(shop.mirrored("1", Language::En)).map(drop),
        unread: "/product/",
    },
    Row {
        document: "product_count",
        operation: "ProductCount",
        upstream: ShopifyAdmin,
        ask: |shop| block_on(shop.product_count()).map(drop),
        unread: "-",
    },
    Row {
        document: "mirror_products",
        operation: "MirrorProducts",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Products),
        unread: "/products/nodes/0",
    },
    Row {
        document: "mirror_articles",
        operation: "MirrorArticles",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Articles),
        unread: "/articles/nodes/0",
    },
    Row {
        document: "mirror_pages",
        operation: "MirrorPages",
        upstream: ShopifyStorefront,
        ask: |shop| leaf(shop, Listed::Pages),
        unread: "/pages/nodes/0",
    },
];

/// Whom the shop vouched for.
struct Vouched;

impl Vouches for Vouched {
    fn customer(&self) -> &'static str {
        "1"
    }
}

/// As a conversation keeps it.
fn proof() -> OrderProof {
    serde_json::from_value(json!({ "number": 1002, "id": "gid://shopify/Order/1" })).expect("a proof")
}

pub fn order(shop: &Shopify<&Answers>) -> Result<(), Outage> {
    block_on(shop.proven(&proof())).map(drop)
}

pub fn claimed(shop: &Shopify<&Answers>) -> Result<bool, Outage> {
    let contact = Contact::Email(Email::parse("a@example.com").expect("an e-mail"));
    let claim = Claim { order: OrderNumber::parse("#1002").expect("a number"), contact };
    block_on(shop.claimed(&claim)).map(|sealed| sealed.is_some_and(|sealed| sealed.open(&claim).is_some()))
}

pub fn named(shop: &Shopify<&Answers>) -> Result<bool, Outage> {
    let customer = CustomerProof::of(&Vouched);
    let number = OrderNumber::parse("#1002");
    let opened = block_on(shop.of_customer(&customer, number))?.into_iter().filter_map(|head| head.open(&customer));
    Ok(opened.into_iter().any(|(proof, _)| Some(proof.number()) == number))
}

fn leaf(shop: &Shopify<&Answers>, list: Listed) -> Result<(), Outage> {
    block_on(shop.leaf(list, Language::En, None, 50, "")).map(drop)
}

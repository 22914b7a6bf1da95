//! The demo shop's controls: faults, what was asked of it, and what reached the merchant.

use serde_json::{Value, json};

use crate::http;
use crate::wait::{SOON, until};

/// A running demo shop, by the address of its storefront.
#[derive(Clone, Debug)]
pub struct DemoShop {
    pub storefront: String,
    pub admin: String,
}

impl DemoShop {
    /// Makes an upstream (`admin`, `storefront_api`, `hand_offs`) fail until [`DemoShop::recover`].
    pub fn fail(&self, upstream: &str, fault: &Value) {
        self.put(&format!("faults/{upstream}"), fault);
    }

    /// Every upstream answers again.
    pub fn recover(&self) {
        let answer = http::send("DELETE", &self.control("faults"), &[], "");
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// The requests that one upstream answered, of the latest 200 of all, with those whose sender was gone by then.
    pub fn requests(&self, upstream: &str) -> Vec<Value> {
        let all = http::json(&self.control("requests"));
        let of_upstream = |request: &&Value| request["upstream"] == upstream;
        all.as_array().into_iter().flatten().filter(of_upstream).cloned().collect()
    }

    /// How often an order was asked for. What of it is on hold is asked besides, in a document of its own.
    pub fn reads(&self, order: &str) -> usize {
        let is_read =
            |request: &&Value| request["operation"] == "Orders" && request["variables"].to_string().contains(order);
        self.requests("admin").iter().filter(is_read).count()
    }

    /// Records of this conversation's hand-offs that the merchant's webhook took, each delivery once.
    pub fn received(&self, conversation: &str) -> Vec<Value> {
        let all = http::json(&self.control("hand-offs.json"));
        let of_conversation = |taken: &&Value| taken["payload"]["shopdesk"]["conversation"] == conversation;
        all.as_array().into_iter().flatten().filter(of_conversation).cloned().collect()
    }

    /// The record of a conversation's first hand-off, once it is there.
    pub fn first_received(&self, conversation: &str) -> Value {
        let first = until("a hand-off at the webhook", SOON, || self.received(conversation).into_iter().next());
        first["payload"]["shopdesk"].clone()
    }

    /// Mails that were handed in for this address, as they came.
    pub fn mails(&self, to: &str) -> Vec<Value> {
        let all = http::json(&self.control("mail.json"));
        let of_address = |mail: &&Value| mail["to"].to_string().contains(to);
        all.as_array().into_iter().flatten().filter(of_address).cloned().collect()
    }

    /// Signs a customer in and gives the cookie of the session.
    pub fn sign_in(&self, email: &str) -> String {
        let form = [("Content-Type", "application/x-www-form-urlencoded")];
        let body = format!("email={}", email.replace('@', "%40"));
        let answer = http::send("POST", &format!("{}/account/login", self.storefront), &form, &body);
        answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }

    /// Asks the Worker through the shop's app proxy, which signs.
    pub fn through_the_proxy(&self, path: &str, cookie: &str) -> http::Answer {
        http::send("GET", &format!("{}/apps/shopdesk{path}", self.storefront), &[("Cookie", cookie)], "")
    }

    /// Tells whoever subscribed, and the app's own address, that something happened, and waits until they took it.
    pub fn tell(&self, what: &Value) -> Vec<Value> {
        let json = [("Content-Type", "application/json")];
        let answer = http::send("POST", &self.control("webhooks"), &json, &what.to_string());
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json().as_array().cloned().unwrap_or_default()
    }

    /// Takes a product out of the shop, which tells whoever subscribed.
    pub fn delete_product(&self, handle: &str) {
        let answer = http::send("DELETE", &self.control(&format!("products/{handle}")), &[], "");
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// Changes a product, which tells whoever subscribed.
    pub fn change_product(&self, handle: &str, change: &Value) {
        self.put(&format!("products/{handle}"), change);
    }

    /// The page on which the merchant sees hand-offs.
    pub fn hand_off_page(&self) -> String {
        http::send("GET", &self.control("hand-offs"), &[], "").body
    }

    /// Asks the Admin interface something that the Worker never asks.
    pub fn admin(&self, query: &str) -> Value {
        let url = format!("{}/admin/api/2026-10/graphql.json", self.admin);
        let headers = [("Content-Type", "application/json"), ("X-Shopify-Access-Token", "shpat_demo_admin_token")];
        let answer = http::send("POST", &url, &headers, &json!({ "query": query }).to_string());
        answer.json()["data"].clone()
    }

    /// Tells demo-shop something by one of its control routes, such as `bucket`.
    pub fn put(&self, what: &str, body: &Value) {
        let answer = http::send("PUT", &self.control(what), &[("Content-Type", "application/json")], &body.to_string());
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    fn control(&self, what: &str) -> String {
        format!("{}/_demo/{what}", self.storefront)
    }
}

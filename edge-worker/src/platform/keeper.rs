//! The `Keeper` port: the one object of the deployment that keeps what all isolates share.

use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{Either, LocalBoxFuture, select};
use serde_json::Value;
use worker::{Delay, Env, Error, Method, Request, RequestInit, Result};

use super::clock;
use crate::adapters::shared;
use crate::fault::Fault;
use crate::ports::keeper::Keeper;

#[derive(Debug)]
struct Object(Env);

/// The keeper of this deployment.
pub fn bound(env: &Env) -> Rc<dyn Keeper> {
    Rc::new(Object(env.clone()))
}

/// Tells what the others should know, and learns from them. Called once an answer is out: nobody waits for it.
pub async fn tell(env: &Env) {
    shared::tell(&Some(bound(env)), clock::now()).await;
}

impl Keeper for Object {
    fn ask(&self, question: Value, timeout_ms: u32) -> LocalBoxFuture<'_, Option<Value>> {
        Box::pin(async move {
            let exchange = std::pin::pin!(self.exchange(question));
            let timeout = std::pin::pin!(Delay::from(Duration::from_millis(timeout_ms.into())));
            match select(exchange, timeout).await {
                Either::Left((Ok(answer), _)) => Some(answer),
                Either::Left((Err(error), _)) => {
                    Fault::new(format!("keeper: {error}")).log();
                    None
                }
                Either::Right(((), _)) => None,
            }
        })
    }
}

impl Object {
    async fn exchange(&self, question: Value) -> Result<Value> {
        let mut init = RequestInit::new();
        init.with_method(Method::Post).with_body(Some(question.to_string().into()));
        let request = Request::new_with_init("https://keeper/", &init)?;
        let stub = self.0.durable_object("KEEPER")?.id_from_name("keeper")?.get_stub()?;
        let mut answer = stub.fetch_with_request(request).await?;
        if answer.status_code() != 200 {
            return Err(Error::from("it did not answer"));
        }
        Ok(serde_json::from_str(&answer.text().await?)?)
    }
}

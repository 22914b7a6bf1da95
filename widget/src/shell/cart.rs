//! The theme's cart, through its Ajax interface.

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use parts::{Buying, Step, Variant};

use super::{Js, SHELL};
use crate::wire::{Value, read};

/// Asks for the variants of the product with this page, or puts one into the cart. One that has no other is put there
/// at once.
pub fn buy(page: &str, variant: Option<String>, tell: ArcRwSignal<Buying>) {
    let page = page.split(['?', '#']).next().unwrap_or(page).to_owned();
    tell.update(|buying| buying.step = Step::Asking);
    spawn_local(async move {
        let outcome = match variant {
            Some(id) => add(&id).await,
            None => ask(&page).await,
        };
        tell.update(|buying| match outcome {
            Ok(variants) if variants.is_empty() => buying.step = Step::Added,
            Ok(variants) => {
                buying.step = Step::Choosing;
                buying.variants = variants;
            }
            Err(trouble) => {
                buying.step = Step::Failed;
                buying.trouble = trouble;
            }
        });
    });
}

/// The variants to choose from; none when there was no choice, and the product is in the cart.
async fn ask(page: &str) -> Result<Vec<Variant>, String> {
    let product = answer(Request::get(&[page, ".js"].concat()).send().await).await?;
    let variants: Vec<Variant> = read::many(&product, "variants", |it| Variant {
        id: it.member("id").and_then(|id| id.number()).map(|id| id.to_string()).unwrap_or_default(),
        title: read::text(it, "title"),
        is_available: read::is(it, "available"),
    });
    match variants.as_slice() {
        [only] => add(&only.id).await,
        [] => Err(String::new()),
        _ => Ok(variants),
    }
}

async fn add(id: &str) -> Result<Vec<Variant>, String> {
    let Some(shell) = SHELL.get() else { return Err(String::new()) };
    // The id is a number that the theme gave, or none at all.
    let id: u64 = id.parse().map_err(|_| String::new())?;
    let body = ["{\"items\":[{\"id\":", &id.to_string(), ",\"quantity\":1}]}"].concat();
    let request = Request::post(&[&shell.settings.cart, "/add.js"].concat()).header("content-type", "application/json");
    let request = request.body(body).map_err(|_| String::new())?;
    answer(request.send().await).await?;
    shell.frame.tell("carted", &id.to_string());
    Ok(Vec::new())
}

/// The JSON of a good answer; of a bad one the shop's own words, if it has any.
async fn answer(sent: Result<gloo_net::http::Response, gloo_net::Error>) -> Result<Js, String> {
    let answer = sent.map_err(|_| String::new())?;
    let text = answer.text().await.map_err(|_| String::new())?;
    let value = Js::parse(&text).ok_or_else(String::new)?;
    if answer.ok() {
        return Ok(value);
    }
    let words = read::maybe(&value, "description").or_else(|| read::maybe(&value, "message"));
    Err(words.unwrap_or_default())
}

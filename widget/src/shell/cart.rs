//! The theme's cart, through its Ajax interface.

use leptos::prelude::{ArcRwSignal, Update};
use parts::{Buying, Step, Variant};

use super::{frame::Answer, with};
use crate::wire::read;

/// Asks for the variants of the product with this page, or puts one into the cart. One that has no other is put there
/// at once.
pub fn buy(page: &str, variant: Option<String>, tell: ArcRwSignal<Buying>) {
    tell.update(|buying| buying.step = Step::Asking);
    if let Some(id) = variant {
        return add(&id, tell);
    }
    let page = page.split(['?', '#']).next().unwrap_or(page);
    with(|shell| {
        shell.frame.fetch("GET", &[page, ".js"].concat(), "", move |answer| {
            let variants = variants(&answer);
            match variants.as_slice() {
                [only] => add(&only.id, tell.clone()),
                [] => fail(&answer, &tell),
                _ => tell.update(|buying| {
                    buying.step = Step::Choosing;
                    buying.variants = variants;
                }),
            }
        });
    });
}

fn variants(answer: &Answer) -> Vec<Variant> {
    let Some(product) = &answer.value else { return Vec::new() };
    read::many(product, "variants", |it| Variant {
        id: read::whole(it, "id").to_string(),
        title: read::text(it, "title"),
        is_available: read::is(it, "available"),
    })
}

fn add(id: &str, tell: ArcRwSignal<Buying>) {
    // The id is a number that the theme gave.
    let body = ["{\"items\":[{\"id\":", id, ",\"quantity\":1}]}"].concat();
    let id = id.to_owned();
    with(|shell| {
        shell.frame.fetch("POST", &[&shell.settings.cart, "/add.js"].concat(), &body, move |answer| {
            if answer.status == 200 {
                tell.update(|buying| buying.step = Step::Added);
                with(|shell| shell.frame.tell("carted", &id));
            } else {
                fail(&answer, &tell);
            }
        });
    });
}

/// The shop's own words, if it has any.
fn fail(answer: &Answer, tell: &ArcRwSignal<Buying>) {
    let words = answer.value.as_ref().map(|value| read::text(value, "description"));
    tell.update(|buying| {
        buying.step = Step::Failed;
        buying.trouble = words.unwrap_or_default();
    });
}

//! From a product card into the theme's cart.

use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Update, event_target_value};

use crate::{Piece, Place, el};

/// Puts a product into the cart: asks the theme for the variants of the product whose page this is, or adds the variant
/// of this id, and tells how far it has come.
pub type Buy = fn(page: &str, variant: Option<String>, tell: ArcRwSignal<Buying>);

/// How far the way into the cart has come.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Buying {
    /// Where it stands.
    pub step: Step,
    /// What there is to choose from, once it is known.
    pub variants: Vec<Variant>,
    /// The id of the variant that was chosen; empty while none is.
    pub chosen: String,
    /// Why it failed, in the shop's words; may be empty.
    pub trouble: String,
}

/// Where the way into the cart stands.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Step {
    /// Nothing was pressed.
    #[default]
    Idle,
    /// The theme is being asked.
    Asking,
    /// The shopper chooses a variant.
    Choosing,
    /// It is in the cart.
    Added,
    /// It is not.
    Failed,
}

/// One variant of a product.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Variant {
    /// Numeric, as text.
    pub id: String,
    /// "Moss / M".
    pub title: String,
    /// Whether it can be bought now.
    pub is_available: bool,
}

/// Draws the button, the choice once there is one, and what came of it.
pub fn view(page: &str, buy: Buy, place: &Place) -> Piece {
    let words = place.words;
    // Counted, not owned: a row is drawn in an effect, which would take what it owns along when it runs again.
    let state = ArcRwSignal::new(Buying::default());
    let page = page.to_owned();
    let (step, told, press) = (state.clone(), state.clone(), state.clone());
    let step = move || step.get().step;
    let press = move || {
        let Buying { step, chosen, .. } = press.get_untracked();
        let wanted = match step {
            Step::Asking => return,
            // Nobody buys a size that they did not choose.
            Step::Choosing if chosen.is_empty() => return,
            Step::Choosing => Some(chosen),
            _ => None,
        };
        buy(&page, wanted, press.clone());
    };
    let (is_choosing, is_added) = (step.clone(), step);
    let waits = state.clone();
    let waits = move || {
        let Buying { step, chosen, .. } = waits.get();
        step == Step::Asking || step == Step::Choosing && chosen.is_empty()
    };
    let button = el("button")
        .class("add")
        .with("type", "button")
        .live_bool("aria-disabled", waits)
        .on("click", move |_| press())
        .text(&words.add_to_cart);
    let cart = el("a").with("href", place.cart).hidden_while(move || is_added() != Step::Added).text(&words.view_cart);
    el("div")
        .class("buy")
        .child(choice(state, words).hidden_while(move || is_choosing() != Step::Choosing))
        .child(button)
        .child(el("p").with("role", "status").live_text(move || told_of(&told.get(), words).to_owned()).child(cart))
}

fn choice(state: ArcRwSignal<Buying>, words: &'static crate::Words) -> Piece {
    let (read, chosen) = (state.clone(), state.clone());
    el("select")
        .with("aria-label", &words.choose)
        .on("change", move |event| {
            let id = event_target_value(&event);
            chosen.update(|buying| buying.chosen = id);
        })
        .rows(
            // Before all others one that is none, so that what stands there was chosen.
            move || [String::new()].into_iter().chain(read.get().variants.into_iter().map(|it| it.id)).collect(),
            move |id| {
                if id.is_empty() {
                    return Some(el("option").with("value", "").text(&words.choose));
                }
                let variant = state.get_untracked().variants.into_iter().find(|variant| variant.id == id)?;
                let option = el("option").with("value", &variant.id);
                Some(if variant.is_available {
                    option.text(&variant.title)
                } else {
                    option.with("disabled", "").text(&[&variant.title, " (", &words.sold_out, ")"].concat())
                })
            },
        )
}

fn told_of<'a>(buying: &'a Buying, words: &'a crate::Words) -> &'a str {
    match buying.step {
        Step::Idle => "",
        Step::Asking => &words.adding,
        Step::Choosing => &words.choose,
        Step::Added => &words.added,
        Step::Failed if buying.trouble.is_empty() => &words.not_added,
        Step::Failed => &buying.trouble,
    }
}

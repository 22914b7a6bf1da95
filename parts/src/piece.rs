//! One Rust type for everything that is drawn.
//!
//! Leptos gives each element a type made of its tag, attributes and children, and compiles drawing, redrawing and
//! dropping for every one: with `view!` for every tag the widget weighed nearly twice what it may. A message
//! never changes its shape once it is drawn, so its nodes need only be made; what does change inside them is one text
//! or one attribute, which a closure under Leptos' reactive system keeps true. So a [`Piece`] is data, one small loop
//! makes nodes of it, and it is a Leptos view like any other. It has no way to put HTML text into a page.

use leptos::{
    ev::SubmitEvent,
    prelude::RenderEffect,
    tachys::{
        html::attribute::any_attribute::AnyAttribute,
        hydration::Cursor,
        no_attrs,
        renderer::{
            RemoveEventHandler, Rndr,
            types::{Element, Event, Node},
        },
        view::{Mountable, Position, PositionState, Render, RenderHtml},
    },
    wasm_bindgen::JsCast,
};

/// An element with everything in it.
pub struct Piece(Box<Content>);

/// Behind a box, because a piece is handed on at every step of its making.
struct Content {
    tag: &'static str,
    steps: Vec<Step>,
}

/// What is done to an element when it is made, in this order.
enum Step {
    Attribute(&'static str, String),
    Text(String),
    Child(Piece),
    On(&'static str, Handler),
    LiveText(Reading<String>),
    LiveAttribute(&'static str, Reading<Option<String>>),
    LiveValue(Reading<String>),
    Rows(Reading<Vec<String>>, Draw),
}

type Reading<T> = Box<dyn Fn() -> T + Send>;
type Handler = Box<dyn Fn(Event) + Send>;
type Draw = Box<dyn Fn(&str) -> Option<Piece> + Send>;

/// Begins an element.
pub fn el(tag: &'static str) -> Piece {
    Piece(Box::new(Content { tag, steps: Vec::new() }))
}

/// Gives a button that was pressed another name, without anything to follow.
pub fn relabel(event: &Event, text: &str) {
    if let Some(button) = event.unchecked_ref::<SubmitEvent>().current_target() {
        button.unchecked_ref::<Node>().set_text_content(Some(text));
    }
}

impl Piece {
    /// Sets an attribute for good.
    #[must_use]
    pub fn with(self, name: &'static str, value: &str) -> Self {
        self.step(Step::Attribute(name, value.to_owned()))
    }

    /// Sets the class.
    #[must_use]
    pub fn class(self, name: &'static str) -> Self {
        self.with("class", name)
    }

    /// Adds words, shown as they stand.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.step(Step::Text(text.to_owned()))
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: Self) -> Self {
        self.step(Step::Child(child))
    }

    /// Adds elements, one after the other; an `Option` is none or one.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Does something when a DOM event of this name arrives.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl Fn(Event) + Send + 'static) -> Self {
        self.step(Step::On(event, Box::new(act)))
    }

    /// Adds words that follow whatever signals `read` reads.
    #[must_use]
    pub fn live_text(self, read: impl Fn() -> String + Send + 'static) -> Self {
        self.step(Step::LiveText(Box::new(read)))
    }

    /// Sets an attribute that follows what `read` reads; without a value it is absent.
    #[must_use]
    pub fn live(self, name: &'static str, read: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.step(Step::LiveAttribute(name, Box::new(read)))
    }

    /// Sets an attribute that is always there to `true` or `false`.
    #[must_use]
    pub fn live_bool(self, name: &'static str, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.live(name, move || Some(if read() { "true" } else { "false" }.to_owned()))
    }

    /// Hides the element from everyone while `read` says so.
    #[must_use]
    pub fn hidden_while(self, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.live("hidden", move || read().then(String::new))
    }

    /// Keeps the value of an input equal to what `read` reads.
    #[must_use]
    pub fn live_value(self, read: impl Fn() -> String + Send + 'static) -> Self {
        self.step(Step::LiveValue(Box::new(read)))
    }

    /// Keeps one child for each of the keys that `read` reads, in their order. A key is drawn once, and its nodes
    /// move with it. Nothing else may be among this element's children.
    #[must_use]
    pub fn rows(
        self,
        read: impl Fn() -> Vec<String> + Send + 'static,
        draw: impl Fn(&str) -> Option<Self> + Send + 'static,
    ) -> Self {
        self.step(Step::Rows(Box::new(read), Box::new(draw)))
    }

    fn step(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }
}

/// The nodes of a [`Piece`], with what keeps them alive.
pub struct Drawn {
    element: Element,
    _children: Vec<Drawn>,
    _effects: Vec<RenderEffect<()>>,
    _listeners: Vec<RemoveEventHandler<Element>>,
}

impl Render for Piece {
    type State = Drawn;

    fn build(self) -> Drawn {
        let element = Rndr::create_element(self.0.tag, None);
        let (mut children, mut effects, mut listeners) = (Vec::new(), Vec::new(), Vec::new());
        for step in self.0.steps {
            match step {
                Step::Attribute(name, value) => Rndr::set_attribute(&element, name, &value),
                Step::Text(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
                Step::Child(piece) => {
                    let child = piece.build();
                    Rndr::insert_node(&element, &child.element, None);
                    children.push(child);
                }
                Step::On(event, act) => listeners.push(Rndr::add_event_listener(&element, event, act)),
                Step::LiveText(read) => effects.push(live_text(&element, read)),
                Step::LiveAttribute(name, read) => effects.push(live_attribute(&element, name, read)),
                Step::LiveValue(read) => effects.push(live_value(&element, read)),
                Step::Rows(read, draw) => effects.push(rows(&element, read, draw)),
            }
        }
        Drawn { element, _children: children, _effects: effects, _listeners: listeners }
    }

    /// A piece that takes the place of another is made anew.
    fn rebuild(self, drawn: &mut Drawn) {
        let mut new = self.build();
        drawn.insert_before_this(&mut new);
        drawn.unmount();
        *drawn = new;
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element);
        parent.map(|parent| child.mount(parent.unchecked_ref(), Some(&self.element))).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

fn live_text(element: &Element, read: Reading<String>) -> RenderEffect<()> {
    let node = Rndr::create_text_node("");
    Rndr::insert_node(element, &node, None);
    let mut shown = String::new();
    RenderEffect::new(move |_| {
        let text = read();
        if text != shown {
            Rndr::set_text(&node, &text);
            shown = text;
        }
    })
}

fn live_attribute(element: &Element, name: &'static str, read: Reading<Option<String>>) -> RenderEffect<()> {
    let element = element.clone();
    let mut shown = None;
    RenderEffect::new(move |_| {
        let value = read();
        if value != shown {
            match &value {
                Some(value) => Rndr::set_attribute(&element, name, value),
                None => Rndr::remove_attribute(&element, name),
            }
            shown = value;
        }
    })
}

fn live_value(element: &Element, read: Reading<String>) -> RenderEffect<()> {
    let element = element.clone();
    RenderEffect::new(move |_| Rndr::set_property(&element, "value", &read().into()))
}

/// Walks along what is shown and what should be: a row that stands in its place stays untouched, any other is taken
/// from further down or drawn, and what is left over at the end goes.
fn rows(element: &Element, read: Reading<Vec<String>>, draw: Draw) -> RenderEffect<()> {
    let element = element.clone();
    let mut shown: Vec<(String, Drawn)> = Vec::new();
    RenderEffect::new(move |_| {
        let keys = read();
        for (place, key) in keys.iter().enumerate() {
            let found = shown.iter().skip(place).position(|(held, _)| held == key);
            let row = match found {
                Some(0) => continue,
                Some(further) => shown.remove(place + further),
                None => match draw(key) {
                    Some(piece) => (key.clone(), piece.build()),
                    None => continue,
                },
            };
            let before = shown.get(place).map(|(_, next)| next.element.clone());
            Rndr::insert_node(&element, &row.1.element, before.as_deref());
            shown.insert(place.min(shown.len()), row);
        }
        for (_, mut gone) in shown.drain(keys.len().min(shown.len())..) {
            gone.unmount();
        }
    })
}

no_attrs!(Piece);

/// What a server would need. Nothing here is ever drawn on one; tests read the HTML.
impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.write(html);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Piece {
    fn write(self, html: &mut String) {
        let Content { tag, steps } = *self.0;
        html.extend(["<", tag]);
        let mut inside = String::new();
        let mut attribute = |name: &str, value: &str| html.extend([" ", name, "=\"", &escaped(value), "\""]);
        for step in steps {
            match step {
                Step::Attribute(name, value) => attribute(name, &value),
                Step::LiveAttribute(name, read) => {
                    if let Some(value) = read() {
                        attribute(name, &value);
                    }
                }
                Step::Text(text) => inside.push_str(&escaped(&text)),
                Step::LiveText(read) | Step::LiveValue(read) => inside.push_str(&escaped(&read())),
                Step::Child(piece) => piece.write(&mut inside),
                Step::Rows(read, draw) => {
                    for piece in read().iter().filter_map(|key| draw(key)) {
                        piece.write(&mut inside);
                    }
                }
                Step::On(..) => {}
            }
        }
        html.extend([">", &inside, "</", tag, ">"]);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

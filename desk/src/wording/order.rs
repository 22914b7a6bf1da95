//! An order and its parcels in words.

mod situation;

use situation::{name, scan_view, sentence, stage, status_of};

use super::time::Calendar;
use super::voice::{Slot, Voice};
use super::{Line, ParcelView, Shape};
use crate::evidence::Grounded;
use crate::record::{Payment, ReturnStage, Window};
use crate::reply::{Advice, Dispute, Fact, Headline, OrderStatus, OwnOrders, ParcelStatus, Situation, Word};

pub(super) fn status(status: &OrderStatus, voice: Voice) -> Vec<Line> {
    let calendar = Calendar { voice, clock: &status.clock };
    let mut lines = match status.only {
        Some(fact) => one_fact(status, fact, calendar),
        None => everything(status, calendar),
    };
    let advice = status.advice.map(|advice| {
        voice.plain(match advice {
            Advice::LookAround => "advice-look-around",
            Advice::AskCarrier => "advice-ask-carrier",
            Advice::MayStillChange => "advice-may-change",
            Advice::HasLeft => "advice-has-left",
            Advice::HasPartlyLeft => "advice-has-partly-left",
        })
    });
    let unread = status.is_carrier_unread.then(|| voice.plain("carrier-unread"));
    let clock = status.names_clock.then(|| {
        let zone = calendar.zone();
        voice.say("shop-clock", &[("zone", Slot::Text(&zone))])
    });
    lines.extend([unread, clock, advice].into_iter().flatten().map(Line::words));
    lines
}

fn everything(status: &OrderStatus, calendar: Calendar<'_>) -> Vec<Line> {
    let voice = calendar.voice;
    let order = status.order.value();
    let mut lines: Vec<Line> = headline(order, status, calendar).map(Line::words).into_iter().collect();
    lines.extend(status.parcels.iter().flat_map(|parcel| self::parcel(parcel, order, calendar)));
    if let Some(unshipped) = &status.unshipped {
        let items = voice.list(unshipped.value());
        lines.push(Line::words(voice.say("order-unshipped", &[("items", Slot::Text(&items))])));
    }
    for (at, amount) in &status.refunds {
        let (day, amount) = (calendar.on_day(*at.value()), voice.money(*amount.value()));
        lines.push(Line::words(
            voice.say("order-refunded", &[("amount", Slot::Text(&amount)), ("day", Slot::Text(&day))]),
        ));
    }
    lines.extend(returns(status, voice));
    lines
}

/// Which of the customer's orders is meant: numbered, and to press.
pub(super) fn which(own: &OwnOrders, voice: Voice) -> Line {
    let calendar = Calendar { voice, clock: &own.clock };
    let options: Vec<String> = (own.orders.iter())
        .map(|(name, placed)| [name.value(), ", ", &calendar.day(*placed.value())].concat())
        .collect();
    let numbered = options.iter().enumerate().map(|(index, option)| format!("{}. {option}", index + 1));
    let text = [voice.plain("which-order")].into_iter().chain(numbered).collect::<Vec<_>>().join("\n");
    Line { text, shape: Shape::Choices(options) }
}

fn returns(status: &OrderStatus, voice: Voice) -> Vec<Line> {
    let sentence = |stage: ReturnStage| match stage {
        ReturnStage::Requested => Some("return-requested"),
        ReturnStage::Open => Some("return-open"),
        ReturnStage::Closed => Some("return-closed"),
        ReturnStage::Declined => Some("return-declined"),
        ReturnStage::Cancelled | ReturnStage::Unknown => None,
    };
    let told = status.returns.iter().filter_map(|returned| {
        let returned = returned.value();
        Some(Line::words(voice.say(sentence(returned.stage)?, &[("name", Slot::Text(&returned.name))])))
    });
    told.collect()
}

/// The one thing that was asked, of each parcel.
fn one_fact(status: &OrderStatus, fact: Fact, calendar: Calendar<'_>) -> Vec<Line> {
    let voice = calendar.voice;
    let order = status.order.value();
    if fact == Fact::Returns {
        let told = returns(status, voice);
        let none = || Line::words(voice.say("order-no-return", &[("order", Slot::Text(order))]));
        return if told.is_empty() { vec![none()] } else { told };
    }
    if let Some(contents) = &status.contents {
        let slots = [("order", Slot::Text(order)), ("items", Slot::Text(&voice.list(contents.value())))];
        return vec![Line::words(voice.say("order-contents", &slots))];
    }
    let told = status.parcels.iter().map(|parcel| {
        let subject = subject(parcel, order, voice);
        let carrier = parcel.carrier.as_ref().map(|carrier| carrier.value().as_str());
        let whole = || sentence(&parcel.situation, &subject, carrier, calendar);
        let about = |name: &str, slot: &str, value: &str| {
            voice.say(name, &[("subject", Slot::Text(&subject)), (slot, Slot::Text(value))])
        };
        let first = match fact {
            Fact::Place | Fact::Returns | Fact::Contents => whole(),
            Fact::Arrival => match (&parcel.expected, &parcel.situation) {
                (Some(expected), _) => {
                    about("fact-arrival", "expected", &lower(&expectation(parcel, expected, calendar)))
                }
                (None, Situation::Moving { .. } | Situation::Delayed { .. } | Situation::Sent { .. }) => {
                    voice.say("fact-no-date", &[("subject", Slot::Text(&subject))])
                }
                (None, _) => whole(),
            },
            Fact::Carrier => match carrier {
                Some(carrier) => about("fact-carrier", "carrier", carrier),
                None => voice.say("fact-no-carrier", &[("subject", Slot::Text(&subject))]),
            },
            Fact::TrackingNumber => match &parcel.number {
                Some(number) => about("fact-number", "number", number.value()),
                None => voice.say("fact-no-number", &[("subject", Slot::Text(&subject))]),
            },
        };
        let link = parcel.tracking.as_ref().filter(|_| fact == Fact::TrackingNumber);
        let link = link.map(|url| voice.say("tracking", &[("url", Slot::Text(url.value()))]));
        let disputes = disputes(parcel, calendar).filter(|_| matches!(fact, Fact::Arrival | Fact::Place));
        Line::words([first].into_iter().chain(link).chain(disputes).collect::<Vec<_>>().join(" "))
    });
    told.collect()
}

/// A sentence as it stands behind a colon.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// What sources do not agree on, in their own names.
fn disputes(parcel: &ParcelStatus, calendar: Calendar<'_>) -> Option<String> {
    let voice = calendar.voice;
    let said = parcel.disputes.iter().flat_map(|Dispute(both)| both).map(|said| {
        let word = match &said.word {
            Word::Stage(stage, at) => {
                let status = voice.plain(&format!("status-{}", status_of(*stage.value()))).to_lowercase();
                match at {
                    Some(at) => format!("{status} ({})", calendar.on_day_at(*at.value())),
                    None => status,
                }
            }
            Word::Expected(window) => {
                voice.say("word-expected", &[("day", Slot::Text(&calendar.window(*window.value())))])
            }
        };
        let source = said.source.as_ref().map(|source| source.value().as_str());
        voice.say("word-of", &[("source", Slot::Maybe(source)), ("word", Slot::Text(&word))])
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| format!("{} {}", voice.plain("sources-differ"), said.join(" ")))
}

/// Nothing, where one parcel says it all.
fn headline(order: &str, status: &OrderStatus, calendar: Calendar<'_>) -> Option<String> {
    let voice = calendar.voice;
    let of_order = ("order", Slot::Text(order));
    let sentences = match &status.headline {
        Headline::Cancelled { at, payment, refund } => {
            let day = calendar.on_day(*at.value());
            let money = match (refund, payment.value()) {
                (Some((at, amount)), _) => {
                    let (day, amount) = (calendar.on_day(*at.value()), voice.money(*amount.value()));
                    let slots = [("amount", Slot::Text(&amount)), ("day", Slot::Text(&day))];
                    voice.say("order-cancelled-refunded-on", &slots)
                }
                (None, Payment::Refunded) => voice.plain("order-cancelled-refunded"),
                (None, Payment::Voided) => voice.plain("order-cancelled-not-charged"),
                (None, _) => voice.plain("order-cancelled-no-refund"),
            };
            vec![voice.say("order-cancelled", &[of_order, ("day", Slot::Text(&day))]), money]
        }
        Headline::NothingToShip { items } => {
            let items = voice.list(items.value());
            vec![voice.say("order-nothing-to-ship", &[of_order, ("items", Slot::Text(&items))])]
        }
        Headline::OnHold { reason, items } => {
            let reason = reason
                .as_ref()
                .map(|reason| voice.say("order-on-hold-reason", &[("reason", Slot::Text(reason.value()))]));
            let waiting = (!items.value().is_empty())
                .then(|| voice.say("order-on-hold-items", &[("items", Slot::Text(&voice.list(items.value())))]));
            let held = voice.say("order-on-hold", &[of_order]);
            [held].into_iter().chain(reason).chain(waiting).chain([voice.plain("order-no-date")]).collect()
        }
        Headline::NotShipped { placed, payment } => {
            let payment = match payment.value() {
                Payment::Paid => "paid",
                Payment::Pending => "pending",
                _ => "other",
            };
            let day = calendar.on_day(*placed.value());
            let slots = [of_order, ("day", Slot::Text(&day)), ("payment", Slot::Text(payment))];
            vec![voice.say("order-not-shipped", &slots)]
        }
        Headline::Shipped if status.parcels.len() == 1 => return None,
        Headline::Shipped => {
            vec![voice.say("order-parcels", &[of_order, ("count", Slot::Count(status.parcels.len()))])]
        }
    };
    Some(sentences.join(" "))
}

/// A sentence, and the parcel to draw. Whoever cannot draw it reads the sentence and the link.
fn parcel(parcel: &ParcelStatus, order: &str, calendar: Calendar<'_>) -> [Line; 2] {
    let voice = calendar.voice;
    let of = parcel.position.1;
    let carrier = parcel.carrier.as_ref().map(|carrier| carrier.value().as_str());
    let subject = subject(parcel, order, voice);
    let status = voice.plain(&format!("status-{}", name(&parcel.situation)));
    let sentence = sentence(&parcel.situation, &subject, carrier, calendar);
    let expectation = parcel.expected.as_ref().map(|expected| self::expectation(parcel, expected, calendar));
    let tracking = parcel.tracking.as_ref().map(|url| (voice.plain("tracking-link"), url.value().clone()));
    let title = match (of, carrier) {
        (1, Some(carrier)) => carrier.to_owned(),
        (1, None) => voice.plain("parcel"),
        (_, Some(carrier)) => format!("{subject}, {carrier}"),
        (_, None) => subject,
    };
    let link = tracking.as_ref().map(|(_, url)| voice.say("tracking", &[("url", Slot::Text(url))]));
    let text = [format!("{title}: {}.", status.to_lowercase())].into_iter().chain(link).collect::<Vec<_>>().join(" ");
    let view = ParcelView {
        title,
        status,
        stage: stage(&parcel.situation),
        items: parcel.items.value().iter().map(|(title, quantity)| counted(title, *quantity)).collect(),
        expected: parcel.expected.as_ref().map(|expected| {
            let day = calendar.window(*expected.value());
            if is_late(expected, calendar) {
                voice.say("expected-short-passed", &[("day", Slot::Text(&day))])
            } else {
                day
            }
        }),
        scans: parcel.scans.iter().map(|scan| scan_view(scan.value(), calendar)).collect(),
        tracking,
        labels: voice.plain("parcel-labels").split(", ").map(str::to_owned).collect(),
    };
    let told = [sentence].into_iter().chain(expectation).chain(disputes(parcel, calendar));
    [Line::words(told.collect::<Vec<_>>().join(" ")), Line { text, shape: Shape::Parcel(view) }]
}

fn subject(parcel: &ParcelStatus, order: &str, voice: Voice) -> String {
    let (number, of) = parcel.position;
    if of == 1 {
        voice.say("subject-order", &[("order", Slot::Text(order))])
    } else {
        voice.say("subject-parcel", &[("number", Slot::Count(number)), ("of", Slot::Count(of))])
    }
}

fn expectation(parcel: &ParcelStatus, expected: &Grounded<Window>, calendar: Calendar<'_>) -> String {
    let wording = match parcel.situation {
        _ if is_late(expected, calendar) => "expected-passed",
        Situation::Delayed { .. } | Situation::AttemptFailed { .. } | Situation::Held { .. } => "expected-now",
        _ => "expected",
    };
    calendar.voice.say(wording, &[("day", Slot::Text(&calendar.in_window(*expected.value())))])
}

fn is_late(expected: &Grounded<Window>, calendar: Calendar<'_>) -> bool {
    calendar.clock.days_since(expected.value().to) > 0
}

fn counted(title: &str, quantity: u32) -> String {
    if quantity == 1 { title.to_owned() } else { format!("{quantity} × {title}") }
}

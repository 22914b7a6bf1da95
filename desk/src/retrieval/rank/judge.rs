//! Whether something fits, and what decides between things that fit as well.

use super::IN_NAME;
use super::subject::Subject;
use super::tally::Tally;
use super::wish::Wish;
use crate::language::Language;
use crate::reason::Reason;
use crate::retrieval::document::{Candidate, DocumentKind, Hit};
use crate::retrieval::query::{Query, Role, Trouble};
use crate::retrieval::sense;
use crate::retrieval::vectors::{Mean, Vectors};

/// What a score must reach.
const LEAST: f32 = 0.52;

/// The same for the very thing that was asked for, which half of a short question names: what it lacks is told.
const LEAST_OF_THE_THING: f32 = 0.55;

/// The same for pages, whose titles say what they are about.
const LEAST_OF_A_PAGE: f32 = 0.48;

/// The same where help is sought: a page helps more than another thing.
const LEAST_OF_A_PAGE_OF_HELP: f32 = 0.4;

/// How well the thing is met by a name, kind or tags that say what is right above it.
const OF_THE_KIND: f32 = 0.3;

/// How well a text must answer the words of a question that something else fits, to be named behind that.
const LEAST_BESIDE: f32 = 0.23;

/// How near a text must come to what the question is about, whatever words it has.
const LEAST_LIKENESS: f32 = 0.33;

/// The same for something that is only of the same kind.
const LEAST_OF_KIN: f32 = 0.6;

/// A guess is made for questions that tell a situation: so many words beside a thing, or without one.
const LEAST_WORDS: [usize; 2] = [4, 3];

/// What a score must reach to be a guess, of the kind of the thing that was named, and where none was.
const LEAST_OF_A_GUESS: [f32; 2] = [0.38, 0.25];

/// What likeness weighs beside the score.
const WEIGHT_OF_LIKENESS: f32 = 0.57;

/// A factor, for what is called by the very words.
const SO_CALLED: f32 = 1.1;

/// What candidates are judged by.
pub(super) struct Judge<'a> {
    pub query: &'a Query,
    pub wishes: &'a [Wish<'a>],
    pub for_kids: Option<&'a str>,
    /// The last word of a short question, which names the thing though the lexicon does not know it.
    pub thing: Option<&'a str>,
    /// The wanted thing is one of something that is named.
    pub is_of_a_subject: bool,
    /// What the question is about, where that is known.
    pub asked: Option<(Mean, Vectors<'a>)>,
}

/// A candidate with all that speaks for it.
pub(super) struct Judged<'a> {
    subject: &'a Subject<'a>,
    tally: Tally,
    /// How near it comes to what the question is about; one where that is not known.
    likeness: f32,
}

impl Judged<'_> {
    pub(super) fn is_product(&self) -> bool {
        self.subject.is_product()
    }

    pub(super) fn is_unwanted(&self) -> bool {
        self.is_product() && self.tally.is_unwanted()
    }
}

impl Judge<'_> {
    pub(super) fn judged<'a>(&self, subject: &'a Subject<'a>) -> Judged<'a> {
        let is_product = subject.is_product();
        let asks_service = self.wishes.iter().any(|wish| wish.want.role == Role::Service);
        let aside = if asks_service { 0.4 } else { 1.0 };
        let mut tally = Tally::default();
        for wish in self.wishes {
            let role = wish.want.role;
            // Sizes are no business of pages, nor topics of products.
            if (role == Role::Size && !is_product) || (role == Role::Topic && is_product) {
                continue;
            }
            // Who asks what to do about blisters is helped by a page on them, whatever else would help.
            if role == Role::Head && wish.want.is_need && !is_product && self.query.trouble == Trouble::SeeksHelp {
                continue;
            }
            // A page is about what one does with a thing, not about the thing.
            // Where a service is asked for, least of all.
            let weight = match role {
                Role::Head if !is_product => 0.7 * aside,
                Role::Thing if !is_product => 0.4 * aside,
                _ => wish.weight,
            };
            let met = wish.met_by(subject);
            // What the shopper was understood to want speaks for a page, and not against another.
            if role == Role::Topic && met.at_all <= 0.0 {
                continue;
            }
            tally.count(wish, weight, met, is_product);
        }
        let likeness = self.asked.as_ref().map_or(1.0, |(asked, vectors)| {
            subject.texts.iter().map(|text| sense::likeness(asked, text.of, *vectors)).fold(0.0, f32::max)
        });
        Judged { subject, tally, likeness }
    }

    /// Whether it is what was asked for. `takes_kin` where the shop has nothing of the kind: something of the same kind
    /// will do then that is what was asked for otherwise, a duffel on wheels for a suitcase on wheels.
    pub(super) fn fits(&self, Judged { subject, tally, likeness }: &Judged<'_>, takes_kin: bool) -> bool {
        let is_product = subject.is_product();
        if is_product && (tally.services_lacking > 0 || (self.is_of_a_subject && !tally.is_of_words)) {
            return false;
        }
        let share = tally.firm_share();
        let is_kin = tally.head.is_some_and(|met| met >= OF_THE_KIND);
        let is_the_thing = tally.head.is_none_or(|met| met >= IN_NAME);
        if *likeness < LEAST_LIKENESS || !tally.is_named || self.thing.is_some_and(|thing| tally.lacks(thing)) {
            return false;
        }
        if is_product
            && is_kin
            && (tally.is_named_so || (takes_kin && tally.surroundings == 0 && *likeness >= LEAST_OF_KIN))
        {
            return share >= LEAST;
        }
        if is_product {
            let least = if tally.head.is_some() { LEAST_OF_THE_THING } else { LEAST };
            return share >= least && is_the_thing;
        }
        // What the shopper wants is a topic of many pages: one that has none of the words is about something else.
        let is_of_words = !tally.matched.is_empty() || (tally.head.is_none() && tally.services_lacking == 0);
        let is_about_it =
            (is_the_thing && is_of_words) || self.query.wants_pages() || (self.query.has_topic() && is_of_words);
        let least = if self.query.trouble == Trouble::None { LEAST_OF_A_PAGE } else { LEAST_OF_A_PAGE_OF_HELP };
        share >= least && is_about_it
    }

    /// Whether it comes near enough to be named behind what fits.
    pub(super) fn is_near(&self, Judged { tally, likeness, .. }: &Judged<'_>) -> bool {
        let is_kin = tally.head.is_none_or(|met| met >= OF_THE_KIND);
        self.asked.is_some() && is_kin && *likeness >= LEAST_LIKENESS && tally.share() >= LEAST_BESIDE
    }

    /// Whether it is a guess where nothing fits. A thing that the shop lacks is named in few words; many words tell of
    /// a situation, and each of them says little.
    pub(super) fn is_guess(&self, Judged { subject, tally, likeness }: &Judged<'_>) -> bool {
        let names_a_thing = self.query.has_thing();
        let at = usize::from(!names_a_thing);
        let is_enough = (LEAST_WORDS.get(at).zip(LEAST_OF_A_GUESS.get(at)))
            .is_some_and(|(words, share)| self.query.words().len() >= *words && tally.share() >= *share);
        // Where every thing stands in a story, any of them may be what it is about.
        let is_kin = !names_a_thing || tally.head.map_or(tally.surroundings > 0, |met| met >= OF_THE_KIND);
        let is_near = self.asked.is_some() && *likeness >= LEAST_LIKENESS;
        subject.is_product() && tally.is_named && tally.told > 0 && is_enough && is_kin && is_near
    }

    /// Whether its name has the very words of the thing that was asked for, and little else was.
    fn is_so_called(&self, subject: &Subject<'_>) -> bool {
        let is_head = |wish: &&Wish<'_>| wish.want.role == Role::Head && !wish.want.is_need;
        let is_said = |wish: &Wish<'_>| wish.want.unit.stems.iter().all(|stem| subject.is_called(stem));
        self.query.words().len() == 1 && self.wishes.iter().filter(is_head).any(is_said)
    }

    /// What it is called, and in which order it comes.
    pub(super) fn hit(&self, Judged { subject, tally, likeness }: Judged<'_>) -> (f32, Hit) {
        let candidate = subject.shown;
        let is_childish = self.for_kids.is_some_and(|kids| subject.is_product() && subject.is_called(kids));
        let childish = if is_childish { 0.8 } else { 1.0 };
        let called = if subject.is_product() && self.is_so_called(subject) { SO_CALLED } else { 1.0 };
        let said = tally.share() * tally.penalty() * preference(self.query, candidate) * childish * called;
        let about = if self.asked.is_some() { WEIGHT_OF_LIKENESS * likeness } else { 0.0 };
        let share = tally.share();
        let mut reasons = tally.reasons;
        if about > 0.0 {
            reasons.push(Reason::weighed("akin as a whole", about));
        }
        let hit = Hit {
            score: thousandths(share),
            reason: Reason::weighed(candidate.handle.clone(), said + about).because(reasons),
            kind: candidate.kind,
            handle: candidate.handle.clone(),
            title: candidate.title.clone(),
            url: candidate.url.clone(),
            blocks: candidate.blocks.clone(),
            price_hundredths: candidate.price_hundredths,
            matched: tally.matched,
            unmatched: tally.unmatched,
        };
        (said + about, hit)
    }
}

/// What decides between texts that say as much: what can be had, the shopper's language, pages for explanations.
fn preference(query: &Query, candidate: &Candidate) -> f32 {
    let is_page = candidate.kind != DocumentKind::Product;
    let kind = match (query.wants_pages(), is_page) {
        // Who has a thing, and trouble with it, wants no other.
        (true, false) if query.trouble != Trouble::None => 0.7,
        // "Little present for a colleague" asks for one, and not for what is written about presents.
        (false, true) if query.is_only_traits() && !query.has_topic() => 0.7,
        (true, true) => 1.1,
        (true, false) | (false, true) => 0.92,
        (false, false) => 1.0,
    };
    let stock = if candidate.is_available || is_page { 1.0 } else { 0.93 };
    let language = match candidate.language {
        language if language == query.language => 1.02,
        Language::En => 1.01,
        // A product is the same in every language, and a page is cited as it stands.
        _ if is_page => 0.85,
        _ => 1.0,
    };
    kind * stock * language
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of one, in thousandths")]
fn thousandths(share: f32) -> u16 {
    (share * 1000.0).round().clamp(0.0, 1000.0) as u16
}

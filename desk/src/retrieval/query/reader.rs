//! Reads what is wanted, word by word: the thing, what it is like, what it is for, and what it must not be.

use super::want::{Role, Want};
use super::words::{DENIES, JOINS, REQUESTED_BY, REQUESTS_BEHIND, Task, WHICH, is_among, is_number};
use crate::language::Language;
use crate::retrieval::analysis::{Unit, is_doing};
use crate::retrieval::lexicon::{Concept, Lexicon};

/// Where in a question a word stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    /// The thing is still to come.
    Before,
    /// Among the words that name the thing: "coffee", "mug".
    Naming,
    /// Behind "or" or "and", where another thing will do as well: "a hat and gloves".
    Joined,
    /// Behind them.
    After,
    /// Behind "for", "with", "when".
    Aside,
}

/// Reads wants one by one.
pub(super) struct Reader {
    language: Language,
    wants: Vec<Want>,
    head: Option<usize>,
    part: Part,
    names_size: bool,
    /// The word before, and where the thing is told that is asked for: "we have two dogs, need a mat".
    before: String,
    request: Request,
    /// The animal that the thing is for: "for my labrador", and not "for dog walks".
    animal: Option<Concept>,
    is_for: bool,
}

/// What was read of a question.
pub(super) struct Read {
    pub wants: Vec<Want>,
    /// The thing is asked for in so many words.
    pub is_requested: bool,
    pub animal: Option<Concept>,
}

/// How far a request is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Request {
    None,
    /// The last word was one that asks.
    Begun,
    /// What follows may be asked for.
    Open,
    /// The last word was "which", and only the very next thing may be asked for.
    Which,
    /// What was asked for is told.
    Told,
}

/// Words behind which it is told for whom a thing is.
const FOR_WHOM: [&str; 6] = ["for", "für", "pour", "para", "per", "voor"];

/// Who needs things of their own.
const ANIMALS: [&str; 3] = ["pet-owner", "horse", "small-pet"];

/// Words before what is there already, and the thing comes on top of it or below.
const WORN_WITH: [&str; 14] = [
    "under",
    "underneath",
    "beneath",
    "over",
    "inside",
    "unter",
    "über",
    "sous",
    "sur",
    "bajo",
    "sobre",
    "sotto",
    "sopra",
    "onder",
];

/// Things that one question asks for; more is a story, and its beginning tells.
const MOST_WANTS: usize = 14;

impl Reader {
    /// What the words and phrases of a question want.
    pub(super) fn read(units: Vec<Unit>, language: Language, lexicon: &Lexicon<'_>) -> Read {
        let mut reader = Self {
            language,
            wants: Vec::new(),
            head: None,
            part: Part::Before,
            names_size: false,
            before: String::new(),
            request: Request::None,
            animal: None,
            is_for: false,
        };
        let (mut is_negated, mut denies) = (false, false);
        for unit in units {
            if reader.wants.len() >= MOST_WANTS {
                break;
            }
            let task = Task::of(&unit.words);
            // "No, the blue one" is no wish for anything but that.
            let is_answer = reader.before.is_empty() && unit.words == "no";
            let negates = task.is_any(Task::NEGATES) && !is_answer;
            // "Without carrying a tent" says no to the tent.
            let is_doing = language == Language::En && unit.concepts.is_empty() && is_doing(&unit.words);
            // "Not socks" wants none, nor "not leather"; "not too warm" says something of what is wanted.
            let is_definite =
                |one: &Concept| lexicon.is_thing(*one) || lexicon.is_material(*one) || lexicon.is_colour(*one);
            is_negated |= denies && !unit.concepts.is_empty() && unit.concepts.iter().all(is_definite);
            denies = is_among(&DENIES, &unit.words, language) || (denies && task.says_nothing(&unit.words, language));
            let is_passed = negates || (is_negated && is_doing);
            if !is_passed {
                reader.take(unit, task, lexicon, is_negated);
            }
            // "Without any feathers": the negation holds until something is named.
            let is_named = || reader.wants.last().is_some_and(|want| want.is_negated);
            is_negated = is_passed || (is_negated && !is_named());
        }
        let (is_requested, animal) = (reader.request == Request::Told, reader.animal);
        Read { wants: reader.finished(lexicon), is_requested, animal }
    }

    fn take(&mut self, unit: Unit, task: Task, lexicon: &Lexicon<'_>, is_negated: bool) {
        let words = unit.words.as_str();
        let is_size = task.is_any(Task::SIZE) || (self.names_size && is_number(words));
        self.names_size = task.is_any(Task::NAMES_SIZE);
        let says_nothing = task.is_any(Task::CHEAP) || task.says_nothing(words, self.language);
        let is_stop = self.names_size || (unit.stems.len() == 1 && says_nothing);
        // "Under my jeans" tells what is there already, even where it comes first.
        let is_of_own = task.is_any(Task::OWNS) && WORN_WITH.contains(&self.before.as_str());
        if (task.is_any(Task::BREAKS) && !self.wants.is_empty()) || is_of_own {
            self.part = Part::Aside;
        } else if self.part == Part::Naming && is_among(&JOINS, words, self.language) {
            self.part = Part::Joined;
        } else if is_stop && self.part == Part::Naming {
            self.part = Part::After;
        }
        self.request = self.requested(words, task);
        self.read_animal(&unit, task, is_stop, lexicon);
        words.clone_into(&mut self.before);
        if is_stop && !is_size {
            return;
        }
        let is_number = is_number(words);
        let role = match () {
            () if is_size => Role::Size,
            () if unit.concepts.is_empty() => Role::Word,
            () if unit.concepts.iter().all(|concept| lexicon.is_thing(*concept)) => Role::Thing,
            () if unit.concepts.iter().any(|concept| lexicon.is_service(*concept)) => Role::Service,
            () => Role::Trait,
        };
        if role == Role::Thing && !is_negated && matches!(self.request, Request::Begun | Request::Open | Request::Which)
        {
            // Only the thing behind that, if any, is another part of its name: "need a coffee mug".
            if let Some(earlier) = self.head.and_then(|head| self.wants.get_mut(head)) {
                earlier.is_aside = true;
            }
            (self.part, self.request) = (Part::Before, Request::Told);
        }
        if role == Role::Thing
            && !is_negated
            && self.part == Part::Joined
            && let Some(head) = self.head.and_then(|head| self.wants.get_mut(head))
        {
            head.unit.or(unit);
            return;
        }
        if role == Role::Thing && !is_negated {
            // "A coffee mug" is a mug; other languages write one word, or the thing first.
            let is_last = self.language == Language::En;
            if self.part == Part::Before || (self.part == Part::Naming && is_last) {
                self.head = Some(self.wants.len());
                self.part = Part::Naming;
            }
        } else if self.part == Part::Naming && !is_number {
            self.part = Part::After;
        }
        // "On my jacket, do you fix it": what a shop should do is no surroundings.
        let is_aside = self.part == Part::Aside && role != Role::Service;
        // "No parcel" complains, and wants no less of a shop.
        let is_negated = is_negated && role != Role::Service;
        if self.wants.iter().all(|want| want.unit != unit) {
            self.wants.push(Want { unit, role, written: None, is_negated, is_aside, is_need: false });
        }
    }

    /// Takes an animal that stands right behind "for", and leaves it where another word follows that belongs to it.
    fn read_animal(&mut self, unit: &Unit, task: Task, is_stop: bool, lexicon: &Lexicon<'_>) {
        let words = unit.words.as_str();
        let animals = || ANIMALS.iter().filter_map(|name| lexicon.named(name)).collect::<Vec<_>>();
        match () {
            () if FOR_WHOM.contains(&words) => self.is_for = true,
            () if is_stop || task.is_any(Task::BREAKS) => {}
            () if self.is_for => {
                let is_word = unit.stems.len() == 1;
                let mut meant = unit.concepts.iter().copied().filter(|_| is_word);
                self.animal = meant.find(|concept| lexicon.is_of(*concept, &animals()));
                self.is_for = false;
            }
            () => self.animal = None,
        }
    }

    /// What a word makes of a request.
    fn requested(&self, words: &str, task: Task) -> Request {
        let behind =
            REQUESTS_BEHIND.iter().any(|(word, before)| *word == words && before.contains(&self.before.as_str()));
        match self.request {
            Request::Told => Request::Told,
            _ if task.is_any(Task::ASKS) || behind => Request::Begun,
            _ if is_among(&WHICH, words, self.language) => Request::Which,
            Request::Which if task.is_any(Task::NAMES_SIZE | Task::BREAKS | Task::OWNS | Task::STOP) => Request::None,
            Request::Begun if REQUESTED_BY.contains(&words) => Request::Open,
            // "Need to keep my beer cold": what follows is not what is asked for.
            Request::Begun | Request::Open if task.is_any(Task::BREAKS | Task::OWNS) => Request::None,
            Request::Begun => Request::Open,
            request => request,
        }
    }

    fn finished(mut self, lexicon: &Lexicon<'_>) -> Vec<Want> {
        // "Bicycles" are things and what one does with them: asked for alone, the thing is meant.
        // So is a "snorkel" beside words that nobody knows.
        let is_told = |want: &Want| want.role != Role::Word && !want.is_aside;
        let told = self.wants.iter().position(is_told);
        let is_alone = self.wants.iter().filter(|want| is_told(want)).count() == 1;
        if let (None, true, Some(at)) = (self.head, is_alone, told)
            && let Some(want) = self.wants.get_mut(at)
            && want.unit.concepts.iter().any(|concept| lexicon.is_thing(*concept))
        {
            want.unit.concepts.retain(|concept| lexicon.is_thing(*concept));
            self.head = Some(at);
        }
        if let Some(want) = self.head.and_then(|head| self.wants.get_mut(head)) {
            want.role = Role::Head;
            let like = want.unit.like.clone();
            self.wants.extend(like.into_iter().map(Want::of_name));
        }
        self.wants
    }
}

//! Who may have this conversation: tokens, passes of its customer's, and what becomes of both when it rises.
//!
//! A conversation *rises* when somebody proves who they are in it: by a pass, by an order's details, by a code. Whoever
//! noted its token before that, on a computer that others use, must not read on. So it has another token from then on,
//! which goes to the socket that proved; all others are shut, and the tokens before open nothing any more.

use desk::identity::{Identity, Vouches};
use desk::state::State;
use protocol::shopper::{Hello, ServerFrame};
use worker::{Result, WebSocket};

use super::conversation::{ADDRESS, Conversation, MOST_SOCKETS, ORIGIN, SOCKET};
use super::frames::{said_hello, send};
use super::log::OpenLine;
use crate::adapters::json::Node;
use crate::app::pass::{Purpose, Shown, SignedIn, Spent};
use crate::fault::Fault;
use crate::platform::clock::{now, now_ms};
use crate::platform::{devices, random, settings};
use crate::signature;

/// A rise whose new token nobody has shown yet: digests of the tokens before it, the network that it was proven from, as
/// a keyed digest, and until when somebody may come back from there.
type Unclaimed = (Vec<String>, String, u64);

/// Long enough to come back in after the page was left between a line and its answer.
const LEFT_OPEN_MS: u64 = 15 * 60_000;

impl Conversation {
    /// Whether this hello may come in. Notes whom the shop vouches for, or that nobody is signed in any more.
    ///
    /// A pass of another conversation or origin, an old one, and one that was shown before say nothing. One for the
    /// conversation's own customer is as good as its token. With one for somebody else, or for nobody, nobody comes in:
    /// what was said belongs to the customer, who may have left the computer to the next. Without one the shop's last
    /// word counts as long as it does.
    pub(super) fn enter(&self, socket: &WebSocket, hello: &Hello) -> Result<bool> {
        if !self.log.exists()? {
            return Ok(false);
        }
        let given = signature::digest_hex(hello.token.as_bytes());
        let is_known = has(&self.tokens()?, &given);
        let customer: Option<String> = self.log.fact("customer")?;
        let shown = self.shown(socket, hello.pass.as_deref());
        let is_theirs = shown.as_ref().and_then(Shown::customer).is_some_and(|id| customer.as_deref() == Some(id));
        let comes_back = !is_known && self.comes_back(socket, &given)?;
        if !(is_known || is_theirs || comes_back) {
            return Ok(false);
        }
        let shown = match shown {
            Some(shown) if self.spend(&shown)? => Some(shown),
            _ => None,
        };
        let was_signed_in = self.identity()?.customer.is_some();
        let is_inside = is_known && (was_signed_in || said_hello(socket));
        match (&customer, shown.as_ref().map(Shown::customer)) {
            (Some(_), None) if !(is_inside || was_signed_in && comes_back) => return Ok(false),
            (Some(known), Some(Some(shown))) if known != shown => return Ok(false),
            (Some(_), Some(None)) => {
                self.log.forget_fact("signed_in")?;
                self.shut_all_but(None);
                return Ok(false);
            }
            _ => {}
        }
        let signed_in = shown.as_ref().and_then(|shown| SignedIn::by(shown, now_ms()));
        if let Some(signed_in) = &signed_in {
            // Whom the conversation is about it stays about, also when they have signed out.
            self.log.set_fact("customer", &signed_in.customer())?;
            self.log.set_fact("signed_in", signed_in)?;
            self.note_customer(signed_in.customer());
        }
        if comes_back || (signed_in.is_some() && !was_signed_in) {
            self.renew(Some(socket), &self.tag(socket, ADDRESS))?;
        } else if is_known {
            self.log.forget_fact("unclaimed")?;
        } else {
            let token = self.add_token()?;
            send(socket, ServerFrame { token: Some(token), ..ServerFrame::default() })?;
        }
        Ok(true)
    }

    /// Another token beside those that there are, for another page of the same customer's.
    pub(super) fn add_token(&self) -> Result<String> {
        let token = random::token()?;
        let mut tokens = self.tokens()?;
        tokens.insert(0, signature::digest_hex(token.as_bytes()));
        tokens.truncate(MOST_SOCKETS);
        self.log.set_fact("tokens", &tokens)?;
        Ok(token)
    }

    /// The conversation rose by what this line proved, if it did: `before` is what had been proven until then.
    pub(super) fn rise(&self, line: &OpenLine, before: usize, state: &State, has_code: bool) -> Result<()> {
        if !has_code && claims(state) <= before {
            return Ok(());
        }
        let said = serde_json::from_str(&line.page).unwrap_or_default();
        let of_line = |name| Node::new(&said).text(name).unwrap_or_default();
        let (id, from) = (of_line("socket"), of_line("from"));
        let sockets: Vec<_> = self.state.get_websockets().into_iter().filter(said_hello).collect();
        // The page may have been left for another one meanwhile: then who came from the same network is taken for them,
        // if it is one.
        let mut near = sockets.iter().filter(|socket| self.tag(socket, ADDRESS) == from);
        let only = near.next().filter(|_| near.next().is_none());
        let heir = sockets.iter().find(|socket| self.tag(socket, SOCKET) == id).or(only);
        self.renew(heir, from)
    }

    /// Replaces the token, and shuts all sockets but the one that gets the new one. Where that is gone, the old one may
    /// be shown once more, from the same network: a page that is left for the next must not lose its conversation.
    fn renew(&self, heir: Option<&WebSocket>, from: &str) -> Result<()> {
        let token = random::token()?;
        let unclaimed: Option<Unclaimed> = self.log.fact("unclaimed")?;
        let mut before = self.tokens()?;
        before.extend(unclaimed.map(|(tokens, ..)| tokens).unwrap_or_default());
        before.truncate(MOST_SOCKETS);
        self.log.set_fact("unclaimed", &(before, from, now_ms() + LEFT_OPEN_MS))?;
        self.log.forget_fact("token")?;
        self.log.set_fact("tokens", &[signature::digest_hex(token.as_bytes())])?;
        self.shut_all_but(heir);
        if let Some(heir) = heir {
            // One that is gone by now comes back.
            let _ = send(heir, ServerFrame { token: Some(token), ..ServerFrame::default() });
        }
        Ok(())
    }

    /// Whether somebody shows a token of before the last rise who may be the one who rose: nobody is there who has the
    /// new one, none has shown it yet, and they come from the same network.
    fn comes_back(&self, socket: &WebSocket, given: &str) -> Result<bool> {
        let Some((before, from, until)) = self.log.fact::<Unclaimed>("unclaimed")? else { return Ok(false) };
        let is_alone = !self.state.get_websockets().iter().any(said_hello);
        Ok(is_alone && has(&before, given) && self.tag(socket, ADDRESS) == from && now_ms() < until)
    }

    /// Digests of what proves possession: the token that it was opened with, or those that came since.
    fn tokens(&self) -> Result<Vec<String>> {
        let mut tokens: Vec<String> = self.log.fact("tokens")?.unwrap_or_default();
        tokens.extend(self.log.fact::<String>("token")?);
        Ok(tokens)
    }

    /// Ends sockets, which may say nothing any more, whether they take note of their end or not.
    fn shut_all_but(&self, heir: Option<&WebSocket>) {
        let heir = heir.map(|heir| self.tag(heir, SOCKET));
        for socket in self.state.get_websockets().into_iter().filter(said_hello) {
            if heir.as_deref() != Some(&self.tag(&socket, SOCKET)) {
                let _ = socket.serialize_attachment(None::<String>);
                // It may be closing already.
                let _ = socket.close(Some(1008), Some("enter again"));
            }
        }
    }

    fn shown(&self, socket: &WebSocket, pass: Option<&str>) -> Option<Shown> {
        let (pass, settings) = (pass?, settings(&self.env).ok()?);
        let (conversation, origin) = (self.state.id().to_string(), self.tag(socket, ORIGIN));
        let purpose = Purpose { shop: &settings.shop_domain, conversation: &conversation, origin: &origin };
        Shown::parse(pass, settings.token_secret.as_deref().unwrap_or_default(), purpose, now())
    }

    fn spend(&self, shown: &Shown) -> Result<bool> {
        let mut spent: Spent = self.log.fact("passes")?.unwrap_or_default();
        let is_new = spent.spend(shown, now());
        self.log.set_fact("passes", &spent)?;
        Ok(is_new)
    }

    /// Lets their other devices find the conversation. Nobody waits for it.
    fn note_customer(&self, customer: &str) {
        let Ok(settings) = settings(&self.env) else { return };
        let customer = settings.keyed(customer);
        let noted = devices::note(self.env.clone(), self.state.id().to_string(), customer, now());
        self.state.wait_until(async move {
            if let Err(error) = noted.await {
                Fault::new(format!("index: {error}")).log();
            }
        });
    }
}

/// How many orders were proven by what was said: those that are proven by being a customer's do not count.
pub(super) fn claims(state: &State) -> usize {
    state.proofs.iter().filter(|proof| proof.holds_for(&Identity::default())).count()
}

fn has(tokens: &[String], given: &str) -> bool {
    tokens.iter().any(|known| signature::is_equal(known, given))
}

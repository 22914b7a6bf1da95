//! Whom a conversation is about, as texts by which it is found again when somebody asks what is kept of them.

use desk::entity::Email;
use desk::state::State;

use crate::signature;

/// A customer of the shop's, by number.
pub fn customer(id: &str) -> String {
    format!("customer:{id}")
}

/// An order, by number or by `gid://shopify/Order/{number}`.
pub fn order(id: &str) -> String {
    format!("order:{}", id.rsplit('/').next().unwrap_or_default())
}

/// An address, by its digest: finding somebody must not take a list of everybody's addresses.
pub fn email(address: &str) -> String {
    let address =
        Email::parse(address).map_or_else(|| address.trim().to_lowercase(), |email| email.as_str().to_owned());
    format!("email:{}", signature::digest_hex(address.as_bytes()))
}

/// Everybody that a conversation is about as far as is known: who is signed in, whose orders were opened, which
/// address was given.
pub fn all(state: &State, signed_in: Option<&str>) -> Vec<String> {
    let given = state.email.as_ref().map(|address| email(address.as_str()));
    let opened = state.proofs.iter().map(|proof| order(proof.id()));
    signed_in.map(customer).into_iter().chain(given).chain(opened).collect()
}

/// The addresses that a line names, three at most.
pub fn named_in(line: &str) -> Vec<String> {
    let words = line.split(|c: char| c.is_whitespace() || "<>(),;:\"'".contains(c));
    let addresses = words.filter_map(|word| Email::parse(word.trim_matches(|c: char| !c.is_alphanumeric())));
    addresses.take(3).map(|address| email(address.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_the_same_however_they_are_written() {
        assert_eq!(order("gid://shopify/Order/299938"), order("299938"));
        assert_eq!(email(" Ana@Example.com"), email("ana@example.com"));
        assert_eq!(email("no address"), email(" No Address "));
        let state = State { email: Email::parse("ana@example.com"), ..State::default() };
        assert_eq!(all(&state, Some("7")), ["customer:7".to_owned(), email("ana@example.com")]);
        assert!(all(&State::default(), None).is_empty());
        assert_eq!(
            named_in("it's (Ana@example.com). Or bo@example.com!"),
            [email("ana@example.com"), email("bo@example.com")]
        );
        assert!(named_in("no address @ all").is_empty());
    }
}

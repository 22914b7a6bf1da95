//! Which scopes the documents need: the table stands in `scopes.txt`, and demo-shop's tests compare it with what
//! Shopify publishes of every type and field that a document selects.

const TABLE: &str = include_str!("../shopify/documents/scopes.txt");

/// The needs that none of the granted scopes meets, each with the answers that suffer.
///
/// A need is met by any of its scopes. Leave to write is leave to read.
pub(super) fn missing(granted: &[String]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let has = |scope: &str| {
        granted.iter().any(|granted| granted == scope || granted.strip_prefix("write_") == scope.strip_prefix("read_"))
    };
    let needs = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "));
    needs.filter(move |(any, _)| !any.split(' ').any(has))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_granted_is_named_with_what_it_opens() {
        let of = |granted: &[&str]| {
            let granted: Vec<String> = granted.iter().map(|&scope| scope.to_owned()).collect();
            missing(&granted).map(|(any, _)| any.split(' ').next().unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!(
            of(&[]),
            [
                "read_orders",
                "read_customers",
                "read_returns",
                "read_products",
                "read_merchant_managed_fulfillment_orders"
            ]
        );
        assert_eq!(
            of(&["write_orders", "read_customers", "read_third_party_fulfillment_orders", "read_products"]),
            ["read_returns"]
        );
        assert!(missing(&[]).all(|(_, opens)| !opens.is_empty()));
    }
}

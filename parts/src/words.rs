//! The few words that parts bring along themselves.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Texts around the shop's own words, in the reader's language.
        #[derive(Clone, Debug, Default, Eq, PartialEq)]
        pub struct Words {
            $($(#[$doc])* pub $name: String,)*
        }

        impl Words {
            /// The keys under which [`Words::find`] asks for texts.
            pub const KEYS: &[&str] = &[$(stringify!($name)),*];

            /// Takes each text from `find`, which is asked by key.
            pub fn find(find: impl Fn(&str) -> String) -> Self {
                Self { $($name: find(stringify!($name)),)* }
            }
        }
    };
}

words! {
    /// Before the things in a parcel.
    contains,
    /// Before the expected day.
    expected,
    /// Opens the scans before the newest ones.
    earlier,
    /// Said after a link that opens beside the page.
    new_tab,
    /// The button of a product.
    add_to_cart,
    /// Names the choice of a variant.
    choose,
    /// While the cart is being asked.
    adding,
    /// It is in the cart.
    added,
    /// The link to the cart.
    view_cart,
    /// Behind a variant that cannot be bought.
    sold_out,
    /// It is not in the cart, and the shop did not say why.
    not_added,
    /// Names a field.
    order_number,
    /// Names a field.
    email,
    /// The button of a form.
    look_up,
    /// Names a rating: `{n}` of five stars.
    of_five,
    /// After a rating.
    thanks,
}

/// Puts a number in place of `{n}`.
pub fn numbered(text: &str, number: usize) -> String {
    let number = number.to_string();
    text.split(['{', '}']).map(|piece| if piece == "n" { number.as_str() } else { piece }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_its_place_in_a_text() {
        assert_eq!(numbered("{n} too many, n = {n}", 12), "12 too many, n = 12");
        assert_eq!(numbered("too many", 12), "too many");
    }
}

//! Amounts of money, exact.

use std::fmt;

use serde::Serialize;

/// An amount in the smallest unit of its currency: 13900 and EUR are 139 euros.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

/// An ISO 4217 code.
///
/// Invariant: three upper-case ASCII letters.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// No amount of money: not a decimal number, more digits after the point than the currency has, or out of range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotMoney;

impl Money {
    /// Reads a decimal string as Shopify writes it: `139.0`, `139.00`, `1200` for yen.
    ///
    /// # Errors
    /// [`NotMoney`] when it is not a decimal number, or has digits other than zero beyond the currency's.
    pub fn parse(amount: &str, currency: Currency) -> Result<Self, NotMoney> {
        let (negative, digits) = amount.strip_prefix('-').map_or((false, amount), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let exponent = currency.exponent();
        let (kept, beyond) = fraction.split_at_checked(exponent).unwrap_or((fraction, ""));
        let is_number =
            !whole.is_empty() && [whole, fraction].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        if !is_number || beyond.bytes().any(|b| b != b'0') {
            return Err(NotMoney);
        }
        let minor = format!("{whole}{kept:0<exponent$}").parse::<i64>().map_err(|_| NotMoney)?;
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }
}

impl Money {
    /// In hundredths of the major unit, whatever the currency's smallest is.
    pub fn hundredths(self) -> i64 {
        match self.currency.exponent() {
            0 => self.minor.saturating_mul(100),
            2 => self.minor,
            exponent => self.minor / 10_i64.pow(u32::try_from(exponent.saturating_sub(2)).unwrap_or(0)),
        }
    }
}

impl fmt::Display for Money {
    /// The English form: `€1,139.00`, `US$12.50`, `PLN 40.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(u32::try_from(self.currency.exponent()).unwrap_or(2));
        let size = self.minor.unsigned_abs();
        if self.minor < 0 {
            f.write_str("-")?;
        }
        f.write_str(self.currency.symbol().unwrap_or(""))?;
        if self.currency.symbol().is_none() {
            write!(f, "{} ", self.currency.code())?;
        }
        f.write_str(&grouped(&(size / unit).to_string(), ","))?;
        match self.currency.exponent() {
            0 => Ok(()),
            exponent => write!(f, ".{:0exponent$}", size % unit),
        }
    }
}

/// Digits in groups of three.
pub fn grouped(digits: &str, between: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    grouped
}

impl Currency {
    pub const EUR: Self = Self(*b"EUR");

    /// # Errors
    /// [`NotMoney`] when it is not three ASCII letters.
    pub fn parse(code: &str) -> Result<Self, NotMoney> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| NotMoney)?;
        if bytes.iter().all(u8::is_ascii_alphabetic) {
            Ok(Self(bytes.map(|b| b.to_ascii_uppercase())))
        } else {
            Err(NotMoney)
        }
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point, ISO 4217.
    fn exponent(self) -> usize {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// Only where it is unambiguous for an English reader.
    fn symbol(self) -> Option<&'static str> {
        match &self.0 {
            b"EUR" => Some("€"),
            b"GBP" => Some("£"),
            b"USD" => Some("US$"),
            b"JPY" => Some("¥"),
            b"AUD" => Some("A$"),
            b"CAD" => Some("CA$"),
            _ => None,
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).map_err(|_| "not a currency code")
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_and_printed_in_full() {
        let rows = [
            ("139.00", "EUR", Some("€139.00")),
            ("139.9", "EUR", Some("€139.90")),
            ("0.05", "GBP", Some("£0.05")),
            ("-4.5", "USD", Some("-US$4.50")),
            ("1200", "JPY", Some("¥1,200")),
            ("1200.0", "JPY", Some("¥1,200")),
            ("1.234", "KWD", Some("KWD 1.234")),
            ("1.005", "EUR", None),
            ("1,00", "EUR", None),
            ("", "EUR", None),
            (".5", "EUR", None),
            ("99999999999999999999", "EUR", None),
        ];
        for (amount, code, printed) in rows {
            let money = Money::parse(amount, Currency::parse(code).expect("a code")).ok();
            assert_eq!(money.map(|m| m.to_string()).as_deref(), printed, "{amount} {code}");
        }
    }
}

//! The owner's secret as a request carries it: `Bearer SECRET` of a program, `Basic` of a browser that asked for it.

/// The secret in an `Authorization` header; of `Basic`, the password, whoever it says it is.
pub fn secret(authorization: &str) -> Option<Vec<u8>> {
    if let Some(token) = authorization.strip_prefix("Bearer ") {
        return Some(token.as_bytes().to_vec());
    }
    let decoded = base64(authorization.strip_prefix("Basic ")?)?;
    let colon = decoded.iter().position(|byte| *byte == b':')?;
    decoded.get(colon + 1..).map(<[u8]>::to_vec)
}

/// RFC 4648, section 4.
fn base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for c in text.trim_end_matches('=').bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = (held << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            #[allow(clippy::cast_possible_truncation, reason = "the upper bits went out before")]
            bytes.push((held >> bits) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_comes_as_a_token_or_as_a_password() {
        let rows = [
            ("Bearer s3cret", Some("s3cret")),
            ("Basic b3duZXI6czNjcmV0", Some("s3cret")),
            ("Basic OnMzY3JldA==", Some("s3cret")),
            ("Basic YTpiOmM=", Some("b:c")),
            ("Basic czNjcmV0", None),
            ("Basic ####", None),
            ("Digest s3cret", None),
            ("", None),
        ];
        for (header, want) in rows {
            assert_eq!(secret(header).as_deref(), want.map(str::as_bytes), "{header}");
        }
    }
}

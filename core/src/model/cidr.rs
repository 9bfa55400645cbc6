//! Address ranges as sets: whether a list of CIDR blocks together reaches everybody.

use std::net::IpAddr;

/// A contiguous range of addresses of one family, both ends included, as numbers of the family's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    v6: bool,
    first: u128,
    last: u128,
}

/// Whether the blocks together cover the whole IPv4 or the whole IPv6 space, or a part so large that it is as good as
/// all (an eighth of the space or more, in any pieces). Texts that are no CIDR block are left out.
///
/// ```
/// use tidewaiter::model::cidr::is_public;
///
/// assert!(is_public(["0.0.0.0/0"]));
/// assert!(is_public(["0.0.0.0/1", "128.0.0.0/1"]));
/// assert!(is_public(["::/0"]));
/// assert!(!is_public(["10.0.0.0/8", "192.168.0.0/16"]));
/// ```
pub fn is_public<'a>(blocks: impl IntoIterator<Item = &'a str>) -> bool {
    let mut spans: Vec<Span> = blocks.into_iter().filter_map(parse).collect();
    spans.sort();
    [false, true].into_iter().any(|v6| {
        let bits: u32 = if v6 { 128 } else { 32 };
        let threshold = 1_u128.checked_shl(bits.saturating_sub(3)).unwrap_or(u128::MAX);
        covered(spans.iter().filter(|s| s.v6 == v6)) >= threshold
    })
}

/// Whether the text is a CIDR block or an address.
#[must_use]
pub fn is_block(text: &str) -> bool {
    parse(text).is_some()
}

/// How many addresses sorted spans cover; overlaps count once.
fn covered<'a>(spans: impl Iterator<Item = &'a Span>) -> u128 {
    let mut total = 0_u128;
    let mut reached: Option<u128> = None;
    for span in spans {
        let first = match reached {
            Some(last) if span.last <= last => continue,
            Some(last) if span.first <= last => last.saturating_add(1),
            _ => span.first,
        };
        total = total.saturating_add(span.last.saturating_sub(first).saturating_add(1));
        reached = Some(span.last);
    }
    total
}

/// `10.0.0.0/8`, `::/0`, a single address, or a range `0.0.0.0-255.255.255.255`.
fn parse(text: &str) -> Option<Span> {
    let text = text.trim();
    if let Some((first, last)) = text.split_once('-') {
        let (first, last): (IpAddr, IpAddr) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        let v6 = first.is_ipv6();
        return (v6 == last.is_ipv6()).then_some(Span { v6, first: number(first), last: number(last) });
    }
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length.parse::<u32>().ok()?)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let bits: u32 = if address.is_ipv6() { 128 } else { 32 };
    let free = bits.checked_sub(length.unwrap_or(bits))?;
    let host = 1_u128.checked_shl(free).map_or(u128::MAX, |size| size.saturating_sub(1));
    let number = number(address);
    let first = number & !host;
    Some(Span { v6: bits == 128, first, last: first | host })
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(u32::from(v4)),
        IpAddr::V6(v6) => u128::from(v6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_together_covers_the_space_is_public() {
        for (blocks, public) in [
            (&["0.0.0.0/0"][..], true),
            (&["0.0.0.0/1", "128.0.0.0/1"], true),
            (&["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"], true),
            (&["::/0"], true),
            (&["8000::/1", "::/1"], true),
            (&["0.0.0.0-255.255.255.255"], true),
            (&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], false),
            (&["203.0.113.7"], false),
            (&["fd00::/8"], false),
            (&["pl-123", "not an address", "0.0.0.0/40"], false),
            (&[], false),
        ] {
            assert_eq!(is_public(blocks.iter().copied()), public, "{blocks:?}");
        }
    }
}

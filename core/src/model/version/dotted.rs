//! Versions without a scheme of their own: numbers between dots, and numbers mixed with words.

use std::cmp::Ordering;

use super::{is_number, numbers};

/// Numbers between dots; missing ones are zero.
pub(super) fn intdot(a: &str, b: &str) -> Option<Ordering> {
    let parts = |text: &str| -> Option<Vec<String>> {
        let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
        text.split('.').map(|part| is_number(part).then(|| part.to_owned())).collect()
    };
    let (a, b) = (parts(a)?, parts(b)?);
    Some(zipped(a.len().max(b.len()), |i| {
        numbers(a.get(i).map_or("0", String::as_str), b.get(i).map_or("0", String::as_str))
    }))
}

/// The first difference of two lists.
pub(super) fn zipped(length: usize, compare: impl Fn(usize) -> Ordering) -> Ordering {
    (0..length).map(compare).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
}

/// A piece of a version: a run of digits or a run of letters.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Number(&'a str),
    Word(String),
}

/// Runs of digits count as numbers, words before a release (`rc`) come before it, other words after.
pub(super) fn generic(a: &str, b: &str) -> Option<Ordering> {
    if a == b {
        return Some(Ordering::Equal);
    }
    let has_number = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_number(a) || !has_number(b) {
        return None;
    }
    let (a, b) = (pieces(a), pieces(b));
    Some(zipped(a.len().max(b.len()), |i| match (a.get(i), b.get(i)) {
        (Some(Piece::Number(x)), Some(Piece::Number(y))) => numbers(x, y),
        (Some(Piece::Word(x)), Some(Piece::Word(y))) => weight(x).cmp(&weight(y)).then_with(|| x.cmp(y)),
        (Some(Piece::Number(_)), Some(Piece::Word(_))) => Ordering::Greater,
        (Some(Piece::Word(_)), Some(Piece::Number(_))) => Ordering::Less,
        (Some(piece), None) => beyond(piece),
        (None, Some(piece)) => beyond(piece).reverse(),
        (None, None) => Ordering::Equal,
    }))
}

/// What a version that goes on is, compared with one that has ended.
fn beyond(piece: &Piece<'_>) -> Ordering {
    match piece {
        Piece::Number(number) if numbers(number, "0").is_eq() => Ordering::Equal,
        Piece::Number(_) => Ordering::Greater,
        Piece::Word(word) => weight(word).cmp(&5),
    }
}

/// `dev`, `alpha`, `beta`, `pre` and `rc` come before a release (5), other words after it.
fn weight(word: &str) -> u8 {
    match word {
        "dev" | "snapshot" | "nightly" => 0,
        "alpha" | "a" => 1,
        "beta" | "b" => 2,
        "pre" | "preview" | "m" | "milestone" => 3,
        "rc" | "cr" | "c" => 4,
        _ => 6,
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let mut out = Vec::new();
    for part in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
        let mut rest = part;
        while let Some(first) = rest.bytes().next() {
            let digits = first.is_ascii_digit();
            let end = rest.bytes().position(|b| b.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (run, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
            out.push(if digits { Piece::Number(run) } else { Piece::Word(run.to_ascii_lowercase()) });
            rest = tail;
        }
    }
    out
}

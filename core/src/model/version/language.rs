//! PEP 440, Maven's `ComparableVersion` and RubyGems.

use std::cmp::Ordering;

use super::dotted::zipped;
use super::{is_number, numbers};

// --- PEP 440 --------------------------------------------------------------------------------------------------------

/// The parts of a Python version. `pre` holds the phase (0 dev, 1 alpha, 2 beta, 3 candidate, 4 none) and its number.
struct Python<'a> {
    epoch: &'a str,
    release: Vec<&'a str>,
    pre: (u8, &'a str),
    /// 0 none, 1 post.
    post: (u8, &'a str),
    /// 0 dev, 1 none: a development release comes before what it develops.
    dev: (u8, &'a str),
    local: Vec<&'a str>,
}

/// PEP 440, "Summary of permitted suffixes and relative ordering".
pub(super) fn pep440(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let (a, b) = (python(&a)?, python(&b)?);
    let at = |list: &[&str], i: usize| list.get(i).map_or_else(|| "0".to_owned(), |t| (*t).to_owned());
    let phases = |x: (u8, &str), y: (u8, &str)| x.0.cmp(&y.0).then_with(|| numbers(x.1, y.1));
    Some(
        numbers(a.epoch, b.epoch)
            .then_with(|| {
                zipped(a.release.len().max(b.release.len()), |i| numbers(&at(&a.release, i), &at(&b.release, i)))
            })
            .then_with(|| phases(a.pre, b.pre))
            .then_with(|| phases(a.post, b.post))
            .then_with(|| phases(a.dev, b.dev))
            .then_with(|| locals(&a.local, &b.local)),
    )
}

fn locals(a: &[&str], b: &[&str]) -> Ordering {
    zipped(a.len().max(b.len()), |i| match (a.get(i), b.get(i)) {
        (Some(x), Some(y)) => match (is_number(x), is_number(y)) {
            (true, true) => numbers(x, y),
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => x.cmp(y),
        },
        (x, y) => x.is_some().cmp(&y.is_some()),
    })
}

fn python(text: &str) -> Option<Python<'_>> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let (public, local) = text.split_once('+').map_or((text, None), |(p, l)| (p, Some(l)));
    let local: Vec<&str> = local.map(|l| l.split(['.', '-', '_']).collect()).unwrap_or_default();
    let alphanumeric = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if !local.iter().all(alphanumeric) {
        return None;
    }
    let (epoch, public) = public.split_once('!').unwrap_or(("0", public));
    let end = public.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(public.len());
    let (release, mut rest) = public.split_at_checked(end)?;
    let release: Vec<&str> = release.trim_end_matches('.').split('.').collect();
    if !is_number(epoch) || !release.iter().all(|part| is_number(part)) {
        return None;
    }
    let (mut pre, mut post, mut dev) = ((4, "0"), (0, "0"), (1, "0"));
    let has_pre = suffix(
        &mut rest,
        &[("alpha", 1), ("a", 1), ("beta", 2), ("b", 2), ("preview", 3), ("pre", 3), ("rc", 3), ("c", 3)],
    );
    if let Some(found) = has_pre {
        pre = found;
    }
    if let Some(number) = rest.strip_prefix('-').filter(|n| n.starts_with(|c: char| c.is_ascii_digit())) {
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let (number, tail) = number.split_at_checked(end)?;
        (post, rest) = ((1, number), tail);
    } else if let Some(found) = suffix(&mut rest, &[("post", 1), ("rev", 1), ("r", 1)]) {
        post = found;
    }
    if let Some(found) = suffix(&mut rest, &[("dev", 0)]) {
        dev = found;
        // `1.0.dev1` develops 1.0a0, not 1.0.
        if pre.0 == 4 && post.0 == 0 {
            pre = (0, "0");
        }
    }
    rest.is_empty().then_some(Python { epoch, release, pre, post, dev, local })
}

/// Takes a suffix such as `.rc-1` off the front.
fn suffix<'a>(rest: &mut &'a str, words: &[(&str, u8)]) -> Option<(u8, &'a str)> {
    let trimmed = rest.strip_prefix(['.', '-', '_']).unwrap_or(rest);
    let (word, phase) = words.iter().find(|(word, _)| trimmed.starts_with(word))?;
    let after = trimmed.strip_prefix(word)?;
    let number =
        after.strip_prefix(['.', '-', '_']).filter(|n| n.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(after);
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (number, tail) = number.split_at_checked(end)?;
    *rest = tail;
    Some((*phase, if number.is_empty() { "0" } else { number }))
}

// --- Maven ----------------------------------------------------------------------------------------------------------

/// One token of a Maven version: how it is separated from the one before, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    /// `-`, or a change between letters and digits.
    dash: bool,
    text: String,
}

/// Maven's `ComparableVersion`: trailing nulls are cut, qualifiers have an order of their own.
pub(super) fn maven(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (tokens(a), tokens(b));
    Some(zipped(a.len().max(b.len()), |i| match (a.get(i), b.get(i)) {
        (Some(x), Some(y)) => token_order(x, y),
        (Some(x), None) => token_order(x, &padding(x)),
        (None, Some(y)) => token_order(&padding(y), y),
        (None, None) => Ordering::Equal,
    }))
}

/// What a missing token counts as: zero beside a number, a release beside a qualifier.
fn padding(other: &Token) -> Token {
    Token { dash: other.dash, text: if is_number(&other.text) { "0".to_owned() } else { String::new() } }
}

fn tokens(text: &str) -> Vec<Token> {
    let text = text.to_ascii_lowercase();
    let mut out: Vec<Token> = Vec::new();
    let (mut dash, mut current, mut digits) = (false, String::new(), false);
    let mut push = |dash: bool, text: &mut String, before_digit: bool| {
        let named = match text.as_str() {
            "a" if before_digit => "alpha",
            "b" if before_digit => "beta",
            "m" if before_digit => "milestone",
            "cr" => "rc",
            "ga" | "final" | "release" => "",
            other => other,
        };
        let named = if is_number(named) { named.trim_start_matches('0') } else { named };
        let was_number = is_number(text);
        out.push(Token { dash, text: if was_number && named.is_empty() { "0".to_owned() } else { named.to_owned() } });
        text.clear();
    };
    for c in text.chars() {
        if matches!(c, '.' | '-' | '_') {
            if current.is_empty() {
                current.push('0');
            }
            push(dash, &mut current, false);
            dash = c != '.';
        } else {
            if !current.is_empty() && c.is_ascii_digit() != digits {
                push(dash, &mut current, c.is_ascii_digit());
                dash = true;
            }
            digits = c.is_ascii_digit();
            current.push(c);
        }
    }
    if current.is_empty() {
        current.push('0');
    }
    push(dash, &mut current, false);
    cut(out)
}

/// Drops nulls (`0`, empty, `final`) before each dash and at the end.
fn cut(tokens: Vec<Token>) -> Vec<Token> {
    let is_null = |token: &Token| token.text.is_empty() || token.text == "0";
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.dash || !is_number(&token.text) {
            while out.last().is_some_and(is_null) {
                out.pop();
            }
        }
        out.push(token);
    }
    while out.last().is_some_and(is_null) {
        out.pop();
    }
    out
}

fn token_order(a: &Token, b: &Token) -> Ordering {
    match (is_number(&a.text), is_number(&b.text)) {
        (true, true) => b.dash.cmp(&a.dash).then_with(|| numbers(&a.text, &b.text)),
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => {
            let (x, y) = (qualifier(&a.text), qualifier(&b.text));
            x.cmp(&y).then_with(|| if x == UNKNOWN_QUALIFIER { a.text.cmp(&b.text) } else { Ordering::Equal })
        }
    }
}

const UNKNOWN_QUALIFIER: u8 = 7;

fn qualifier(text: &str) -> u8 {
    match text {
        "alpha" => 0,
        "beta" => 1,
        "milestone" => 2,
        "rc" => 3,
        "snapshot" => 4,
        "" => 5,
        "sp" => 6,
        _ => UNKNOWN_QUALIFIER,
    }
}

// --- RubyGems -------------------------------------------------------------------------------------------------------

/// `Gem::Version`: runs of digits and of letters; letters come before nothing and before numbers.
pub(super) fn gem(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (segments(a)?, segments(b)?);
    Some(zipped(a.len().max(b.len()), |i| {
        let (x, y) = (a.get(i).map_or("0", String::as_str), b.get(i).map_or("0", String::as_str));
        match (is_number(x), is_number(y)) {
            (true, true) => numbers(x, y),
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => x.cmp(y),
        }
    }))
}

fn segments(text: &str) -> Option<Vec<String>> {
    let valid = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    if !valid {
        return None;
    }
    // A dash begins a prerelease.
    let text = text.replacen('-', ".pre.", 1).replace('-', ".");
    let mut out: Vec<String> = Vec::new();
    let mut fresh = true;
    for c in text.chars() {
        let same = |last: &String| last.chars().next_back().is_some_and(|l| l.is_ascii_digit() == c.is_ascii_digit());
        if c == '.' {
            fresh = true;
        } else {
            match out.last_mut().filter(|last| !fresh && same(last)) {
                Some(last) => last.push(c),
                None => out.push(c.to_string()),
            }
            fresh = false;
        }
    }
    Some(out)
}

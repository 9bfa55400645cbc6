//! Versions of distributions: Debian, RPM, Alpine and Arch.

use std::cmp::Ordering;

use super::dotted::zipped;
use super::{is_number, numbers};

fn epoch(text: &str) -> Option<(&str, &str)> {
    match text.split_once(':') {
        Some((epoch, rest)) => is_number(epoch).then_some((epoch, rest)),
        None => Some(("0", text)),
    }
}

// --- Debian ---------------------------------------------------------------------------------------------------------

/// Debian policy 5.6.12: `[epoch:]upstream[-revision]`.
pub(super) fn deb(a: &str, b: &str) -> Option<Ordering> {
    let parts = |text: &'_ str| -> Option<(String, String, String)> {
        let (epoch, rest) = epoch(text)?;
        let (upstream, revision) = rest.rsplit_once('-').unwrap_or((rest, "0"));
        let valid = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'+' | b'-' | b'~' | b':' | b'_');
        let fine = !upstream.is_empty() && rest.bytes().all(valid);
        fine.then(|| (epoch.to_owned(), upstream.to_owned(), revision.to_owned()))
    };
    let (a, b) = (parts(a)?, parts(b)?);
    Some(numbers(&a.0, &b.0).then_with(|| dpkg(&a.1, &b.1)).then_with(|| dpkg(&a.2, &b.2)))
}

/// Alternating runs of other characters and of digits; `~` comes before the end, letters before other characters.
fn dpkg(a: &str, b: &str) -> Ordering {
    let weight = |c: Option<char>| match c {
        Some('~') => -1_i64,
        None => 0,
        Some(c) if c.is_ascii_digit() => 0,
        Some(c) if c.is_ascii_alphabetic() => i64::from(u32::from(c)),
        Some(c) => i64::from(u32::from(c)).saturating_add(256),
    };
    let (mut a, mut b) = (a, b);
    while !a.is_empty() || !b.is_empty() {
        let (words_a, words_b) = (run(&mut a, false), run(&mut b, false));
        let (mut x, mut y) = (words_a.chars(), words_b.chars());
        for _ in 0..words_a.len().max(words_b.len()) {
            match weight(x.next()).cmp(&weight(y.next())) {
                Ordering::Equal => {}
                other => return other,
            }
        }
        match numbers(run(&mut a, true), run(&mut b, true)) {
            Ordering::Equal => {}
            other => return other,
        }
    }
    Ordering::Equal
}

/// Takes the run of digits, or of anything else, off the front.
fn run<'a>(rest: &mut &'a str, digits: bool) -> &'a str {
    let end = rest.bytes().position(|b| b.is_ascii_digit() != digits).unwrap_or(rest.len());
    let (run, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
    *rest = tail;
    run
}

// --- RPM ------------------------------------------------------------------------------------------------------------

/// Epoch, version and, where both state one, release.
pub(super) fn rpm(a: &str, b: &str) -> Option<Ordering> {
    evr(a, b, rpmvercmp)
}

/// pacman's `vercmp` is RPM's without `~` and `^`, and `1.0rc` comes before `1.0`.
pub(super) fn alpm(a: &str, b: &str) -> Option<Ordering> {
    evr(a, b, |x, y| segments(x, y, true))
}

fn evr(a: &str, b: &str, compare: impl Fn(&str, &str) -> Ordering) -> Option<Ordering> {
    let ((epoch_a, a), (epoch_b, b)) = (epoch(a)?, epoch(b)?);
    let split = |text: &str| -> (String, Option<String>) {
        text.rsplit_once('-').map_or((text.to_owned(), None), |(v, r)| (v.to_owned(), Some(r.to_owned())))
    };
    let ((version_a, release_a), (version_b, release_b)) = (split(a), split(b));
    if version_a.is_empty()
        || version_b.is_empty()
        || version_a.contains(char::is_whitespace)
        || version_b.contains(char::is_whitespace)
    {
        return None;
    }
    let releases = || release_a.zip(release_b).map_or(Ordering::Equal, |(x, y)| compare(&x, &y));
    Some(numbers(epoch_a, epoch_b).then_with(|| compare(&version_a, &version_b)).then_with(releases))
}

fn rpmvercmp(a: &str, b: &str) -> Ordering {
    segments(a, b, false)
}

/// Runs of digits or letters; everything else separates. `words_before_end` is pacman's rule.
fn segments(a: &str, b: &str, words_before_end: bool) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let separator = |c: char| !c.is_ascii_alphanumeric() && (words_before_end || !matches!(c, '~' | '^'));
        let (before_a, before_b) = (a.len(), b.len());
        a = a.trim_start_matches(separator);
        b = b.trim_start_matches(separator);
        let separated = (before_a != a.len(), before_b != b.len());
        if !words_before_end && let Some(order) = marks(&mut a, &mut b) {
            match order {
                Ordering::Equal => continue,
                other => return other,
            }
        }
        match (a.is_empty(), b.is_empty()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return rest(b, words_before_end && !separated.1).reverse(),
            (false, true) => return rest(a, words_before_end && !separated.0),
            (false, false) => {}
        }
        if words_before_end && separated.0 != separated.1 {
            return separated.0.cmp(&separated.1);
        }
        let digits = a.starts_with(|c: char| c.is_ascii_digit());
        if digits != b.starts_with(|c: char| c.is_ascii_digit()) {
            return if digits { Ordering::Greater } else { Ordering::Less };
        }
        let order = if digits { numbers(run(&mut a, true), run(&mut b, true)) } else { word(&mut a).cmp(word(&mut b)) };
        if order.is_ne() {
            return order;
        }
    }
}

/// `~` sorts before everything, even the end; `^` after the end and before everything else.
fn marks(a: &mut &str, b: &mut &str) -> Option<Ordering> {
    for (mark, alone) in [('~', Ordering::Less), ('^', Ordering::Greater)] {
        match (a.strip_prefix(mark), b.strip_prefix(mark)) {
            (Some(x), Some(y)) => {
                (*a, *b) = (x, y);
                return Some(Ordering::Equal);
            }
            (Some(_), None) => return Some(if mark == '^' && !b.is_empty() { Ordering::Less } else { alone }),
            (None, Some(_)) => {
                return Some(if mark == '^' && !a.is_empty() { Ordering::Greater } else { alone.reverse() });
            }
            (None, None) => {}
        }
    }
    None
}

/// What is left over is newer, except for a word of pacman's that follows without a separator.
fn rest(left: &str, words_before_end: bool) -> Ordering {
    if words_before_end && left.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

fn word<'a>(rest: &mut &'a str) -> &'a str {
    let end = rest.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (word, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
    *rest = tail;
    word
}

// --- Alpine ---------------------------------------------------------------------------------------------------------

/// `digits{.digits}{letter}{_suffix{number}}{~hash}{-r#}` (apk-tools, "Package format").
struct Alpine<'a> {
    numbers: Vec<&'a str>,
    letter: Option<char>,
    suffixes: Vec<(i8, &'a str)>,
    revision: &'a str,
}

/// apk-tools' order.
pub(super) fn apk(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (alpine(a)?, alpine(b)?);
    let lists = zipped(a.numbers.len().max(b.numbers.len()), |i| match (a.numbers.get(i), b.numbers.get(i)) {
        // After the first number a leading zero makes a fraction: 1.05 comes before 1.1.
        (Some(x), Some(y)) if i > 0 && (x.starts_with('0') || y.starts_with('0')) => x.cmp(y),
        (Some(x), Some(y)) => numbers(x, y),
        (x, y) => x.is_some().cmp(&y.is_some()),
    });
    let suffixes = || {
        zipped(a.suffixes.len().max(b.suffixes.len()), |i| {
            let (x, y) =
                (a.suffixes.get(i).copied().unwrap_or((0, "0")), b.suffixes.get(i).copied().unwrap_or((0, "0")));
            x.0.cmp(&y.0).then_with(|| numbers(x.1, y.1))
        })
    };
    Some(lists.then_with(|| a.letter.cmp(&b.letter)).then_with(suffixes).then_with(|| numbers(a.revision, b.revision)))
}

fn alpine(text: &str) -> Option<Alpine<'_>> {
    let (text, revision) = match text.rsplit_once("-r") {
        Some((text, revision)) => (text, revision),
        None => (text, "0"),
    };
    let text = text.split_once('~').map_or(text, |(before, _)| before);
    let mut parts = text.split('_');
    let release = parts.next()?;
    let letter = release.chars().next_back().filter(char::is_ascii_lowercase);
    let digits = letter.map_or(release, |l| release.strip_suffix(l).unwrap_or(release));
    let numbers: Vec<&str> = digits.split('.').collect();
    if !is_number(revision) || !numbers.iter().all(|n| is_number(n)) {
        return None;
    }
    let suffixes = parts.map(suffix).collect::<Option<Vec<_>>>()?;
    Some(Alpine { numbers, letter, suffixes, revision })
}

fn suffix(text: &str) -> Option<(i8, &str)> {
    let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (name, number) = text.split_at_checked(end)?;
    let rank = match name {
        "alpha" => -4,
        "beta" => -3,
        "pre" => -2,
        "rc" => -1,
        "cvs" => 1,
        "svn" => 2,
        "git" => 3,
        "hg" => 4,
        "p" => 5,
        _ => return None,
    };
    (number.is_empty() || is_number(number)).then_some((rank, if number.is_empty() { "0" } else { number }))
}

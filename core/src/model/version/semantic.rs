//! Semantic versions (semver.org 2.0.0) as npm, Cargo and Go write them, and NuGet's four numbers.

use std::cmp::Ordering;

use super::dotted::zipped;
use super::{is_number, numbers};

/// Release numbers and prerelease; build metadata does not count.
struct Parts<'a> {
    release: Vec<&'a str>,
    prerelease: Option<&'a str>,
}

fn parts(text: &str, most: usize) -> Option<Parts<'_>> {
    let text = text.trim_start_matches(['=', ' ']);
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let text = text.split_once('+').map_or(text, |(before, _)| before);
    let (release, prerelease) = text.split_once('-').map_or((text, None), |(release, pre)| (release, Some(pre)));
    let release: Vec<&str> = release.split('.').collect();
    let valid = release.len() <= most && release.iter().all(|part| is_number(part));
    let identifier = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let prerelease_valid = prerelease.is_none_or(|pre| pre.split('.').all(identifier));
    (valid && prerelease_valid).then_some(Parts { release, prerelease })
}

/// By the `semver` crate where both are semantic versions; otherwise by the same rules with missing or larger numbers.
pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    let strict = |text: &str| semver::Version::parse(text.strip_prefix('v').unwrap_or(text)).ok();
    if let (Some(a), Some(b)) = (strict(a), strict(b)) {
        return Some(a.cmp_precedence(&b));
    }
    let (a, b) = (parts(a, 4)?, parts(b, 4)?);
    Some(releases(&a, &b).then_with(|| prereleases(a.prerelease, b.prerelease, str::cmp)))
}

/// NuGet: four numbers, prereleases in any case.
pub(super) fn nuget(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (parts(a, 4)?, parts(b, 4)?);
    let folded = |x: &str, y: &str| x.to_ascii_lowercase().cmp(&y.to_ascii_lowercase());
    Some(releases(&a, &b).then_with(|| prereleases(a.prerelease, b.prerelease, folded)))
}

fn releases(a: &Parts<'_>, b: &Parts<'_>) -> Ordering {
    let at = |parts: &Parts<'_>, i: usize| parts.release.get(i).copied().unwrap_or("0").to_owned();
    zipped(a.release.len().max(b.release.len()), |i| numbers(&at(a, i), &at(b, i)))
}

fn prereleases(a: Option<&str>, b: Option<&str>, words: impl Fn(&str, &str) -> Ordering) -> Ordering {
    let (a, b) = match (a, b) {
        (None, None) => return Ordering::Equal,
        (None, Some(_)) => return Ordering::Greater,
        (Some(_), None) => return Ordering::Less,
        (Some(a), Some(b)) => (a, b),
    };
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('.').collect(), b.split('.').collect());
    zipped(a.len().max(b.len()), |i| match (a.get(i), b.get(i)) {
        (Some(x), Some(y)) => match (is_number(x), is_number(y)) {
            (true, true) => numbers(x, y),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => words(x, y),
        },
        (x, y) => x.is_some().cmp(&y.is_some()),
    })
}

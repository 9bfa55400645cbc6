//! Which versions are meant: `vers:` ranges (the VERS specification) and the notations of ecosystems.

use std::cmp::Ordering;

use super::{Scheme, numbers};

/// A range longer than this is refused.
const LONGEST_RANGE: usize = 16 << 10;
/// A range with more constraints is refused.
const MOST_CONSTRAINTS: usize = 1_000;

/// Versions of one scheme, given by comparisons.
///
/// ```
/// use tidewaiter::model::version::{Range, Scheme};
///
/// let range = Range::parse_vers("vers:npm/>=1.2.3|<2.0.0|!=1.5.0").unwrap();
/// assert_eq!(range.contains("1.9.9"), Some(true));
/// assert_eq!(range.contains("1.5.0"), Some(false));
/// assert_eq!(range.contains("latest"), None);
/// assert_eq!(Range::parse(Scheme::Maven, "[1.0,2.0)").unwrap().contains("2.0"), Some(false));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    scheme: Scheme,
    /// A version is inside if it satisfies all constraints of one of these.
    any: Vec<Vec<Constraint>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Constraint {
    comparator: Comparator,
    version: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The text is not a range.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RangeError {
    /// There is nothing to compare with.
    #[error("the range is empty")]
    Empty,
    /// It is too long to be one.
    #[error("the range has more than {LONGEST_RANGE} bytes or {MOST_CONSTRAINTS} constraints")]
    TooLong,
    /// The name after `vers:` is no scheme.
    #[error("`{0}` is not the name of a versioning scheme")]
    Scheme(String),
    /// There is no `/` after the scheme.
    #[error("a `vers:` range is written `vers:scheme/constraint|constraint`")]
    Shape,
    /// What stands after a comparator is no version of the scheme.
    #[error("`{0}` is not a version of the scheme {1}")]
    Version(String, &'static str),
}

impl Range {
    /// Reads a `vers:` range.
    ///
    /// # Errors
    /// [`RangeError`] says what is wrong with it.
    pub fn parse_vers(text: &str) -> Result<Self, RangeError> {
        let rest = text.trim().strip_prefix("vers:").ok_or(RangeError::Shape)?;
        let (name, constraints) = rest.split_once('/').ok_or(RangeError::Shape)?;
        let scheme = Scheme::from_name(name).ok_or_else(|| RangeError::Scheme(name.chars().take(40).collect()))?;
        check_length(constraints)?;
        if constraints == "*" {
            return Ok(Self { scheme, any: vec![Vec::new()] });
        }
        let decoded = percent_decoded(constraints);
        let parts = decoded.split('|').map(str::trim).filter(|p| !p.is_empty());
        let constraints = parts.map(|part| constraint(scheme, part)).collect::<Result<Vec<_>, _>>()?;
        if constraints.is_empty() {
            return Err(RangeError::Empty);
        }
        Ok(Self { scheme, any: intervals(scheme, constraints) })
    }

    /// Reads a range as an ecosystem writes it: `>=1.0, <2.0 || =3.1`, `^1.2`, `~1.2`, `~> 1.2`, `[1.0,2.0)`, `*`, a bare
    /// version (exactly this one), or a `vers:` range.
    ///
    /// # Errors
    /// [`RangeError`] says what is wrong with it.
    pub fn parse(scheme: Scheme, text: &str) -> Result<Self, RangeError> {
        let text = text.trim();
        check_length(text)?;
        if text.starts_with("vers:") {
            return Self::parse_vers(text);
        }
        if text.is_empty() {
            return Err(RangeError::Empty);
        }
        if text == "*" {
            return Ok(Self { scheme, any: vec![Vec::new()] });
        }
        if text.starts_with(['[', '(']) {
            return Ok(Self { scheme, any: brackets(scheme, text)? });
        }
        let alternatives = text.split("||").flat_map(|part| part.split('|'));
        let any = alternatives.map(|part| conjunction(scheme, part)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { scheme, any })
    }

    /// How versions are compared.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Whether a version is inside; `None` if that cannot be decided.
    #[must_use]
    pub fn contains(&self, version: &str) -> Option<bool> {
        // A text that is no version is neither inside nor outside, even of everything.
        if self.any.iter().all(Vec::is_empty) {
            return (!version.is_empty()).then_some(!self.any.is_empty());
        }
        self.scheme.compare(version, version)?;
        let mut undecided = false;
        for all in &self.any {
            let verdicts: Vec<Option<bool>> = all.iter().map(|c| c.holds(self.scheme, version)).collect();
            let together = match () {
                () if verdicts.contains(&Some(false)) => Some(false),
                () if verdicts.contains(&None) => None,
                () => Some(true),
            };
            match together {
                Some(true) => return Some(true),
                Some(false) => {}
                None => undecided = true,
            }
        }
        (!undecided).then_some(false)
    }
}

fn check_length(text: &str) -> Result<(), RangeError> {
    let constraints = text.bytes().filter(|b| matches!(b, b'|' | b',' | b' ')).count();
    if text.len() > LONGEST_RANGE || constraints > MOST_CONSTRAINTS { Err(RangeError::TooLong) } else { Ok(()) }
}

impl Constraint {
    fn holds(&self, scheme: Scheme, version: &str) -> Option<bool> {
        let order = scheme.compare(version, &self.version)?;
        Some(match self.comparator {
            Comparator::Equal => order.is_eq(),
            Comparator::NotEqual => order.is_ne(),
            Comparator::Less => order.is_lt(),
            Comparator::LessOrEqual => order.is_le(),
            Comparator::Greater => order.is_gt(),
            Comparator::GreaterOrEqual => order.is_ge(),
        })
    }
}

fn constraint(scheme: Scheme, text: &str) -> Result<Constraint, RangeError> {
    const COMPARATORS: [(&str, Comparator); 7] = [
        (">=", Comparator::GreaterOrEqual),
        ("<=", Comparator::LessOrEqual),
        ("!=", Comparator::NotEqual),
        ("==", Comparator::Equal),
        (">", Comparator::Greater),
        ("<", Comparator::Less),
        ("=", Comparator::Equal),
    ];
    let found = COMPARATORS.iter().find_map(|(sign, comparator)| Some((text.strip_prefix(sign)?, *comparator)));
    let (version, comparator) = found.unwrap_or((text, Comparator::Equal));
    checked(scheme, version.trim(), comparator)
}

fn checked(scheme: Scheme, version: &str, comparator: Comparator) -> Result<Constraint, RangeError> {
    if scheme.compare(version, version).is_none() {
        return Err(RangeError::Version(version.chars().take(60).collect(), scheme.name()));
    }
    Ok(Constraint { comparator, version: version.to_owned() })
}

/// VERS: sorted by version, a lower bound and the upper bound after it make an interval; `!=` holds throughout.
fn intervals(scheme: Scheme, mut constraints: Vec<Constraint>) -> Vec<Vec<Constraint>> {
    constraints.sort_by(|a, b| scheme.compare(&a.version, &b.version).unwrap_or(Ordering::Equal));
    let (except, rest): (Vec<Constraint>, Vec<Constraint>) =
        constraints.into_iter().partition(|c| c.comparator == Comparator::NotEqual);
    let mut any: Vec<Vec<Constraint>> = Vec::new();
    let mut open: Option<Constraint> = None;
    for constraint in rest {
        match constraint.comparator {
            Comparator::Equal | Comparator::NotEqual => any.push(vec![constraint]),
            // Of two lower bounds without an upper one between them the first says all.
            Comparator::Greater | Comparator::GreaterOrEqual => open = open.or(Some(constraint)),
            Comparator::Less | Comparator::LessOrEqual => {
                any.push(open.take().into_iter().chain([constraint]).collect());
            }
        }
    }
    any.extend(open.map(|lower| vec![lower]));
    if any.is_empty() {
        any.push(Vec::new());
    }
    for all in &mut any {
        all.extend(except.iter().cloned());
    }
    any
}

fn conjunction(scheme: Scheme, text: &str) -> Result<Vec<Constraint>, RangeError> {
    // A space after a comparator belongs to it.
    let mut joined = String::with_capacity(text.len());
    for part in text.split([',', ' ']).filter(|p| !p.is_empty()) {
        joined.push_str(part);
        if !matches!(part, ">=" | "<=" | ">" | "<" | "=" | "==" | "!=" | "~>" | "~=" | "^" | "~") {
            joined.push(' ');
        }
    }
    let mut out = Vec::new();
    for part in joined.split(' ').filter(|p| !p.is_empty() && *p != "*") {
        match part {
            _ if part.starts_with("~>") || part.starts_with("~=") => {
                let version = part.trim_start_matches(['~', '>', '=']);
                out.extend(lower_and_below(scheme, version, version.split('.').count().saturating_sub(1).max(1))?);
            }
            _ if part.starts_with('^') => {
                let version = part.trim_start_matches('^');
                let zeros = version.split('.').take_while(|p| numbers(p, "0").is_eq() && *p == "0").count();
                let count = version.split('.').count();
                out.extend(lower_and_below(scheme, version, zeros.saturating_add(1).min(count))?);
            }
            _ if part.starts_with('~') => {
                let version = part.trim_start_matches('~');
                out.extend(lower_and_below(scheme, version, version.split('.').count().min(2))?);
            }
            _ => out.push(constraint(scheme, part)?),
        }
    }
    if out.is_empty() && !text.contains('*') { Err(RangeError::Empty) } else { Ok(out) }
}

/// At least this version, and below the next value of its first `keep` numbers.
fn lower_and_below(scheme: Scheme, version: &str, keep: usize) -> Result<[Constraint; 2], RangeError> {
    let release = version.split(['-', '+']).next().unwrap_or_default();
    let mut kept: Vec<String> = release.split('.').take(keep).map(str::to_owned).collect();
    let refused = || RangeError::Version(version.chars().take(60).collect(), scheme.name());
    let last = kept.last_mut().ok_or_else(refused)?;
    let next = last.parse::<u64>().ok().and_then(|n| n.checked_add(1)).ok_or_else(refused)?;
    *last = next.to_string();
    let lower = checked(scheme, version, Comparator::GreaterOrEqual)?;
    Ok([lower, checked(scheme, &kept.join("."), Comparator::Less)?])
}

/// `[1.0,2.0)`, `(,1.0]`, `[1.5]`, several with commas between them.
fn brackets(scheme: Scheme, text: &str) -> Result<Vec<Vec<Constraint>>, RangeError> {
    let mut any = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['[', '(']) {
        let (_, from) = rest.split_at_checked(start).ok_or(RangeError::Empty)?;
        let end =
            from.find([']', ')']).ok_or_else(|| RangeError::Version(from.chars().take(60).collect(), scheme.name()))?;
        let inner = from.get(1..end).unwrap_or_default();
        let closed = (from.starts_with('['), from.get(end..).is_some_and(|t| t.starts_with(']')));
        rest = from.get(end.saturating_add(1)..).unwrap_or_default();
        let mut all = Vec::new();
        match inner.split_once(',') {
            None => all.push(checked(scheme, inner.trim(), Comparator::Equal)?),
            Some((lower, upper)) => {
                if !lower.trim().is_empty() {
                    let comparator = if closed.0 { Comparator::GreaterOrEqual } else { Comparator::Greater };
                    all.push(checked(scheme, lower.trim(), comparator)?);
                }
                if !upper.trim().is_empty() {
                    let comparator = if closed.1 { Comparator::LessOrEqual } else { Comparator::Less };
                    all.push(checked(scheme, upper.trim(), comparator)?);
                }
            }
        }
        any.push(all);
    }
    if any.is_empty() { Err(RangeError::Empty) } else { Ok(any) }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = code.filter(|_| first == b'%') {
            bytes.push(byte);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_their_notation_says() {
        for (scheme, text, inside, outside) in [
            (Scheme::Npm, "vers:npm/1.2.3|>=2.0.0|<5.0.0", &["1.2.3", "2.0.0", "4.9"][..], &["1.2.4", "5.0.0"][..]),
            (Scheme::Deb, "vers:deb/<1%3A2.0", &["1.0", "1:1.9"], &["1:2.0"]),
            (Scheme::Semver, "vers:all/*", &["1"], &[]),
            (Scheme::Npm, "^1.2.3", &["1.2.3", "1.9.0"], &["2.0.0", "1.2.2"]),
            (Scheme::Npm, "^0.2.3", &["0.2.9"], &["0.3.0"]),
            (Scheme::Npm, "~1.2.3", &["1.2.9"], &["1.3.0"]),
            (Scheme::Npm, ">=1.0 <2 || =3.1.0", &["1.5.0", "3.1.0"], &["2.0.0"]),
            (Scheme::Gem, "~> 2.2", &["2.2", "2.9"], &["3.0", "2.1"]),
            (Scheme::Pep440, "~=1.4.2", &["1.4.5"], &["1.5.0"]),
            (Scheme::Maven, "(,1.0],[1.2,)", &["1.0", "1.3"], &["1.1"]),
            (Scheme::Nuget, "[1.0]", &["1.0.0"], &["1.0.1"]),
            (Scheme::Npm, "2.1.0", &["2.1.0"], &["2.1.1"]),
        ] {
            let range = Range::parse(scheme, text).unwrap();
            for version in inside {
                assert_eq!(range.contains(version), Some(true), "{text} {version}");
            }
            for version in outside {
                assert_eq!(range.contains(version), Some(false), "{text} {version}");
            }
        }
    }

    #[test]
    fn what_is_no_range_is_refused() {
        let long = format!("vers:npm/{}", "|1".repeat(2_000));
        for text in ["", "vers:", "vers:npm", "vers:frog/1", "vers:npm/", ">= ", "[1.0", "vers:npm/frog", &long] {
            assert!(Range::parse(Scheme::Npm, text).is_err(), "{text}");
        }
    }
}

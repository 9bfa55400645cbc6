//! Whether a list of licenses permits or forbids a term.

use spdx::identifiers::LICENSES;

use super::categories::is_permissive_exception;
use super::{License, Term, versions};

/// Whether a term may be kept under something that is permitted: an id, an id with an exception, or a `LicenseRef-…`.
///
/// `X-or-later` is permitted if any version it allows is; with an exception the pair is asked first, and then the
/// license alone if the exception only ever permits more.
///
/// ```
/// use tidewaiter::model::license::{License, satisfies};
///
/// let term = |text| License::read(text).alternatives[0][0].clone();
/// assert!(satisfies(&term("GPL-2.0+"), "GPL-3.0-only"));
/// assert!(!satisfies(&term("GPL-2.0-only"), "GPL-3.0-only"));
/// assert!(satisfies(&term("Apache-2.0 WITH LLVM-exception"), "Apache-2.0"));
/// assert!(!satisfies(&term("LicenseRef-ours"), "MIT"));
/// ```
#[must_use]
pub fn satisfies(term: &Term, allowed: &str) -> bool {
    let License { alternatives, .. } = License::read(allowed);
    let [alternative] = alternatives.as_slice() else { return false };
    let [permitted] = alternative.as_slice() else { return false };
    if term.exception != permitted.exception {
        let lenient = term.exception.as_deref().is_some_and(is_permissive_exception);
        if permitted.exception.is_some() || !lenient {
            return false;
        }
    }
    if term.id == permitted.id {
        return true;
    }
    let (Some(have), Some(want)) = (versions::of(&term.id), versions::of(&permitted.id)) else { return false };
    if !have.same_license(&want) {
        return false;
    }
    match have.cmp_version(&want) {
        std::cmp::Ordering::Equal => true,
        std::cmp::Ordering::Less => term.or_later,
        std::cmp::Ordering::Greater => permitted.or_later,
    }
}

/// Whether something forbidden covers a term: it is the same license, and the term has no later version to flee to.
///
/// ```
/// use tidewaiter::model::license::{License, denies};
///
/// let term = |text| License::read(text).alternatives[0][0].clone();
/// assert!(denies("AGPL-3.0-or-later", &term("AGPL-3.0-only")));
/// assert!(!denies("GPL-2.0-only", &term("GPL-2.0-or-later")));
/// ```
#[must_use]
pub fn denies(forbidden: &str, term: &Term) -> bool {
    let fixed = Term { or_later: term.or_later && forbidden.ends_with("-or-later"), ..term.clone() };
    (!term.or_later || fixed.or_later) && satisfies(&fixed, forbidden)
}

/// The ids any of which permits a term that allows later versions; nothing for other terms.
pub(super) fn editions(id: &str, or_later: bool) -> Vec<super::Text> {
    let Some(have) = versions::of(id).filter(|_| or_later) else { return Vec::new() };
    let later = |candidate: &str| {
        versions::of(candidate).is_some_and(|other| other.same_license(&have) && have.cmp_version(&other).is_le())
    };
    let current = LICENSES.iter().map(|l| l.name).filter(|name| later(name));
    current.filter(|name| super::expression::current(name) == *name).map(super::Text::new).collect()
}

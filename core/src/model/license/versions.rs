//! Versions of one license: which ids are editions of the same, and which come later.

use std::cmp::Ordering;

/// One edition of a license.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edition<'a> {
    /// The id before the version.
    base: &'a str,
    /// The id after the version, without `-only` and `-or-later`.
    variant: &'a str,
    version: &'a str,
}

impl Edition<'_> {
    pub(super) fn same_license(&self, other: &Self) -> bool {
        self.base == other.base && self.variant == other.variant
    }

    /// Compares the versions, number by number; `1.3a` comes before `1.3c`.
    pub(super) fn cmp_version(&self, other: &Self) -> Ordering {
        let key = |part: &str| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            (
                digits.parse::<u64>().unwrap_or(u64::MAX),
                part.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned(),
            )
        };
        let keys = |version: &str| version.split('.').map(key).collect::<Vec<_>>();
        keys(self.version).cmp(&keys(other.version))
    }
}

/// The edition an id names; `None` for a license that has no versions.
///
/// A version holds a dot: the 3 of BSD-3-Clause counts clauses.
pub(super) fn of(id: &str) -> Option<Edition<'_>> {
    let id = id.strip_suffix("-or-later").or_else(|| id.strip_suffix("-only")).unwrap_or(id);
    let is_version = |part: &str| part.contains('.') && part.starts_with(|c: char| c.is_ascii_digit());
    let version = id.split('-').find(|part| is_version(part))?;
    let (base, variant) = id.split_once(version)?;
    Some(Edition { base, variant, version })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        for (older, newer) in [
            ("GPL-2.0-only", "GPL-3.0-or-later"),
            ("MPL-1.1", "MPL-2.0"),
            ("LPPL-1.3a", "LPPL-1.3c"),
            ("OLDAP-2.2", "OLDAP-2.2.1"),
            ("X-9.0", "X-10.0"),
        ] {
            let (older, newer) = (of(older).unwrap(), of(newer).unwrap());
            assert!(older.same_license(&newer));
            assert_eq!(older.cmp_version(&newer), Ordering::Less);
        }
    }

    #[test]
    fn other_licenses_are_no_editions() {
        assert_eq!(of("MIT"), None);
        assert_eq!(of("BSD-3-Clause"), None);
        for (one, other) in [
            ("GPL-2.0-only", "LGPL-2.1-only"),
            ("CC-BY-3.0", "CC-BY-SA-4.0"),
            ("CC-BY-3.0", "CC-BY-3.0-DE"),
            ("GFDL-1.2-only", "GFDL-1.3-invariants-only"),
            ("CERN-OHL-1.2", "CERN-OHL-S-2.0"),
        ] {
            assert!(!of(one).unwrap().same_license(&of(other).unwrap()), "{one} {other}");
        }
    }
}

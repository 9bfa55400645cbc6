//! Which version is newer, in the scheme of its ecosystem, and which versions a range holds.

mod dotted;
mod distribution;
mod language;
mod range;
mod semantic;

use std::cmp::Ordering;

pub use range::{Range, RangeError};

/// A version longer than this is not compared.
const LONGEST: usize = 512;

/// How versions of an ecosystem are ordered.
///
/// ```
/// use std::cmp::Ordering;
/// use tidewaiter::model::version::Scheme;
///
/// assert_eq!(Scheme::of_purl_type("deb").compare("1.0~rc1", "1.0"), Some(Ordering::Less));
/// assert_eq!(Scheme::of_purl_type("maven").compare("1.0", "1"), Some(Ordering::Equal));
/// assert_eq!(Scheme::Pep440.compare("latest", "1.0"), None, "undecidable, not older");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scheme {
    /// Semantic Versioning 2.0.0.
    Semver,
    /// Semantic versions with an optional `v`.
    Npm,
    /// Semantic versions.
    Cargo,
    /// Semantic versions with a `v`; pseudo-versions; `+incompatible` does not count.
    Go,
    /// PEP 440.
    Pep440,
    /// Maven's `ComparableVersion`.
    Maven,
    /// RubyGems' `Gem::Version`.
    Gem,
    /// NuGet: up to four numbers and a prerelease in any case.
    Nuget,
    /// Debian policy, 5.6.12.
    Deb,
    /// RPM's `rpmvercmp` over epoch, version and release.
    Rpm,
    /// apk-tools.
    Apk,
    /// pacman's `vercmp`.
    Alpm,
    /// Numbers between dots.
    Intdot,
    /// Numbers and words, where no scheme is known.
    Generic,
}

const NAMES: &[(&str, Scheme)] = &[
    ("semver", Scheme::Semver),
    ("npm", Scheme::Npm),
    ("cargo", Scheme::Cargo),
    ("golang", Scheme::Go),
    ("pypi", Scheme::Pep440),
    ("maven", Scheme::Maven),
    ("gem", Scheme::Gem),
    ("nuget", Scheme::Nuget),
    ("deb", Scheme::Deb),
    ("rpm", Scheme::Rpm),
    ("apk", Scheme::Apk),
    ("alpm", Scheme::Alpm),
    ("intdot", Scheme::Intdot),
    ("generic", Scheme::Generic),
    // Other names of the same.
    ("go", Scheme::Go),
    ("pep440", Scheme::Pep440),
    ("alpine", Scheme::Apk),
    ("arch", Scheme::Alpm),
    ("all", Scheme::Generic),
    ("none", Scheme::Generic),
    ("composer", Scheme::Npm),
    ("hex", Scheme::Semver),
    ("pub", Scheme::Semver),
    ("swift", Scheme::Semver),
    ("ebuild", Scheme::Generic),
];

impl Scheme {
    /// The scheme of a purl type; types without a scheme of their own are compared with care, as [`Scheme::Generic`].
    #[must_use]
    pub fn of_purl_type(kind: &str) -> Self {
        Self::from_name(kind).unwrap_or(Self::Generic)
    }

    /// The scheme behind a name in a `vers:` range.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, scheme)| *scheme)
    }

    /// The name in a `vers:` range.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, scheme)| *scheme == self).map_or("generic", |(name, _)| name)
    }

    /// Compares two versions; `None` if one of them is no version of the scheme.
    #[must_use]
    pub fn compare(self, a: &str, b: &str) -> Option<Ordering> {
        let (a, b) = (a.trim(), b.trim());
        if a.is_empty() || b.is_empty() || a.len() > LONGEST || b.len() > LONGEST {
            return None;
        }
        match self {
            Self::Semver | Self::Npm | Self::Cargo | Self::Go => semantic::compare(a, b),
            Self::Pep440 => language::pep440(a, b),
            Self::Maven => language::maven(a, b),
            Self::Gem => language::gem(a, b),
            Self::Nuget => semantic::nuget(a, b),
            Self::Deb => distribution::deb(a, b),
            Self::Rpm => distribution::rpm(a, b),
            Self::Apk => distribution::apk(a, b),
            Self::Alpm => distribution::alpm(a, b),
            Self::Intdot => dotted::intdot(a, b),
            Self::Generic => dotted::generic(a, b),
        }
    }
}

/// Compares two texts of digits as numbers of any length.
fn numbers(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_scheme() {
        for scheme in [Scheme::Semver, Scheme::Go, Scheme::Pep440, Scheme::Apk, Scheme::Alpm, Scheme::Generic] {
            assert_eq!(Scheme::from_name(scheme.name()), Some(scheme));
        }
        assert_eq!(Scheme::of_purl_type("conda"), Scheme::Generic);
    }

    /// Each row is sorted; every pair in it is compared both ways.
    #[test]
    #[expect(clippy::too_many_lines, reason = "a table has as many lines as it has rows")]
    fn sorted_versions_are_sorted_in_their_scheme() {
        for (scheme, sorted) in [
            (
                Scheme::Semver,
                &[
                    "1.0.0-alpha",
                    "1.0.0-alpha.1",
                    "1.0.0-alpha.beta",
                    "1.0.0-beta.2",
                    "1.0.0-beta.11",
                    "1.0.0-rc.1",
                    "1.0.0",
                    "1.2",
                    "1.10.0",
                    "99999999999999999999999.0.0",
                ][..],
            ),
            (
                Scheme::Go,
                &[
                    "v0.0.0-20200101000000-aaaaaaaaaaaa",
                    "v0.0.0-20240101000000-abcdef123456",
                    "v1.0.0",
                    "v1.2.3-0.20210101000000-abcdef123456",
                    "v1.2.3",
                    "v2.0.0+incompatible",
                ],
            ),
            (
                Scheme::Pep440,
                &[
                    "1.dev0",
                    "1.0.dev456",
                    "1.0a1",
                    "1.0a2.dev456",
                    "1.0a12",
                    "1.0b1.dev456",
                    "1.0b2",
                    "1.0b2.post345",
                    "1.0rc1",
                    "1.0",
                    "1.0+abc.5",
                    "1.0+abc.7",
                    "1.0+5",
                    "1.0.post456.dev34",
                    "1.0.post456",
                    "1.1.dev1",
                    "1!0.1",
                ],
            ),
            (
                Scheme::Maven,
                &[
                    "1-alpha-1",
                    "1-alpha-2",
                    "1-beta",
                    "1-m3",
                    "1-rc",
                    "1-snapshot",
                    "1",
                    "1-sp",
                    "1-abc",
                    "1.1",
                    "1.2-1",
                    "1.10",
                    "2.0.1.Final-x",
                ],
            ),
            (Scheme::Gem, &["1.0.a", "1.0.b1", "1.0.rc1", "1.0", "1.0.1", "1.10"]),
            (Scheme::Nuget, &["1.0.0-ALPHA", "1.0.0-beta", "1.0.0", "1.0.0.1", "1.0.1", "1.10"]),
            (
                Scheme::Deb,
                &["1.0~~", "1.0~~a", "1.0~", "1.0", "1.0-1", "1.0-1+b1", "1.0a", "1.0+dfsg", "1.2", "1.10", "1:0.5"],
            ),
            (Scheme::Rpm, &["1.0~rc1", "1.0", "1.0^git1", "1.0a", "1.0.1", "1.0010", "1:0"]),
            (
                Scheme::Apk,
                &[
                    "1.0_alpha1",
                    "1.0_beta",
                    "1.0_pre2",
                    "1.0_rc1",
                    "1.0",
                    "1.0-r1",
                    "1.0_p1",
                    "1.0a",
                    "1.1",
                    "1.1.1",
                    "1.10",
                ],
            ),
            (Scheme::Alpm, &["1.0alpha", "1.0beta", "1.0rc", "1.0", "1.0.a", "1.0.1", "1:0.1"]),
            (Scheme::Intdot, &["1", "1.2", "1.10", "2.0"]),
            (Scheme::Generic, &["1.0-rc1", "1.0", "1.0.1", "1.10", "2021.4"]),
        ] {
            for (i, a) in sorted.iter().enumerate() {
                for (j, b) in sorted.iter().enumerate() {
                    assert_eq!(scheme.compare(a, b), Some(i.cmp(&j)), "{} {a} {b}", scheme.name());
                }
            }
        }
    }

    #[test]
    fn other_spellings_of_one_version_are_equal() {
        for (scheme, a, b) in [
            (Scheme::Npm, "v1.2.3", "1.2.3+build"),
            (Scheme::Go, "v2.0.0+incompatible", "2.0.0"),
            (Scheme::Pep440, "1.0.0-RC.1", "1rc1"),
            (Scheme::Pep440, "1.0-1", "1.0.post1"),
            (Scheme::Maven, "1.0.0", "1"),
            (Scheme::Maven, "1-ga", "1.final"),
            (Scheme::Maven, "1.0.RELEASE", "1"),
            (Scheme::Maven, "1-a1", "1-alpha-1"),
            (Scheme::Gem, "1.0.0", "1"),
            (Scheme::Nuget, "1.0.0-Beta", "1.0-beta+meta"),
            (Scheme::Deb, "0:1.0-0", "1.0"),
            (Scheme::Rpm, "0:1.05-1", "1.5-1"),
            (Scheme::Rpm, "1.0", "1.0-3.el9"),
            (Scheme::Apk, "1.0", "1.0-r0"),
            (Scheme::Generic, "main", "main"),
        ] {
            assert_eq!(scheme.compare(a, b), Some(Ordering::Equal), "{} {a} {b}", scheme.name());
        }
    }

    #[test]
    fn what_is_no_version_is_undecidable() {
        for (scheme, text) in [
            (Scheme::Semver, "latest"),
            (Scheme::Pep440, "1.0-frog-7"),
            (Scheme::Nuget, "one"),
            (Scheme::Intdot, "1.x"),
            (Scheme::Apk, "1.0_zeta"),
            (Scheme::Deb, "a b"),
            (Scheme::Generic, "main"),
            (Scheme::Semver, ""),
        ] {
            assert_eq!(scheme.compare(text, "1.0"), None, "{} {text}", scheme.name());
        }
        assert_eq!(Scheme::Deb.compare(&"1".repeat(LONGEST + 1), "1"), None);
    }
}

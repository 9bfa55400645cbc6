//! How bad a vulnerability is: words, CVSS vectors, and the choice between several opinions.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Text;

/// The qualitative level of a vulnerability, from not assessed to worst.
///
/// `Unknown` is not `None`: the first was never assessed, the second was assessed and found harmless (score 0.0).
///
/// ```
/// use tidewaiter::Level;
///
/// assert_eq!(Level::from_word("Moderate"), Some(Level::Medium));
/// assert_eq!(Level::from_word("negligible"), Some(Level::Low));
/// assert_eq!(Level::of_score("2.0", 9.8), Level::High, "CVSS 2 has no critical");
/// assert!(Level::Unknown < Level::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Never assessed.
    #[default]
    Unknown,
    /// Assessed: no impact.
    None,
    /// CVSS 0.1–3.9, or a word such as negligible, unimportant, minor.
    Low,
    /// CVSS 4.0–6.9, or moderate.
    Medium,
    /// CVSS 7.0–8.9 (2.0: 7.0–10.0), or important.
    High,
    /// CVSS 9.0–10.0.
    Critical,
}

impl Level {
    /// The level behind a word that a vendor or scanner uses; `None` for a word without a level, `unknown` among them.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
        if is(&["critical"]) {
            Some(Self::Critical)
        } else if is(&["high", "important"]) {
            Some(Self::High)
        } else if is(&["medium", "moderate"]) {
            Some(Self::Medium)
        } else if is(&["low", "negligible", "unimportant", "minor"]) {
            Some(Self::Low)
        } else if is(&["none"]) {
            Some(Self::None)
        } else {
            None
        }
    }

    /// The level of a CVSS score in the given CVSS version (`2.0`, `3.0`, `3.1`, `4.0`).
    #[must_use]
    pub fn of_score(version: &str, score: f64) -> Self {
        match score {
            s if s >= 9.0 && !version.starts_with('2') => Self::Critical,
            s if s >= 7.0 => Self::High,
            s if s >= 4.0 => Self::Medium,
            s if s > 0.0 => Self::Low,
            _ => Self::None,
        }
    }

    /// The word for the level.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// A CVSS vector, scored by its base metrics.
///
/// Temporal, threat and environmental metrics in the vector are left out: they describe somebody else's situation.
///
/// ```
/// use tidewaiter::model::severity::Cvss;
///
/// let cvss = Cvss::read("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").unwrap();
/// assert_eq!((cvss.version, cvss.score), ("3.1", 9.8));
/// assert!(Cvss::read("AV:N/AC:L").is_none());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Cvss {
    /// `2.0`, `3.0`, `3.1` or `4.0`.
    pub version: &'static str,
    /// The base vector.
    pub vector: Text,
    /// The base score, 0.0–10.0.
    pub score: f64,
}

const BASE_2: &[&str] = &["AV", "AC", "Au", "C", "I", "A"];
const BASE_3: &[&str] = &["AV", "AC", "PR", "UI", "S", "C", "I", "A"];
const BASE_4: &[&str] = &["AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"];

impl Cvss {
    /// Reads a vector with or without its `CVSS:x.y/` prefix and with or without the brackets some tools put around it.
    #[must_use]
    pub fn read(vector: &str) -> Option<Self> {
        let vector = vector.trim().trim_start_matches('(').trim_end_matches(')').trim_end_matches('/');
        let (version, metrics) = match vector.strip_prefix("CVSS:").and_then(|rest| rest.split_once('/')) {
            Some(("2.0", rest)) => ("2.0", rest),
            Some(("3.0", rest)) => ("3.0", rest),
            Some(("3.1", rest)) => ("3.1", rest),
            Some(("4.0", rest)) => ("4.0", rest),
            Some(_) => return None,
            // Without a prefix only the metrics tell: PR came with 3.0, AT with 4.0.
            None if vector.contains("AT:") => ("4.0", vector),
            None if vector.contains("PR:") => ("3.1", vector),
            None => ("2.0", vector),
        };
        let base = match version {
            "2.0" => BASE_2,
            "4.0" => BASE_4,
            _ => BASE_3,
        };
        let mut kept = if version == "2.0" { String::new() } else { format!("CVSS:{version}") };
        let mut found = 0_usize;
        for metric in metrics.split('/') {
            let (name, _) = metric.split_once(':')?;
            if base.contains(&name) {
                found = found.saturating_add(1);
                if !kept.is_empty() {
                    kept.push('/');
                }
                kept.push_str(metric);
            }
        }
        // Half a vector has no score.
        if found != base.len() {
            return None;
        }
        let score = kept.parse::<cvss::Cvss>().ok()?.score();
        Some(Self { version, vector: kept.into(), score })
    }

    /// The qualitative level of the score.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::of_score(self.version, self.score)
    }
}

/// Who stands behind a rating; the earlier kinds know the package better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// The package's own vendor: the distribution's tracker, the ecosystem's advisory database.
    VendorOfPackage,
    /// The CNA that assigned the id, or another vendor.
    Cna,
    /// The National Vulnerability Database.
    Nvd,
    /// CISA's enrichment of CVE records.
    CisaAdp,
    /// The scanner itself, without a named source.
    Scanner,
}

/// The id under which CISA enriches CVE records.
const CISA_ADP: &str = "134c704f-9b21-4f2e-91b3-4a467353bcc0";

impl Authority {
    /// The authority of a source name (`nvd@nist.gov`, `debian`, `ghsa`, …) for a package of this purl type and
    /// namespace (the distribution, for OS packages).
    #[must_use]
    pub fn of(source: &str, purl_type: &str, namespace: &str) -> Self {
        let source = source.to_ascii_lowercase();
        let starts = |names: &[&str]| names.iter().any(|name| source.starts_with(name));
        if source.is_empty() {
            return Self::Scanner;
        }
        if starts(&["nvd"]) {
            return Self::Nvd;
        }
        if source == CISA_ADP || starts(&["cisa"]) {
            return Self::CisaAdp;
        }
        let distribution = match purl_type {
            "deb" | "rpm" | "apk" | "alpm" => Some(namespace.to_ascii_lowercase()),
            _ => None,
        };
        let own = match distribution.as_deref() {
            Some("") => true,
            Some(d @ ("redhat" | "rhel" | "centos")) => starts(&[d, "redhat", "rhel", "centos", "secalert@redhat"]),
            Some("amzn" | "amazon") => starts(&["amazon", "amzn"]),
            Some("wolfi" | "chainguard") => starts(&["wolfi", "chainguard"]),
            Some("opensuse" | "suse" | "sles") => starts(&["suse", "opensuse", "sles"]),
            Some("almalinux" | "alma") => starts(&["alma"]),
            Some("rocky" | "rockylinux") => starts(&["rocky"]),
            Some("oracle" | "ol" | "oraclelinux") => starts(&["oracle", "ol"]),
            Some(d) => source.starts_with(d),
            None => starts(&[
                "ghsa",
                "github",
                "osv",
                "rustsec",
                "pypa",
                "pysec",
                "go-vulndb",
                "govulndb",
                "npm",
                "rubysec",
                "ruby-advisory-db",
                "php-security-advisories",
                "gemnasium",
                "glad",
            ]),
        };
        if own { Self::VendorOfPackage } else { Self::Cna }
    }
}

/// One opinion about one vulnerability in one package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// Who says it, as the document names them.
    pub source: Text,
    /// What kind of source that is for this package.
    pub authority: Authority,
    /// The CVSS version; absent for a bare word.
    pub version: Option<Text>,
    /// The base vector.
    pub vector: Option<Text>,
    /// The score recomputed from the vector; the stated one where there is no vector.
    pub score: Option<f64>,
    /// The level of the score or the word.
    pub level: Level,
    /// The vendor's own word, where one was used.
    pub word: Option<Text>,
    /// The score that the document states although its vector gives another.
    pub stated: Option<f64>,
}

/// How one opinion is chosen among several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Selection {
    /// The authorities in the order in which they are believed.
    pub sources: Vec<Authority>,
    /// `authority` believes the first source that knows a level; `max` takes the worst of all.
    pub select: Strategy,
}

/// See [`Selection::select`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// The first authority that knows a level.
    Authority,
    /// The worst level of all.
    Max,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            sources: vec![
                Authority::VendorOfPackage,
                Authority::Cna,
                Authority::Nvd,
                Authority::CisaAdp,
                Authority::Scanner,
            ],
            select: Strategy::Authority,
        }
    }
}

impl Selection {
    /// The place of the chosen candidate, or `None` if no candidate knows a level.
    ///
    /// Within one authority a scored CVSS 4.0 beats 3.1, 3.0 and 2.0, and these beat a bare word only where the word
    /// is not the vendor's own: a distribution's word already weighs what its build leaves out.
    #[must_use]
    pub fn choose(&self, candidates: &[Candidate]) -> Option<usize> {
        let known = candidates.iter().enumerate().filter(|(_, c)| c.level != Level::Unknown);
        let version = |c: &Candidate| match c.version.as_deref() {
            None if c.authority == Authority::VendorOfPackage => 0_u8,
            Some("4.0") => 1,
            Some("3.1") => 2,
            Some("3.0") => 3,
            Some(_) => 4,
            None => 5,
        };
        let rank = |c: &Candidate| self.sources.iter().position(|a| *a == c.authority).unwrap_or(usize::MAX);
        match self.select {
            Strategy::Authority => known.min_by_key(|(i, c)| (rank(c), version(c), Reverse(c.level), *i)),
            Strategy::Max => known.min_by_key(|(i, c)| (Reverse(c.level), rank(c), version(c), *i)),
        }
        .map(|(i, _)| i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(source: &str, version: Option<&str>, level: Level) -> Candidate {
        Candidate {
            source: source.into(),
            authority: Authority::of(source, "deb", "debian"),
            version: version.map(Text::new),
            vector: None,
            score: None,
            level,
            word: None,
            stated: None,
        }
    }

    #[test]
    fn vectors_are_scored_by_their_base_metrics() {
        for (vector, expected) in [
            ("AV:N/AC:L/Au:N/C:N/I:N/A:C", Some(("2.0", 7.8))),
            ("(AV:L/AC:H/Au:N/C:C/I:C/A:C)", Some(("2.0", 6.2))),
            ("CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", Some(("3.0", 6.4))),
            ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", Some(("3.1", 9.8))),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:C", Some(("3.1", 9.8))),
            ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", Some(("4.0", 10.0))),
            ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U", Some(("4.0", 9.3))),
            ("CVSS:3.1/AV:N/AC:L", None),
            ("CVSS:5.0/AV:N", None),
            ("", None),
        ] {
            assert_eq!(Cvss::read(vector).map(|c| (c.version, c.score)), expected, "{vector}");
        }
    }

    #[test]
    fn the_packages_own_vendor_is_believed_first() {
        let candidates = [
            candidate("nvd@nist.gov", Some("3.1"), Level::Critical),
            candidate("debian:distro:debian:12", None, Level::Low),
            candidate("secalert@redhat.com", Some("3.1"), Level::High),
        ];
        assert_eq!(Selection::default().choose(&candidates), Some(1));
        let max = Selection { select: Strategy::Max, ..Selection::default() };
        assert_eq!(max.choose(&candidates), Some(0));
    }

    #[test]
    fn an_unknown_level_is_never_chosen_while_another_is_known() {
        let candidates = [candidate("debian", None, Level::Unknown), candidate("", None, Level::Medium)];
        assert_eq!(Selection::default().choose(&candidates), Some(1));
        assert_eq!(Selection::default().choose(&candidates[..1]), None);
    }
}

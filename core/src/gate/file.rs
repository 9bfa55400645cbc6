//! The gate file: read strictly, and every complaint names the line.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::decision::Waiver;
use crate::document::Kind;
use crate::error::{Error, Fault};
use crate::facts::{LicenseSettings, VexSettings};
use crate::model::Text;
use crate::model::severity::Selection;
use crate::model::signer::Signer;
use crate::model::time::Date;
use crate::policy::Enforcement;

/// A gate file or a profile.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct GateFile {
    /// 1.
    pub(crate) version: Option<u64>,
    /// The set of enforcements and parameters to begin with.
    pub(crate) profile: Option<Text>,
    /// Kinds of evidence without which there is no pass.
    pub(crate) expected: Option<Vec<Kind>>,
    /// Rule id or `topic.*` → hard, soft, off, or soft until a day.
    pub(crate) enforcement: BTreeMap<Text, Setting>,
    /// Rule id → parameter → value.
    pub(crate) parameters: BTreeMap<Text, BTreeMap<Text, Value>>,
    /// Who may sign.
    pub(crate) identities: Vec<Signer>,
    /// PEM files with public keys that may sign.
    pub(crate) keys: Vec<String>,
    /// `trusted_root.json` files of Sigstore instances, beside the embedded ones.
    pub(crate) trusted_roots: Vec<String>,
    /// Reports of verifiers (`cosign verify`) count as verified; only where nobody can forge them.
    pub(crate) trust_claims: bool,
    /// A waiver file, several, or waivers themselves.
    pub(crate) waivers: Option<WaiverSource>,
    /// EPSS and KEV files.
    pub(crate) feeds: Vec<String>,
    /// Directories, files and bundles with policies.
    pub(crate) policies: Vec<PolicyEntry>,
    /// How one severity is chosen.
    pub(crate) severity: Option<Selection>,
    /// Whose VEX statements suppress.
    pub(crate) vex: Option<VexSettings>,
    /// How licenses are read.
    pub(crate) license: Option<LicenseSettings>,
    /// Days before a soft rule becomes hard in which its findings say so; 14 if left out.
    pub(crate) rollout_notice_days: Option<i64>,
}

/// Hard, soft, off, or soft until a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "an enforcement is `hard`, `soft`, `off` or `{ soft_until: YYYY-MM-DD }`")]
pub(crate) enum Setting {
    Now(Enforcement),
    Until(Until),
}

/// Soft before a day, hard from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Until {
    pub(crate) soft_until: Date,
}

/// Where waivers stand.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "`waivers` is a file, a list of files, or a list of waivers")]
pub(crate) enum WaiverSource {
    File(String),
    Files(Vec<String>),
    Inline(Vec<Waiver>),
}

/// A policy of a user.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a policy is a path, or `{ path: …, input: facts|raw, rego: v0|v1 }`")]
pub(crate) enum PolicyEntry {
    Path(String),
    Full(PolicyPath),
}

/// A policy with what it is about.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PolicyPath {
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) input: PolicyInput,
    #[serde(default)]
    pub(crate) rego: RegoVersion,
}

/// What `input` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum PolicyInput {
    #[default]
    Facts,
    Raw,
}

/// Which Rego.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum RegoVersion {
    #[default]
    V1,
    V0,
}

/// Reads YAML strictly.
///
/// # Errors
/// [`Error::InvalidGate`] with the line.
pub(crate) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Error> {
    yaml_serde::from_str(text).map_err(|error| {
        let place = error.location().map(|l| format!("line {} column {}", l.line(), l.column()));
        let message = error.to_string();
        let reason = message.split(" at line ").next().unwrap_or_default().to_owned();
        let fault = Fault::new(reason, "see `docs/guide.md` for what a gate file may say").within(name);
        Error::InvalidGate(match place {
            Some(place) => fault.at(place),
            None => fault,
        })
    })
}

/// The line in which a word stands first, as a key or a value.
pub(crate) fn line_of(text: &str, word: &str) -> Option<usize> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '*');
    let whole = |line: &str| {
        line.match_indices(word).any(|(at, _)| {
            let before = line.get(..at).and_then(|b| b.chars().next_back());
            let after = line.get(at.saturating_add(word.len())..).and_then(|a| a.chars().next());
            !before.is_some_and(is_name) && !after.is_some_and(is_name)
        })
    };
    text.lines().position(|line| !line.trim_start().starts_with('#') && whole(line)).map(|i| i.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_name_the_line() {
        for (text, line, reason) in [
            ("version: 1\nprofil: strict\n", "line 2", "unknown field `profil`"),
            ("version: 1\nexpected: [sbom, scan]\n", "line 2", "unknown variant `scan`"),
            (
                "identities:\n  - { issuer: https://a.example, san_pattern: 'https://x' }\n",
                "line 2",
                "must begin with `^`",
            ),
            (
                "version: 1\nenforcement:\n  vulnerability.kev: { soft_until: 2027-02-30 }\n",
                "line",
                "an enforcement is",
            ),
            ("version: [", "line 1", ""),
        ] {
            let error = read::<GateFile>("gate.yaml", text).unwrap_err();
            assert!(error.at().is_some_and(|at| at.starts_with(line)), "{error}");
            assert!(error.reason().contains(reason), "{error}");
        }
    }

    #[test]
    fn the_line_of_a_word_is_that_of_the_whole_word() {
        assert_eq!(line_of("a: 1\n# b.c\nb.cd: 2\nb.c: 3\n", "b.c"), Some(4));
    }
}

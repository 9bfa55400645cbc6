//! Recorded, owned, expiring exceptions for named findings.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::facts::Facts;
use crate::model::time::Date;
use crate::model::version::{Range, Scheme};
use crate::model::{Digest, Purl, Text, Timestamp};

use super::Finding;

/// A waiver as it stands in a waiver file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// Its name; made from its place in the file if it has none.
    #[serde(default)]
    pub id: Text,
    /// The rule: an id, or `topic.*`.
    pub rule: Text,
    /// Which findings of the rule; every key given must match.
    #[serde(default, rename = "match")]
    pub scope: Scope,
    /// Why, in at least 20 characters.
    #[serde(default)]
    pub reason: Text,
    /// The kind of reason.
    pub category: Option<Category>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Text,
    /// Who agreed.
    #[serde(default)]
    pub approver: Text,
    /// The day it was written.
    pub created: Option<Date>,
    /// The day on which it ends.
    pub expires: Option<Date>,
    /// Where it is discussed.
    pub ticket: Option<Text>,
    /// What protects meanwhile.
    pub compensating_control: Option<Text>,
}

/// Why something is waived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// It is not true.
    FalsePositive,
    /// It is true and accepted.
    AcceptedRisk,
    /// Something else protects.
    Mitigated,
    /// It is not in use.
    NotDeployed,
    /// The vendor is at work.
    VendorPending,
}

/// Which findings of a rule are meant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Scope {
    /// An id or alias of a vulnerability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<Text>,
    /// A package URL, with or without version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<Text>,
    /// A range for the component's version: `vers:npm/<2.0.0`, or as its ecosystem writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub versions: Option<Text>,
    /// The address of a resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<Text>,
    /// A file, or everything below a folder (`tests/**`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Text>,
    /// A license expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<Text>,
    /// The name of the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Text>,
    /// A digest of the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject_digest: Option<Text>,
    /// The id of a finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Text>,
}

/// A waiver file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaiverFile {
    #[serde(default)]
    pub(crate) version: Option<u64>,
    pub(crate) waivers: Vec<Waiver>,
}

/// Waivers by what became of them.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waivers {
    /// In force, and covering findings.
    pub used: Vec<WaiverUse>,
    /// No longer in force.
    pub expired: Vec<WaiverUse>,
    /// Without any effect, and why.
    pub invalid: Vec<WaiverUse>,
    /// In force, and covering nothing.
    pub unused: Vec<WaiverUse>,
}

/// What became of one waiver.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaiverUse {
    /// The waiver.
    pub id: Text,
    /// Its rule.
    pub rule: Text,
    /// Who answers for it.
    pub owner: Text,
    /// The day on which it ends.
    pub expires: Option<Date>,
    /// The findings that it covers, or would cover.
    pub findings: Vec<Text>,
    /// Why it has no effect.
    pub reason: Option<String>,
}

impl Waiver {
    /// Whether the waiver names this rule.
    pub(super) fn names(&self, rule: &str) -> bool {
        match self.rule.strip_suffix('*') {
            Some(prefix) => prefix.ends_with('.') && rule.starts_with(prefix),
            None => self.rule == rule,
        }
    }

    /// Whether the waiver is over at a moment.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|day| day.start() <= now)
    }

    /// Whether every key of the scope matches the finding.
    pub(super) fn covers(&self, finding: &Finding, facts: &Facts, aliases: &BTreeSet<(Text, Text)>) -> bool {
        let text = |name: &str| finding.target.get(name).and_then(Value::as_str);
        let s = &self.scope;
        let given = |key: &Option<Text>, holds: &dyn Fn(&str) -> bool| key.as_ref().is_none_or(|k| holds(k));
        self.names(&finding.rule)
            && given(&s.finding, &|id| finding.id == id)
            && given(&s.vulnerability, &|id| {
                text("vulnerability").is_some_and(|v| v == id || aliases.contains(&(v.into(), id.into())))
            })
            && given(&s.component, &|c| {
                text("component").is_some_and(|t| component_matches(c, t, s.versions.as_deref()))
            })
            && given(&s.resource, &|r| text("resource") == Some(r))
            && given(&s.license, &|l| text("license") == Some(l))
            && given(&s.path, &|p| text("path").is_some_and(|t| path_matches(p, t)))
            && given(&s.subject, &|n| facts.subject.name.as_deref() == Some(n))
            && given(&s.subject_digest, &|d| {
                d.parse::<Digest>().is_ok_and(|d| facts.subject.digests.binary_search(&d).is_ok())
            })
    }
}

impl Scope {
    /// Keys that say what is waived, the subject left out.
    pub(super) fn narrows(&self) -> bool {
        let component = self.component.as_deref().is_some_and(|c| c != "*");
        component
            || [&self.vulnerability, &self.resource, &self.path, &self.license, &self.finding]
                .iter()
                .any(|k| k.is_some())
    }

    /// What is wrong with the scope itself.
    pub(crate) fn fault(&self) -> Option<String> {
        if let Some(component) = &self.component
            && component != "*"
            && component.starts_with("pkg:")
            && component.parse::<Purl>().is_err()
        {
            return Some(format!("`{component}` is not a package URL"));
        }
        let versions = self.versions.as_ref()?;
        let scheme =
            self.component.as_ref().and_then(|c| c.parse::<Purl>().ok()).map(|p| Scheme::of_purl_type(p.kind()));
        match scheme {
            None => Some("`versions` needs a `component` that is a package URL".to_owned()),
            Some(scheme) => Range::parse(scheme, versions).err().map(|error| error.to_string()),
        }
    }
}

fn component_matches(stated: &str, target: &str, versions: Option<&str>) -> bool {
    if stated == "*" || stated == target {
        return true;
    }
    let (Ok(stated), Ok(target)) = (stated.parse::<Purl>(), target.parse::<Purl>()) else { return false };
    if stated.package() != target.package() || stated.version().is_some_and(|v| target.version() != Some(v)) {
        return false;
    }
    versions.is_none_or(|range| {
        let range = Range::parse(Scheme::of_purl_type(target.kind()), range).ok();
        range.and_then(|r| r.contains(target.version().unwrap_or_default())) == Some(true)
    })
}

/// A path as it is, or everything below a folder.
fn path_matches(stated: &str, target: &str) -> bool {
    match stated.strip_suffix("/**") {
        Some(folder) => target.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')),
        None => stated == target,
    }
}

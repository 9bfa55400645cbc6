//! Rego: the embedded pack, policies of users, and the engine that evaluates both. Facts → what the rules say.

mod engine;
mod testing;
mod user;
mod value;

pub(crate) use engine::{Answer, Policies};
pub(crate) use testing::run as run_tests;
pub use testing::{TestResult, TestStatus};
pub(crate) use user::PolicySource;
pub(crate) use value::to_value;

/// A value as the engine holds it.
pub(crate) type EngineValue = regorus::Value;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tidewaiter_policies::annotations::Annotation;

use crate::model::Text;

/// A rule with its annotations.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rule {
    /// `topic.name`, or the package of a user's rule.
    pub id: Text,
    /// A short name.
    pub title: String,
    /// What is wrong and why it matters.
    pub description: String,
    /// How bad its findings are.
    pub severity: Severity,
    /// What its findings do to the outcome.
    pub enforcement: Enforcement,
    /// No waiver has any effect.
    pub unwaivable: bool,
    /// Kinds of evidence without which the rule is not applicable.
    pub needs: Vec<Text>,
    /// Name → default and description.
    pub parameters: BTreeMap<Text, ParameterInfo>,
    /// What to do.
    pub remediation: String,
    /// The first version with this rule.
    pub since: String,
    /// Framework → control ids.
    pub controls: BTreeMap<Text, Vec<Text>>,
    /// Other scanner → its checks that look for the same.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub equivalents: BTreeMap<Text, Vec<Text>>,
    /// The pack, or the file of a user's rule.
    pub origin: Text,
}

/// A parameter of a rule.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParameterInfo {
    /// Its value where the gate file gives none.
    pub default: serde_json::Value,
    /// What it means.
    pub description: String,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Act at once.
    Critical,
    /// Act soon.
    High,
    /// Plan to act.
    #[default]
    Medium,
    /// Act when convenient.
    Low,
    /// Only to be known.
    Info,
}

impl Severity {
    /// The word for the severity.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Info => "info",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Critical, Self::High, Self::Medium, Self::Low, Self::Info].into_iter().find(|s| s.name() == name)
    }
}

/// What a finding does to the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Enforcement {
    /// It denies.
    Hard,
    /// It warns.
    Soft,
    /// The rule is not asked.
    Off,
}

impl Enforcement {
    /// The word for the enforcement.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hard => "hard",
            Self::Soft => "soft",
            Self::Off => "off",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Hard, Self::Soft, Self::Off].into_iter().find(|e| e.name() == name)
    }
}

/// Who speaks in a pack's own rules.
pub(crate) const BASELINE: &str = "baseline";

impl Rule {
    /// A rule from its annotation; what the annotation leaves out is hard and of medium severity.
    fn of(annotation: &Annotation, id: Text, origin: Text, enforcement: Enforcement) -> Self {
        let custom = &annotation.custom;
        let parameter = |(name, p): (&String, &tidewaiter_policies::annotations::Parameter)| {
            (Text::new(name), ParameterInfo { default: p.default.clone(), description: p.description.clone() })
        };
        Self {
            title: annotation.title.clone(),
            description: annotation.description.clone(),
            severity: Severity::from_name(&custom.severity).unwrap_or_default(),
            enforcement: Enforcement::from_name(&custom.enforcement).unwrap_or(enforcement),
            unwaivable: custom.unwaivable,
            needs: custom.needs.iter().map(Text::new).collect(),
            parameters: custom.parameters.iter().map(parameter).collect(),
            remediation: custom.remediation.clone(),
            since: custom.since.clone(),
            equivalents: custom
                .equivalents
                .iter()
                .map(|(s, ids)| (Text::new(s), ids.iter().map(Text::new).collect()))
                .collect(),
            controls: custom
                .controls
                .iter()
                .map(|(f, ids)| (Text::new(f), ids.iter().map(Text::new).collect()))
                .collect(),
            id,
            origin,
        }
    }

    /// The part of the id before the dot; for a user's rule its package.
    #[must_use]
    pub fn topic(&self) -> &str {
        if self.origin == BASELINE { self.id.split('.').next().unwrap_or_default() } else { &self.id }
    }

    /// The gate that the rule belongs to: one of the six, or one of the others.
    #[must_use]
    pub fn gate(&self) -> &str {
        match self.topic() {
            "input" | "document" | "exceptions" => "input",
            "secret" => "secrets",
            "iac" => "iac",
            topic if self.origin == BASELINE => topic,
            _ => "custom",
        }
    }
}

/// All rules of the embedded pack, sorted by id.
pub(crate) fn pack_rules() -> Vec<Rule> {
    // INVARIANT: the build script of the pack wrote this text from annotations that it had read.
    let annotations: Vec<Annotation> = serde_json::from_str(tidewaiter_policies::RULES).unwrap_or_default();
    let rule = |a: &Annotation| Rule::of(a, Text::new(&a.custom.id), Text::new_static(BASELINE), Enforcement::Hard);
    let mut rules: Vec<Rule> = annotations.iter().map(rule).collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

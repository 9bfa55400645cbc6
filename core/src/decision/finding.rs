//! One statement of one rule about one target, with an id that survives re-runs.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::facts::{Facts, Source};
use crate::model::time::Date;
use crate::model::{Digest, Text, Timestamp};
use crate::policy::{Enforcement, Rule, Severity};

use super::InForce;

/// A finding.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// SHA-256 over rule, subject and target.
    pub id: Text,
    /// The rule.
    pub rule: Text,
    /// The gate of the rule.
    pub gate: Text,
    /// How bad it is.
    pub severity: Severity,
    /// Hard or soft, at this moment.
    pub enforcement: Enforcement,
    /// What it does to the outcome.
    pub state: FindingState,
    /// The rule could not be decided for this target.
    pub error: bool,
    /// What was found.
    pub message: String,
    /// What it is about.
    pub target: BTreeMap<Text, Value>,
    /// What to do.
    pub remediation: String,
    /// An earlier decision had it, and the caller asked that only new findings deny.
    pub known: bool,
    /// The day on which it will deny.
    pub hard_from: Option<Date>,
    /// The waiver that covers it.
    pub waiver: Option<Text>,
    /// No waiver has any effect on it.
    pub unwaivable: bool,
    /// Where it is reported.
    pub sources: Vec<FoundAt>,
    /// What it rests on.
    pub data: Map<String, Value>,
}

/// What a finding does to the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// It denies.
    Open,
    /// It warns.
    Soft,
    /// A waiver covers it.
    Waived,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundAt {
    /// The document.
    pub document: Text,
    /// JSON Pointer or line.
    pub at: Text,
}

/// Places that are kept; a component can stand in a thousand layers.
const PLACES: usize = 20;

impl Finding {
    /// A finding from a member of a rule's set: an object as the pack writes it, or what users of other tools write
    /// (a text, or an object with `msg`).
    pub(super) fn of(member: Value, rule: &Rule, in_force: InForce, facts: &Facts) -> Self {
        let mut object = match member {
            Value::Object(object) => object,
            Value::String(text) => Map::from_iter([("message".to_owned(), Value::String(text))]),
            other => Map::from_iter([("message".to_owned(), Value::String(other.to_string()))]),
        };
        let mut text = |names: &[&str]| {
            names.iter().find_map(|name| match object.remove(*name) {
                Some(Value::String(text)) => Some(text),
                _ => None,
            })
        };
        let message = text(&["message", "msg"]).unwrap_or_else(|| rule.title.clone());
        let severity = text(&["severity"]).and_then(|s| Severity::from_name(&s.to_ascii_lowercase()));
        let remediation = text(&["remediation"]).unwrap_or_else(|| rule.remediation.clone());
        let soft = text(&["enforcement"]).is_some_and(|e| e == "soft");
        let _ = object.remove("rule");
        let error = object.remove("error") == Some(Value::Bool(true));
        let unwaivable = object.remove("unwaivable") == Some(Value::Bool(true));
        let sources = places(object.remove("sources"), facts);
        let target = match object.remove("target") {
            Some(Value::Object(target)) => target.into_iter().map(|(name, value)| (name.into(), value)).collect(),
            // Without a target the message has to tell one finding from another.
            _ => BTreeMap::from([("message".into(), Value::String(message.clone()))]),
        };
        let mut data = match object.remove("data") {
            Some(Value::Object(data)) => data,
            Some(other) => Map::from_iter([("data".to_owned(), other)]),
            None => Map::new(),
        };
        data.extend(object);
        let enforcement = if soft { Enforcement::Soft } else { in_force.enforcement };
        Self {
            id: identity(&rule.id, facts, &target),
            rule: rule.id.clone(),
            gate: rule.gate().into(),
            severity: severity.unwrap_or(rule.severity),
            enforcement,
            state: if enforcement == Enforcement::Hard { FindingState::Open } else { FindingState::Soft },
            error,
            message,
            target,
            remediation,
            known: false,
            hard_from: in_force.hard_from.filter(|_| !soft),
            waiver: None,
            unwaivable: unwaivable || rule.unwaivable || error,
            sources,
            data,
        }
    }

    /// A rule that could not be evaluated.
    pub(super) fn unevaluated(rule: &Rule, in_force: InForce, facts: &Facts, reason: &str) -> Self {
        let member = serde_json::json!({
            "message": format!("{} could not be evaluated: {reason}", rule.id),
            "target": { "rule": rule.id },
            "remediation": "Raise the limit that was reached, or fix the policy.",
            "error": true,
        });
        Self::of(member, rule, in_force, facts)
    }

    /// Lets a finding that an earlier decision had warn instead of deny. What could not be decided still denies.
    pub(super) fn keep(&mut self) {
        self.known = true;
        if self.state == FindingState::Open && !self.error {
            self.state = FindingState::Soft;
        }
    }

    /// Says when a soft finding will deny, from `notice_days` before that day.
    pub(super) fn announce(&mut self, now: Timestamp, notice_days: i64) {
        if let Some(day) = self.hard_from.filter(|_| self.state == FindingState::Soft)
            && now >= day.start().plus_days(notice_days.saturating_neg())
        {
            self.message = format!("{} (denies from {day})", self.message);
        }
    }

    /// By gate, state, severity, rule and target.
    pub(super) fn order(a: &Self, b: &Self) -> Ordering {
        let target = |f: &Self| serde_json::to_string(&f.target).unwrap_or_default();
        (a.state, a.severity, &a.gate, &a.rule)
            .cmp(&(b.state, b.severity, &b.gate, &b.rule))
            .then_with(|| target(a).cmp(&target(b)))
            .then_with(|| a.message.cmp(&b.message))
    }
}

fn places(value: Option<Value>, facts: &Facts) -> Vec<FoundAt> {
    let Some(Value::Array(list)) = value else { return Vec::new() };
    let read = |place: &Value| -> Option<Source> {
        let input = place.get("input")?.as_u64().and_then(|n| usize::try_from(n).ok())?;
        let at = place.get("at").and_then(Value::as_str).unwrap_or_default().into();
        Some(Source { input, at })
    };
    let found = list.iter().filter_map(read).take(PLACES);
    let mut out: Vec<FoundAt> =
        found.filter_map(|s| Some(FoundAt { document: facts.inputs.get(s.input)?.name.clone(), at: s.at })).collect();
    out.sort();
    out.dedup();
    out
}

/// SHA-256 over rule, subject and target; the subject is its name, so that the next build's findings are the same.
fn identity(rule: &str, facts: &Facts, target: &BTreeMap<Text, Value>) -> Text {
    let subject = facts.subject.name.as_deref().unwrap_or_default();
    let target = serde_json::to_string(target).unwrap_or_default();
    let content = format!("{rule}|{subject}|{target}");
    Digest::sha256_of(content.as_bytes()).value().into()
}

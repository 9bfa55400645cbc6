//! What the rules say, the gate's settings and the moment → one decision. Pure: nothing is read or looked up.

mod controls;
mod exceptions;
mod finding;
mod waiver;

pub use controls::{ControlResult, ControlStatus};
pub use finding::{Finding, FindingState};
pub use waiver::{Category as WaiverCategory, Scope as WaiverScope, Waiver, WaiverUse, Waivers};

pub(crate) use exceptions::nearest;
pub(crate) use waiver::WaiverFile;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::document::Kind;
use crate::facts::{Facts, InputError, InputStatus, SubjectMatch, Suppression, ToolFact};
use crate::model::time::Date;
use crate::model::{Digest, Text, Timestamp};
use crate::policy::{Answer, Enforcement, Rule};

/// The schema that decisions follow.
pub const SCHEMA: &str = "decision/v1";

/// The answer of a gate for one dossier.
///
/// The same dossier, gate and moment give the same decision, byte for byte, in every language.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// `decision/v1`.
    pub schema: &'static str,
    /// A UUID (version 5) over the content of the decision.
    pub id: String,
    /// Pass, warn, deny or error.
    pub outcome: Outcome,
    /// What was judged.
    pub subject: DecidedSubject,
    /// The moment of evaluation.
    pub now: Timestamp,
    /// One row per gate: vulnerability, sbom, signature, license, iac, secrets and the others.
    pub gates: Vec<GateResult>,
    /// One row per rule in force.
    pub rules: Vec<RuleResult>,
    /// Every finding, sorted by gate, state, severity, rule and target.
    pub findings: Vec<Finding>,
    /// Vulnerabilities that do not count, and why.
    pub suppressed: Vec<SuppressedVulnerability>,
    /// Waivers by what became of them.
    pub waivers: Waivers,
    /// Every document that was given.
    pub inputs: Vec<DecidedInput>,
    /// The policy that was in force.
    pub policy: DecidedPolicy,
    /// Controls of frameworks, by what the rules behind them say.
    pub controls: Vec<ControlResult>,
    /// When each vulnerability was first seen, for the next decision.
    pub seen: BTreeMap<Text, Seen>,
    /// What the caller added.
    pub context: serde_json::Value,
    /// What decided.
    pub engine: EngineInfo,
}

/// How a dossier fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was found.
    Pass,
    /// Something was found that does not deny.
    Warn,
    /// Something was found that denies.
    Deny,
    /// It could not be decided; never a pass.
    Error,
}

impl Outcome {
    /// The word for the outcome.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Deny => "deny",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The subject of a decision.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidedSubject {
    /// The name, without tag and digest.
    pub name: Option<Text>,
    /// The reference as given.
    pub reference: Option<Text>,
    /// Every digest by which it is known.
    pub digests: Vec<Digest>,
}

/// How one gate fares.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GateResult {
    /// Its name.
    pub name: Text,
    /// Pass, warn, deny or error; absent if none of its rules was applicable.
    pub outcome: Option<Outcome>,
    /// Rules in force.
    pub rules: u64,
    /// Findings that deny.
    pub open: u64,
    /// Findings that warn.
    pub soft: u64,
    /// Findings under a waiver.
    pub waived: u64,
}

/// How a rule ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuleStatus {
    /// It found nothing.
    Pass,
    /// It found something.
    Fail,
    /// The dossier has no evidence of the kinds it needs.
    NotApplicable,
    /// It could not be evaluated, or could not tell.
    Error,
}

/// One rule in force.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleResult {
    /// Its id.
    pub id: Text,
    /// How it ended.
    pub result: RuleStatus,
    /// Hard or soft, at this moment.
    pub enforcement: Enforcement,
    /// The day on which it becomes hard.
    pub hard_from: Option<Date>,
    /// Why it was not applicable, or could not be evaluated.
    pub reason: Option<String>,
    /// Findings that deny.
    pub open: u64,
    /// Findings that warn.
    pub soft: u64,
    /// Findings under a waiver.
    pub waived: u64,
}

/// A vulnerability that does not count.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SuppressedVulnerability {
    /// The canonical id.
    pub vulnerability: Text,
    /// The key of the component.
    pub component: Text,
    /// Who suppressed it and why.
    pub suppression: Suppression,
}

/// A document of a decision.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidedInput {
    /// Its name.
    pub name: Text,
    /// The kind of its format.
    pub kind: Option<Kind>,
    /// The kinds of evidence that it provides.
    pub provides: Vec<Kind>,
    /// Its format.
    pub format: Option<Text>,
    /// The version of the format.
    pub format_version: Text,
    /// The SHA-256 of its bytes.
    pub digest: Digest,
    /// Its tools.
    pub tools: Vec<ToolFact>,
    /// When it was made.
    pub produced_at: Option<Timestamp>,
    /// Whether it could be read.
    pub status: InputStatus,
    /// Whether it is about the subject.
    pub subject_match: SubjectMatch,
    /// Records that were left out.
    pub skipped: u64,
    /// What is in it.
    pub items: u64,
    /// Databases that it names.
    pub databases: Vec<DecidedDatabase>,
    /// What was wrong.
    pub errors: Vec<InputError>,
}

/// A database that an input names.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidedDatabase {
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: Option<Text>,
    /// When it was built.
    pub built_at: Option<Timestamp>,
}

/// The policy of a decision.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidedPolicy {
    /// The name of the pack.
    pub pack: Text,
    /// The version of the pack.
    pub version: Text,
    /// SHA-256 over all rules.
    pub digest: Text,
    /// SHA-256 over the parameters.
    pub parameters_digest: Text,
    /// The profile.
    pub profile: Text,
}

/// When a vulnerability was first seen.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Seen {
    /// The moment.
    pub first_seen: Timestamp,
    /// Its EPSS score now.
    pub epss: Option<f64>,
}

/// What decided.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EngineInfo {
    /// `tidewaiter`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The Rego engine.
    pub rego: &'static str,
}

/// The enforcement of a rule at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InForce {
    pub(crate) enforcement: Enforcement,
    pub(crate) hard_from: Option<Date>,
}

/// What the gate settles about a decision.
pub(crate) struct Terms<'a> {
    pub(crate) rules: &'a [Rule],
    /// One entry per rule.
    pub(crate) in_force: Vec<InForce>,
    /// One entry per rule: the kind of evidence that is missing, if any.
    pub(crate) lacking: Vec<Option<Text>>,
    pub(crate) waivers: &'a [Waiver],
    pub(crate) parameters: &'a BTreeMap<Text, BTreeMap<Text, serde_json::Value>>,
    pub(crate) policy: DecidedPolicy,
    pub(crate) notice_days: i64,
    /// Ids of findings that an earlier decision had, where only what is new denies.
    pub(crate) known: BTreeSet<Text>,
}

/// Decides.
pub(crate) fn decide(facts: &Facts, answers: Vec<Answer>, terms: &Terms<'_>) -> Decision {
    let mut statuses: Vec<RuleStatus> = vec![RuleStatus::Pass; terms.rules.len()];
    let mut reasons: Vec<Option<String>> = vec![None; terms.rules.len()];
    for (i, lacking) in terms.lacking.iter().enumerate() {
        if let (Some(kind), Some(status), Some(reason)) = (lacking, statuses.get_mut(i), reasons.get_mut(i)) {
            *status = RuleStatus::NotApplicable;
            *reason = Some(format!("no document provides {kind}"));
        }
    }
    let mut findings: Vec<Finding> = Vec::new();
    for answer in answers {
        let (Some(rule), Some(in_force)) = (terms.rules.get(answer.rule), terms.in_force.get(answer.rule)) else {
            continue;
        };
        let made = match answer.members {
            Ok(members) => members.into_iter().map(|m| Finding::of(m, rule, *in_force, facts)).collect(),
            Err(reason) => {
                let finding = Finding::unevaluated(rule, *in_force, facts, &reason);
                if let Some(slot) = reasons.get_mut(answer.rule) {
                    *slot = Some(reason);
                }
                vec![finding]
            }
        };
        if let Some(status) = statuses.get_mut(answer.rule) {
            *status = match made.as_slice() {
                [] => *status,
                list if list.iter().any(|f| f.error) => RuleStatus::Error,
                _ => RuleStatus::Fail,
            };
        }
        findings.extend(made);
    }
    let waivers = exceptions::apply(&mut findings, facts, terms, &mut statuses);
    for finding in findings.iter_mut().filter(|f| terms.known.contains(&f.id)) {
        finding.keep();
    }
    for finding in &mut findings {
        finding.announce(facts.now, terms.notice_days);
    }
    findings.sort_by(Finding::order);
    findings.dedup_by(|a, b| a.id == b.id && a.message == b.message);
    finish(facts, findings, waivers, terms, (&statuses, reasons))
}

fn finish(
    facts: &Facts,
    findings: Vec<Finding>,
    waivers: Waivers,
    terms: &Terms<'_>,
    (statuses, mut reasons): (&[RuleStatus], Vec<Option<String>>),
) -> Decision {
    let mut counts: BTreeMap<&Text, [u64; 3]> = BTreeMap::new();
    for finding in &findings {
        let slot = counts.entry(&finding.rule).or_default().get_mut(finding.state as usize);
        if let Some(count) = slot {
            *count = count.saturating_add(1);
        }
    }
    let in_force = terms.rules.iter().zip(&terms.in_force).zip(statuses).enumerate();
    let rules: Vec<RuleResult> = in_force
        .filter(|(_, ((_, force), _))| force.enforcement != Enforcement::Off)
        .map(|(i, ((rule, force), status))| {
            let [open, soft, waived] = counts.get(&rule.id).copied().unwrap_or_default();
            let reason = reasons.get_mut(i).and_then(Option::take);
            let (enforcement, hard_from) = (force.enforcement, force.hard_from);
            RuleResult { id: rule.id.clone(), result: *status, enforcement, hard_from, reason, open, soft, waived }
        })
        .collect();
    let unread = facts.inputs.iter().any(|i| i.status == InputStatus::Unreadable);
    let gates = gates(&rules, terms.rules, &findings);
    let outcome = gates.iter().filter_map(|g| g.outcome).max().unwrap_or(Outcome::Pass);
    let mut decision = Decision {
        schema: SCHEMA,
        id: String::new(),
        outcome: if unread { Outcome::Error } else { outcome },
        subject: DecidedSubject {
            name: facts.subject.name.clone(),
            reference: facts.subject.reference.clone(),
            digests: facts.subject.digests.clone(),
        },
        now: facts.now,
        controls: controls::results(&rules, terms.rules),
        gates,
        rules,
        findings,
        suppressed: suppressed(facts),
        waivers,
        inputs: inputs(facts),
        policy: terms.policy.clone(),
        seen: seen(facts),
        context: facts.context.clone(),
        engine: EngineInfo { name: "tidewaiter", version: env!("CARGO_PKG_VERSION"), rego: "regorus 0.14" },
    };
    decision.id = identity(&decision);
    decision
}

/// A UUID over everything else in the decision.
fn identity(decision: &Decision) -> String {
    let content = serde_json::to_vec(decision).unwrap_or_default();
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, Digest::sha256_of(&content).to_string().as_bytes()).to_string()
}

fn gates(results: &[RuleResult], rules: &[Rule], findings: &[Finding]) -> Vec<GateResult> {
    let gate_of: BTreeMap<&str, &str> = rules.iter().map(|r| (r.id.as_str(), r.gate())).collect();
    let by_id: BTreeMap<&str, &Rule> = rules.iter().map(|r| (r.id.as_str(), r)).collect();
    // A gate whose rules ask for evidence has looked at nothing if none of them had any.
    let asks: BTreeSet<&str> = rules.iter().filter(|r| !r.needs.is_empty()).map(Rule::gate).collect();
    let mut gates: BTreeMap<&str, GateResult> = BTreeMap::new();
    let mut applicable: BTreeMap<&str, bool> = BTreeMap::new();
    for result in results {
        let Some(name) = gate_of.get(result.id.as_str()) else { continue };
        let gate = gates.entry(name).or_insert_with(|| GateResult {
            name: Text::new(name),
            outcome: None,
            rules: 0,
            open: 0,
            soft: 0,
            waived: 0,
        });
        gate.rules = gate.rules.saturating_add(1);
        gate.open = gate.open.saturating_add(result.open);
        gate.soft = gate.soft.saturating_add(result.soft);
        gate.waived = gate.waived.saturating_add(result.waived);
        let needless = by_id.get(result.id.as_str()).is_some_and(|r| r.needs.is_empty());
        let found = result.open > 0 || result.soft > 0 || result.waived > 0;
        let looked = result.result != RuleStatus::NotApplicable && (found || !needless || !asks.contains(name));
        *applicable.entry(name).or_default() |= looked;
    }
    let failed =
        |gate: &GateResult| findings.iter().any(|f| f.gate == gate.name && f.error && f.state == FindingState::Open);
    let mut out: Vec<GateResult> = gates.into_values().collect();
    for gate in &mut out {
        let outcome = match () {
            () if failed(gate) => Outcome::Error,
            () if gate.open > 0 => Outcome::Deny,
            () if gate.soft > 0 || gate.waived > 0 => Outcome::Warn,
            () => Outcome::Pass,
        };
        gate.outcome = applicable.get(gate.name.as_str()).copied().unwrap_or_default().then_some(outcome);
    }
    out.sort_by_key(|g| GATES.iter().position(|name| *name == g.name).unwrap_or(GATES.len()));
    out
}

/// The six gates and the others, in the order in which they are shown.
const GATES: [&str; 13] = [
    "input",
    "vulnerability",
    "sbom",
    "signature",
    "license",
    "iac",
    "secrets",
    "provenance",
    "image",
    "freshness",
    "evidence",
    "document",
    "custom",
];

fn suppressed(facts: &Facts) -> Vec<SuppressedVulnerability> {
    let places = facts.index.vulnerabilities.suppressed.iter().filter_map(|i| facts.vulnerabilities.get(*i));
    places
        .filter_map(|v| {
            let suppression = v.suppressed.clone()?;
            Some(SuppressedVulnerability { vulnerability: v.id.clone(), component: v.component.clone(), suppression })
        })
        .collect()
}

fn inputs(facts: &Facts) -> Vec<DecidedInput> {
    let databases = |number: usize| {
        let named = facts.databases.iter().filter(|d| d.input == Some(number));
        let fact = |d: &crate::facts::DatabaseFact| DecidedDatabase {
            name: d.name.clone(),
            version: d.version.clone(),
            built_at: d.built_at,
        };
        named.map(fact).collect()
    };
    let inputs = facts.inputs.iter().enumerate();
    inputs
        .map(|(number, i)| DecidedInput {
            name: i.name.clone(),
            kind: i.kind,
            provides: i.provides.clone(),
            format: i.format.clone(),
            format_version: i.format_version.clone(),
            digest: i.digest.clone(),
            tools: i.tools.clone(),
            produced_at: i.produced_at,
            status: i.status,
            subject_match: i.subject_match,
            skipped: i.skipped,
            items: i.items,
            databases: databases(number),
            errors: i.errors.clone(),
        })
        .collect()
}

/// A vulnerability that no earlier decision knew was first seen now.
fn seen(facts: &Facts) -> BTreeMap<Text, Seen> {
    let seen = |v: &crate::facts::Vulnerability| {
        let known = v.new == Some(false);
        let first_seen = v.first_seen.filter(|_| known).unwrap_or(facts.now);
        (v.key.clone(), Seen { first_seen, epss: v.epss.as_ref().map(|e| e.score) })
    };
    facts.vulnerabilities.iter().map(seen).collect()
}

impl Decision {
    /// Pass, warn, deny or error.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The exit code of a process that decides: 0 for pass and warn, 1 for deny, 2 for error.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.outcome {
            Outcome::Pass | Outcome::Warn => 0,
            Outcome::Deny => 1,
            Outcome::Error => 2,
        }
    }

    /// The decision as indented JSON, the same bytes in every language.
    #[must_use]
    pub fn to_json(&self) -> String {
        // INVARIANT: every member serializes; there are no maps with keys other than text.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

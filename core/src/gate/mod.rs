//! The front door: a gate file, its policies and feeds, compiled once; and `check`, which walks the path from documents
//! to a decision.

mod builder;
mod file;
mod policy_files;
mod profile;
mod signing;
mod testing;

pub use builder::GateBuilder;
pub use profile::profile_names;
pub use testing::test_policies;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::decision::{DecidedPolicy, Decision, InForce, Terms, Waiver, decide};
use crate::document::Kind;
use crate::dossier::{Dossier, Written};
use crate::error::{Error, Fault};
use crate::facts::{
    BroadIdentity, Denied, Facts, Feeds, History, InputStatus, LicenseSettings, PolicyFacts, Projected, Settings,
    VexSettings, Wanted, complete, merge,
};
use crate::limits::Limits;
use crate::model::severity::Selection;
use crate::model::signer::Signer;
use crate::model::time::Date;
use crate::model::{Text, Timestamp};
use crate::policy::{Answer, BASELINE, Enforcement, Policies, Rule, to_value};

/// A compiled pack plus the user's rules, parameters, enforcement and waivers. Cheap to clone, used by many threads.
///
/// ```
/// use tidewaiter::{Dossier, Gate, Outcome};
///
/// let gate = Gate::baseline()?;
/// let now = "2026-11-23T12:00:00Z".parse().unwrap();
/// let decision = gate.check(&Dossier::new(), now)?;
/// assert_eq!(decision.outcome(), Outcome::Deny, "nothing was handed in, so nothing is known");
/// # Ok::<(), tidewaiter::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Gate(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    policies: Policies,
    profile: Text,
    expected: Vec<Kind>,
    in_force: Vec<Plan>,
    parameters: BTreeMap<Text, BTreeMap<Text, serde_json::Value>>,
    parameters_digest: Text,
    identities: Vec<Signer>,
    signing: signing::Signing,
    broad_identities: Vec<BroadIdentity>,
    trust_claims: bool,
    waivers: Vec<Waiver>,
    feeds: Feeds,
    denied: Vec<Denied>,
    severity: Selection,
    vex: VexSettings,
    license: LicenseSettings,
    notice_days: i64,
    limits: Limits,
}

/// The enforcement of a rule over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Plan {
    enforcement: Enforcement,
    /// Soft before this day, hard from its first second on.
    hard_from: Option<Date>,
}

impl Plan {
    fn at(self, now: Timestamp) -> InForce {
        match self.hard_from {
            Some(day) if day.start() <= now => InForce { enforcement: Enforcement::Hard, hard_from: None },
            hard_from => InForce { enforcement: self.enforcement, hard_from },
        }
    }
}

impl Gate {
    /// The gate of a gate file; paths in it are relative to it.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] or [`Error::InvalidPolicy`], with file and line.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::builder().file(path).build()
    }

    /// The embedded pack with its defaults.
    ///
    /// # Errors
    /// None that a user can cause.
    pub fn baseline() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// A gate put together by hand.
    #[must_use]
    pub fn builder() -> GateBuilder {
        GateBuilder::default()
    }

    /// All rules, the pack's and the user's, sorted by id within each.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.0.policies.rules
    }

    /// All rules with the enforcement and parameters of this gate.
    #[must_use]
    pub fn rules_in_force(&self) -> Vec<Rule> {
        let set = |(rule, plan): (&Rule, &Plan)| {
            let mut rule = rule.clone();
            rule.enforcement = plan.enforcement;
            for (name, parameter) in &mut rule.parameters {
                let value = self.0.parameters.get(&rule.id).and_then(|p| p.get(name));
                parameter.default = value.cloned().unwrap_or_default();
            }
            rule
        };
        self.rules().iter().zip(&self.0.in_force).map(set).collect()
    }

    /// Judges a dossier at a moment.
    ///
    /// # Errors
    /// Only what makes a decision impossible as a whole. A document that cannot be read, or a rule that cannot be
    /// evaluated, is part of the decision, whose outcome is then `error`.
    pub fn check(&self, dossier: &Dossier, now: Timestamp) -> Result<Decision, Error> {
        let inner = &*self.0;
        let (facts, written) = self.merged(dossier, now, &inner.policies.wanted)?;
        let input = to_value(&Projected { facts: &facts, wanted: &inner.policies.wanted }).map_err(|refusal| {
            Error::FailedRule(Fault::new(refusal.to_string(), "report this; facts are always plain data"))
        })?;
        let lacking = self.lacking(&facts);
        let mut answers = inner.policies.ask(&input, &|rule| lacking.get(rule).is_none_or(Option::is_none));
        for document in &written {
            answers.extend(inner.raw_answers(document));
        }
        let terms = Terms {
            rules: &inner.policies.rules,
            in_force: inner.in_force.iter().map(|plan| plan.at(now)).collect(),
            lacking,
            waivers: &inner.waivers,
            parameters: &inner.parameters,
            policy: DecidedPolicy {
                pack: BASELINE.into(),
                version: tidewaiter_policies::VERSION.into(),
                digest: inner.policies.digest.clone(),
                parameters_digest: inner.parameters_digest.clone(),
                profile: inner.profile.clone(),
            },
            notice_days: inner.notice_days,
            known: known(dossier.since.as_ref())?,
        };
        Ok(decide(&facts, answers, &terms))
    }

    /// Judges many dossiers on all cores; results in order, an error in one never stops the others.
    #[must_use]
    pub fn check_many(&self, dossiers: &[Dossier], now: Timestamp) -> Vec<Result<Decision, Error>> {
        let workers = std::thread::available_parallelism().map_or(1, NonZeroUsize::get).min(dossiers.len());
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done: Vec<(usize, Result<Decision, Error>)> = Vec::new();
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                match dossiers.get(i) {
                    Some(dossier) => done.push((i, self.check(dossier, now))),
                    None => return done,
                }
            }
        };
        let mut results: Vec<(usize, Result<Decision, Error>)> = std::thread::scope(|scope| {
            let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect()
        });
        results.sort_by_key(|(i, _)| *i);
        results.into_iter().map(|(_, result)| result).collect()
    }

    /// The normalized document: everything that rules may ask for.
    ///
    /// # Errors
    /// As [`Gate::check`].
    pub fn facts(&self, dossier: &Dossier, now: Timestamp) -> Result<Facts, Error> {
        self.merged(dossier, now, &Wanted::everything()).map(|(facts, _)| facts)
    }

    fn merged(&self, dossier: &Dossier, now: Timestamp, wanted: &Wanted) -> Result<(Facts, Vec<Written>), Error> {
        let inner = &*self.0;
        let (mut documents, written) = dossier.read(&inner.limits, inner.policies.has_raw());
        complete(&mut documents);
        inner.signing.check(&mut documents);
        let history = history(dossier.previous.as_ref())?;
        let settings = Settings {
            now,
            subject: &dossier.subject,
            expected: inner.expected.clone(),
            severity: &inner.severity,
            vex: &inner.vex,
            license: &inner.license,
            identities: &inner.identities,
            trust_claims: inner.trust_claims,
            feeds: &inner.feeds,
            history: &history,
            denied: &inner.denied,
            policy: PolicyFacts {
                pack: BASELINE.into(),
                version: tidewaiter_policies::VERSION.into(),
                digest: inner.policies.digest.clone(),
                profile: inner.profile.clone(),
                identities: inner.identities.len(),
                broad_identities: inner.broad_identities.clone(),
            },
            context: dossier.context.clone(),
            wanted,
        };
        Ok((merge(&documents, &settings), written))
    }

    /// For each rule the first kind of evidence that it needs and the dossier lacks.
    fn lacking(&self, facts: &Facts) -> Vec<Option<Text>> {
        let readable = facts.inputs.iter().filter(|i| matches!(i.status, InputStatus::Ok | InputStatus::Partial));
        let mut provided: BTreeSet<&str> = readable.flat_map(|i| i.provides.iter().map(|k| k.name())).collect();
        provided.extend(self.0.feeds.epss.as_ref().map(|_| Kind::Epss.name()));
        provided.extend(self.0.feeds.kev.as_ref().map(|_| Kind::Kev.name()));
        // Scanners carry some of these data themselves.
        provided.extend(facts.vulnerabilities.iter().any(|v| v.kev.is_some()).then(|| Kind::Kev.name()));
        provided.extend(facts.vulnerabilities.iter().any(|v| v.epss.is_some()).then(|| Kind::Epss.name()));
        let lacks = |rule: &Rule| rule.needs.iter().find(|need| !provided.contains(need.as_str())).cloned();
        self.rules().iter().map(lacks).collect()
    }
}

impl Inner {
    /// What rules for raw documents say about one file; a file that is neither JSON nor YAML is not for them.
    fn raw_answers(&self, written: &Written) -> Vec<Answer> {
        let Some(value) = policy_files::raw_value(&written.bytes, &self.limits) else { return Vec::new() };
        let mut answers = self.policies.ask_raw(&value);
        for answer in &mut answers {
            for member in answer.members.iter_mut().flatten() {
                policy_files::name_document(member, &written.name);
            }
        }
        answers
    }
}

/// What an earlier decision remembers of vulnerabilities.
/// The findings that the earlier decision of the baseline mode had in the open.
///
/// # Errors
/// [`Error::InvalidGate`] if it is no decision.
fn known(since: Option<&serde_json::Value>) -> Result<BTreeSet<Text>, Error> {
    let Some(since) = since else { return Ok(BTreeSet::new()) };
    let refused = || {
        let remedy = "give a decision as `tidewaiter check --format json` prints it";
        Error::InvalidGate(Fault::new("it has no list `findings`", remedy).within("decision of `since`"))
    };
    let findings = since.get("findings").and_then(serde_json::Value::as_array).ok_or_else(refused)?;
    // What was waived then was not accepted as it is; without its waiver it denies.
    let open = findings.iter().filter(|f| f.get("state").and_then(serde_json::Value::as_str) != Some("waived"));
    Ok(open.filter_map(|f| f.get("id").and_then(serde_json::Value::as_str)).map(Text::new).collect())
}

fn history(previous: Option<&serde_json::Value>) -> Result<History, Error> {
    let Some(previous) = previous else { return Ok(History::default()) };
    let refused = |reason: &str| {
        Error::InvalidGate(
            Fault::new(reason, "give a decision as `tidewaiter check --format json` prints it")
                .within("previous decision"),
        )
    };
    let seen = previous
        .get("seen")
        .and_then(serde_json::Value::as_object)
        .ok_or_else(|| refused("it has no object `seen`"))?;
    let mut history = History { known: true, ..History::default() };
    for (key, entry) in seen {
        let first = entry.get("first_seen").and_then(serde_json::Value::as_str).and_then(Timestamp::read);
        let first = first.ok_or_else(|| refused(&format!("`seen` says no time for `{key}`")))?;
        history.vulnerabilities.insert(key.into(), (first, entry.get("epss").and_then(serde_json::Value::as_f64)));
    }
    Ok(history)
}

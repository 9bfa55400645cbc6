//! Waivers meet findings: what is covered, and the findings that waivers make themselves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::facts::Facts;
use crate::model::Text;
use crate::policy::{Enforcement, Rule, Severity};

use super::finding::{Finding, FindingState};
use super::waiver::{Waiver, WaiverUse, Waivers};
use super::{RuleStatus, Terms};

/// Applies all waivers and appends the findings about them.
pub(super) fn apply(
    findings: &mut Vec<Finding>,
    facts: &Facts,
    terms: &Terms<'_>,
    statuses: &mut [RuleStatus],
) -> Waivers {
    let mut desk = Desk { facts, terms, made: Vec::new(), out: Waivers::default(), active: 0 };
    if !terms.waivers.is_empty() {
        let aliases = aliases(facts);
        let by_rule = by_rule(findings);
        for waiver in terms.waivers {
            desk.judge(waiver, findings, &by_rule, &aliases);
        }
        desk.budget(findings);
    }
    let Desk { made, out, .. } = desk;
    for finding in &made {
        let place = terms.rules.iter().position(|r| r.id == finding.rule);
        if let Some(status) = place.and_then(|p| statuses.get_mut(p)) {
            *status = RuleStatus::Fail;
        }
    }
    findings.extend(made);
    out
}

/// Canonical id and alias of every vulnerability.
fn aliases(facts: &Facts) -> BTreeSet<(Text, Text)> {
    let all = facts.vulnerabilities.iter();
    all.flat_map(|v| v.aliases.iter().chain(&v.advisories).map(|a| (v.id.clone(), a.clone()))).collect()
}

/// Places of findings by rule, so that a waiver looks only at those of its own.
fn by_rule(findings: &[Finding]) -> BTreeMap<Text, Vec<usize>> {
    let mut out: BTreeMap<Text, Vec<usize>> = BTreeMap::new();
    for (i, finding) in findings.iter().enumerate() {
        out.entry(finding.rule.clone()).or_default().push(i);
    }
    out
}

struct Desk<'a> {
    facts: &'a Facts,
    terms: &'a Terms<'a>,
    made: Vec<Finding>,
    out: Waivers,
    active: u64,
}

/// Why a waiver has no effect: the rule that says so, and the sentence.
type Fault = (&'static str, String);

impl Desk<'_> {
    fn judge(
        &mut self,
        waiver: &Waiver,
        findings: &mut [Finding],
        by_rule: &BTreeMap<Text, Vec<usize>>,
        aliases: &BTreeSet<(Text, Text)>,
    ) {
        let now = self.facts.now;
        let candidates = by_rule.iter().filter(|(rule, _)| waiver.names(rule)).flat_map(|(_, places)| places);
        let covered: Vec<usize> = candidates
            .copied()
            .filter(|&i| findings.get(i).is_some_and(|f| waiver.covers(f, self.facts, aliases)))
            .collect();
        let mut faults = self.faults(waiver);
        let severities = covered.iter().filter_map(|&i| findings.get(i)).map(|f| f.severity);
        faults.extend(self.too_long(waiver, severities.min()));
        let ids =
            |findings: &[Finding]| covered.iter().filter_map(|&i| findings.get(i)).map(|f| f.id.clone()).collect();
        let mut record = WaiverUse {
            id: waiver.id.clone(),
            rule: waiver.rule.clone(),
            owner: waiver.owner.clone(),
            expires: waiver.expires,
            findings: ids(findings),
            reason: None,
        };
        if !faults.is_empty() {
            record.reason = Some(faults.iter().map(|(_, reason)| reason.as_str()).collect::<Vec<_>>().join("; "));
            for (rule, reason) in faults {
                self.make(rule, waiver, &reason);
            }
            self.out.invalid.push(record);
        } else if waiver.is_over(now) {
            if !covered.is_empty() {
                let day = waiver.expires.map(|d| d.to_string()).unwrap_or_default();
                self.make("exceptions.expired", waiver, &format!("it ended on {day} and the findings count again"));
            }
            self.out.expired.push(record);
        } else {
            self.cover(waiver, findings, &covered, record);
        }
    }

    fn cover(&mut self, waiver: &Waiver, findings: &mut [Finding], covered: &[usize], mut record: WaiverUse) {
        self.active = self.active.saturating_add(1);
        let mut refused = 0_u64;
        record.findings.clear();
        for &i in covered {
            let Some(finding) = findings.get_mut(i) else { continue };
            if finding.unwaivable {
                refused = refused.saturating_add(1);
            } else {
                finding.state = FindingState::Waived;
                finding.waiver = Some(waiver.id.clone());
                record.findings.push(finding.id.clone());
            }
        }
        if refused > 0 {
            self.make(
                "exceptions.unwaivable",
                waiver,
                &format!("{refused} of the findings that it names cannot be waived"),
            );
        }
        if covered.is_empty() {
            self.make("exceptions.unused", waiver, "it matched nothing in this run");
            self.out.unused.push(record);
            return;
        }
        let notice = self.number("exceptions.expiring", "notice_days", 14);
        if let Some(day) = waiver.expires
            && self.facts.now >= day.start().plus_days(notice.saturating_neg())
        {
            self.make("exceptions.expiring", waiver, &format!("it ends on {day}"));
        }
        self.out.used.push(record);
    }

    fn faults(&self, waiver: &Waiver) -> Vec<Fault> {
        let mut faults: Vec<Fault> = Vec::new();
        let mut missing: Vec<&str> = Vec::new();
        let minimum = self.number("exceptions.incomplete", "min_reason", 20);
        for (name, absent) in [
            ("owner", waiver.owner.trim().is_empty()),
            ("approver", waiver.approver.trim().is_empty()),
            ("created", waiver.created.is_none()),
            ("expires", waiver.expires.is_none()),
        ] {
            if absent {
                missing.push(name);
            }
        }
        if !missing.is_empty() {
            faults.push(("exceptions.incomplete", format!("it has no {}", missing.join(", no "))));
        }
        let length = i64::try_from(waiver.reason.trim().chars().count()).unwrap_or(i64::MAX);
        if length < minimum {
            faults.push(("exceptions.incomplete", format!("its reason is shorter than {minimum} characters")));
        }
        if let Some(reason) = waiver.scope.fault() {
            faults.push(("exceptions.incomplete", reason));
        }
        faults.extend(self.named(waiver));
        let author = ["author", "actor"].iter().filter_map(|k| self.facts.context.get(*k)).filter_map(Value::as_str);
        let same = |other: &str| !waiver.approver.is_empty() && waiver.approver.eq_ignore_ascii_case(other.trim());
        if same(&waiver.owner) || author.into_iter().any(same) {
            faults.push(("exceptions.self_approved", format!("{} approved it for themselves", waiver.approver)));
        }
        let everything = waiver.scope.component.as_deref() == Some("*") && waiver.scope.subject.is_none();
        if !waiver.scope.narrows() || everything {
            faults.push((
                "exceptions.too_broad",
                "it names no vulnerability, component, resource, path or license".to_owned(),
            ));
        }
        if waiver.created.is_some_and(|day| day.start() > self.facts.now) {
            faults.push(("exceptions.future_created", "it was created in the future".to_owned()));
        }
        // What the gate switches off is not asked.
        faults.retain(|(rule, _)| self.enforcement(rule) != Enforcement::Off);
        faults
    }

    /// The rule that a waiver names exists and can be waived.
    fn named(&self, waiver: &Waiver) -> Option<Fault> {
        let mut named = self.terms.rules.iter().filter(|r| waiver.names(&r.id)).peekable();
        if named.peek().is_none() {
            let nearest = nearest(&waiver.rule, self.terms.rules);
            let hint = nearest.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default();
            return Some(("exceptions.unknown_rule", format!("there is no rule `{}`{hint}", waiver.rule)));
        }
        named.all(|r| r.unwaivable).then(|| ("exceptions.unwaivable", format!("`{}` cannot be waived", waiver.rule)))
    }

    fn too_long(&self, waiver: &Waiver, worst: Option<Severity>) -> Option<Fault> {
        if self.enforcement("exceptions.too_long") == Enforcement::Off {
            return None;
        }
        let days = waiver.expires?.start().days_since(waiver.created?.start());
        let of_rule = || self.terms.rules.iter().find(|r| waiver.names(&r.id)).map(|r| r.severity);
        let severity = worst.or_else(of_rule).unwrap_or_default();
        let limits = self.terms.parameters.get("exceptions.too_long").and_then(|p| p.get("max_days"));
        let limit = limits.and_then(|l| l.get(severity.name()).or(Some(l))).and_then(Value::as_i64);
        let limit = limit.unwrap_or(match severity {
            Severity::Critical => 14,
            Severity::High => 30,
            Severity::Medium => 90,
            Severity::Low | Severity::Info => 180,
        });
        let reason =
            || format!("it lasts {days} days and may last {limit} for a finding of severity {}", severity.name());
        (days > limit).then(|| ("exceptions.too_long", reason()))
    }

    fn budget(&mut self, findings: &[Finding]) {
        let most = self.number("exceptions.budget_exceeded", "max", 25);
        let share = self.terms.parameters.get("exceptions.budget_exceeded").and_then(|p| p.get("max_ratio"));
        let share = share.and_then(Value::as_f64).unwrap_or(0.5);
        let waived = findings.iter().filter(|f| f.state == FindingState::Waived).count();
        let many = i64::try_from(self.active).unwrap_or(i64::MAX) > most;
        #[expect(clippy::cast_precision_loss, reason = "counts of findings are far below 2^52")]
        let large = waived > 1 && waived as f64 > findings.len() as f64 * share;
        let active = self.active;
        if many {
            self.about_all(&format!("{active} waivers are in force, more than {most}"));
        } else if large {
            self.about_all(&format!("{waived} of {} findings are waived", findings.len()));
        }
    }

    fn about_all(&mut self, message: &str) {
        let target = json!({ "waivers": "all" });
        self.finding("exceptions.budget_exceeded", json!({ "message": message, "target": target }));
    }

    fn make(&mut self, rule: &str, waiver: &Waiver, reason: &str) {
        let message = format!("waiver `{}` for {}: {reason}", waiver.id, waiver.rule);
        self.finding(rule, json!({ "message": message, "target": { "waiver": waiver.id } }));
    }

    fn finding(&mut self, id: &str, member: Value) {
        let Some(place) = self.terms.rules.iter().position(|r| r.id == id) else { return };
        let (Some(rule), Some(in_force)) = (self.terms.rules.get(place), self.terms.in_force.get(place)) else {
            return;
        };
        if in_force.enforcement != Enforcement::Off {
            self.made.push(Finding::of(member, rule, *in_force, self.facts));
        }
    }

    fn enforcement(&self, id: &str) -> Enforcement {
        let place = self.terms.rules.iter().position(|r| r.id == id);
        place.and_then(|p| self.terms.in_force.get(p)).map_or(Enforcement::Off, |f| f.enforcement)
    }

    fn number(&self, rule: &str, name: &str, default: i64) -> i64 {
        self.terms.parameters.get(rule).and_then(|p| p.get(name)).and_then(Value::as_i64).unwrap_or(default)
    }
}

/// The rule whose id is least edits away, if it is near.
pub(crate) fn nearest<'r>(id: &str, rules: &'r [Rule]) -> Option<&'r str> {
    let distances = rules.iter().map(|r| (edits(id, &r.id), r.id.as_str()));
    distances.min().filter(|(distance, _)| *distance <= id.len().div_ceil(3).min(6)).map(|(_, id)| id)
}

/// Levenshtein's distance over bytes; ids are short.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        let mut next = vec![left];
        for (y, &above) in b.bytes().zip(row.iter().skip(1)) {
            let change = diagonal.saturating_add(usize::from(x != y));
            left = change.min(above.saturating_add(1)).min(left.saturating_add(1));
            diagonal = above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_mistake_is_near() {
        assert_eq!(edits("vulnerability.kvev", "vulnerability.kev"), 1);
        assert_eq!(edits("", "abc"), 3);
    }
}

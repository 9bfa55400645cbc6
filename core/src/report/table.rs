//! For a terminal: the outcome first, then gates, then what to do, worst first.

use std::fmt::Write as _;

use crate::decision::{Decision, Finding, FindingState, Outcome};
use crate::facts::InputStatus;
use crate::policy::Severity;

use super::{headline, subject, verb};

/// Findings of one rule that are shown one by one; the rest are counted.
const SHOWN: usize = 5;

struct Paint(bool);

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn outcome(&self, outcome: Outcome) -> String {
        let code = match outcome {
            Outcome::Pass => "1;32",
            Outcome::Warn => "1;33",
            Outcome::Deny => "1;31",
            Outcome::Error => "1;35",
        };
        self.with(code, &outcome.name().to_uppercase())
    }

    fn severity(&self, severity: Severity) -> String {
        let code = match severity {
            Severity::Critical => "1;31",
            Severity::High => "31",
            Severity::Medium => "33",
            Severity::Low | Severity::Info => "36",
        };
        self.with(code, &format!("{:<8}", severity.name()))
    }
}

pub(super) fn render(decision: &Decision, color: bool) -> String {
    let paint = Paint(color);
    let mut out = String::new();
    let _ = writeln!(out, "{}  {}", paint.outcome(decision.outcome), clean(subject(decision)));
    let _ = writeln!(out, "{}\n", headline(decision));
    for gate in &decision.gates {
        let Some(outcome) = gate.outcome else { continue };
        let padding = " ".repeat(6_usize.saturating_sub(outcome.name().len()));
        let counts = [(gate.open, "deny"), (gate.soft, "warn"), (gate.waived, "waived")];
        let counts: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
        let _ = writeln!(out, "  {:<14} {}{padding} {}", gate.name, paint.outcome(outcome), counts.join(", "));
    }
    let idle: Vec<&str> = decision.gates.iter().filter(|g| g.outcome.is_none()).map(|g| g.name.as_str()).collect();
    if !idle.is_empty() {
        let _ = writeln!(out, "  no evidence for {}", idle.join(", "));
    }
    for (title, state) in
        [("Denies", FindingState::Open), ("Warns", FindingState::Soft), ("Waived", FindingState::Waived)]
    {
        section(&mut out, &paint, decision, title, state);
    }
    inputs(&mut out, decision);
    let _ = writeln!(
        out,
        "\ndecision {}  policy {} {}",
        decision.id,
        decision.policy.profile,
        short(&decision.policy.digest)
    );
    out
}

fn section(out: &mut String, paint: &Paint, decision: &Decision, title: &str, state: FindingState) {
    let list: Vec<&Finding> = decision.findings.iter().filter(|f| f.state == state).collect();
    if list.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    let mut shown: Vec<&str> = Vec::new();
    for finding in &list {
        if shown.contains(&finding.rule.as_str()) {
            continue;
        }
        shown.push(&finding.rule);
        let same: Vec<&&Finding> = list.iter().filter(|f| f.rule == finding.rule).collect();
        for each in same.iter().take(SHOWN) {
            let mark = if each.error { format!("{}: ", verb(each)) } else { String::new() };
            let waiver = each.waiver.as_ref().map(|w| format!(" [{w}]")).unwrap_or_default();
            let _ = writeln!(
                out,
                "  {} {}: {mark}{}{waiver}",
                paint.severity(each.severity),
                each.rule,
                clean(&each.message)
            );
        }
        if same.len() > SHOWN {
            let _ = writeln!(out, "           … and {} more of {}", same.len().saturating_sub(SHOWN), finding.rule);
        }
        if state != FindingState::Waived && !finding.remediation.is_empty() {
            let _ = writeln!(out, "           {} {}", paint.with("2", "→"), clean(&finding.remediation));
        }
    }
}

fn inputs(out: &mut String, decision: &Decision) {
    let _ = writeln!(out, "\nDocuments");
    for input in &decision.inputs {
        let format = input.format.as_deref().unwrap_or("unknown");
        let status = match input.status {
            InputStatus::Ok => String::new(),
            InputStatus::Partial => format!("  {} records could not be read", input.skipped),
            InputStatus::Unreadable => "  could not be read".to_owned(),
            InputStatus::Ignored => "  ignored: no known format".to_owned(),
        };
        let _ = writeln!(out, "  {}  {format} {}{status}", clean(&input.name), input.format_version);
        let told = if input.status == InputStatus::Unreadable { 3 } else { 0 };
        for error in input.errors.iter().take(told) {
            let at = error.at.as_ref().map(|at| format!("at {at}: ")).unwrap_or_default();
            let _ = writeln!(out, "    {}: {at}{}", error.code, clean(&error.message));
        }
    }
}

fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}

/// Foreign text must not move the cursor or change colours.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

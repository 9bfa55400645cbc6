//! For summaries and comments of pull requests.

use std::fmt::Write as _;

use crate::decision::{Decision, Finding, FindingState, Outcome};

use super::{headline, subject, verb};

/// Comments are limited in size (GitHub: 65,536 characters); the rest is counted.
const SHOWN: usize = 100;

pub(super) fn render(decision: &Decision) -> String {
    let mark = match decision.outcome {
        Outcome::Pass => "✅",
        Outcome::Warn => "⚠️",
        Outcome::Deny => "❌",
        Outcome::Error => "🛑",
    };
    let mut out = String::new();
    let _ = writeln!(out, "## {mark} {}: {}\n", decision.outcome.name(), cell(subject(decision)));
    let _ = writeln!(out, "{}\n", headline(decision));
    let _ = writeln!(out, "| gate | outcome | deny | warn | waived |\n|---|---|---:|---:|---:|");
    for gate in &decision.gates {
        let outcome = gate.outcome.map_or("no evidence", Outcome::name);
        let _ = writeln!(out, "| {} | {outcome} | {} | {} | {} |", cell(&gate.name), gate.open, gate.soft, gate.waived);
    }
    let shown: Vec<&Finding> = decision.findings.iter().take(SHOWN).collect();
    if !shown.is_empty() {
        let _ = writeln!(out, "\n| | severity | rule | finding | what to do |\n|---|---|---|---|---|");
    }
    for f in &shown {
        let to_do = if f.state == FindingState::Waived { "" } else { f.remediation.as_str() };
        let _ = writeln!(
            out,
            "| {} | {} | `{}` | {} | {} |",
            verb(f),
            f.severity.name(),
            f.rule,
            cell(&f.message),
            cell(to_do)
        );
    }
    if decision.findings.len() > SHOWN {
        let _ = writeln!(out, "\n… and {} more.", decision.findings.len().saturating_sub(SHOWN));
    }
    let _ = writeln!(out, "\n<details><summary>Documents</summary>\n\n| document | format | status |\n|---|---|---|");
    for input in &decision.inputs {
        let format = input.format.as_deref().unwrap_or("unknown");
        let status =
            serde_json::to_value(input.status).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let _ =
            writeln!(out, "| {} | {} {} | {status} |", cell(&input.name), cell(format), cell(&input.format_version));
    }
    let _ = writeln!(out, "\n</details>\n\nDecision `{}`, {}", decision.id, decision.now);
    out
}

/// Foreign text in a cell: no markup, no line breaks, no HTML, nobody is mentioned.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

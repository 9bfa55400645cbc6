//! A decision where people look: one file per form.

mod markdown;
mod sarif;
mod table;

use std::str::FromStr;

use crate::decision::{Decision, Finding, FindingState, Outcome};
use crate::error::{Error, Fault, quoted};

/// A form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Report {
    /// For a terminal, without colours.
    Table,
    /// For a terminal, with ANSI colours.
    ColorTable,
    /// The decision itself.
    Json,
    /// SARIF 2.1.0 (OASIS).
    Sarif,
    /// For summaries and comments of pull requests.
    Markdown,
}

impl Report {
    /// The names that [`Report::from_str`] reads.
    pub const NAMES: [&'static str; 4] = ["table", "json", "sarif", "markdown"];
}

impl FromStr for Report {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Ok(match name {
            "table" => Self::Table,
            "json" => Self::Json,
            "sarif" => Self::Sarif,
            "markdown" => Self::Markdown,
            _ => {
                let reason = format!("{} is not the name of a report", quoted(name));
                return Err(Error::InvalidGate(Fault::new(reason, format!("use one of {}", Self::NAMES.join(", ")))));
            }
        })
    }
}

impl Decision {
    /// The decision in one of the forms.
    ///
    /// # Errors
    /// None today.
    pub fn render(&self, report: Report) -> Result<String, Error> {
        Ok(match report {
            Report::Table => table::render(self, false),
            Report::ColorTable => table::render(self, true),
            Report::Json => format!("{}\n", self.to_json()),
            Report::Sarif => sarif::render(self),
            Report::Markdown => markdown::render(self),
        })
    }
}

/// The word for what a finding does.
fn verb(finding: &Finding) -> &'static str {
    match finding.state {
        FindingState::Open if finding.error => "error",
        FindingState::Open => "deny",
        FindingState::Soft => "warn",
        FindingState::Waived => "waived",
    }
}

/// One line that says how it went.
fn headline(decision: &Decision) -> String {
    let count = |state: FindingState| decision.findings.iter().filter(|f| f.state == state).count();
    let (open, soft, waived) = (count(FindingState::Open), count(FindingState::Soft), count(FindingState::Waived));
    let mut parts = Vec::new();
    for (number, one, many) in
        [(open, "finding denies", "findings deny"), (soft, "warns", "warn"), (waived, "is waived", "are waived")]
    {
        if number > 0 {
            parts.push(format!("{number} {}", if number == 1 { one } else { many }));
        }
    }
    if !decision.suppressed.is_empty() {
        parts.push(format!("{} suppressed", decision.suppressed.len()));
    }
    let unreadable = decision.inputs.iter().filter(|i| i.status == crate::facts::InputStatus::Unreadable).count();
    if unreadable > 0 {
        parts.push(format!("{unreadable} documents could not be read"));
    }
    if parts.is_empty() && decision.outcome == Outcome::Pass {
        parts.push(format!("{} rules found nothing", decision.rules.len()));
    }
    parts.join(", ")
}

/// How the subject is called.
fn subject(decision: &Decision) -> &str {
    let s = &decision.subject;
    s.reference.as_deref().or(s.name.as_deref()).unwrap_or("(unnamed subject)")
}

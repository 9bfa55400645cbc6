//! Gitleaks JSON, versions 7 and 8. A clean report is `[]` and has to be declared.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::Timestamp;

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, SecretStatement, Tool};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "gitleaks", kind: Kind::Secrets, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let first = outline.first()?;
    if first.has(&["RuleID"]) && (first.has(&["Secret"]) || first.has(&["Match"])) {
        return Some("8".to_owned());
    }
    first.has(&["offender", "rule"]).then(|| "7".to_owned())
}

const RECORDS: &[Records] = &[(&[], |v| Leak::deserialize(v).map(drop))];

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let leaks: List<Leak<'_>> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    content.tools.push(Tool::new("gitleaks", None));
    for _ in 0..leaks.nulls {
        content.skipped.note(String::new(), "null where a leak belongs".into());
    }
    content.secrets = Some(leaks.iter().enumerate().map(|(i, leak)| leak.statement(i)).collect());
    Ok(())
}

impl Leak<'_> {
    fn statement(&self, number: usize) -> SecretStatement {
        let rule = self.rule.text();
        SecretStatement {
            place: format!("/{number}").into(),
            description: self.description.as_ref().map_or_else(|| rule.clone(), Str::text),
            path: self.file.as_ref().map(Str::text).unwrap_or_default(),
            line: self.start_line.or(self.line_number),
            commit: self.commit.as_ref().filter(|c| !c.is_empty()).map(Str::text),
            committed_at: self.date.as_deref().and_then(Timestamp::read),
            clear_value: self.secret.as_ref().is_some_and(Clear::is_clear),
            private_key: rule.to_ascii_lowercase().replace([' ', '_'], "-").contains("private-key"),
            rule,
            ..SecretStatement::default()
        }
    }
}

/// Whether a report carries a value in the clear. The value itself is dropped while it is being read.
pub(super) struct Clear(bool);

impl Clear {
    pub(super) fn is_clear(&self) -> bool {
        self.0
    }
}

impl<'de> Deserialize<'de> for Clear {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Option<Str<'de>>>::deserialize(deserializer)?;
        let redacted = |v: &str| v.is_empty() || v.contains("REDACTED") || v.contains("****") || v.ends_with("...");
        Ok(Self(value.is_some_and(|v| !redacted(&v))))
    }
}

#[derive(Deserialize)]
struct Leak<'a> {
    #[serde(borrow, alias = "RuleID")]
    rule: Str<'a>,
    #[serde(borrow, rename = "Description")]
    description: Option<Str<'a>>,
    #[serde(borrow, alias = "File")]
    file: Option<Str<'a>>,
    #[serde(borrow, alias = "Commit")]
    commit: Option<Str<'a>>,
    #[serde(borrow, alias = "Date")]
    date: Option<Str<'a>>,
    #[serde(rename = "StartLine")]
    start_line: Option<u64>,
    #[serde(rename = "lineNumber")]
    line_number: Option<u64>,
    #[serde(alias = "Secret", alias = "offender")]
    secret: Option<Clear>,
}

//! Terrascan JSON.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Level, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, IssueStatement, IssueStatus, Tool};
use super::super::{Format, Kind, Recognise};
use super::within_limit;

pub(crate) const FORMAT: Format =
    Format { name: "terrascan", kind: Kind::Iac, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let results = outline.get("results")?;
    (results.has(&["violations"]) && results.has(&["scan_summary"])).then(String::new)
}

const RECORDS: &[Records] = &[
    (&["results", "violations"], |v| Violation::deserialize(v).map(drop)),
    (&["results", "skipped_violations"], |v| Violation::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    let results = &report.results;
    within_limit(results.violations.len(), limits)?;
    content.tools.push(Tool::new("terrascan", None));
    let scanned = results.scan_summary.as_ref().and_then(|s| s.scanned_at.as_deref());
    content.produced_at = scanned.and_then(|t| Timestamp::read(t.trim_end_matches(" UTC").trim_end_matches(" +0000")));
    for (i, error) in results.scan_errors.iter().enumerate() {
        let message = error.message.as_deref().unwrap_or("an error");
        // It tries every kind of configuration; that there is none of a kind is no error.
        let none = message.starts_with("no ") || message.contains("not found in");
        if !none {
            content.skipped.note(format!("/results/scan_errors/{i}"), format!("terrascan: {message}"));
        }
    }
    let found = results.violations.iter().enumerate();
    let found = found.map(|(i, v)| v.issue(format!("/results/violations/{i}").into(), IssueStatus::Fail));
    let skipped = results.skipped_violations.iter().enumerate();
    let skipped =
        skipped.map(|(i, v)| v.issue(format!("/results/skipped_violations/{i}").into(), IssueStatus::Suppressed));
    content.misconfigurations = Some(found.chain(skipped).collect());
    Ok(())
}

impl Violation<'_> {
    fn issue(&self, place: Text, status: IssueStatus) -> IssueStatement {
        let resource = match (&self.resource_type, &self.resource_name) {
            (Some(kind), Some(name)) => Some(format!("{}.{}", &**kind, &**name).into()),
            _ => None,
        };
        IssueStatement {
            place,
            rule: self.rule_id.text(),
            message: self.description.as_ref().or(self.rule_name.as_ref()).map(Str::text).unwrap_or_default(),
            level: self.severity.as_deref().and_then(Level::from_word).unwrap_or_default(),
            status,
            path: self.file.as_ref().map(Str::text),
            line: self.line,
            resource,
            fingerprint: None,
            suppression: self.skip_comment.as_ref().filter(|c| !c.is_empty()).map(Str::text),
        }
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    results: Results<'a>,
}

#[derive(Deserialize)]
struct Results<'a> {
    #[serde(borrow, default)]
    scan_errors: List<ScanError<'a>>,
    #[serde(borrow, default)]
    violations: List<Violation<'a>>,
    #[serde(borrow, default)]
    skipped_violations: List<Violation<'a>>,
    #[serde(borrow)]
    scan_summary: Option<Summary<'a>>,
}

#[derive(Deserialize)]
struct ScanError<'a> {
    #[serde(borrow, rename = "errMsg")]
    message: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Summary<'a> {
    #[serde(borrow)]
    scanned_at: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Violation<'a> {
    #[serde(borrow)]
    rule_id: Str<'a>,
    #[serde(borrow)]
    rule_name: Option<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    resource_name: Option<Str<'a>>,
    #[serde(borrow)]
    resource_type: Option<Str<'a>>,
    #[serde(borrow)]
    file: Option<Str<'a>>,
    line: Option<u64>,
    #[serde(borrow)]
    skip_comment: Option<Str<'a>>,
}

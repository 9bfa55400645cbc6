//! Checkov JSON: one report, a list of reports, or the bare summary of a clean run.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Level, Text};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, IssueStatement, IssueStatus, SecretStatement, Tool};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "checkov", kind: Kind::Iac, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let report = outline.first().unwrap_or(outline);
    let full = report.has(&["check_type", "results"]);
    let clean = report.has(&["checkov_version", "passed", "failed"]);
    let version = report.get("summary").unwrap_or(report).text("checkov_version");
    (full || clean).then(|| version.unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[
    (&["results", "failed_checks"], |v| Check::deserialize(v).map(drop)),
    (&["results", "skipped_checks"], |v| Check::deserialize(v).map(drop)),
    (&["*", "results", "failed_checks"], |v| Check::deserialize(v).map(drop)),
    (&["*", "results", "skipped_checks"], |v| Check::deserialize(v).map(drop)),
];

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let is_list = text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[');
    if is_list {
        let reports: List<Report<'_>> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        for (i, report) in reports.iter().enumerate() {
            report.state(&format!("/{i}"), content);
        }
        content.misconfigurations.get_or_insert_default();
        return Ok(());
    }
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    report.state("", content);
    Ok(())
}

impl Report<'_> {
    fn state(&self, place: &str, content: &mut Content) {
        let version =
            self.summary.as_ref().and_then(|s| s.checkov_version.as_deref()).or(self.checkov_version.as_deref());
        let tool = Tool::new("checkov", version);
        if !content.tools.contains(&tool) {
            content.tools.push(tool);
        }
        let Some(results) = &self.results else {
            content.misconfigurations.get_or_insert_default();
            return;
        };
        for error in &results.parsing_errors {
            content.skipped.note(error.to_string(), "checkov could not parse this file".into());
        }
        let failed =
            results.failed_checks.iter().enumerate().map(|(i, c)| (format!("{place}/results/failed_checks/{i}"), c));
        if self.check_type.as_deref() == Some("secrets") {
            content.secrets.get_or_insert_default().extend(failed.map(|(place, check)| check.secret(place.into())));
            return;
        }
        let list = content.misconfigurations.get_or_insert_default();
        list.extend(failed.map(|(place, check)| check.issue(place.into(), IssueStatus::Fail)));
        let skipped = results.skipped_checks.iter().enumerate();
        let skipped = skipped.map(|(i, c)| (format!("{place}/results/skipped_checks/{i}"), c));
        list.extend(skipped.map(|(place, check)| check.issue(place.into(), IssueStatus::Suppressed)));
    }
}

impl Check<'_> {
    fn path(&self) -> Option<Text> {
        let path = self.repo_file_path.as_ref().or(self.file_path.as_ref())?;
        Some(path.trim_start_matches('/').into())
    }

    fn line(&self) -> Option<u64> {
        self.file_line_range.first().copied()
    }

    fn issue(&self, place: Text, status: IssueStatus) -> IssueStatement {
        let comment = self.check_result.as_ref().and_then(|r| r.suppress_comment.as_ref());
        let suppression = comment.filter(|c| !c.trim().is_empty() && &***c != "No comment provided");
        IssueStatement {
            place,
            rule: self.check_id.text(),
            message: self.check_name.as_ref().map(Str::text).unwrap_or_default(),
            level: self.severity.as_deref().and_then(Level::from_word).unwrap_or_default(),
            status,
            path: self.path(),
            line: self.line(),
            resource: self.resource_address.as_ref().or(self.resource.as_ref()).map(Str::text),
            fingerprint: None,
            suppression: suppression.map(Str::text),
        }
    }

    fn secret(&self, place: Text) -> SecretStatement {
        SecretStatement {
            place,
            rule: self.check_id.text(),
            description: self.check_name.as_ref().map(Str::text).unwrap_or_default(),
            path: self.path().unwrap_or_default(),
            line: self.line(),
            private_key: self.check_name.as_deref() == Some("Private Key"),
            ..SecretStatement::default()
        }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    check_type: Option<Str<'a>>,
    #[serde(borrow)]
    results: Option<Results<'a>>,
    #[serde(borrow)]
    summary: Option<Summary<'a>>,
    #[serde(borrow)]
    checkov_version: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Summary<'a> {
    #[serde(borrow)]
    checkov_version: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Results<'a> {
    #[serde(borrow, default)]
    failed_checks: List<Check<'a>>,
    #[serde(borrow, default)]
    skipped_checks: List<Check<'a>>,
    #[serde(borrow, default)]
    parsing_errors: List<Str<'a>>,
}

/// `code_block` holds source lines, which may hold secrets; it is not read.
#[derive(Deserialize)]
struct Check<'a> {
    #[serde(borrow)]
    check_id: Str<'a>,
    #[serde(borrow)]
    check_name: Option<Str<'a>>,
    #[serde(borrow)]
    check_result: Option<CheckResult<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    file_path: Option<Str<'a>>,
    #[serde(borrow)]
    repo_file_path: Option<Str<'a>>,
    #[serde(default)]
    file_line_range: List<u64>,
    #[serde(borrow)]
    resource: Option<Str<'a>>,
    #[serde(borrow)]
    resource_address: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct CheckResult<'a> {
    #[serde(borrow)]
    suppress_comment: Option<Str<'a>>,
}

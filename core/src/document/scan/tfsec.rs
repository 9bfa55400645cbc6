//! tfsec JSON. A clean report is `{"results":null}` and has to be declared.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Level, Text};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, IssueStatement, IssueStatus, Tool};
use super::super::{Format, Kind, Recognise};
use super::within_limit;

pub(crate) const FORMAT: Format =
    Format { name: "tfsec", kind: Kind::Iac, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let first = outline.first_of("results")?;
    (first.has(&["rule_id", "location"]) && (first.has(&["rule_description"]) || first.has(&["long_id"])))
        .then(String::new)
}

const RECORDS: &[Records] = &[(&["results"], |v| Finding::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    within_limit(report.results.len(), limits)?;
    content.tools.push(Tool::new("tfsec", None));
    let found = report.results.iter().enumerate();
    content.misconfigurations = Some(found.map(|(i, f)| f.issue(format!("/results/{i}").into())).collect());
    Ok(())
}

impl Finding<'_> {
    fn issue(&self, place: Text) -> IssueStatement {
        let level = match self.severity.as_deref() {
            // Before 0.40 a result was an error, a warning or a hint.
            Some("ERROR") => Level::High,
            Some("WARNING") => Level::Medium,
            Some("INFO") => Level::Low,
            word => word.and_then(Level::from_word).unwrap_or_default(),
        };
        let status = match (self.passed, self.status) {
            (Some(true), _) | (_, Some(1)) => IssueStatus::Pass,
            (_, Some(2)) => IssueStatus::Suppressed,
            _ => IssueStatus::Fail,
        };
        IssueStatement {
            place,
            rule: self.long_id.as_ref().filter(|id| !id.is_empty()).unwrap_or(&self.rule_id).text(),
            message: self.description.as_ref().or(self.rule_description.as_ref()).map(Str::text).unwrap_or_default(),
            level,
            status,
            path: self.location.filename.as_ref().map(Str::text),
            line: self.location.start_line,
            resource: self.resource.as_ref().filter(|r| !r.is_empty()).map(Str::text),
            fingerprint: None,
            suppression: None,
        }
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow, default)]
    results: List<Finding<'a>>,
}

#[derive(Deserialize)]
struct Finding<'a> {
    #[serde(borrow)]
    rule_id: Str<'a>,
    #[serde(borrow)]
    long_id: Option<Str<'a>>,
    #[serde(borrow)]
    rule_description: Option<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    resource: Option<Str<'a>>,
    status: Option<u64>,
    passed: Option<bool>,
    #[serde(borrow)]
    location: Location<'a>,
}

#[derive(Deserialize)]
struct Location<'a> {
    #[serde(borrow)]
    filename: Option<Str<'a>>,
    start_line: Option<u64>,
}

//! Semgrep JSON. A clean report of an old version is `{"results":[],"errors":[]}` and has to be declared.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Level, Text};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Scalar, Str};
use super::super::statement::{Content, IssueStatement, IssueStatus, Tool};
use super::super::{Format, Kind, Recognise};
use super::within_limit;

pub(crate) const FORMAT: Format =
    Format { name: "semgrep", kind: Kind::Code, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let found = outline.first_of("results").is_some_and(|r| r.has(&["check_id", "extra"]));
    let clean = outline.is_array("results")
        && outline.is_array("errors")
        && outline.get("paths").is_some_and(|p| p.has(&["scanned"]));
    (found || clean).then(|| outline.text("version").unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[(&["results"], |v| Finding::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    within_limit(report.results.len(), limits)?;
    content.tools.push(Tool::new("semgrep", report.version.as_deref()));
    for (i, error) in report.errors.iter().enumerate().filter(|(_, e)| e.level.as_deref() == Some("error")) {
        let what = error.kind.as_ref().map_or("an error", |k| &**k);
        let path = error.path.as_deref().unwrap_or("a file");
        content.skipped.note(format!("/errors/{i}"), format!("semgrep could not look at {path}: {what}"));
    }
    let found = report.results.iter().enumerate();
    content.code = Some(found.map(|(i, finding)| finding.issue(format!("/results/{i}").into())).collect());
    Ok(())
}

impl Finding<'_> {
    fn issue(&self, place: Text) -> IssueStatement {
        let extra = &self.extra;
        let level = match extra.severity.as_deref() {
            Some("ERROR") => Level::High,
            Some("WARNING") => Level::Medium,
            Some("INFO" | "INVENTORY" | "EXPERIMENT") => Level::Low,
            Some(word) => Level::from_word(word).unwrap_or_default(),
            None => Level::default(),
        };
        let ignored = extra.is_ignored.unwrap_or(false);
        IssueStatement {
            place,
            rule: self.check_id.text(),
            message: extra.message.as_ref().map(Str::text).unwrap_or_default(),
            level,
            status: if ignored { IssueStatus::Suppressed } else { IssueStatus::Fail },
            path: Some(self.path.text()),
            line: self.start.as_ref().and_then(|s| s.line),
            resource: None,
            fingerprint: extra.fingerprint.as_ref().filter(|f| &***f != "requires login").map(Str::text),
            suppression: ignored.then(|| "nosemgrep".into()),
        }
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, default)]
    results: List<Finding<'a>>,
    #[serde(borrow, default)]
    errors: List<Failure<'a>>,
}

#[derive(Deserialize)]
struct Failure<'a> {
    #[serde(borrow)]
    level: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Kinds<'a>>,
    #[serde(borrow)]
    path: Option<Str<'a>>,
}

/// The type of an error: a word, or a list that starts with it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kinds<'a> {
    #[serde(borrow)]
    Word(Scalar<'a>),
    Other(serde::de::IgnoredAny),
}

impl std::ops::Deref for Kinds<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Word(word) => word,
            Self::Other(_) => "an error",
        }
    }
}

/// `extra.lines` holds source, which may hold secrets; it is not read.
#[derive(Deserialize)]
struct Finding<'a> {
    #[serde(borrow)]
    check_id: Str<'a>,
    #[serde(borrow)]
    path: Str<'a>,
    start: Option<Position>,
    #[serde(borrow)]
    extra: Extra<'a>,
}

#[derive(Deserialize)]
struct Position {
    line: Option<u64>,
}

#[derive(Deserialize)]
struct Extra<'a> {
    #[serde(borrow)]
    message: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    fingerprint: Option<Str<'a>>,
    is_ignored: Option<bool>,
}

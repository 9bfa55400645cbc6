//! KICS JSON.

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
    Format { name: "kics", kind: Kind::Iac, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let marked = outline.is_array("queries") && (outline.has(&["severity_counters"]) || outline.has(&["kics_version"]));
    marked.then(|| outline.text("kics_version").unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[(&["queries"], |v| Query::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    content.tools.push(Tool::new("kics", report.kics_version.as_deref()));
    content.produced_at = report.end.as_deref().and_then(Timestamp::read);
    for (count, what) in [(report.files_failed_to_scan, "files"), (report.queries_failed_to_execute, "queries")] {
        if let Some(count) = count.filter(|n| *n > 0) {
            content.skipped.note(String::new(), format!("KICS failed on {count} {what}"));
        }
    }
    let mut list = Vec::new();
    for (q, query) in report.queries.iter().enumerate() {
        for (f, file) in query.files.iter().enumerate() {
            list.push(query.issue(file, format!("/queries/{q}/files/{f}").into()));
        }
        within_limit(list.len(), limits)?;
    }
    content.misconfigurations = Some(list);
    Ok(())
}

impl Query<'_> {
    fn issue(&self, file: &File<'_>, place: Text) -> IssueStatement {
        let resource = match (&file.resource_type, &file.resource_name) {
            (Some(kind), Some(name)) if !kind.is_empty() => Some(format!("{}.{}", &**kind, &**name).into()),
            (_, name) => name.as_ref().map(Str::text),
        };
        IssueStatement {
            place,
            rule: self.query_id.text(),
            message: self.query_name.as_ref().map(Str::text).unwrap_or_default(),
            level: self.severity.as_deref().and_then(Level::from_word).unwrap_or_default(),
            status: IssueStatus::Fail,
            path: Some(file.file_name.text()),
            line: file.line,
            resource,
            fingerprint: file.similarity_id.as_ref().map(Str::text),
            suppression: None,
        }
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    kics_version: Option<Str<'a>>,
    #[serde(borrow)]
    end: Option<Str<'a>>,
    files_failed_to_scan: Option<u64>,
    queries_failed_to_execute: Option<u64>,
    #[serde(borrow, default)]
    queries: List<Query<'a>>,
}

#[derive(Deserialize)]
struct Query<'a> {
    #[serde(borrow)]
    query_id: Str<'a>,
    #[serde(borrow)]
    query_name: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow, default)]
    files: List<File<'a>>,
}

/// `actual_value` and `search_value` may quote a secret; they are not read.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    file_name: Str<'a>,
    line: Option<u64>,
    #[serde(borrow)]
    resource_type: Option<Str<'a>>,
    #[serde(borrow)]
    resource_name: Option<Str<'a>>,
    #[serde(borrow)]
    similarity_id: Option<Str<'a>>,
}

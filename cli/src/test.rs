//! `test`: the tests of policies, reported as `opa test` reports them.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tidewaiter::{TestResult, TestStatus, test_policies};

use crate::arguments::{TestFormat, TestOptions};
use crate::{DENIED, FAILED, Failure, print};

pub(crate) fn test(options: &TestOptions) -> Result<u8, Failure> {
    let results = test_policies(&options.paths, options.run.as_deref(), options.v0)?;
    print(&match options.format {
        TestFormat::Json => rows(&results),
        TestFormat::Pretty => pretty(&results, options.verbose),
    })?;
    let has = |status| results.iter().any(|r| r.status == status);
    Ok(match () {
        () if has(TestStatus::Error) => FAILED,
        () if has(TestStatus::Fail) => DENIED,
        () => 0,
    })
}

/// The members that `opa test --format json` writes; durations change from run to run and are left out.
fn rows(results: &[TestResult]) -> String {
    let row = |r: &TestResult| {
        let mut row = json!({
            "location": { "file": r.file, "row": r.row, "col": 1 }, "package": r.package, "name": r.name,
        });
        let mark = match r.status {
            TestStatus::Pass => None,
            TestStatus::Fail => Some(("fail", Value::Bool(true))),
            TestStatus::Skip => Some(("skip", Value::Bool(true))),
            TestStatus::Error => Some(("error", json!({ "message": r.error }))),
        };
        if let (Some((name, value)), Some(object)) = (mark, row.as_object_mut()) {
            object.insert(name.to_owned(), value);
        }
        row
    };
    let rows: Vec<Value> = results.iter().map(row).collect();
    format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default())
}

fn pretty(results: &[TestResult], verbose: bool) -> String {
    let mut out = String::new();
    let mut file = "";
    for result in results.iter().filter(|r| verbose || r.status != TestStatus::Pass) {
        if file != result.file.as_str() {
            file = result.file.as_str();
            let _ = writeln!(out, "{file}:");
        }
        let word = match result.status {
            TestStatus::Pass => "PASS",
            TestStatus::Fail => "FAIL",
            TestStatus::Skip => "SKIPPED",
            TestStatus::Error => "ERROR",
        };
        let _ = writeln!(out, "{}.{}: {word}", result.package, result.name);
        if let Some(error) = &result.error {
            let _ = writeln!(out, "  {}", error.trim().replace('\n', "\n  "));
        }
    }
    if !out.is_empty() {
        out.push_str(&"-".repeat(80));
        out.push('\n');
    }
    let total = results.iter().filter(|r| r.status != TestStatus::Skip).count();
    for (word, status) in [
        ("PASS", TestStatus::Pass),
        ("FAIL", TestStatus::Fail),
        ("SKIPPED", TestStatus::Skip),
        ("ERROR", TestStatus::Error),
    ] {
        let count = results.iter().filter(|r| r.status == status).count();
        if count > 0 {
            let of = if status == TestStatus::Skip { results.len() } else { total };
            let _ = writeln!(out, "{word}: {count}/{of}");
        }
    }
    if results.is_empty() {
        out.push_str("no tests\n");
    }
    out
}

//! The test runner gives the verdicts of `opa test`.
#![expect(clippy::print_stdout, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;
use tidewaiter::{TestStatus, test_policies};

const POLICY: &str = r"package a

import data.sub.x

test_ok if x.y == 1

test_bad if 1 == 2

todo_test_later if false

test_undefined if to_number(input.text) == 1

test_with if v with data.q as 1

v if data.q == 1

not_a_test := `
test_in_a_text if true
`
";

#[test]
fn verdicts_are_those_of_opa() {
    let folder = std::env::temp_dir().join(format!("tidewaiter-tests-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("sub")).unwrap();
    std::fs::write(folder.join("a_test.rego"), POLICY).unwrap();
    std::fs::write(folder.join("sub/any.json"), r#"{"x": {"y": 1}}"#).unwrap();
    let results = test_policies(&[&folder], None, false).unwrap();
    let ours: BTreeMap<&str, TestStatus> = results.iter().map(|r| (r.name.as_str(), r.status)).collect();
    let expected = BTreeMap::from([
        ("test_bad", TestStatus::Fail),
        ("test_ok", TestStatus::Pass),
        ("test_undefined", TestStatus::Fail),
        ("test_with", TestStatus::Pass),
        ("todo_test_later", TestStatus::Skip),
    ]);
    assert_eq!(ours, expected);
    assert_eq!(test_policies(&[&folder], Some("test_(ok|with)$"), false).unwrap().len(), 2);
    assert!(test_policies(&[&folder], Some("("), false).is_err());
    match Command::new("opa").args(["test", "--format", "json"]).arg(&folder).output() {
        Err(_) => println!("NOT RUN: opa is not on the PATH"),
        Ok(output) => {
            let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
            let status = |row: &Value| match row {
                _ if row["skip"] == true => TestStatus::Skip,
                _ if row["fail"] == true => TestStatus::Fail,
                _ => TestStatus::Pass,
            };
            let theirs = rows.iter().map(|row| (row["name"].as_str().unwrap(), status(row))).collect();
            assert_eq!(ours, theirs);
        }
    }
    std::fs::write(folder.join("broken.rego"), "package b\n\ndeny if {").unwrap();
    let error = test_policies(&[&folder], None, false).unwrap_err();
    assert_eq!(error.code(), "invalid_policy");
    std::fs::remove_dir_all(&folder).unwrap();
}

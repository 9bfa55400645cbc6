//! Tests of policies: rules whose name begins with `test_`, run as `opa test` runs them.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use regex::Regex;
use regorus::utils::limits::ExecutionTimerConfig;
use regorus::{Engine, Value};
use serde::Serialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::Text;

use super::to_value;
use super::user::{PolicySource, invalid, lengths, place, refused};

/// How one test ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TestResult {
    /// `data.` and the package.
    pub package: Text,
    /// The rule.
    pub name: Text,
    /// The file.
    pub file: Text,
    /// The line of its head.
    pub row: u64,
    /// Passed, failed, skipped or broken.
    pub status: TestStatus,
    /// Why it could not be run.
    pub error: Option<String>,
}

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TestStatus {
    /// The rule is true.
    Pass,
    /// The rule is undefined, or something other than true.
    Fail,
    /// Its name begins with `todo_`.
    Skip,
    /// It could not be evaluated.
    Error,
}

/// Work units between two looks at the clock.
const TIMER_INTERVAL: u32 = 4_096;

/// Runs the tests whose full name (`data.package.test_name`) the pattern matches, sorted by file and line.
///
/// # Errors
/// [`Error::InvalidPolicy`] if a file does not parse.
pub(crate) fn run(source: &PolicySource, pattern: Option<&Regex>, limits: Limits) -> Result<Vec<TestResult>, Error> {
    let mut engine = Engine::new();
    engine.set_rego_v0(source.v0);
    engine.set_policy_length_config(lengths());
    // As in OPA, a builtin that cannot do with its arguments is undefined.
    engine.set_strict_builtin_errors(false);
    let mut packages = Vec::new();
    for (path, text) in &source.modules {
        packages.push(engine.add_policy(path.clone(), text.clone()).map_err(|e| refused(path, &e.to_string()))?);
    }
    let mut data = serde_json::Value::Object(serde_json::Map::new());
    for (path, text) in &source.data {
        place(&mut data, path, text)?;
    }
    let data = to_value(&data).map_err(|error| invalid("data", error.to_string()))?;
    engine.add_data(data).map_err(|error| invalid("data", error.to_string()))?;
    if let Some(check_interval) = NonZeroU32::new(TIMER_INTERVAL) {
        engine.set_execution_timer_config(ExecutionTimerConfig { limit: limits.rule_time, check_interval });
    }
    // Whatever is asked first makes the engine ready; its copies are ready too.
    let _ = engine.eval_query("true".to_owned(), false);
    let mut results = Vec::new();
    for ((path, text), package) in source.modules.iter().zip(&packages) {
        for (name, row) in heads(text) {
            let declared = engine.has_declared_rule_rooted_at(path, &name).unwrap_or(false);
            let full = format!("{package}.{name}");
            if !declared || pattern.is_some_and(|p| !p.is_match(&full)) {
                continue;
            }
            let (status, error) =
                if name.starts_with("todo_") { (TestStatus::Skip, None) } else { outcome(&engine, full) };
            let (package, name) = (Text::new(package), Text::new(&name));
            results.push(TestResult { package, name, file: Text::new(path), row, status, error });
        }
    }
    Ok(results)
}

fn outcome(engine: &Engine, full: String) -> (TestStatus, Option<String>) {
    // Each test has an engine of its own: what one replaces with `with` is no other's business.
    match engine.clone().eval_rule(full) {
        Ok(Value::Bool(true)) => (TestStatus::Pass, None),
        // One test with several cases: `test_name[case] if …`.
        Ok(Value::Object(cases)) if !cases.is_empty() => {
            let all = cases.iter().all(|(_, value)| *value == Value::Bool(true));
            (if all { TestStatus::Pass } else { TestStatus::Fail }, None)
        }
        Ok(_) => (TestStatus::Fail, None),
        Err(error) => (TestStatus::Error, Some(error.to_string())),
    }
}

/// The names of tests in a file and the line where each stands first; the engine says which of them are rules.
fn heads(text: &str) -> Vec<(String, u64)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (number, line) in (1_u64..).zip(text.lines()) {
        let name: String = line.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if (name.starts_with("test_") || name.starts_with("todo_test_")) && seen.insert(name.clone()) {
            out.push((name, number));
        }
    }
    out
}

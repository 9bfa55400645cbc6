//! SARIF 2.1.0 (OASIS), as code scanning services read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::decision::{Decision, Finding, FindingState};
use crate::facts::InputStatus;
use crate::policy::Severity;

/// Services refuse files with more results (GitHub: 25,000).
const MOST: usize = 25_000;

pub(super) fn render(decision: &Decision) -> String {
    let mut rules: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in &decision.findings {
        rules.entry(&finding.rule).or_insert(finding);
    }
    let places: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(i, id)| (*id, i)).collect();
    let descriptors: Vec<Value> = rules.iter().map(|(id, finding)| descriptor(id, finding)).collect();
    let results: Vec<Value> = decision.findings.iter().take(MOST).map(|f| result(f, &places, decision)).collect();
    let notifications: Vec<Value> = decision
        .inputs
        .iter()
        .filter(|i| i.status == InputStatus::Unreadable)
        .flat_map(|i| {
            i.errors.iter().map(move |e| {
                json!({
                    "level": "error",
                    "message": { "text": format!("{}: {}", i.name, e.message) },
                    "descriptor": { "id": e.code },
                })
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tidewaiter",
                "version": decision.engine.version,
                "rules": descriptors,
            }},
            "invocations": [{
                "executionSuccessful": notifications.is_empty(),
                "exitCode": decision.exit_code(),
                "toolExecutionNotifications": notifications,
            }],
            "automationDetails": { "id": format!("tidewaiter/{}", decision.policy.profile) },
            "results": results,
            "properties": {
                "decision": decision.id,
                "outcome": decision.outcome.name(),
                "findings": decision.findings.len(),
            },
        }],
    });
    format!("{}\n", serde_json::to_string_pretty(&log).unwrap_or_default())
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

/// The number by which code scanning services sort security findings.
fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
        Severity::Info => "0.0",
    }
}

fn descriptor(id: &str, finding: &Finding) -> Value {
    json!({
        "id": id,
        "shortDescription": { "text": id },
        "help": { "text": if finding.remediation.is_empty() { "See the message." } else { finding.remediation.as_str() } },
        "defaultConfiguration": { "level": level(finding.severity) },
        "properties": { "security-severity": security_severity(finding.severity), "tags": ["security", finding.gate] },
    })
}

fn result(finding: &Finding, places: &BTreeMap<&str, usize>, decision: &Decision) -> Value {
    let level = match finding.state {
        FindingState::Open => level(finding.severity),
        FindingState::Soft | FindingState::Waived => "note",
    };
    let first = finding.sources.first().map(|s| s.document.as_str());
    let document = first.or_else(|| decision.inputs.first().map(|i| i.name.as_str())).unwrap_or("tidewaiter");
    let logical: Vec<Value> = finding
        .target
        .iter()
        .filter_map(|(name, value)| Some(json!({ "name": name, "fullyQualifiedName": value.as_str()? })))
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": places.get(finding.rule.as_str()),
        "level": level,
        "message": { "text": finding.message },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(document) }, "region": { "startLine": 1 } },
            "logicalLocations": logical,
        }],
        "partialFingerprints": { "tidewaiter/v1": finding.id },
        "properties": { "state": finding.state, "severity": finding.severity, "remediation": finding.remediation },
    });
    if let (FindingState::Waived, Some(waiver), Value::Object(object)) = (finding.state, &finding.waiver, &mut result) {
        let suppression =
            json!([{ "kind": "external", "status": "accepted", "justification": format!("waiver {waiver}") }]);
        object.insert("suppressions".to_owned(), suppression);
    }
    result
}

/// A relative reference (RFC 3986): everything outside of the unreserved characters and `/` is encoded.
fn uri(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.trim_start_matches('/').bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

//! The same rules over the same facts say the same in Open Policy Agent. Without `opa` on the PATH nothing is compared,
//! and the test says so.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where something is wrong")]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tidewaiter::decision::RuleStatus;
use tidewaiter::{Dossier, Gate, Timestamp};

type Said = BTreeSet<(String, String, String)>;

fn opa(arguments: &[&str], input: &[u8]) -> Option<std::process::Output> {
    let command =
        Command::new("opa").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut running = match command {
        Ok(running) => running,
        Err(error) => {
            println!("NOT RUN: opa: {error}");
            return None;
        }
    };
    running.stdin.take().unwrap().write_all(input).unwrap();
    Some(running.wait_with_output().unwrap())
}

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies/tidewaiter").canonicalize().unwrap()
}

fn triple(member: &Value) -> (String, String, String) {
    let text = |name: &str| member.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    (text("rule"), text("message"), member.get("target").map(ToString::to_string).unwrap_or_default())
}

fn theirs(facts: &[u8], asked: &BTreeSet<String>) -> Option<Said> {
    let data = format!("tidewaiter:{}", policies().display());
    let done = opa(&["eval", "--format", "json", "--data", &data, "--stdin-input", "data.tidewaiter"], facts)?;
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    let topics = answer.pointer("/result/0/expressions/0/value").and_then(Value::as_object).unwrap();
    let mut said = Said::new();
    for (topic, rules) in topics {
        for (name, rule) in rules.as_object().into_iter().flatten() {
            if asked.contains(&format!("{topic}.{name}")) {
                said.extend(rule.get("deny").and_then(Value::as_array).into_iter().flatten().map(triple));
            }
        }
    }
    Some(said)
}

fn compare(name: &str, dossier: &Dossier) -> Option<()> {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let gate = Gate::baseline().unwrap();
    let decision = gate.check(dossier, now).unwrap();
    let facts = serde_json::to_vec(&gate.facts(dossier, now).unwrap()).unwrap();
    let asked =
        decision.rules.iter().filter(|r| r.result != RuleStatus::NotApplicable && !r.id.starts_with("exceptions."));
    let asked: BTreeSet<String> = asked.map(|r| r.id.to_string()).collect();
    let ours: Said = decision.findings.iter().map(|f| triple(&serde_json::to_value(f).unwrap())).collect();
    let theirs = theirs(&facts, &asked)?;
    assert_eq!(ours, theirs, "{name}");
    Some(())
}

#[test]
fn cases_are_judged_alike() {
    let root = policies().join("../../cases");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    let digest = "a".repeat(64);
    for folder in folders {
        let subject = format!("registry.example/app@sha256:{digest}");
        let dossier = Dossier::new().subject(&subject).unwrap().add_path(&folder).unwrap();
        if compare(&folder.display().to_string(), &dossier).is_none() {
            return;
        }
    }
}

#[test]
fn documents_of_others_are_judged_alike() {
    let corpus = policies().join("../../../shared/corpus");
    let Ok(manifest) = std::fs::read_to_string(corpus.join("MANIFEST.tsv")) else {
        println!("NOT RUN: there is no corpus beside this repository");
        return;
    };
    let files: Vec<&str> = manifest.lines().skip(1).filter_map(|l| l.split('\t').next()).collect();
    for file in files.iter().step_by(4) {
        let path = corpus.join(file);
        if !path.is_file() {
            continue;
        }
        if compare(file, &Dossier::new().add_path(&path).unwrap()).is_none() {
            return;
        }
    }
}

#[test]
fn the_pack_is_formatted_strict_and_tested() {
    let path = policies().display().to_string();
    let Some(formatted) = opa(&["fmt", "--list", &path], b"") else { return };
    assert_eq!(String::from_utf8_lossy(&formatted.stdout), "", "opa fmt --write");
    for arguments in [&["check", "--strict", &path][..], &["test", &path]] {
        let done = opa(arguments, b"").unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
    }
}

//! Runs every folder of `cases/`: documents and options in, the whole decision out, byte for byte.
//!
//! `UPDATE_CASES=1 cargo test -p tidewaiter --test cases` writes the decisions anew; read the difference before keeping it.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where something is wrong")]

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tidewaiter::{Dossier, Error, Gate, Options};

/// What a case says, beside `title` and `expectation`, which are for readers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "expectation")]
    _expectation: String,
    #[serde(default)]
    documents: Vec<PathBuf>,
    gate: Option<PathBuf>,
    #[serde(default)]
    policies: Vec<PathBuf>,
    #[serde(default)]
    raw_policies: Vec<PathBuf>,
    profile: Option<String>,
    #[serde(default)]
    formats: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    options: serde_json::Value,
    /// The code of the error that is expected instead of a decision.
    error: Option<String>,
}

fn decide(case: &Case) -> Result<String, Error> {
    let mut builder = Gate::builder();
    if let Some(gate) = &case.gate {
        builder = builder.file(gate);
    }
    if let Some(profile) = &case.profile {
        builder = builder.profile(profile);
    }
    for policy in &case.policies {
        builder = builder.policy(policy);
    }
    for policy in &case.raw_policies {
        builder = builder.raw_policy(policy);
    }
    let gate = builder.build()?;
    let options: Options = serde_json::from_value(case.options.clone()).unwrap();
    let mut dossier = Dossier::new().describe(&options)?;
    for document in &case.documents {
        let declared = document.file_name().and_then(|name| case.formats.get(name.to_str()?));
        dossier = match declared {
            Some(format) => dossier.add_path_as(format, document)?,
            None => dossier.add_path(document)?,
        };
    }
    let now = options.now.unwrap();
    Ok(gate.check(&dossier, now)?.to_json() + "\n")
}

#[test]
fn every_case_gives_its_decision() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cases").canonicalize().unwrap();
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(&root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    assert!(folders.len() >= 20, "only {} cases", folders.len());
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let mut failed = Vec::new();
    for folder in &folders {
        // Names of documents are part of a decision, so every runner begins in the folder.
        std::env::set_current_dir(folder).unwrap();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let case: Case = yaml_serde::from_str(&std::fs::read_to_string("case.yaml").unwrap()).unwrap();
        match (decide(&case), &case.error) {
            (Ok(decision), None) if update => std::fs::write("decision.json", decision).unwrap(),
            (Ok(decision), None) => {
                if std::fs::read_to_string("decision.json").unwrap_or_default() != decision {
                    failed.push(format!("{name}: another decision"));
                }
            }
            (Err(error), Some(code)) if error.code() == code => {}
            (Ok(_), Some(code)) => failed.push(format!("{name}: a decision instead of {code}")),
            (Err(error), _) => failed.push(format!("{name}: {error}")),
        }
    }
    println!("{} cases", folders.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

//! The readers beside a collection of real documents, where it lies next to this repository: formats as its manifest
//! says, and counts as a plain walk over the raw document finds them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where something is wrong"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tidewaiter::{Dossier, Gate, detect};

struct Entry {
    file: PathBuf,
    format: String,
    note: String,
}

fn corpus() -> Option<Vec<Entry>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let Ok(manifest) = std::fs::read_to_string(folder.join("MANIFEST.tsv")) else {
        println!("NOT RUN: there is no corpus beside this repository");
        return None;
    };
    let entries = manifest.lines().skip(1).map(|line| {
        let mut columns = line.split('\t');
        let file = folder.join(columns.next().unwrap());
        let format = columns.next().unwrap().to_owned();
        let note = columns.next_back().unwrap_or_default().to_owned();
        Entry { file, format, note }
    });
    Some(entries.collect())
}

/// Documents that the manifest files under a marker which other tools use too.
const OTHER_TOOLS: &[&str] = &["twistcli_scan", "redhatsatellite", "twistlock"];

#[test]
fn formats_are_those_of_the_manifest() {
    let Some(entries) = corpus() else { return };
    let mut wrong = Vec::new();
    let mut right = 0;
    for entry in &entries {
        let name = entry.file.to_string_lossy();
        let found = detect(&name, &std::fs::read(&entry.file).unwrap()).map(|d| d.format);
        let unreadable = entry.format.ends_with("-badjson") || entry.format == "none" || name.contains("empty-array");
        let agrees = match found {
            Err(_) => unreadable || OTHER_TOOLS.iter().any(|tool| name.contains(tool)),
            // A question mark stands where the manifest does not know.
            Ok(found) => match entry.format.strip_suffix('?') {
                Some(family) => found.starts_with(family),
                None => found == entry.format || entry.format.strip_suffix("-jsonl") == Some(found),
            },
        };
        if agrees {
            right += 1;
        } else {
            wrong.push(format!("{name}: {found:?}, expected {}", entry.format));
        }
    }
    assert!(wrong.is_empty(), "{right} right, {wrong:#?}");
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn objects(list: &[Value]) -> usize {
    list.iter().filter(|v| v.is_object()).count()
}

fn nested(components: &[Value]) -> usize {
    let inner = components.iter().map(|c| 1 + nested(list(c, "/components")));
    components.iter().zip(inner).filter(|(c, _)| c.is_object()).map(|(_, n)| n).sum()
}

/// Records as a walk over the raw text counts them.
fn count(format: &str, text: &str) -> Option<usize> {
    let json = || serde_json::from_str::<Value>(text).ok();
    let lines = |prefix: &str| text.lines().filter(|l| l.trim_start().starts_with(prefix)).count();
    Some(match format {
        "cyclonedx-json" => {
            let json = json()?;
            let vulnerabilities = list(&json, "/vulnerabilities");
            if !vulnerabilities.is_empty() {
                return None;
            }
            nested(list(&json, "/components")) + nested(list(&json, "/metadata/component/components"))
        }
        "spdx-json" => {
            let json = json()?;
            objects(list(&json, "/packages")) + objects(list(&json, "/files"))
        }
        "spdx-tagvalue" => lines("PackageName:") + lines("FileName:"),
        "spdx3-jsonld" => {
            let json = json()?;
            let is = |v: &&Value| matches!(v["type"].as_str(), Some("software_Package" | "software_File"));
            list(&json, "/@graph").iter().filter(is).count()
        }
        "syft-json" => objects(list(&json()?, "/artifacts")),
        "grype" => {
            let json = json()?;
            list(&json, "/matches").len() + list(&json, "/ignoredMatches").len()
        }
        "sarif" => list(&json()?, "/runs").iter().map(|run| objects(list(run, "/results"))).sum(),
        "osv-scanner" => {
            let json = json()?;
            let packages = list(&json, "/results").iter().flat_map(|r| list(r, "/packages"));
            packages.map(|p| list(p, "/vulnerabilities").len()).sum()
        }
        "openvex" => list(&json()?, "/statements").len(),
        "terraform-plan" => list(&json()?, "/resource_changes").len(),
        "gitleaks" | "cosign-verify" => json()?.as_array()?.len(),
        "trufflehog-jsonl" => text.lines().filter(|l| !l.trim().is_empty()).count(),
        "semgrep" | "tfsec" => list(&json()?, "/results").len(),
        "pip-audit" => {
            let json = json()?;
            let packages = json.as_array().map_or_else(|| list(&json, "/dependencies"), Vec::as_slice);
            packages.iter().map(|p| list(p, "/vulns").len()).sum()
        }
        "kev"
        | "gitlab-sast"
        | "gitlab-dast"
        | "gitlab-secret_detection"
        | "gitlab-coverage_fuzzing"
        | "gitlab-container_scanning"
        | "gitlab-dependency_scanning" => list(&json()?, "/vulnerabilities").len(),
        "epss-csv" => text.lines().filter(|l| l.starts_with("CVE-")).count(),
        "dependency-check-xml" => ["<vulnerability ", "<vulnerability>", "<suppressedVulnerability "]
            .iter()
            .map(|tag| text.matches(tag).count())
            .sum(),
        _ => return None,
    })
}

#[test]
fn counts_are_those_of_a_plain_walk() {
    let Some(entries) = corpus() else { return };
    let gate = Gate::builder().build().unwrap();
    let (mut wrong, mut compared) = (Vec::new(), BTreeMap::<String, usize>::new());
    for entry in entries.iter().filter(|e| !e.note.contains("UTF-16")) {
        let bytes = std::fs::read(&entry.file).unwrap();
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let Some(raw) = count(&entry.format, text.trim_start_matches('\u{feff}')) else { continue };
        let dossier = Dossier::new().add_path(&entry.file).unwrap();
        let facts = gate.facts(&dossier, "2026-11-24T00:00:00Z".parse().unwrap()).unwrap();
        let facts = serde_json::to_value(&facts).unwrap();
        let input = &facts["inputs"][0];
        let read = |key: &str| usize::try_from(input[key].as_u64().unwrap()).unwrap();
        if input["status"] == "unreadable" {
            continue;
        }
        *compared.entry(entry.format.clone()).or_default() += 1;
        // The subject of a bill of materials is counted apart; what was skipped was counted as skipped.
        let primary = usize::from(input["kind"] == "sbom" && listed_primary(&entry.format, &facts));
        let records = read("items") + primary;
        if !(records..=records + read("skipped")).contains(&raw) {
            let name = entry.file.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push(format!(
                "{name} ({}): {records} records, {} skipped, {raw} counted",
                entry.format,
                read("skipped")
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(compared.len() > 15, "{compared:?}");
}

/// SPDX lists its subject among the packages; CycloneDX does not.
fn listed_primary(format: &str, facts: &Value) -> bool {
    format.starts_with("spdx") && !facts["sboms"][0]["primary"].is_null()
}

//! Every format has a document here; each is recognised for what it is and read as a whole.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tidewaiter::{Dossier, Gate, detect, format_names};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
}

/// The format that a fixture is of: its name up to the first dot.
fn format_of(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy();
    name.split('.').next().unwrap().to_owned()
}

fn facts(path: &Path) -> Value {
    let gate = Gate::builder().build().unwrap();
    let dossier = Dossier::new().add_path(path).unwrap();
    let facts = gate.facts(&dossier, "2026-11-24T00:00:00Z".parse().unwrap()).unwrap();
    serde_json::to_value(facts).unwrap()
}

#[test]
fn every_format_has_a_document_that_is_recognised_by_content() {
    let mut seen = BTreeSet::new();
    for path in fixtures() {
        let expected = format_of(&path);
        let found = detect("x", &std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(found.format, expected, "{}", path.display());
        seen.insert(expected);
    }
    let missing: Vec<_> = format_names().into_iter().filter(|name| !seen.contains(*name)).collect();
    assert!(missing.is_empty(), "no document of {missing:?}");
}

/// For each fixture: records, skipped records, kinds of evidence.
const EXPECTED: &[(&str, u64, u64, &str)] = &[
    ("cargo-audit.json", 2, 0, "vulnerabilities"),
    ("checkov.json", 1, 0, "iac"),
    ("cosign-verify.json", 1, 0, "signatures"),
    ("csaf.json", 1, 0, "vex"),
    ("cve-record.json", 1, 0, "advisories"),
    ("cyclonedx-json.json", 1, 0, "sbom"),
    ("cyclonedx-vex.json", 1, 0, "vex"),
    ("cyclonedx-xml.xml", 3, 0, "sbom"),
    ("dependency-check-json.json", 1, 0, "vulnerabilities"),
    ("dependency-check-xml.xml", 2, 0, "vulnerabilities"),
    ("docker-archive-manifest.json", 0, 0, "image"),
    ("dsse.json", 1, 0, "attestations provenance"),
    ("epss-csv.csv", 1, 0, "epss"),
    ("github-snapshot.json", 2, 0, "sbom"),
    ("gitlab-container_scanning.json", 1, 0, "vulnerabilities"),
    ("gitlab-coverage_fuzzing.json", 1, 0, "code"),
    ("gitlab-dast.json", 1, 0, "code"),
    ("gitlab-dependency_scanning.json", 1, 0, "vulnerabilities"),
    ("gitlab-sast.json", 1, 0, "code"),
    ("gitlab-secret_detection.json", 1, 0, "secrets"),
    ("gitleaks.json", 1, 0, "secrets"),
    ("grype.json", 1, 0, "vulnerabilities"),
    ("intoto-statement.json", 1, 0, "attestations provenance"),
    ("kev.json", 1, 0, "kev"),
    ("kics.json", 1, 0, "iac"),
    ("npm-audit.6.json", 2, 0, "vulnerabilities"),
    ("npm-audit.json", 1, 0, "vulnerabilities"),
    ("oci-config.json", 0, 0, "image"),
    ("oci-index.json", 0, 0, "image"),
    ("oci-manifest.json", 0, 0, "image"),
    ("openvex.json", 1, 0, "vex"),
    ("osv-scanner.json", 1, 0, "vulnerabilities"),
    ("osv.json", 1, 0, "advisories"),
    ("pip-audit.1.json", 1, 0, "vulnerabilities"),
    ("pip-audit.json", 1, 0, "vulnerabilities"),
    ("sarif.json", 1, 0, "code"),
    // An error of the scanner is a part that nobody looked at.
    ("semgrep.json", 1, 1, "code"),
    ("sigstore-bundle.json", 1, 0, "signatures"),
    ("snyk.json", 1, 0, "vulnerabilities"),
    ("spdx-json.json", 1, 0, "sbom"),
    ("spdx-rdfxml.xml", 1, 0, "sbom"),
    ("spdx-tagvalue.spdx", 1, 0, "sbom"),
    ("spdx-xml.xml", 1, 0, "sbom"),
    ("spdx-yaml.yaml", 1, 0, "sbom"),
    ("spdx3-jsonld.json", 1, 0, "sbom"),
    ("syft-json.json", 1, 0, "sbom"),
    ("terraform-plan.json", 1, 0, "iac"),
    ("terrascan.json", 1, 0, "iac"),
    ("tfsec.json", 2, 0, "iac"),
    ("trivy.json", 3, 0, "vulnerabilities secrets iac"),
    ("trufflehog-jsonl.jsonl", 2, 0, "secrets"),
    ("yarn-audit.jsonl", 1, 0, "vulnerabilities"),
];

#[test]
fn every_document_is_read_as_a_whole() {
    let mut wrong = Vec::new();
    for path in fixtures() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let facts = facts(&path);
        let input = &facts["inputs"][0];
        let provides: Vec<&str> = input["provides"].as_array().unwrap().iter().map(|k| k.as_str().unwrap()).collect();
        let provides = provides.join(" ");
        let (items, skipped) = (input["items"].as_u64().unwrap(), input["skipped"].as_u64().unwrap());
        let found = (name.as_str(), items, skipped, provides.as_str());
        if !EXPECTED.contains(&found) {
            wrong.push(format!("{found:?} {}", input["errors"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(fixtures().len(), EXPECTED.len());
}

/// The same vulnerability of the same package, whoever reports it, becomes one fact with one key.
#[test]
fn scanners_agree_on_what_they_saw() {
    let by = ["grype.json", "trivy.json", "osv-scanner.json", "snyk.json", "npm-audit.6.json", "yarn-audit.jsonl"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in by {
        let facts = facts(&folder.join(name));
        let keys: Vec<&str> =
            facts["vulnerabilities"].as_array().unwrap().iter().map(|v| v["key"].as_str().unwrap()).collect();
        assert!(keys.contains(&"CVE-2026-10001|pkg:npm/left-pad@1.3.0"), "{name}: {keys:?}");
        assert_eq!(facts["vulnerabilities"][0]["fix"]["state"], "fixed", "{name}");
    }
}

/// One inventory, in every form of a bill of materials.
#[test]
fn every_form_of_an_sbom_tells_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in [
        "cyclonedx-json.json",
        "cyclonedx-xml.xml",
        "spdx-json.json",
        "spdx-tagvalue.spdx",
        "spdx-yaml.yaml",
        "spdx-xml.xml",
        "spdx-rdfxml.xml",
        "spdx3-jsonld.json",
    ] {
        let facts = facts(&folder.join(name));
        let components = facts["components"].as_array().unwrap();
        let left = components.iter().find(|c| c["name"] == "left-pad").unwrap_or_else(|| panic!("{name}"));
        assert_eq!(left["purl"], "pkg:npm/left-pad@1.3.0", "{name}");
        assert_eq!(left["direct"], true, "{name}");
        assert_eq!(facts["sboms"][0]["timestamp"], "2026-11-01T10:00:00Z", "{name}");
        assert_eq!(facts["sboms"][0]["primary"]["name"], "app", "{name}");
    }
}

/// A record of a database completes what a scanner reports: aliases, ratings, decision points.
#[test]
fn advisories_complete_what_scanners_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let gate = Gate::builder().build().unwrap();
    let mut dossier = Dossier::new();
    for name in ["npm-audit.json", "osv.json", "cve-record.json"] {
        dossier = dossier.add_path(folder.join(name)).unwrap();
    }
    let facts = gate.facts(&dossier, "2026-11-24T00:00:00Z".parse().unwrap()).unwrap();
    let facts = serde_json::to_value(facts).unwrap();
    let vulnerability = &facts["vulnerabilities"][0];
    assert_eq!(vulnerability["id"], "CVE-2026-10001", "the id of npm is an alias");
    assert_eq!(vulnerability["ssvc"]["exploitation"], "poc");
    assert_eq!(vulnerability["severity"]["level"], "critical");
}

/// The page about formats has one section for each, and none for another.
#[test]
fn the_page_about_formats_is_complete() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/formats.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    let mut formats = format_names();
    sections.sort_unstable();
    formats.sort_unstable();
    assert_eq!(sections, formats);
}

/// A VEX document that points into a bill of materials by BOM-Link is about the component there.
#[test]
fn bom_links_lead_to_the_component() {
    let sbom = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 2,
        "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "app", "version": "1"}},
        "components": [{"type": "library", "bom-ref": "pkg:npm/left-pad@1.3.0", "name": "left-pad", "version": "1.3.0",
        "purl": "pkg:npm/left-pad@1.3.0"}]}"#;
    let vex = |link: &str| {
        format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {{"timestamp": "2026-10-01T00:00:00Z"}},
            "vulnerabilities": [{{"id": "CVE-2026-10001", "affects": [{{"ref": "{link}"}}],
            "analysis": {{"state": "not_affected", "justification": "code_not_present"}}}}]}}"#
        )
    };
    let gate = Gate::builder()
        .text("gate.yaml", "version: 1\nvex: { accept_unsigned: true, allow_productless: true }\n")
        .build()
        .unwrap();
    let serial = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79";
    for (link, status) in [
        (format!("{serial}/2#pkg:npm/left-pad@1.3.0"), "not_affected"),
        (format!("{serial}/2#pkg%3Anpm/left-pad%401.3.0"), "not_affected"),
        (format!("{serial}/9#pkg:npm/left-pad@1.3.0"), ""),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let dossier = Dossier::new().add_bytes("sbom", sbom).unwrap().add_bytes("vex", vex(&link)).unwrap();
        let dossier = dossier.add_path(folder.join("grype.json")).unwrap();
        let facts = gate.facts(&dossier, "2026-11-24T00:00:00Z".parse().unwrap()).unwrap();
        let facts = serde_json::to_value(facts).unwrap();
        let found = facts["vulnerabilities"][0]["vex"]["status"].as_str().unwrap_or_default();
        assert_eq!(found, status, "{link}: {}", facts["vulnerabilities"][0]["vex_refused"]);
    }
}

//! A team with findings starts today: the baseline mode, a waiver written by the command line, verification by key.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tidewaiter-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(arguments: &[&str]) -> u8 {
    tidewaiter_cli::run(std::iter::once("tidewaiter").chain(arguments.iter().copied()))
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Checks the example's documents and returns the exit code; the decision goes to a file.
fn check(out: &Path, more: &[&str]) -> u8 {
    let example = root().join("examples/payments");
    let (sbom, scan) = (example.join("sbom.cdx.json"), example.join("grype.json"));
    let output = format!("json={}", out.display());
    let mut arguments = vec!["check", sbom.to_str().unwrap(), scan.to_str().unwrap(), "--subject", "payments"];
    arguments.extend(["--now", "2026-11-24T00:00:00Z", "--output", &output]);
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn only_what_is_new_denies() {
    let folder = folder("since");
    let (first, second, third) = (folder.join("1.json"), folder.join("2.json"), folder.join("3.json"));
    assert_eq!(check(&first, &[]), 1);
    assert_eq!(check(&second, &["--since", first.to_str().unwrap()]), 0);
    let decision = json(&second);
    assert_eq!(decision["outcome"], "warn");
    let findings = decision["findings"].as_array().unwrap();
    assert!(findings.iter().all(|f| f["state"] != "open") && findings.iter().any(|f| f["known"] == true));
    // A finding that the earlier decision did not have denies.
    let mut earlier = json(&first);
    let before = earlier["findings"].as_array_mut().unwrap();
    before.retain(|f| f["rule"] != "vulnerability.epss_high");
    std::fs::write(&first, earlier.to_string()).unwrap();
    assert_eq!(check(&third, &["--since", first.to_str().unwrap()]), 1);
    let open: Vec<Value> =
        json(&third)["findings"].as_array().unwrap().iter().filter(|f| f["state"] == "open").cloned().collect();
    assert!(open.iter().all(|f| f["rule"] == "vulnerability.epss_high") && !open.is_empty());
    std::fs::write(&first, "{}").unwrap();
    assert_eq!(check(&third, &["--since", first.to_str().unwrap()]), 2, "not a decision");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_waiver_is_written_from_a_finding() {
    let folder = folder("waive");
    let (decision, waivers, gate) = (folder.join("d.json"), folder.join("w.yaml"), folder.join("gate.yaml"));
    std::fs::write(&gate, "version: 1\nwaivers: w.yaml\n").unwrap();
    assert_eq!(check(&decision, &[]), 1);
    let found = json(&decision);
    let of_rule = |rule: &str| {
        let mut all = found["findings"].as_array().unwrap().iter();
        all.find(|f| f["rule"] == rule).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let id = of_rule("vulnerability.epss_high");
    let waive = |id: &str, reason: &str, approver: &str| {
        run(&[
            "waive",
            id,
            "--decision",
            decision.to_str().unwrap(),
            "--file",
            waivers.to_str().unwrap(),
            "--owner",
            "ann@acme.example",
            "--approver",
            approver,
            "--reason",
            reason,
            "--expires",
            "2026-12-01",
        ])
    };
    let reason = "Reached only from the build, which has no network";
    assert_eq!(waive("ffffffffffffffffffff", reason, "bob@acme.example"), 2, "no such finding");
    assert_eq!(waive(&id, "because", "bob@acme.example"), 2, "too short a reason");
    assert_eq!(waive(&id, reason, "ann@acme.example"), 2, "approved by the owner");
    assert!(!waivers.exists());
    assert_eq!(waive(id.get(..16).unwrap(), reason, "bob@acme.example"), 0);
    let second = of_rule("vulnerability.high_fixable");
    assert_eq!(waive(&second, reason, "bob@acme.example"), 0);
    check(&decision, &["--gate", gate.to_str().unwrap()]);
    let decided = json(&decision);
    assert_eq!(decided["waivers"]["used"].as_array().unwrap().len(), 2, "{}", decided["waivers"]);
    let waived = decided["findings"].as_array().unwrap().iter().filter(|f| f["state"] == "waived");
    assert!(waived.map(|f| f["id"].as_str().unwrap()).any(|f| f == id));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_bundle_is_verified_refused_or_unusable() {
    let signed = root().join("core/tests/signatures");
    let path = |name: &str| signed.join(name).display().to_string();
    let (bundle, artifact, key) = (path("p256.bundle.json"), path("artifact.txt"), path("p256.pub"));
    let (other, digest) = (path("rsa.pub"), "sha256:e336d7dc102a3b864e9c81be562a8e3aaef81a0e32d13bfadebb1cc23ceb0d02");
    assert_eq!(run(&["verify", &bundle, "--artifact", &artifact, "--key", &key]), 0);
    assert_eq!(run(&["verify", &bundle, "--artifact", digest, "--key", &key, "--json"]), 0);
    assert_eq!(run(&["verify", &bundle, "--artifact", &key, "--key", &key]), 1);
    assert_eq!(run(&["verify", &bundle, "--artifact", &artifact, "--key", &other]), 1);
    assert_eq!(run(&["verify", &artifact, "--artifact", &artifact, "--key", &key]), 2);
    assert_eq!(run(&["verify", &bundle, "--artifact", &artifact]), 2, "nobody is named");
}

//! What is broken, hostile or beside the point is named and never passes.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use tidewaiter::{Decision, Dossier, Gate, Limits, Outcome, Timestamp};

fn judged(name: &str, bytes: Vec<u8>) -> Decision {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let dossier = Dossier::new().add_bytes(name, bytes).unwrap();
    Gate::baseline().unwrap().check(&dossier, now).unwrap()
}

/// The document's error is in the decision, with its name and these words.
fn refused(name: &str, bytes: Vec<u8>, words: &[&str]) {
    let decision = judged(name, bytes);
    assert_eq!(decision.outcome(), Outcome::Error, "{name}");
    let finding = decision.findings.iter().find(|f| f.rule == "input.failed").expect(name);
    assert!(finding.message.contains(name), "{}", finding.message);
    let said = format!("{} {:?}", finding.message, decision.inputs.first().unwrap().errors);
    for word in words {
        assert!(said.contains(word), "{name}: no `{word}` in {said}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn what_is_no_document_is_refused_by_name() {
    for (name, bytes, words) in [
        ("empty.json", &b""[..], &["empty"][..]),
        ("blank.json", b"  \n\t ", &["empty"]),
        ("nul.json", b"\0\0\0\0", &[]),
        ("html.json", b"<!doctype html><html><title>502</title></html>", &["HTML"]),
        ("text.json", b"no such image\n", &[]),
        ("zip.json", b"PK\x03\x04aaaaaaaaaaaaaaaa", &["zip"]),
        ("zstd.json", b"\x28\xb5\x2f\xfdaaaaaaaa", &["zstd"]),
        ("half.json", br#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"#, &["line 1"]),
        ("number.json", b"7", &[]),
        (
            "utf8.json",
            b"{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"name\":\"\xff\xfe\"}]}",
            &[],
        ),
        ("object.json", b"{}", &[]),
        ("list.json", b"[]", &["declare"]),
        ("results.json", br#"{"results":[]}"#, &[]),
        ("other.json", br#"{"hello":"world"}"#, &[]),
    ] {
        refused(name, bytes.to_vec(), words);
    }
}

#[test]
fn depth_is_bounded() {
    let object =
        format!("{{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":{}", "[".repeat(100_000));
    refused("deep.json", object.into_bytes(), &[]);
    refused("brackets.json", vec![b'['; 100_000_000], &[]);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = gzip(&gzip(&vec![b' '; 1 << 20]));
    refused("nested.json.gz", bomb, &[]);
    let limits = Limits { document_bytes: 1 << 20, ..Limits::default() };
    let gate = Gate::builder().limits(limits).build().unwrap();
    let dossier = Dossier::new().add_bytes("bomb.json.gz", gzip(&vec![b' '; 2 << 20])).unwrap();
    let decision = gate.check(&dossier, "2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(decision.outcome(), Outcome::Error);
    assert!(decision.findings.iter().any(|f| f.rule == "document.limits_exceeded"));
}

#[test]
fn a_byte_order_mark_and_utf_16_are_read() {
    let text =
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","version":"1"}]}"#;
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for (name, bytes) in [("bom", marked), ("le", little), ("be", big)] {
        let decision = judged(name, bytes);
        let input = decision.inputs.first().unwrap();
        assert_eq!((input.format.as_deref(), input.items), (Some("cyclonedx-json"), 1), "{name}: {:?}", input.errors);
    }
}

#[test]
fn a_wrong_type_is_counted_and_denies() {
    let text = br#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a"},{"type":"library","name":7}]}"#;
    let decision = judged("types.json", text.to_vec());
    assert_eq!(decision.outcome(), Outcome::Deny);
    let finding =
        decision.findings.iter().find(|f| f.rule == "input.partial").expect("it says that something was left out");
    assert!(finding.message.contains("1 record"), "{}", finding.message);
}

#[test]
fn an_sbom_of_nothing_is_no_pass() {
    let text = br#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}"#;
    let decision = judged("nothing.json", text.to_vec());
    assert!(decision.findings.iter().any(|f| f.rule == "input.implausibly_empty"));
    assert_eq!(decision.outcome(), Outcome::Deny);
}

#[test]
fn every_cut_of_a_document_is_refused_or_denied() {
    let whole = include_bytes!("../../examples/payments/sbom.cdx.json");
    for end in (0..whole.len()).step_by(97) {
        let decision = judged("cut.json", whole.get(..end).unwrap().to_vec());
        assert_ne!(decision.outcome(), Outcome::Pass);
        assert_ne!(decision.outcome(), Outcome::Warn);
    }
}

//! Signatures: what holds is verified, whatever key made it; what does not is refused, each for its own reason.
//! The files in `signatures` were made with cosign 3.1.3, its log switched off.
#![cfg(feature = "verify")]
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where something is wrong")]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tidewaiter::model::signer::Signer;
use tidewaiter::verify::{Artifact, Expected, PublicKey, Trust, Verification, verify};
use tidewaiter::{Digest, Dossier, Error, Gate};

const KINDS: [&str; 4] = ["p256", "p384", "ed25519", "rsa"];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signatures").join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(file(name)).unwrap()
}

fn key(kind: &str) -> PublicKey {
    PublicKey::from_pem(kind, &text(&format!("{kind}.pub"))).unwrap()
}

fn by_key(bundle: &str, kind: &str, artifact: &[u8]) -> Result<Verification, Error> {
    let expected = Expected::Key(key(kind));
    verify(bundle.as_bytes(), &Artifact::Bytes(artifact), &expected, &Trust::public_good().unwrap())
}

/// The bundle with one member replaced; null takes it away.
fn with(bundle: &str, pointer: &str, value: Value) -> String {
    let mut tree: Value = serde_json::from_str(bundle).unwrap();
    *tree.pointer_mut(pointer).unwrap() = value;
    tree.to_string()
}

fn code(result: Result<Verification, Error>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "verified")
}

#[test]
fn bundles_of_every_kind_of_key_are_verified() {
    let artifact = text("artifact.txt");
    for kind in KINDS {
        for content in ["bundle", "dsse"] {
            let bundle = text(&format!("{kind}.{content}.json"));
            let proof = by_key(&bundle, kind, artifact.as_bytes()).unwrap();
            assert_eq!((proof.kind.as_str(), proof.log_included), ("key", false), "{kind} {content}");
            assert_eq!(proof.key_id.as_deref(), Some(key(kind).id()));
            assert_eq!(code(by_key(&bundle, kind, b"another artifact")), "untrusted_signature", "{kind} {content}");
            let other = if kind == "rsa" { "p256" } else { "rsa" };
            assert_eq!(code(by_key(&bundle, other, artifact.as_bytes())), "untrusted_signature", "{kind} {content}");
        }
    }
}

#[test]
fn a_digest_stands_for_the_artifact() {
    let digest = Digest::sha256_of(text("artifact.txt").as_bytes());
    let expected = Expected::Key(key("p256"));
    let trust = Trust::public_good().unwrap();
    for content in ["bundle", "dsse"] {
        let bundle = text(&format!("p256.{content}.json"));
        let verified = |digest: Digest| verify(bundle.as_bytes(), &Artifact::Digest(digest), &expected, &trust);
        assert_eq!(code(verified(digest.clone())), "verified", "{content}");
        assert_eq!(code(verified(Digest::sha256_of(b"x"))), "untrusted_signature", "{content}");
    }
}

#[test]
fn what_was_changed_is_refused() {
    let artifact = text("artifact.txt");
    let (message, dsse) = (text("p256.bundle.json"), text("p256.dsse.json"));
    let statement = r#"{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"x","digest":{"sha256":"e336d7dc102a3b864e9c81be562a8e3aaef81a0e32d13bfadebb1cc23ceb0d02"}}],"predicateType":"p","predicate":{}}"#;
    let signature: Value = serde_json::from_str::<Value>(&message).unwrap()["messageSignature"]["signature"].clone();
    for (what, bundle, expected) in [
        (
            "another payload",
            with(&dsse, "/dsseEnvelope/payload", data_encoding::BASE64.encode(statement.as_bytes()).into()),
            "untrusted_signature",
        ),
        (
            "another payload type",
            with(&dsse, "/dsseEnvelope/payloadType", "application/json".into()),
            "untrusted_signature",
        ),
        ("no signature", with(&dsse, "/dsseEnvelope/signatures", json!([])), "unreadable_document"),
        (
            "two signatures",
            with(&dsse, "/dsseEnvelope/signatures", json!([{ "sig": signature }, { "sig": signature }])),
            "unreadable_document",
        ),
        (
            "a signature of something else",
            with(&dsse, "/dsseEnvelope/signatures/0/sig", signature.clone()),
            "untrusted_signature",
        ),
        (
            "a digest of something else",
            with(
                &message,
                "/messageSignature/messageDigest/digest",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=".into(),
            ),
            "untrusted_signature",
        ),
        ("no base64", with(&message, "/messageSignature/signature", "***".into()), "unreadable_document"),
        (
            "a media type of the future",
            with(&message, "/mediaType", "application/vnd.dev.sigstore.bundle.v9+json".into()),
            "unreadable_document",
        ),
        (
            "a member twice",
            message.replacen("{\"mediaType\"", "{\"mediaType\":\"x\",\"mediaType\"", 1),
            "unreadable_document",
        ),
        (
            "a certificate that is none",
            with(&message, "/verificationMaterial", json!({"certificate": {"rawBytes": "AAAA"}})),
            "untrusted_signature",
        ),
        ("an empty object", "{}".to_owned(), "unreadable_document"),
        ("nothing", String::new(), "unreadable_document"),
        ("too much", format!("{}{{}}", " ".repeat(65 << 20)), "limit_exceeded"),
    ] {
        assert_eq!(code(by_key(&bundle, "p256", artifact.as_bytes())), expected, "{what}");
    }
}

#[test]
fn nobody_is_not_everybody() {
    let bundle = text("p256.bundle.json");
    let trust = Trust::public_good().unwrap();
    let artifact = text("artifact.txt");
    let asked = |signers| {
        code(verify(bundle.as_bytes(), &Artifact::Bytes(artifact.as_bytes()), &Expected::Signers(signers), &trust))
    };
    assert_eq!(asked(Vec::new()), "invalid_gate");
    assert_eq!(asked(vec![Signer::exact("https://i.example", "a@acme.example")]), "untrusted_signature");
    assert!(PublicKey::from_pem("x", "no key").is_err());
    assert!(Trust::from_root("x", "{}").is_err() || Trust::from_root("x", "[]").is_err());
}

/// Facts and rules see what was verified, for the bundle, its statement, and what they say about the subject.
#[test]
fn a_gate_with_a_key_verifies_what_it_is_given() {
    let folder = std::env::temp_dir().join(format!("tidewaiter-verify-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("key.pub"), text("p256.pub")).unwrap();
    std::fs::write(folder.join("gate.yaml"), "version: 1\nkeys: [key.pub]\nexpected: [signatures]\n").unwrap();
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    let digest = Digest::sha256_of(text("artifact.txt").as_bytes());
    let judge = |gate: &Gate, subject: &Digest| {
        let dossier = Dossier::new().subject(&format!("registry.example/app@{subject}")).unwrap();
        let dossier = dossier.add_path(file("p256.bundle.json")).unwrap().add_path(file("p256.dsse.json")).unwrap();
        let facts = serde_json::to_value(gate.facts(&dossier, now).unwrap()).unwrap();
        let decision = serde_json::to_value(gate.check(&dossier, now).unwrap()).unwrap();
        let open = decision["findings"].as_array().unwrap().iter().filter(|f| f["state"] == "open");
        let rules: Vec<String> =
            open.map(|f| f["rule"].as_str().unwrap().to_owned()).filter(|r| r.starts_with("signature.")).collect();
        (facts, rules)
    };
    let gate = Gate::from_file(folder.join("gate.yaml")).unwrap();
    let (facts, rules) = judge(&gate, &digest);
    for signature in facts["signatures"].as_array().unwrap() {
        assert_eq!((&signature["verified"], &signature["matches_subject"]), (&json!(true), &json!(true)));
        assert_eq!(signature["transparency"]["included"], false);
    }
    assert_eq!(facts["attestations"][0]["verified"], true);
    assert_eq!(facts["provenance"][0]["verified"], true);
    assert_eq!(rules, Vec::<String>::new());
    // About another subject the same signatures are worth nothing.
    let (facts, rules) = judge(&gate, &Digest::sha256_of(b"another"));
    assert_eq!(facts["signatures"][0]["matches_subject"], false);
    assert!(rules.contains(&"signature.subject_mismatch".to_owned()), "{rules:?}");
    // Without the key nothing was verified.
    let (facts, rules) = judge(&Gate::baseline().unwrap(), &digest);
    assert_eq!(facts["signatures"][0]["verified"], false);
    assert!(rules.contains(&"signature.not_verified".to_owned()), "{rules:?}");
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The offline cases of Sigstore's conformance suite, where they lie beside this repository.
#[test]
fn the_conformance_cases_come_out_as_they_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/sigstore/bundle-verify");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("NOT RUN: there are no conformance cases beside this repository");
        return;
    };
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        let inside = |name: &str| std::fs::read_to_string(case.join(name)).ok().map(|t| t.trim().to_owned());
        let expected = match inside("key.pub") {
            Some(pem) => Expected::Key(PublicKey::from_pem("key.pub", &pem).unwrap()),
            None => Expected::Signers(vec![Signer::exact(
                &inside("issuer").unwrap_or_else(|| "https://token.actions.githubusercontent.com".to_owned()),
                &inside("identity").unwrap_or_else(|| {
                    "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main".to_owned()
                }),
            )]),
        };
        let trust = match inside("trusted_root.json") {
            Some(root) => Trust::from_root("trusted_root.json", &root).unwrap(),
            None => Trust::public_good().unwrap(),
        };
        let artifact = std::fs::read(case.join("artifact")).or_else(|_| std::fs::read(folder.join("a.txt"))).unwrap();
        let bundle = std::fs::read(case.join("bundle.sigstore.json")).unwrap();
        let answer = verify(&bundle, &Artifact::Bytes(&artifact), &expected, &trust);
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        count += 1;
        if answer.is_ok() == name.ends_with("_fail") {
            wrong.push(format!("{name}: {answer:?}"));
        }
    }
    assert!(wrong.is_empty() && count > 30, "{count} cases, {wrong:#?}");
}

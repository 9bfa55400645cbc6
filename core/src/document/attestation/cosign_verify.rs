//! What `cosign verify` prints: a claim that somebody else verified signatures.

use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Str};
use super::super::statement::{Content, SignatureStatement, SubjectClaim, Tool};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "cosign-verify", kind: Kind::Signatures, recognise: Recognise::Json(recognise), lines: false, read };

/// The same with the banner that cosign prints on standard error, when a job merged the two.
pub(crate) const FORMAT_WITH_BANNER: Format = Format {
    name: "cosign-verify",
    kind: Kind::Signatures,
    recognise: Recognise::Text(recognise_banner),
    lines: false,
    read,
};

/// The payload type (cosign, `SIGNATURE_SPEC.md`, "simple signing").
const TYPES: &[&str] =
    &["cosign container image signature", "https://sigstore.dev/cosign/sign/v1", "atomic container signature"];

/// What Fulcio writes into certificates, under the names that cosign prints and under its object identifiers.
const CLAIMS: &[(&str, &str)] = &[
    ("githubWorkflowRepository", "source_repository"),
    ("githubWorkflowRef", "source_ref"),
    ("githubWorkflowSha", "source_digest"),
    ("githubWorkflowName", "workflow"),
    ("githubWorkflowTrigger", "trigger"),
    ("1.3.6.1.4.1.57264.1.11", "runner_environment"),
    ("1.3.6.1.4.1.57264.1.12", "source_repository"),
    ("1.3.6.1.4.1.57264.1.13", "source_digest"),
    ("1.3.6.1.4.1.57264.1.14", "source_ref"),
    ("1.3.6.1.4.1.57264.1.18", "build_config"),
    ("1.3.6.1.4.1.57264.1.20", "trigger"),
];

fn recognise(outline: &Outline) -> Option<String> {
    let entry = outline.first().unwrap_or(outline);
    let kind = entry.get("critical").and_then(|c| c.text("type"))?;
    TYPES.contains(&kind).then(String::new)
}

fn recognise_banner(head: &str) -> Option<String> {
    let starts = head.trim_start().starts_with("Verification for ");
    (starts && head.contains("cosign")).then(String::new)
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let text = without_banner(text);
    let is_list = text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[');
    let entries: List<Entry<'_>> = if is_list {
        json::read_whole(text)?
    } else {
        List { items: vec![json::read_whole(text)?], present: true, nulls: 0 }
    };
    let mut signatures = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let place = format!("/{i}");
        let Some(digest) = entry.critical.image.digest.as_ref().and_then(|d| d.parse().ok()) else {
            let fault = Fault::new("the signature names no image digest", "sign a digest, not a tag");
            return Err(Error::UnreadableDocument(fault.at(format!("{place}/critical/image"))));
        };
        let reference = entry.critical.identity.as_ref().and_then(|i| i.reference.as_ref()).map(Str::text);
        content.subjects.push(SubjectClaim { name: reference, digests: vec![digest] });
        signatures.push(entry.statement(place.into()));
    }
    content.tools.push(Tool::new("cosign", None));
    content.signatures = Some(signatures);
    Ok(())
}

/// Only here may something stand before the JSON: from the first line that begins a list or object.
fn without_banner(text: &[u8]) -> &[u8] {
    let mut rest = text;
    loop {
        if matches!(rest.trim_ascii_start().first(), Some(b'[' | b'{') | None) {
            return rest;
        }
        match memchr::memchr(b'\n', rest).and_then(|end| rest.get(end.saturating_add(1)..)) {
            Some(tail) => rest = tail,
            None => return text,
        }
    }
}

impl Entry<'_> {
    fn statement(&self, place: Text) -> SignatureStatement {
        let optional = |key: &str| self.optional.get(key).and_then(Value::as_str).filter(|t| !t.is_empty());
        let bundle = self.optional.get("Bundle").and_then(|b| b.get("Payload"));
        let time = bundle.and_then(|p| p.get("integratedTime")).and_then(Value::as_i64);
        let (identity, issuer) = (optional("Subject").map(Text::new), optional("Issuer").map(Text::new));
        let claims = CLAIMS.iter().filter_map(|&(key, name)| Some((name, Text::new(optional(key)?))));
        let mut claims: Vec<(&str, Text)> = claims.collect();
        claims.sort();
        claims.dedup_by_key(|c| c.0);
        SignatureStatement {
            place,
            kind: if identity.is_some() || issuer.is_some() { "keyless" } else { "key" },
            subjects: self.critical.image.digest.iter().filter_map(|d| d.parse().ok()).collect(),
            identity,
            issuer,
            log_included: Some(bundle.is_some()),
            time: time.and_then(Timestamp::from_unix_seconds),
            claims,
        }
    }
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    critical: Critical<'a>,
    #[serde(borrow, default)]
    optional: Pairs<'a, Value>,
}

#[derive(Deserialize)]
struct Critical<'a> {
    #[serde(borrow)]
    identity: Option<Identity<'a>>,
    #[serde(borrow)]
    image: Image<'a>,
}

#[derive(Deserialize)]
struct Identity<'a> {
    #[serde(borrow, rename = "docker-reference")]
    reference: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Image<'a> {
    #[serde(borrow, alias = "docker-manifest-digest", alias = "Docker-manifest-digest")]
    digest: Option<Str<'a>>,
}

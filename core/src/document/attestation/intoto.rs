//! in-toto statements, 0.1 and 1, and the documents that their predicates are.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;
use crate::model::{Digest, Text};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Str};
use super::super::statement::{
    AttestationStatement, AttestedSubject, Content, Embedded, SubjectClaim, SummaryStatement,
};
use super::super::{Format, Kind, Recognise};
use super::slsa;

pub(crate) const FORMAT: Format = Format {
    name: "intoto-statement",
    kind: Kind::Attestations,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

const STATEMENT: &str = "https://in-toto.io/Statement/";

fn recognise(outline: &Outline) -> Option<String> {
    outline.text("_type")?.strip_prefix(STATEMENT).map(str::to_owned)
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let statement = state(text, "", None, content)?;
    content.attestations.get_or_insert_default().push(statement);
    Ok(())
}

/// Reads one statement; `signatures` is the number of signatures on its envelope, if it has one.
pub(super) fn state(
    text: &[u8],
    place: &str,
    signatures: Option<u64>,
    content: &mut Content,
) -> Result<AttestationStatement, Error> {
    let statement: Statement<'_> = json::read_whole(text)?;
    let version = statement.kind.strip_prefix(STATEMENT).filter(|v| matches!(*v, "v0.1" | "v1"));
    if version.is_none() {
        let reason = format!("{} is not a version of the in-toto statement", quoted(&statement.kind));
        let fault = Fault::new(reason, "write https://in-toto.io/Statement/v1").at(format!("{place}/_type"));
        return Err(Error::UnreadableDocument(fault));
    }
    let Some(predicate_type) = statement.predicate_type.as_ref().filter(|p| !p.is_empty()) else {
        let fault = Fault::new("the statement has no predicate type", "fix the producer of the attestation");
        return Err(Error::UnreadableDocument(fault.at(format!("{place}/predicateType"))));
    };
    let subjects: Vec<AttestedSubject> = statement.subject.iter().map(Subject::statement).collect();
    if subjects.is_empty() || subjects.iter().all(|s| s.digests.is_empty()) {
        // A statement about nothing that can be identified proves nothing (in-toto Statement v1, `subject`).
        let fault = Fault::new("the statement names no subject by digest", "fix the producer of the attestation");
        return Err(Error::UnreadableDocument(fault.at(format!("{place}/subject"))));
    }
    content.subjects.extend(
        subjects
            .iter()
            .map(|s| SubjectClaim { name: Some(s.name.clone()).filter(|n| !n.is_empty()), digests: s.digests.clone() }),
    );
    let mut attestation = AttestationStatement {
        place: place.into(),
        predicate_type: predicate_type.text(),
        statement_type: statement.kind.text(),
        subjects,
        enveloped: signatures.is_some(),
        signatures: signatures.unwrap_or_default(),
        ..AttestationStatement::default()
    };
    if let Some(predicate) = statement.predicate {
        state_predicate(&mut attestation, predicate, content)?;
    }
    Ok(attestation)
}

fn state_predicate(
    attestation: &mut AttestationStatement,
    predicate: &RawValue,
    content: &mut Content,
) -> Result<(), Error> {
    let text = predicate.get().as_bytes();
    let kind = attestation.predicate_type.as_str();
    if let Some(version) = kind.strip_prefix("https://slsa.dev/provenance/") {
        let tree = json::parse_tree(text).map_err(|e| json::refusal(&e))?;
        attestation.provenance = slsa::provenance(version, &tree).map(Box::new);
    } else if kind.starts_with("https://slsa.dev/verification_summary/") {
        let tree = json::parse_tree(text).map_err(|e| json::refusal(&e))?;
        attestation.summary = Some(Box::new(summary(&tree)));
    } else if kind.starts_with("https://in-toto.io/attestation/test-result/") {
        let tree = json::parse_tree(text).map_err(|e| json::refusal(&e))?;
        attestation.test_result = tree.get("result").and_then(Value::as_str).map(Text::new);
    } else if let Some(bytes) = carried(kind, predicate)? {
        content.embedded.push(Embedded { place: "predicate", bytes });
    }
    Ok(())
}

/// The document that a predicate is, or holds.
fn carried(kind: &str, predicate: &RawValue) -> Result<Option<Vec<u8>>, Error> {
    #[derive(Deserialize)]
    struct Wrapped<'a> {
        #[serde(borrow, rename = "Data")]
        data: Option<&'a RawValue>,
        #[serde(borrow)]
        scanner: Option<Scanner<'a>>,
    }

    #[derive(Deserialize)]
    struct Scanner<'a> {
        #[serde(borrow)]
        result: Option<&'a RawValue>,
    }

    if !predicate.get().starts_with('{') {
        return Ok(None);
    }
    let wrapped: Wrapped<'_> = json::read_whole(predicate.get().as_bytes())?;
    // cosign before 2.0 put the document, often as a text, under `Data`; its vulnerability predicate has a scanner.
    let inner = match (wrapped.data, wrapped.scanner.and_then(|s| s.result)) {
        (Some(data), _) => data.get(),
        (None, Some(result)) if kind.contains("vuln") => result.get(),
        _ => return Ok(Some(predicate.get().as_bytes().to_vec())),
    };
    Ok(Some(match serde_json::from_str::<String>(inner) {
        Ok(text) => text.into_bytes(),
        Err(_) => inner.as_bytes().to_vec(),
    }))
}

fn summary(tree: &Value) -> SummaryStatement {
    let text = |pointer: &str| tree.pointer(pointer).and_then(Value::as_str).unwrap_or_default().into();
    let levels = tree.get("verifiedLevels").and_then(Value::as_array);
    SummaryStatement {
        verifier: text("/verifier/id"),
        resource_uri: text("/resourceUri"),
        result: text("/verificationResult"),
        levels: levels.into_iter().flatten().filter_map(Value::as_str).map(Text::new).collect(),
    }
}

impl Subject<'_> {
    fn statement(&self) -> AttestedSubject {
        let name = self.name.as_ref().or(self.uri.as_ref());
        AttestedSubject {
            name: name.map(Str::text).unwrap_or_default(),
            digests: self.digest.iter().filter_map(|(a, v)| Digest::new(a, v)).collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statement<'a> {
    #[serde(borrow, rename = "_type")]
    kind: Str<'a>,
    #[serde(borrow, default)]
    subject: List<Subject<'a>>,
    #[serde(borrow)]
    predicate_type: Option<Str<'a>>,
    #[serde(borrow)]
    predicate: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Subject<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    uri: Option<Str<'a>>,
    #[serde(borrow, default)]
    digest: Pairs<'a, Str<'a>>,
}

//! Signatures and attestations: what is claimed, what was verified, and whether it is about the subject.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::document::Document;
use crate::document::statement::{AttestationStatement, Checked, ProvenanceStatement, SignatureStatement};
use crate::model::{Digest, Text, Timestamp};

use super::Settings;
use super::subject::SubjectFacts;

/// Whether a signature was checked. In JSON: `true`, `false` or `"not_checked"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verified {
    /// Checked, and it holds.
    Yes,
    /// Checked, and it does not hold.
    No,
    /// Nobody checked it here.
    #[default]
    NotChecked,
}

impl Serialize for Verified {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::NotChecked => serializer.serialize_str("not_checked"),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Verified {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Verified".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "enum": [true, false, "not_checked"],
            "description": "Whether a signature was checked and holds.",
        })
    }
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    /// The subject alternative name of the certificate.
    pub san: Text,
    /// The `OpenID` Connect issuer that vouched for it.
    pub issuer: Text,
}

/// What a transparency log or timestamp authority adds.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Transparency {
    /// The signature is in a log or has a trusted timestamp; absent if nobody says.
    pub included: Option<bool>,
    /// When it was put there.
    pub time: Option<Timestamp>,
}

/// A signature.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// Place of its document in `inputs`.
    pub input: usize,
    /// Where it stands there.
    pub at: Text,
    /// `keyless` or `key`.
    pub kind: Text,
    /// Whether it was checked.
    pub verified: Verified,
    /// Who checked it.
    pub verifier: Option<Text>,
    /// Why it does not hold, or why it was not checked.
    pub reason: Option<Text>,
    /// The digests that are signed.
    pub subjects: Vec<Digest>,
    /// One of them is a digest of the subject; absent if the subject has none.
    pub matches_subject: Option<bool>,
    /// Who signed.
    pub identity: Option<Identity>,
    /// The gate allows this identity; absent if the gate names no identities.
    pub identity_allowed: Option<bool>,
    /// The key that signed, by its fingerprint or hint.
    pub key_id: Option<Text>,
    /// The algorithm.
    pub algorithm: Option<Text>,
    /// The length of the key in bits.
    pub key_bits: Option<u64>,
    /// The signature was made while the certificate was valid; absent without a certificate or a time.
    pub time_valid: Option<bool>,
    /// Log and time.
    pub transparency: Transparency,
    /// What the certificate says about the build: `source_ref`, `runner_environment`, …
    pub claims: BTreeMap<Text, Text>,
}

/// A subject of an attestation.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectFact {
    /// Its name.
    pub name: Text,
    /// Its digests.
    pub digests: Vec<Digest>,
}

/// An in-toto statement.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttestationFact {
    /// Place of its document in `inputs`.
    pub input: usize,
    /// Where it stands there.
    pub at: Text,
    /// What the predicate is.
    pub predicate_type: Text,
    /// The version of the statement.
    pub statement_type: Text,
    /// What it is about.
    pub subjects: Vec<SubjectFact>,
    /// One of its digests is a digest of the subject; absent if the subject has none.
    pub matches_subject: Option<bool>,
    /// It is inside a signed envelope.
    pub enveloped: bool,
    /// How many signatures the envelope has.
    pub signatures: u64,
    /// Whether a signature was checked.
    pub verified: Verified,
    /// Who signed.
    pub signer: Option<Identity>,
    /// The result of a test-result predicate.
    pub test_result: Option<Text>,
    /// A SLSA verification summary.
    pub summary: Option<SummaryFact>,
}

/// A SLSA verification summary.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SummaryFact {
    /// Who verified.
    pub verifier: Text,
    /// What was verified.
    pub resource_uri: Text,
    /// `PASSED` or `FAILED`.
    pub result: Text,
    /// The levels that were verified.
    pub levels: Vec<Text>,
}

/// How something was built.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProvenanceFact {
    /// Place of its document in `inputs`.
    pub input: usize,
    /// What the predicate is.
    pub predicate_type: Text,
    /// Who built.
    pub builder_id: Text,
    /// How parameters are to be understood.
    pub build_type: Text,
    /// The repository.
    pub source_uri: Option<Text>,
    /// The branch or tag.
    pub source_ref: Option<Text>,
    /// The commit.
    pub source_digest: Option<Text>,
    /// What the caller of the build set, by name.
    pub parameters: BTreeMap<Text, Text>,
    /// Names of parameters whose values look like secrets.
    pub suspicious_parameters: Vec<Text>,
    /// The run.
    pub invocation: Option<Text>,
    /// When it began.
    pub started: Option<Timestamp>,
    /// When it ended.
    pub finished: Option<Timestamp>,
    /// How many things the build used.
    pub materials: u64,
    /// Those of them that are not pinned by a digest.
    pub unpinned: Vec<Text>,
    /// It is inside a signed envelope.
    pub enveloped: bool,
    /// Whether a signature was checked.
    pub verified: Verified,
    /// Who signed.
    pub signer: Option<Identity>,
    /// One of its digests is a digest of the subject; absent if the subject has none.
    pub matches_subject: Option<bool>,
}

/// Signatures, attestations and provenance of a dossier.
#[derive(Debug, Default)]
pub(super) struct Signed {
    pub(super) signatures: Vec<Signature>,
    pub(super) attestations: Vec<AttestationFact>,
    pub(super) provenance: Vec<ProvenanceFact>,
}

/// Values of parameters longer than this are cut; they are shown, not judged.
const VALUE_CHARS: usize = 200;

/// All of them in the order of the inputs.
pub(super) fn facts(documents: &[Document], subject: &SubjectFacts, settings: &Settings<'_>) -> Signed {
    let mut out = Signed::default();
    for (input, document) in documents.iter().enumerate() {
        let Ok(content) = &document.content else { continue };
        for statement in content.signatures.iter().flatten() {
            let checked = content.checked.iter().find(|c| c.place == statement.place);
            out.signatures.push(match checked {
                Some(checked) => examined(input, checked, &statement.subjects, subject, settings),
                None => signature(input, statement, subject, settings),
            });
        }
        for statement in content.attestations.iter().flatten() {
            let matches_subject = matches(subject, statement.subjects.iter().flat_map(|s| &s.digests));
            let checked = content.checked.iter().find(|c| c.place == statement.place);
            if let Some(checked) = checked {
                let subjects: Vec<Digest> = statement.subjects.iter().flat_map(|s| s.digests.iter().cloned()).collect();
                out.signatures.push(examined(input, checked, &subjects, subject, settings));
            }
            let (verified, signer) = checked.map(verdict).unwrap_or_default();
            if let Some(provenance) = &statement.provenance {
                out.provenance.push(built(input, statement, provenance, matches_subject, (verified, signer.clone())));
            }
            out.attestations.push(attestation(input, statement, matches_subject, (verified, signer)));
        }
    }
    out
}

fn matches<'a>(subject: &SubjectFacts, mut digests: impl Iterator<Item = &'a Digest>) -> Option<bool> {
    let known = subject.declared && !subject.digests.is_empty();
    known.then(|| digests.any(|d| subject.digests.binary_search(d).is_ok()))
}

fn signature(input: usize, s: &SignatureStatement, subject: &SubjectFacts, settings: &Settings<'_>) -> Signature {
    let identity = s.identity.clone().zip(s.issuer.clone()).map(|(san, issuer)| Identity { san, issuer });
    let allowed = |i: &Identity| settings.identities.iter().any(|signer| signer.accepts(&i.san, &i.issuer));
    let pinned = !settings.identities.is_empty();
    let trusted = settings.trust_claims;
    Signature {
        input,
        at: s.place.clone(),
        kind: Text::new_static(s.kind),
        verified: if trusted { Verified::Yes } else { Verified::NotChecked },
        verifier: trusted.then(|| "cosign, as the gate trusts its report".into()),
        reason: (!trusted)
            .then(|| "a report says that the signature holds; nobody checked the signature itself here".into()),
        subjects: s.subjects.clone(),
        matches_subject: matches(subject, s.subjects.iter()),
        identity_allowed: pinned.then(|| identity.as_ref().is_some_and(allowed)),
        identity,
        key_id: None,
        algorithm: None,
        key_bits: None,
        time_valid: None,
        transparency: Transparency { included: s.log_included, time: s.time },
        claims: s.claims.iter().map(|(name, value)| (Text::new_static(name), value.clone())).collect(),
    }
}

/// Whether a check succeeded, and who signed.
pub(super) fn verdict(checked: &Checked) -> (Verified, Option<Identity>) {
    match &checked.outcome {
        Ok(proof) => (Verified::Yes, proof.identity.clone().map(|(san, issuer)| Identity { san, issuer })),
        Err(_) => (Verified::No, None),
    }
}

/// A signature that was checked here.
fn examined(
    input: usize,
    checked: &Checked,
    stated: &[Digest],
    subject: &SubjectFacts,
    settings: &Settings<'_>,
) -> Signature {
    let (verified, identity) = verdict(checked);
    let allowed = |i: &Identity| settings.identities.iter().any(|signer| signer.accepts(&i.san, &i.issuer));
    let proof = checked.outcome.as_ref().ok();
    let keyless = proof.is_none_or(|p| p.kind == "keyless");
    let pinned = !settings.identities.is_empty() && keyless;
    let subjects = proof.map_or(stated, |p| p.subjects.as_slice()).to_vec();
    let claims = proof.map(|p| p.claims.as_slice()).unwrap_or_default();
    Signature {
        input,
        at: checked.place.clone(),
        kind: Text::new_static(proof.map_or("keyless", |p| p.kind)),
        verified,
        verifier: Some("tidewaiter".into()),
        reason: checked.outcome.as_ref().err().cloned(),
        matches_subject: matches(subject, subjects.iter()),
        subjects,
        identity_allowed: pinned.then(|| identity.as_ref().is_some_and(allowed)),
        identity,
        key_id: proof.and_then(|p| p.key_id.clone()),
        algorithm: proof.and_then(|p| p.algorithm.clone()),
        key_bits: proof.and_then(|p| p.key_bits),
        time_valid: proof.and_then(|p| p.time_valid),
        transparency: Transparency {
            included: proof.map(|p| p.log_included || p.time.is_some()),
            time: proof.and_then(|p| p.time),
        },
        claims: claims.iter().map(|(name, value)| (Text::new_static(name), value.clone())).collect(),
    }
}

fn attestation(
    input: usize,
    s: &AttestationStatement,
    matches_subject: Option<bool>,
    (verified, signer): (Verified, Option<Identity>),
) -> AttestationFact {
    AttestationFact {
        input,
        at: s.place.clone(),
        predicate_type: s.predicate_type.clone(),
        statement_type: s.statement_type.clone(),
        subjects: s.subjects.iter().map(|s| SubjectFact { name: s.name.clone(), digests: s.digests.clone() }).collect(),
        matches_subject,
        enveloped: s.enveloped,
        signatures: s.signatures,
        verified,
        signer,
        test_result: s.test_result.clone(),
        summary: s.summary.as_ref().map(|v| SummaryFact {
            verifier: v.verifier.clone(),
            resource_uri: v.resource_uri.clone(),
            result: v.result.clone(),
            levels: v.levels.clone(),
        }),
    }
}

fn built(
    input: usize,
    s: &AttestationStatement,
    p: &ProvenanceStatement,
    matches_subject: Option<bool>,
    (verified, signer): (Verified, Option<Identity>),
) -> ProvenanceFact {
    let suspicious = |(_, value): &&(Text, Text)| crate::model::secret::kind_of(value).is_some();
    let shown = |value: &Text| -> Text {
        if crate::model::secret::kind_of(value).is_some() {
            return "(hidden)".into();
        }
        value.chars().take(VALUE_CHARS).collect::<String>().into()
    };
    ProvenanceFact {
        input,
        predicate_type: s.predicate_type.clone(),
        builder_id: p.builder_id.clone(),
        build_type: p.build_type.clone(),
        source_uri: p.source_uri.clone(),
        source_ref: p.source_ref.clone(),
        source_digest: p.source_digest.clone(),
        parameters: p.parameters.iter().map(|(name, value)| (name.clone(), shown(value))).collect(),
        suspicious_parameters: p.parameters.iter().filter(suspicious).map(|(name, _)| name.clone()).collect(),
        invocation: p.invocation.clone(),
        started: p.started,
        finished: p.finished,
        materials: p.materials.len() as u64,
        unpinned: p.materials.iter().filter(|m| !m.pinned).map(|m| m.uri.clone()).collect(),
        enveloped: s.enveloped,
        verified,
        signer,
        matches_subject,
    }
}

//! What a verified signature proves, as facts and as an answer.

use serde::Serialize;
use sigstore_crypto::{CertificateInfo, FulcioCiClaims};
use sigstore_types::Bundle;
use sigstore_verify::VerificationResult;

use crate::document::statement::Proof;
use crate::model::{Digest, Text, Timestamp};

use super::trust::{algorithm_name, key_bits};
use super::{PublicKey, content_kind, subjects};

/// What a verified signature proves.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verification {
    /// `keyless` or `key`.
    pub kind: Text,
    /// `message_signature` or `dsse`.
    pub content: Text,
    /// The digests that were signed.
    pub subjects: Vec<Digest>,
    /// The subject alternative name of the certificate.
    pub san: Option<Text>,
    /// The `OpenID` Connect issuer that vouched for it.
    pub issuer: Option<Text>,
    /// The fingerprint of the key.
    pub key_id: Option<Text>,
    /// The algorithm of the key.
    pub algorithm: Option<Text>,
    /// When it was signed, as a log or a timestamp authority says.
    pub time: Option<Timestamp>,
    /// It is in a transparency log.
    pub log_included: bool,
    /// What the certificate says about the build.
    pub claims: std::collections::BTreeMap<Text, Text>,
}

impl Verification {
    pub(super) fn of(proof: Proof, bundle: &Bundle) -> Self {
        let (san, issuer) = proof.identity.unzip();
        Self {
            kind: Text::new_static(proof.kind),
            content: content_kind(bundle),
            subjects: proof.subjects,
            san,
            issuer,
            key_id: proof.key_id,
            algorithm: proof.algorithm,
            time: proof.time,
            log_included: proof.log_included,
            claims: proof.claims.into_iter().map(|(name, value)| (Text::new_static(name), value)).collect(),
        }
    }
}

fn time(result: &VerificationResult) -> Option<Timestamp> {
    let earliest = result.verified_timestamps().iter().min().copied().or(result.integrated_time());
    earliest.and_then(|t| Timestamp::from_unix_seconds(t.as_second()))
}

pub(super) fn of_certificate(bundle: &Bundle, result: &VerificationResult) -> Proof {
    let certificate = result.certificate();
    Proof {
        kind: "keyless",
        subjects: subjects(bundle),
        identity: result.identity().map(|san| (san.as_str().into(), result.issuer().unwrap_or_default().into())),
        key_id: None,
        algorithm: certificate.map(|c| algorithm_name(c.key_algorithm).into()),
        key_bits: certificate.and_then(|c| key_bits(c.key_algorithm, &c.public_key)),
        time: time(result),
        // The chain was verified at every verified time.
        time_valid: result.certificate_verified().then_some(true),
        log_included: result.tlog_verified(),
        claims: certificate.map(claims).unwrap_or_default(),
    }
}

pub(super) fn of_key(bundle: &Bundle, key: &PublicKey, result: Option<&VerificationResult>) -> Proof {
    Proof {
        kind: "key",
        subjects: subjects(bundle),
        identity: None,
        key_id: Some(key.id().into()),
        algorithm: Some(key.algorithm().into()),
        key_bits: key_bits(key.key_algorithm(), key.der()),
        time: result.and_then(time),
        time_valid: None,
        log_included: result.is_some_and(VerificationResult::tlog_verified),
        claims: Vec::new(),
    }
}

/// Fulcio's extensions (1.3.6.1.4.1.57264.1) under the names of the facts.
fn claims(certificate: &CertificateInfo) -> Vec<(&'static str, Text)> {
    let claims: &FulcioCiClaims = &certificate.ci_claims;
    let old = &claims.deprecated_github;
    [
        ("build_config", &claims.build_config_uri),
        ("build_config_digest", &claims.build_config_digest),
        ("build_signer", &claims.build_signer_uri),
        ("build_signer_digest", &claims.build_signer_digest),
        ("deployment_environment", &claims.deployment_environment),
        ("run_invocation", &claims.run_invocation_uri),
        ("runner_environment", &claims.runner_environment),
        ("source_digest", &claims.source_repository_digest),
        ("source_owner", &claims.source_repository_owner_uri),
        ("source_ref", &claims.source_repository_ref),
        ("source_repository", &claims.source_repository_uri),
        ("source_visibility", &claims.source_repository_visibility_at_signing),
        ("trigger", &claims.build_trigger),
        ("workflow", &old.workflow_name),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value.as_deref()?.into())))
    .collect()
}

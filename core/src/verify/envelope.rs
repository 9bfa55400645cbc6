//! Signatures without log entry or timestamp: bundles of a private infrastructure, and plain DSSE envelopes.

use serde::Deserialize;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use sigstore_crypto::{KeyAlgorithm, verify_signature, verify_signature_prehashed};
use sigstore_types::{Artifact, Bundle, SignatureBytes, SignatureContent};

use crate::document::statement::EnvelopeStatement;
use crate::error::Error;
use crate::model::Digest;

use super::{PublicKey, untrusted};

const REMEDY: &str = "sign again, or do not use the artifact";

/// Verifies a bundle that no log knows with a key, and binds it to the artifact.
pub(super) fn bundle_without_log(bundle: &Bundle, artifact: &Artifact<'_>, key: &PublicKey) -> Result<(), Error> {
    let scheme = key.key_algorithm().default_signing_scheme();
    let refuse = |error: sigstore_crypto::Error| untrusted(format!("invalid signature: {error}"), REMEDY);
    match &bundle.content {
        SignatureContent::DsseEnvelope(envelope) => {
            dsse(key, &envelope.pae(), &envelope.signature.sig).map_err(refuse)?;
            bound(&subjects(envelope.payload.as_bytes()), artifact)
        }
        SignatureContent::MessageSignature(message) => {
            let signature = &message.signature;
            match artifact {
                Artifact::Blob(bytes) => verify_signature(key.der(), bytes, signature, scheme).map_err(refuse)?,
                Artifact::Digest(digest) if scheme.hash_algorithm() == Some(digest.algorithm()) => {
                    verify_signature_prehashed(key.der(), digest.as_bytes(), signature, scheme).map_err(refuse)?;
                }
                _ => {
                    let reason = format!("a digest does not suffice to verify a signature of {}", key.algorithm());
                    return Err(untrusted(reason, "give the artifact itself"));
                }
            }
            let stated = super::subjects(bundle);
            if stated.is_empty() { Ok(()) } else { bound(&stated, artifact) }
        }
        _ => Err(untrusted("a bundle of an unknown kind", REMEDY)),
    }
}

/// Whether one of the digests is that of the artifact.
fn bound(stated: &[Digest], artifact: &Artifact<'_>) -> Result<(), Error> {
    let own: Vec<Digest> = match artifact {
        Artifact::Blob(bytes) => [
            ("sha256", data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))),
            ("sha384", data_encoding::HEXLOWER.encode(&Sha384::digest(bytes))),
            ("sha512", data_encoding::HEXLOWER.encode(&Sha512::digest(bytes))),
        ]
        .into_iter()
        .filter_map(|(algorithm, value)| Digest::new(algorithm, &value))
        .collect(),
        Artifact::Digest(digest) => {
            let value = data_encoding::HEXLOWER.encode(digest.as_bytes());
            super::algorithm(digest.algorithm()).and_then(|a| Digest::new(a, &value)).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if own.iter().any(|digest| stated.contains(digest)) {
        return Ok(());
    }
    Err(untrusted("artifact mismatch: what was signed is about another digest", REMEDY))
}

/// The digests of the subjects of an in-toto statement; a payload of any other kind has none.
pub(super) fn subjects(payload: &[u8]) -> Vec<Digest> {
    #[derive(Deserialize)]
    struct Statement {
        #[serde(default)]
        subject: Vec<Subject>,
    }
    #[derive(Deserialize)]
    struct Subject {
        #[serde(default)]
        digest: std::collections::BTreeMap<String, String>,
    }
    let statement: Result<Statement, _> = serde_json::from_slice(payload);
    let subjects = statement.map(|s| s.subject).unwrap_or_default();
    subjects.iter().flat_map(|s| &s.digest).filter_map(|(algorithm, value)| Digest::new(algorithm, value)).collect()
}

/// The key among these that made one of the envelope's signatures.
pub(super) fn signer_of<'k>(envelope: &EnvelopeStatement, keys: &'k [PublicKey]) -> Option<&'k PublicKey> {
    let signed = sigstore_types::pae(&envelope.payload_type, &envelope.payload);
    let signatures: Vec<SignatureBytes> = envelope.signatures.iter().map(|s| SignatureBytes::from_bytes(s)).collect();
    keys.iter().find(|key| signatures.iter().any(|signature| dsse(key, &signed, signature).is_ok()))
}

/// Verifies the signature of an envelope. cosign signs envelopes with Ed25519ph (RFC 8032, 5.1), others with Ed25519.
fn dsse(key: &PublicKey, signed: &[u8], signature: &SignatureBytes) -> Result<(), sigstore_crypto::Error> {
    let scheme = key.key_algorithm().default_signing_scheme();
    let plain = verify_signature(key.der(), signed, signature, scheme);
    if plain.is_err() && key.key_algorithm() == KeyAlgorithm::Ed25519 && prehashed(key, signed, signature).is_some() {
        return Ok(());
    }
    plain
}

fn prehashed(key: &PublicKey, signed: &[u8], signature: &SignatureBytes) -> Option<()> {
    // The last 32 bytes of the structure are the key (RFC 8410).
    let raw = key.der().as_bytes().last_chunk::<32>()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(raw).ok()?;
    let signature = ed25519_dalek::Signature::from_slice(signature.as_bytes()).ok()?;
    let hash = ed25519_dalek::Sha512::default();
    key.verify_prehashed_strict(ed25519_dalek::Digest::chain_update(hash, signed), None, &signature).ok()
}

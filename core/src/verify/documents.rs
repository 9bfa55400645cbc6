//! The signatures of a dossier's documents: each is checked once, and what it proves is written beside what it signs.

use crate::document::Document;
use crate::document::statement::{Checked, Content, Proof, Signed};
use crate::error::Error;
use crate::model::Text;

use super::{PublicKey, Trust, by_certificate, by_key, envelope, parse, subjects, typed, untrusted};

/// Checks every signature for which there is material.
pub(crate) fn check(documents: &mut [Document], trust: &Trust, keys: &[PublicKey]) {
    for content in documents.iter_mut().filter_map(|d| d.content.as_mut().ok()) {
        for (place, material) in std::mem::take(&mut content.material) {
            let checked = match &material {
                Signed::Bundle(text) => Some(bundle(text, trust, keys)),
                Signed::Envelope(envelope) if !keys.is_empty() => Some(plain(content, &place, envelope, keys)),
                Signed::Envelope(_) => None,
            };
            content.checked.extend(checked.map(|outcome| Checked { place, outcome }));
        }
    }
}

fn bundle(text: &[u8], trust: &Trust, keys: &[PublicKey]) -> Result<Box<Proof>, Text> {
    verified(text, trust, keys).map(Box::new).map_err(|error| error.reason().into())
}

/// A bundle is checked for the digest that it names; whether that is the subject's is for the facts to say.
fn verified(text: &[u8], trust: &Trust, keys: &[PublicKey]) -> Result<Proof, Error> {
    let bundle = parse(text)?;
    let stated = subjects(&bundle);
    let digest = stated.iter().find(|d| matches!(d.algorithm(), "sha256" | "sha384" | "sha512"));
    let digest = digest.ok_or_else(|| untrusted("it names no digest that identifies an artifact", "sign a digest"))?;
    let artifact = sigstore_types::Artifact::Digest(typed(digest)?);
    if bundle.signing_certificate().is_some() {
        return by_certificate(&bundle, &artifact, trust);
    }
    let mut first = None;
    for key in keys {
        match by_key(&bundle, &artifact, key, trust) {
            Ok(proof) => return Ok(proof),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or_else(|| untrusted("it was signed with a key, and the gate names none", "name it under `keys`")))
}

fn plain(
    content: &Content,
    place: &Text,
    statement: &crate::document::statement::EnvelopeStatement,
    keys: &[PublicKey],
) -> Result<Box<Proof>, Text> {
    let Some(key) = envelope::signer_of(statement, keys) else {
        return Err("no key of the gate made any of its signatures".into());
    };
    let attested = content.attestations.iter().flatten().filter(|a| a.place == *place);
    Ok(Box::new(Proof {
        kind: "key",
        subjects: attested.flat_map(|a| &a.subjects).flat_map(|s| s.digests.iter().cloned()).collect(),
        identity: None,
        key_id: Some(key.id().into()),
        algorithm: Some(key.algorithm().into()),
        key_bits: super::trust::key_bits(key.key_algorithm(), key.der()),
        time: None,
        time_valid: None,
        log_included: false,
        claims: Vec::new(),
    }))
}

//! Whom to believe: certificate authorities, logs and timestamp authorities in trusted roots, and public keys.

use std::sync::{Arc, OnceLock};

use sigstore_crypto::KeyAlgorithm;
use sigstore_trust_root::{SIGSTORE_GITHUB_TRUSTED_ROOT, SIGSTORE_PRODUCTION_TRUSTED_ROOT, TrustedRoot};
use sigstore_types::DerPublicKey;

use crate::error::{Error, Fault};
use crate::model::{Digest, Text};

/// Trusted roots and keys. Cheap to clone.
#[derive(Clone, Default)]
pub struct Trust {
    given: Vec<Arc<Root>>,
    embedded: bool,
}

/// A trusted root, made ready.
pub(super) struct Root {
    pub(super) verifier: sigstore_verify::Verifier,
    /// Its instance has no public log (GitHub's for private repositories).
    pub(super) without_log: bool,
}

impl std::fmt::Debug for Trust {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trust").field("given", &self.given.len()).field("embedded", &self.embedded).finish()
    }
}

impl Trust {
    /// Sigstore's public instance and GitHub's, as embedded in this version of the library.
    ///
    /// # Errors
    /// None today; a later version may refuse an embedded root that has ended.
    pub fn public_good() -> Result<Self, Error> {
        Ok(Self { given: Vec::new(), embedded: true })
    }

    /// Only this root: `trusted_root.json` of an instance (Sigstore's `TrustedRoot` message).
    ///
    /// # Errors
    /// [`Error::InvalidGate`] if it is no trusted root.
    pub fn from_root(name: &str, json: &str) -> Result<Self, Error> {
        Self::default().with_root(name, json)
    }

    /// This root too.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] if it is no trusted root.
    pub fn with_root(mut self, name: &str, json: &str) -> Result<Self, Error> {
        self.given.push(Arc::new(root(name, json)?));
        Ok(self)
    }

    /// All roots, the given ones first; the embedded ones are made ready when they are first asked for.
    pub(super) fn roots(&self) -> Vec<Arc<Root>> {
        static EMBEDDED: OnceLock<Vec<Arc<Root>>> = OnceLock::new();
        let embedded = || {
            let instances = [SIGSTORE_PRODUCTION_TRUSTED_ROOT, SIGSTORE_GITHUB_TRUSTED_ROOT];
            instances.iter().filter_map(|json| root("embedded", json).ok()).map(Arc::new).collect::<Vec<_>>()
        };
        let mut roots = self.given.clone();
        if self.embedded {
            roots.extend(EMBEDDED.get_or_init(embedded).iter().cloned());
        }
        roots
    }
}

fn root(name: &str, json: &str) -> Result<Root, Error> {
    let invalid = |reason: String| {
        let fault = Fault::new(format!("it is not a trusted root: {reason}"), "give the instance's trusted_root.json");
        Error::InvalidGate(fault.within(name))
    };
    let parsed = TrustedRoot::from_json(json).map_err(|error| invalid(error.to_string()))?;
    let without_log = parsed.tlogs.is_empty();
    let verifier = sigstore_verify::Verifier::new(&parsed).map_err(|error| invalid(error.to_string()))?;
    Ok(Root { verifier, without_log })
}

/// A public key in its `SubjectPublicKeyInfo` form: P-256, P-384, RSA, Ed25519.
#[derive(Debug, Clone)]
pub struct PublicKey {
    der: DerPublicKey,
    algorithm: KeyAlgorithm,
    id: Text,
}

impl PublicKey {
    /// Reads a PEM block (`-----BEGIN PUBLIC KEY-----`), as `cosign public-key` and `openssl pkey -pubout` write it.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] if it is none, or of an algorithm that is not supported.
    pub fn from_pem(name: &str, pem: &str) -> Result<Self, Error> {
        let invalid = |reason: String| {
            let fault = Fault::new(format!("it is not a public key: {reason}"), "give a PEM file with a PUBLIC KEY");
            Error::InvalidGate(fault.within(name))
        };
        let der = DerPublicKey::from_pem(pem).map_err(|error| invalid(error.to_string()))?;
        let algorithm = KeyAlgorithm::from_spki(&der).map_err(|error| invalid(error.to_string()))?;
        let id = Text::from(Digest::sha256_of(der.as_bytes()).to_string());
        Ok(Self { der, algorithm, id })
    }

    /// The SHA-256 of the DER form, as `sha256:…`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// `ecdsa-p256`, `ecdsa-p384`, `ed25519` or `rsa`.
    #[must_use]
    pub fn algorithm(&self) -> &'static str {
        algorithm_name(self.algorithm)
    }

    pub(super) fn der(&self) -> &DerPublicKey {
        &self.der
    }

    pub(super) fn key_algorithm(&self) -> KeyAlgorithm {
        self.algorithm
    }
}

pub(super) fn algorithm_name(algorithm: KeyAlgorithm) -> &'static str {
    match algorithm {
        KeyAlgorithm::EcdsaP256 => "ecdsa-p256",
        KeyAlgorithm::EcdsaP384 => "ecdsa-p384",
        KeyAlgorithm::Ed25519 => "ed25519",
        KeyAlgorithm::Rsa => "rsa",
        _ => "ml-dsa",
    }
}

/// The length of a key in bits; of an RSA key that of its modulus.
pub(super) fn key_bits(algorithm: KeyAlgorithm, spki: &DerPublicKey) -> Option<u64> {
    match algorithm {
        KeyAlgorithm::EcdsaP256 | KeyAlgorithm::Ed25519 => Some(256),
        KeyAlgorithm::EcdsaP384 => Some(384),
        KeyAlgorithm::Rsa => {
            // SEQUENCE { AlgorithmIdentifier, BIT STRING { SEQUENCE { modulus, exponent } } }: the modulus is all but
            // some 38 bytes of the structure, and has a length that is a multiple of 256 bits.
            let bytes = spki.as_bytes().len().checked_sub(30)? as u64;
            Some(bytes.checked_div(32)?.saturating_mul(256))
        }
        _ => None,
    }
}

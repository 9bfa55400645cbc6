//! Whom the gate believes, and the step that checks signatures; without the feature `verify` there is no such step.

use std::path::Path;

use crate::document::{Document, Kind};
use crate::error::{Error, Fault};
#[cfg(feature = "verify")]
use crate::verify::{PublicKey, Trust, check};

use super::file::GateFile;

/// Trusted roots and keys of a gate.
#[derive(Debug, Default)]
pub(super) struct Signing {
    #[cfg(feature = "verify")]
    trust: Trust,
    #[cfg(feature = "verify")]
    keys: Vec<PublicKey>,
}

#[cfg(feature = "verify")]
impl Signing {
    /// Reads the roots and keys that the gate file names.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] for a file that is missing or something else.
    pub(super) fn load(own: &GateFile, _: &[Kind], base: &Path) -> Result<Self, Error> {
        let mut trust = Trust::public_good()?;
        for file in &own.trusted_roots {
            let (name, text) = read(base, file)?;
            trust = trust.with_root(&name, &text)?;
        }
        let mut keys = Vec::new();
        for file in &own.keys {
            let (name, text) = read(base, file)?;
            keys.push(PublicKey::from_pem(&name, &text)?);
        }
        Ok(Self { trust, keys })
    }

    /// The fingerprints of the keys.
    pub(super) fn key_ids(&self) -> Vec<&str> {
        self.keys.iter().map(PublicKey::id).collect()
    }

    /// Checks the signatures of all documents.
    pub(super) fn check(&self, documents: &mut [Document]) {
        check(documents, &self.trust, &self.keys);
    }
}

#[cfg(feature = "verify")]
fn read(base: &Path, file: &str) -> Result<(String, String), Error> {
    let path = base.join(file);
    let name = path.to_string_lossy().into_owned();
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let remedy = "check `keys` and `trusted_roots`";
        Error::InvalidGate(Fault::new(error.to_string(), remedy).within(&name))
    })?;
    Ok((name, text))
}

#[cfg(not(feature = "verify"))]
impl Signing {
    /// A build that cannot verify has to say so, or its silence would be taken for an answer.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] where the gate depends on verified signatures.
    pub(super) fn load(own: &GateFile, expected: &[Kind], _: &Path) -> Result<Self, Error> {
        let depends = expected.iter().any(|k| matches!(k, Kind::Signatures | Kind::Attestations | Kind::Provenance));
        if depends || !own.keys.is_empty() || !own.trusted_roots.is_empty() {
            let reason = "the gate expects signatures, and this build cannot verify any";
            return Err(Error::InvalidGate(Fault::new(reason, "build with the feature `verify`")));
        }
        Ok(Self::default())
    }

    pub(super) fn key_ids(&self) -> Vec<&str> {
        Vec::new()
    }

    pub(super) fn check(&self, _: &mut [Document]) {}
}

//! Attestations and reports about signatures.

pub(crate) mod cosign_verify;
pub(crate) mod dsse;
pub(crate) mod intoto;
pub(crate) mod sigstore_bundle;
mod slsa;

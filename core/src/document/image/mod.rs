//! Container images.

pub(crate) mod anchore;
pub(crate) mod archive;
pub(crate) mod config;
pub(crate) mod oci;

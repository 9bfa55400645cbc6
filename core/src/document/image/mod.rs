//! Container images.

pub(crate) mod anchore;
pub(crate) mod config;

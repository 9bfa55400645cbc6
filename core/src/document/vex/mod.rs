//! Statements of suppliers about vulnerabilities.

pub(crate) mod csaf;
pub(crate) mod openvex;

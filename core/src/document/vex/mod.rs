//! Statements of suppliers about vulnerabilities.

pub(crate) mod openvex;

//! Feeds about vulnerabilities in general.

pub(crate) mod epss;
pub(crate) mod kev;
pub(crate) mod vulnrichment;

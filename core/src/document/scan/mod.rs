//! Reports of scanners.

pub(crate) mod checkov;
pub(crate) mod gitleaks;
pub(crate) mod grype;
pub(crate) mod sarif;
pub(crate) mod trivy;
mod trivy_package;

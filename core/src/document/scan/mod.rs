//! Reports of scanners.

pub(crate) mod cargo_audit;
pub(crate) mod checkov;
pub(crate) mod dependency_check;
mod ecosystem;
pub(crate) mod gitlab;
pub(crate) mod gitleaks;
pub(crate) mod grype;
pub(crate) mod kics;
pub(crate) mod npm_audit;
pub(crate) mod osv;
pub(crate) mod osv_scanner;
pub(crate) mod pip_audit;
pub(crate) mod sarif;
pub(crate) mod semgrep;
pub(crate) mod snyk;
pub(crate) mod terrascan;
pub(crate) mod tfsec;
pub(crate) mod trivy;
mod trivy_package;
pub(crate) mod trufflehog;

use crate::error::{Error, Fault};
use crate::limits::Limits;

/// Refuses more records than a document may have.
fn within_limit(records: usize, limits: &Limits) -> Result<(), Error> {
    if records <= limits.records {
        return Ok(());
    }
    let reason = format!("there are more than {} records", limits.records);
    Err(Error::LimitExceeded(Fault::new(reason, "split the report, or raise the limit `records`")))
}

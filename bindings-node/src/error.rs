//! Errors of the core as one line of JSON, from which the JavaScript façade makes its classes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;

/// What crosses the border where something goes wrong.
#[derive(Debug, Serialize)]
pub(crate) struct Fault {
    code: &'static str,
    message: String,
    document: Option<String>,
    pointer: Option<String>,
    reason: String,
    remedy: String,
}

impl Fault {
    pub(crate) fn new(code: &'static str, document: Option<&str>, reason: impl Into<String>, remedy: &str) -> Self {
        let reason = reason.into();
        let place = document.map(|d| format!("{d}: ")).unwrap_or_default();
        let advice = if remedy.is_empty() { String::new() } else { format!("; {remedy}") };
        Self {
            code,
            message: format!("{place}{reason}{advice}"),
            document: document.map(str::to_owned),
            pointer: None,
            reason,
            remedy: remedy.to_owned(),
        }
    }
}

impl From<tidewaiter::Error> for Fault {
    fn from(error: tidewaiter::Error) -> Self {
        Self {
            code: error.code(),
            message: error.to_string(),
            document: error.document().map(str::to_owned),
            pointer: error.at().map(str::to_owned),
            reason: error.reason().to_owned(),
            remedy: error.remedy().to_owned(),
        }
    }
}

impl From<Fault> for napi::Error {
    fn from(fault: Fault) -> Self {
        Self::from_reason(serde_json::to_string(&fault).unwrap_or(fault.message))
    }
}

/// Runs work of the core; a panic becomes an error of its own kind instead of the end of the process.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Fault::new(
            "internal_error",
            None,
            "the library itself failed",
            "report this with the document that caused it",
        ))
    })
}

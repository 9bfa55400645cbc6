//! What can go wrong, on its way to a Python exception.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use tidewaiter::Error;

/// An error that was made without the interpreter and is raised once it is back.
#[derive(Debug)]
pub(crate) struct Fault {
    code: &'static str,
    message: String,
    document: Option<String>,
    at: Option<String>,
    reason: String,
    remedy: String,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self {
            code: error.code(),
            message: error.to_string(),
            document: error.document().map(ToOwned::to_owned),
            at: error.at().map(ToOwned::to_owned),
            reason: error.reason().to_owned(),
            remedy: error.remedy().to_owned(),
        }
    }
}

impl Fault {
    /// A fault that this face found before the core was asked.
    pub(crate) fn new(code: &'static str, document: Option<&str>, reason: String, remedy: &str) -> Self {
        let place = document.map(|name| format!("{name}: ")).unwrap_or_default();
        Self {
            code,
            message: format!("{place}{reason}; {remedy}"),
            document: document.map(ToOwned::to_owned),
            at: None,
            reason,
            remedy: remedy.to_owned(),
        }
    }

    fn panicked(payload: &(dyn Any + Send)) -> Self {
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("no message");
        Self::new(
            "internal_error",
            None,
            format!("the library failed: {text}"),
            "report this with the document that caused it",
        )
    }

    /// The exception for the code; the table lies in `tidewaiter/_errors.py`.
    pub(crate) fn raise(self, py: Python<'_>) -> PyErr {
        static RAISE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let arguments = (self.code, self.message, self.document, self.at, self.reason, self.remedy);
        let made = RAISE.import(py, "tidewaiter._errors", "error_of").and_then(|error_of| error_of.call1(arguments));
        made.map_or_else(|failed| failed, PyErr::from_value)
    }
}

/// Does the work without the interpreter; a panic becomes an error like any other.
pub(crate) fn guarded<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Fault> + Send) -> PyResult<T> {
    let done =
        py.detach(|| catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| Err(Fault::panicked(&*payload))));
    done.map_err(|fault| fault.raise(py))
}

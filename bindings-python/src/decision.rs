//! A decision: a handle on what the core decided, and its JSON on demand.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use tidewaiter::Report;

use crate::dossier::loads;
use crate::error::{Fault, guarded};

/// The gate's answer for one dossier.
#[pyclass(frozen, module = "tidewaiter")]
pub(crate) struct Decision {
    decision: tidewaiter::Decision,
    findings: PyOnceLock<Py<PyAny>>,
}

impl Decision {
    pub(crate) fn new(decision: tidewaiter::Decision) -> Self {
        Self { decision, findings: PyOnceLock::new() }
    }
}

#[pymethods]
impl Decision {
    /// `pass`, `warn`, `deny` or `error`.
    #[getter]
    fn outcome(&self) -> String {
        self.decision.outcome().to_string()
    }

    /// Whether the outcome is `deny` or `error`.
    #[getter]
    fn denied(&self) -> bool {
        self.exit_code() != 0
    }

    /// Every finding, in the order of the decision; made at the first look and kept.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let made = self.findings.get_or_try_init(py, || -> PyResult<_> {
            let text = guarded(py, || {
                serde_json::to_string(&self.decision.findings)
                    .map_err(|error| Fault::new("internal_error", None, error.to_string(), "report this"))
            })?;
            Ok(loads(py, &text)?.unbind())
        })?;
        Ok(made.bind(py).clone())
    }

    /// The exit code of a process that decides: 0 for pass and warn, 1 for deny, 2 for error.
    #[getter]
    fn exit_code(&self) -> u8 {
        self.decision.exit_code()
    }

    /// The whole decision as new, plain data.
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json(py)?)
    }

    /// The whole decision as JSON text, the same in every language.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || Ok(self.decision.to_json()))
    }

    /// The decision as a report: `table`, `json`, `sarif`, `markdown` and others.
    fn render(&self, py: Python<'_>, fmt: &str) -> PyResult<String> {
        guarded(py, || Ok(self.decision.render(fmt.parse::<Report>()?)?))
    }

    /// Raises `DeniedError` if the outcome is `deny` or `error`.
    fn raise_for_deny(slf: &Bound<'_, Self>) -> PyResult<()> {
        if !slf.get().denied() {
            return Ok(());
        }
        let denied = slf.py().import("tidewaiter._errors")?.getattr("DeniedError")?.call1((slf,))?;
        Err(PyErr::from_value(denied))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let subject = match &self.decision.subject.reference {
            Some(reference) => PyString::new(py, reference).repr()?.to_string(),
            None => "None".to_owned(),
        };
        let findings = self.decision.findings.len();
        Ok(format!("<tidewaiter.Decision {}, {findings} findings, subject={subject}>", self.decision.outcome()))
    }
}

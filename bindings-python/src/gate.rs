//! The gate: built once, used by many threads.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use pyo3::exceptions::{PyException, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use tidewaiter::{Dossier, GateBuilder, Timestamp};

use crate::decision::Decision;
use crate::dossier::{Request, given, loads, or_now, read_now};
use crate::error::{Fault, guarded};

/// A compiled pack plus the user's rules, parameters, enforcement and waivers.
///
/// Without arguments it is the baseline. `path` is a gate file, `text` the content of one; `policies` and
/// `raw_policies` are directories or bundles, or `(name, rego)` for a policy as text. A gate is built once and used by
/// many threads.
#[pyclass(frozen, module = "tidewaiter")]
#[derive(Debug)]
pub(crate) struct Gate {
    gate: tidewaiter::Gate,
}

/// A policy: a path, or a name and its Rego.
#[derive(FromPyObject)]
enum Policy {
    Text(String, String),
    Path(PathBuf),
}

/// Several policies, or one path alone. A tuple of two paths is two policies, never a name and its Rego.
#[derive(FromPyObject)]
enum Policies {
    Many(Vec<Policy>),
    One(PathBuf),
}

#[pymethods]
impl Gate {
    #[new]
    #[pyo3(
        signature = (path=None, *, policies=None, raw_policies=None, profile=None, text=None),
        text_signature = "(path=None, *, policies=(), raw_policies=(), profile=None, text=None)"
    )]
    fn new(
        py: Python<'_>,
        path: Option<PathBuf>,
        policies: Option<Policies>,
        raw_policies: Option<Policies>,
        profile: Option<&str>,
        text: Option<&str>,
    ) -> PyResult<Self> {
        if path.is_some() && text.is_some() {
            return Err(PyValueError::new_err("give a path or text, not both"));
        }
        let policies = policies.map(Policies::into_vec).unwrap_or_default();
        let raw_policies = raw_policies.map(Policies::into_vec).unwrap_or_default();
        if raw_policies.iter().any(|policy| matches!(policy, Policy::Text(..))) {
            return Err(PyTypeError::new_err("raw_policies are paths"));
        }
        let gate = guarded(py, || {
            let mut builder = tidewaiter::Gate::builder();
            if let Some(path) = path {
                builder = builder.file(path);
            }
            if let Some(text) = text {
                builder = builder.text("<text>", text);
            }
            if let Some(profile) = profile {
                builder = builder.profile(profile);
            }
            builder = policies.iter().fold(builder, with_policy);
            for policy in &raw_policies {
                if let Policy::Path(path) = policy {
                    builder = builder.raw_policy(path);
                }
            }
            Ok(builder.build()?)
        })?;
        Ok(Self { gate })
    }

    /// Judges one dossier.
    ///
    /// Documents are paths (`str`, `os.PathLike`), content (`bytes`, `bytearray`, `memoryview`), `(name, content)`,
    /// parsed JSON (`dict`, `list`; the slow way), or `Document`. What cannot be read is part of the decision, whose
    /// outcome is then `error`.
    #[pyo3(
        signature = (documents, **options),
        text_signature = "($self, documents, *, subject=None, now=None, kind=None, exposure=None, distribution=None, \
                          environment=None, context=None, previous=None, since=None, \
                          formats=None)"
    )]
    fn check(&self, documents: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Decision> {
        let request = Request::new(documents, options)?;
        let decision = guarded(documents.py(), || {
            let (dossier, now) = request.dossier()?;
            Ok(self.gate.check(&dossier, or_now(now))?)
        })?;
        Ok(Decision::new(decision))
    }

    /// Judges many dossiers on all cores; results in order.
    ///
    /// An item is the documents of one dossier, or a mapping of `documents` and the options of `check`. What goes wrong
    /// with one item is returned in its place, as an exception that was not raised.
    #[pyo3(signature = (items, *, now=None))]
    fn check_many(&self, items: &Bound<'_, PyAny>, now: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<Py<PyAny>>> {
        let py = items.py();
        let now = read_now(now)?;
        // Small batches: the caller's generator is not drained into memory, and Ctrl-C is heard between them.
        let size = available_parallelism().map_or(1, NonZeroUsize::get).saturating_mul(4);
        let mut items = items.try_iter()?;
        let mut results = Vec::new();
        loop {
            py.check_signals()?;
            let mut batch = Vec::with_capacity(size);
            for item in items.by_ref().take(size) {
                batch.push(item_result(py, Request::of_item(&item?))?);
            }
            if batch.is_empty() {
                return Ok(results);
            }
            for result in self.check_batch(py, batch, now)? {
                results.push(match result {
                    Ok(decision) => Py::new(py, Decision::new(decision))?.into_any(),
                    Err(error) => error.into_value(py).into_any(),
                });
            }
        }
    }

    /// The normalized document that rules see as `input`.
    #[pyo3(
        signature = (documents, **options),
        text_signature = "($self, documents, *, subject=None, now=None, kind=None, exposure=None, distribution=None, \
                          environment=None, context=None, previous=None, since=None, \
                          formats=None)"
    )]
    fn facts<'py>(
        &self,
        documents: &Bound<'py, PyAny>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let request = Request::new(documents, options)?;
        let text = guarded(documents.py(), || {
            let (dossier, now) = request.dossier()?;
            json_of(&self.gate.facts(&dossier, or_now(now))?)
        })?;
        loads(documents.py(), &text)
    }

    /// Every rule of the gate with its metadata.
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &guarded(py, || json_of(&self.gate.rules()))?)
    }

    fn __repr__(&self) -> String {
        format!("<tidewaiter.Gate with {} rules>", self.gate.rules().len())
    }
}

type Judged = PyResult<tidewaiter::Decision>;

impl Gate {
    fn check_batch(&self, py: Python<'_>, batch: Vec<PyResult<Request>>, now: Timestamp) -> PyResult<Vec<Judged>> {
        let mut results: Vec<Option<Judged>> = Vec::with_capacity(batch.len());
        let mut dossiers: Vec<Dossier> = Vec::with_capacity(batch.len());
        for request in batch {
            match request.and_then(|request| guarded(py, || Ok(request.dossier()?.0))) {
                Ok(dossier) => {
                    dossiers.push(dossier);
                    results.push(None);
                }
                Err(error) => results.push(Some(Err(error))),
            }
        }
        let decisions = guarded(py, || Ok(self.gate.check_many(&dossiers, now)))?;
        let mut judged: Vec<Judged> = if decisions.len() == dossiers.len() {
            decisions.into_iter().map(|done| done.map_err(|error| Fault::from(error).raise(py))).collect()
        } else {
            // A worker panicked: one at a time, so that the panic finds its place.
            dossiers.iter().map(|dossier| guarded(py, || Ok(self.gate.check(dossier, now)?))).collect()
        };
        let mut judged = judged.drain(..);
        Ok(results.into_iter().filter_map(|early| early.or_else(|| judged.next())).collect())
    }
}

/// Tells the format, version and kind of a document from its content; the answer is that of `tidewaiter detect --json`.
#[pyfunction]
pub(crate) fn detect<'py>(document: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let given = given(document, 1)?;
    let text = guarded(document.py(), || {
        let (name, bytes) = given.into_content()?;
        json_of(&tidewaiter::detect(&name, &bytes)?)
    })?;
    loads(document.py(), &text)
}

fn with_policy(builder: GateBuilder, policy: &Policy) -> GateBuilder {
    match policy {
        Policy::Text(name, rego) => builder.policy_text(name, rego),
        Policy::Path(path) => builder.policy(path),
    }
}

impl Policies {
    fn into_vec(self) -> Vec<Policy> {
        match self {
            Self::Many(policies) => policies,
            Self::One(path) => vec![Policy::Path(path)],
        }
    }
}

/// An `Exception` belongs to its item; an interrupt or an exit belongs to the caller.
fn item_result<T>(py: Python<'_>, result: PyResult<T>) -> PyResult<PyResult<T>> {
    match result {
        Err(error) if !error.is_instance_of::<PyException>(py) => Err(error),
        result => Ok(result),
    }
}

fn json_of(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value)
        .map_err(|error| Fault::new("internal_error", None, error.to_string(), "report this; the data is always plain"))
}

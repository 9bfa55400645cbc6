//! What a caller hands in: documents and options, out of Python's hands before the work begins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use pyo3::buffer::PyBuffer;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyList, PyMapping, PyString, PyTuple};
use tidewaiter::{Dossier, Options, Timestamp};

use crate::decision::Decision;
use crate::error::Fault;

/// What `check` and `facts` accept beside documents and `formats`.
const OPTIONS: [&str; 9] =
    ["subject", "now", "kind", "exposure", "distribution", "environment", "context", "previous", "since"];

/// A document with a name or a declared format.
///
/// `source` is a path or content, as in `Gate.check`. The name is for content; a path names itself. A format that is
/// declared is not looked for in the content.
#[pyclass(frozen, get_all, module = "tidewaiter")]
#[derive(Debug)]
pub(crate) struct Document {
    source: Py<PyAny>,
    name: Option<String>,
    format: Option<String>,
}

#[pymethods]
impl Document {
    #[new]
    #[pyo3(signature = (source, name=None, format=None))]
    fn new(source: Bound<'_, PyAny>, name: Option<String>, format: Option<String>) -> PyResult<Self> {
        if name.is_some() && is_path(&source) {
            return Err(PyValueError::new_err("a path names itself; give a name to content only"));
        }
        Ok(Self { source: source.unbind(), name, format })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let source = self.source.bind(py);
        let shown =
            if is_path(source) { source.repr()?.to_string() } else { format!("<{}>", source.get_type().name()?) };
        let mut out = format!("Document({shown}");
        for (word, value) in [("name", &self.name), ("format", &self.format)] {
            if let Some(value) = value {
                out = format!("{out}, {word}={}", PyString::new(py, value).repr()?);
            }
        }
        Ok(out + ")")
    }
}

/// One document that no longer needs the interpreter.
pub(crate) struct Given {
    name: String,
    source: Source,
    format: Option<String>,
}

enum Source {
    Path(PathBuf),
    /// The memory of a `bytes` object, which never changes.
    Shared(PyBackedBytes),
    Copied(Vec<u8>),
}

impl Given {
    /// The name and the content; a file is read now.
    pub(crate) fn into_content(self) -> Result<(String, Vec<u8>), Fault> {
        let bytes = match self.source {
            Source::Copied(bytes) => bytes,
            Source::Shared(bytes) => bytes.to_vec(),
            Source::Path(path) => std::fs::read(path).map_err(|error| {
                Fault::new("unreadable_document", Some(&self.name), error.to_string(), "check the path")
            })?,
        };
        Ok((self.name, bytes))
    }

    fn add_to(&self, dossier: Dossier) -> Result<Dossier, Fault> {
        let bytes = match &self.source {
            Source::Path(path) => {
                return Ok(match &self.format {
                    Some(format) => dossier.add_path_as(format, path)?,
                    None => dossier.add_path(path)?,
                });
            }
            Source::Shared(bytes) => bytes.to_vec(),
            Source::Copied(bytes) => bytes.clone(),
        };
        Ok(match &self.format {
            Some(format) => dossier.add_bytes_as(format, &self.name, bytes)?,
            None => dossier.add_bytes(&self.name, bytes)?,
        })
    }
}

/// One dossier that no longer needs the interpreter.
pub(crate) struct Request {
    documents: Vec<Given>,
    options: Result<Options, Fault>,
}

impl Request {
    /// From the arguments of `check`.
    pub(crate) fn new(documents: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let py = documents.py();
        let mut documents = given_all(documents)?;
        let accepted = PyDict::new(py);
        for (key, value) in options.into_iter().flatten() {
            let key: String = key.extract()?;
            if value.is_none() {
                continue;
            }
            match key.as_str() {
                "formats" => declare(&mut documents, &value)?,
                "now" => accepted.set_item("now", moment(&value)?)?,
                "previous" | "since" => match value.cast::<Decision>() {
                    Ok(decision) => accepted.set_item(key, decision.get().to_dict(py)?)?,
                    Err(_) => accepted.set_item(key, value)?,
                },
                known if OPTIONS.contains(&known) => accepted.set_item(key, value)?,
                _ => {
                    let reason = format!("unknown option {key:?}; one of {}, formats", OPTIONS.join(", "));
                    return Err(PyTypeError::new_err(reason));
                }
            }
        }
        Ok(Self { documents, options: read_options(&accepted)? })
    }

    /// From an item of `check_many`: documents, or a mapping of them and the options of one dossier.
    pub(crate) fn of_item(item: &Bound<'_, PyAny>) -> PyResult<Self> {
        let Ok(mapping) = item.cast::<PyMapping>() else { return Self::new(item, None) };
        let options = dict_of(mapping)?;
        let Some(documents) = options.get_item("documents")? else {
            return Err(PyTypeError::new_err("an item that is a mapping has the key \"documents\""));
        };
        options.del_item("documents")?;
        if options.contains("now")? {
            return Err(PyTypeError::new_err("`now` is one moment for all; give it to check_many"));
        }
        Self::new(&documents, Some(&options))
    }

    /// The dossier and the moment, if the options name one.
    pub(crate) fn dossier(self) -> Result<(Dossier, Option<Timestamp>), Fault> {
        let options = self.options?;
        let mut dossier = Dossier::new().describe(&options)?;
        for given in &self.documents {
            dossier = given.add_to(dossier)?;
        }
        Ok((dossier, options.now))
    }
}

/// The moment of evaluation; this face is where the clock is read.
#[expect(clippy::disallowed_methods, reason = "the outermost face reads the clock")]
pub(crate) fn or_now(now: Option<Timestamp>) -> Timestamp {
    now.unwrap_or_else(|| SystemTime::now().into())
}

/// The option `now` by itself.
pub(crate) fn read_now(now: Option<&Bound<'_, PyAny>>) -> PyResult<Timestamp> {
    let Some(now) = now else { return Ok(or_now(None)) };
    let accepted = PyDict::new(now.py());
    accepted.set_item("now", moment(now)?)?;
    let options = read_options(&accepted)?.map_err(|fault| fault.raise(now.py()))?;
    Ok(or_now(options.now))
}

fn read_options(accepted: &Bound<'_, PyDict>) -> PyResult<Result<Options, Fault>> {
    let text = dumps(accepted.as_any())?;
    Ok(serde_json::from_slice(&text).map_err(|error| {
        // The place is one in text that the caller never saw.
        let reason = error.to_string();
        let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason).to_owned();
        Fault::new("invalid_gate", Some("options"), reason, "see the documentation of `check`")
    }))
}

/// RFC 3339 text of a `datetime` with a time zone; text stays as it is.
fn moment(now: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = now.cast::<PyString>() {
        return text.extract();
    }
    let Ok(offset) = now.call_method0("utcoffset") else {
        return Err(PyTypeError::new_err(format!(
            "now is a datetime or RFC 3339 text, not {}",
            now.get_type().name()?
        )));
    };
    if offset.is_none() {
        return Err(PyValueError::new_err("now has no time zone; use datetime.now(timezone.utc)"));
    }
    let utc = now.py().import("datetime")?.getattr("timezone")?.getattr("utc")?;
    now.call_method1("astimezone", (utc,))?.call_method0("isoformat")?.extract()
}

fn declare(documents: &mut [Given], formats: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut formats: BTreeMap<String, String> = dict_of(formats.cast::<PyMapping>()?)?
        .iter()
        .map(|(file, format)| Ok((file_name(&file.extract::<PathBuf>()?), format.extract()?)))
        .collect::<PyResult<_>>()?;
    for document in documents {
        if let Some(format) = formats.remove(&document.name) {
            document.format = Some(format);
        }
    }
    match formats.into_keys().next() {
        Some(name) => Err(PyValueError::new_err(format!("formats names {name:?}, which is not among the documents"))),
        None => Ok(()),
    }
}

fn given_all(documents: &Bound<'_, PyAny>) -> PyResult<Vec<Given>> {
    // A lone document is a list of one; text and bytes would otherwise be taken apart by iteration.
    if documents.is_instance_of::<Document>()
        || documents.is_instance_of::<PyMapping>()
        || is_path(documents)
        || is_buffer(documents)
    {
        return Ok(vec![given(documents, 1)?]);
    }
    let mut out = Vec::new();
    for document in documents.try_iter()? {
        let place = out.len().saturating_add(1);
        out.push(given(&document?, place)?);
    }
    Ok(out)
}

/// One document as the caller gave it.
pub(crate) fn given(value: &Bound<'_, PyAny>, place: usize) -> PyResult<Given> {
    if let Ok(document) = value.cast::<Document>() {
        let Document { source, name, format } = document.get();
        let given = given(source.bind(value.py()), place)?;
        return Ok(Given {
            name: name.clone().unwrap_or(given.name),
            format: format.clone().or(given.format),
            source: given.source,
        });
    }
    if is_path(value) {
        let path: PathBuf = value.extract()?;
        return Ok(Given { name: file_name(&path), source: Source::Path(path), format: None });
    }
    if let Ok(pair) = value.cast::<PyTuple>() {
        let (name, content): (String, Bound<'_, PyAny>) =
            pair.extract().map_err(|_| PyTypeError::new_err("a tuple is a name and its content"))?;
        return Ok(Given { name, source: content_of(&content)?, format: None });
    }
    Ok(Given { name: format!("document-{place}"), source: content_of(value)?, format: None })
}

fn content_of(value: &Bound<'_, PyAny>) -> PyResult<Source> {
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
        return Ok(Source::Shared(value.extract()?));
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        return Ok(Source::Copied(dumps(dict_of(mapping)?.as_any())?));
    }
    if value.is_instance_of::<PyList>() {
        return Ok(Source::Copied(dumps(value)?));
    }
    if is_buffer(value) {
        return Ok(Source::Copied(PyBuffer::<u8>::get(value)?.to_vec(value.py())?));
    }
    let kind = value.get_type().name()?;
    let reason = if value.is_instance_of::<PyString>() {
        "text is always a path; encode content to bytes".to_owned()
    } else {
        format!("a document is a path, bytes, a name and content, parsed JSON, or a Document; not {kind}")
    };
    Err(PyTypeError::new_err(reason))
}

/// The JSON text of parsed data, without `NaN`, which is not JSON.
fn dumps(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let options = PyDict::new(value.py());
    options.set_item("allow_nan", false)?;
    let text = DUMPS.import(value.py(), "json", "dumps")?.call((value,), Some(&options))?;
    Ok(text.cast::<PyString>()?.to_str()?.as_bytes().to_vec())
}

/// Python data of JSON text.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}

/// A new `dict` of any mapping.
fn dict_of<'py>(mapping: &Bound<'py, PyMapping>) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(mapping.py());
    dict.update(mapping)?;
    Ok(dict)
}

fn is_path(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyString>() || value.hasattr("__fspath__").unwrap_or(false)
}

fn is_buffer(value: &Bound<'_, PyAny>) -> bool {
    PyBuffer::<u8>::get(value).is_ok()
}

fn file_name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

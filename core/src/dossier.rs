//! What a caller hands in: documents, and what is known about their subject.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use crate::document::{self, Document};
use crate::error::{Error, Fault, quoted};
use crate::facts::{Distribution, Exposure, Subject, SubjectKind};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

/// All documents collected about one subject for one decision.
///
/// Nothing is read before a gate asks; files are read once for each check.
///
/// ```
/// use tidewaiter::Dossier;
///
/// let dossier = Dossier::new()
///     .subject(&format!("registry.example.com/app@sha256:{}", "a".repeat(64)))?
///     .add_bytes("kev.json", b"{}".to_vec())?;
/// assert_eq!(dossier.len(), 1);
/// # Ok::<(), tidewaiter::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    pub(crate) subject: Subject,
    pub(crate) context: serde_json::Value,
    pub(crate) previous: Option<serde_json::Value>,
    pub(crate) since: Option<serde_json::Value>,
    given: Vec<Given>,
}

#[derive(Debug, Clone)]
struct Given {
    source: Source,
    declared: Option<String>,
}

#[derive(Debug, Clone)]
enum Source {
    Path(PathBuf),
    Bytes(Arc<str>, Arc<[u8]>),
}

/// What a caller may say about a dossier beside its documents; the options of all faces.
///
/// ```
/// let options: tidewaiter::Options = serde_json::from_str(r#"{"subject": "app", "exposure": "public"}"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// The artifact: an image reference, a digest, a package URL or a name.
    pub subject: Option<String>,
    /// What kind of artifact it is.
    pub kind: Option<SubjectKind>,
    /// Who can reach it.
    pub exposure: Option<Exposure>,
    /// The environment it is meant for.
    pub environment: Option<String>,
    /// How it reaches its users.
    pub distribution: Option<Distribution>,
    /// Anything that rules of users may ask for: branch, actor, approvals.
    pub context: Option<serde_json::Value>,
    /// An earlier decision about the same subject.
    pub previous: Option<serde_json::Value>,
    /// An earlier decision about the same subject; only what it did not have denies. It also counts as `previous`.
    pub since: Option<serde_json::Value>,
    /// The moment of evaluation.
    pub now: Option<Timestamp>,
}

/// A document as it was written; kept only where a policy asks for it.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) name: Arc<str>,
    pub(crate) bytes: Vec<u8>,
}

impl Dossier {
    /// A dossier without documents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many documents and directories were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Names the artifact: an image reference, a digest, a package URL or a name.
    ///
    /// # Errors
    /// [`Error::InvalidSubject`] if the text names nothing.
    pub fn subject(mut self, reference: &str) -> Result<Self, Error> {
        let parsed = reference.parse().map_err(|error: crate::model::reference::InvalidReference| {
            let reason = format!("{} is not a subject: {error}", quoted(reference));
            Error::InvalidSubject(Fault::new(reason, "name an image by digest, a package URL, or a plain name"))
        })?;
        self.subject.reference = Some(parsed);
        Ok(self)
    }

    /// Adds a file, or a directory with everything in it. Links out of a directory are not followed.
    ///
    /// # Errors
    /// [`Error::UnreadableDocument`] if there is nothing at the path.
    pub fn add_path(self, path: impl AsRef<Path>) -> Result<Self, Error> {
        self.with_path(path.as_ref(), None)
    }

    /// Adds a file of a format that its content does not tell, or tells wrong; see [`format_names`](crate::format_names).
    ///
    /// # Errors
    /// [`Error::UnknownFormat`] if there is no such format, [`Error::UnreadableDocument`] if there is nothing at the path.
    pub fn add_path_as(self, format: &str, path: impl AsRef<Path>) -> Result<Self, Error> {
        document::declared(format)?;
        self.with_path(path.as_ref(), Some(format.to_owned()))
    }

    fn with_path(mut self, path: &Path, declared: Option<String>) -> Result<Self, Error> {
        if let Err(error) = std::fs::metadata(path) {
            let fault = Fault::new(error.to_string(), "check the path").within(&path.display().to_string());
            return Err(Error::UnreadableDocument(fault));
        }
        self.given.push(Given { source: Source::Path(path.to_owned()), declared });
        Ok(self)
    }

    /// Adds a document by its content; the name is what findings call it.
    ///
    /// # Errors
    /// None today; content is looked at when a gate asks.
    pub fn add_bytes(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Result<Self, Error> {
        self.given.push(Given { source: Source::Bytes(name.into(), bytes.into().into()), declared: None });
        Ok(self)
    }

    /// Adds a document of a declared format by its content.
    ///
    /// # Errors
    /// [`Error::UnknownFormat`] if there is no such format.
    pub fn add_bytes_as(mut self, format: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Result<Self, Error> {
        document::declared(format)?;
        self.given
            .push(Given { source: Source::Bytes(name.into(), bytes.into().into()), declared: Some(format.to_owned()) });
        Ok(self)
    }

    /// Takes over everything that the options say about the subject.
    ///
    /// # Errors
    /// [`Error::InvalidSubject`] if the subject names nothing.
    pub fn describe(mut self, options: &Options) -> Result<Self, Error> {
        if let Some(reference) = &options.subject {
            self = self.subject(reference)?;
        }
        let subject = &mut self.subject;
        subject.kind = options.kind.or(subject.kind);
        subject.exposure = options.exposure.unwrap_or(subject.exposure);
        subject.distribution = options.distribution.unwrap_or(subject.distribution);
        subject.environment = options.environment.as_ref().map(Text::new).or_else(|| subject.environment.clone());
        if let Some(context) = &options.context {
            self.context = context.clone();
        }
        self.since = options.since.clone().or(self.since);
        let previous = options.previous.as_ref().or(options.since.as_ref());
        self.previous = previous.cloned().or(self.previous);
        Ok(self)
    }

    /// Reads everything. What cannot be read becomes a document that says why.
    pub(crate) fn read(&self, limits: &Limits, keep: bool) -> (Vec<Document>, Vec<Written>) {
        let mut reading = Reading { limits, documents: Vec::new(), written: Vec::new(), keep };
        for given in &self.given {
            match &given.source {
                Source::Bytes(name, bytes) => reading.bytes(name, bytes, given.declared.as_deref()),
                Source::Path(path) => reading.path(path, given.declared.as_deref(), 0, false),
            }
        }
        (reading.documents, reading.written)
    }
}

struct Reading<'l> {
    limits: &'l Limits,
    documents: Vec<Document>,
    written: Vec<Written>,
    keep: bool,
}

impl Reading<'_> {
    fn bytes(&mut self, name: &str, bytes: &[u8], declared: Option<&str>) {
        document::read(name, bytes, declared, self.limits, &mut self.documents);
        if self.keep {
            self.written.push(Written { name: name.into(), bytes: bytes.to_vec() });
        }
    }

    fn path(&mut self, path: &Path, declared: Option<&str>, depth: usize, listed: bool) {
        let name = path.to_string_lossy().replace('\\', "/");
        if !listed && path.is_dir() {
            return self.directory(path, declared, depth);
        }
        match self.file(path) {
            Ok(bytes) => {
                let before = self.documents.len();
                self.bytes(&name, &bytes, declared);
                if listed {
                    // A directory may hold what is nobody's evidence; it is counted, not refused.
                    for document in self.documents.iter_mut().skip(before) {
                        document.ignored = matches!(document.content, Err(Error::UnknownFormat(_)));
                    }
                }
            }
            Err(error) => self.documents.push(Document::unreadable(&name, error.within(&name))),
        }
    }

    fn file(&self, path: &Path) -> Result<Vec<u8>, Error> {
        let failed = |error: std::io::Error| Error::UnreadableDocument(Fault::new(error.to_string(), "check the file"));
        let size = std::fs::metadata(path).map_err(failed)?.len();
        if size > self.limits.document_bytes {
            let reason = format!("it has {size} bytes, more than {}", self.limits.document_bytes);
            return Err(Error::LimitExceeded(Fault::new(reason, "raise the limit `document_bytes`")));
        }
        std::fs::read(path).map_err(failed)
    }

    fn directory(&mut self, path: &Path, declared: Option<&str>, depth: usize) {
        let name = path.to_string_lossy().replace('\\', "/");
        if depth >= self.limits.directory_depth {
            let reason = format!("directories are nested deeper than {}", self.limits.directory_depth);
            let error = Error::LimitExceeded(Fault::new(reason, "raise the limit `directory_depth`"));
            return self.documents.push(Document::unreadable(&name, error.within(&name)));
        }
        let mut entries = match std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                let error = Error::UnreadableDocument(Fault::new(error.to_string(), "check the directory"));
                return self.documents.push(Document::unreadable(&name, error.within(&name)));
            }
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !hidden => {
                    self.directory(&entry.path(), declared, depth.saturating_add(1));
                }
                Ok(kind) if kind.is_file() && !hidden => self.path(&entry.path(), declared, depth, true),
                // Links, sockets and hidden files are not evidence.
                _ => {}
            }
            if self.documents.len() >= self.limits.documents {
                return;
            }
        }
    }
}

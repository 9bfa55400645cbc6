//! Bytes → what one tool stated. One file per format; the registry below is the only list of them.

pub(crate) mod statement;
mod container;
mod detect;
pub(crate) mod json;
pub(crate) mod sbom;
mod scan;
mod vex;
mod xml;
mod infrastructure;
mod attestation;
mod image;
pub(crate) mod feed;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;
use crate::model::{Digest, Text};

use detect::Outline;
use statement::Content;

/// Every format that is read, in the order in which their markers are tried.
const FORMATS: &[&Format] = &[
    &sbom::cyclonedx_json::VEX,
    &sbom::cyclonedx_json::FORMAT,
    &sbom::cyclonedx_xml::FORMAT,
    &sbom::spdx2_json::FORMAT,
    &sbom::spdx2_tagvalue::FORMAT,
    &sbom::spdx2_other::YAML,
    &sbom::spdx2_other::XML,
    &sbom::spdx2_other::RDF,
    &sbom::spdx3::FORMAT,
    &sbom::syft::FORMAT,
    &sbom::github_snapshot::FORMAT,
    &scan::grype::FORMAT,
    &scan::trivy::FORMAT,
    &scan::sarif::FORMAT,
    &scan::osv_scanner::FORMAT,
    &scan::snyk::FORMAT,
    &scan::npm_audit::FORMAT,
    &scan::npm_audit::YARN,
    &scan::pip_audit::FORMAT,
    &scan::cargo_audit::FORMAT,
    &scan::dependency_check::JSON,
    &scan::dependency_check::XML,
    &scan::gitlab::CONTAINER_SCANNING,
    &scan::gitlab::DEPENDENCY_SCANNING,
    &scan::gitlab::SECRET_DETECTION,
    &scan::gitlab::SAST,
    &scan::gitlab::DAST,
    &scan::gitlab::COVERAGE_FUZZING,
    &scan::gitleaks::FORMAT,
    &scan::trufflehog::FORMAT,
    &scan::semgrep::FORMAT,
    &scan::checkov::FORMAT,
    &scan::tfsec::FORMAT,
    &scan::terrascan::FORMAT,
    &scan::kics::FORMAT,
    &vex::openvex::FORMAT,
    &vex::csaf::FORMAT,
    &infrastructure::terraform_plan::FORMAT,
    &attestation::intoto::FORMAT,
    &attestation::sigstore_bundle::FORMAT,
    &attestation::dsse::FORMAT,
    &attestation::cosign_verify::FORMAT,
    &attestation::cosign_verify::FORMAT_WITH_BANNER,
    &image::oci::CONFIG,
    &image::oci::MANIFEST,
    &image::oci::INDEX,
    &image::oci::ARCHIVE,
    &feed::kev::FORMAT,
    &feed::epss::FORMAT,
    &feed::vulnrichment::FORMAT,
    &scan::osv::FORMAT,
];

/// A format: how its documents are told apart and how they are read.
#[derive(Debug)]
pub(crate) struct Format {
    /// The name that users see and declare.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) recognise: Recognise,
    /// A file of several JSON values is one document (records in lines), not several.
    pub(crate) lines: bool,
    pub(crate) read: fn(&[u8], &Limits, &mut Content) -> Result<(), Error>,
}

/// How the documents of a format are told apart; the answer is the version the document states, or an empty text.
#[derive(Debug)]
pub(crate) enum Recognise {
    Json(fn(&Outline) -> Option<String>),
    Text(fn(&str) -> Option<String>),
}

/// What kind of statement a document makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A bill of materials.
    Sbom,
    /// Vulnerabilities of packages.
    Vulnerabilities,
    /// A supplier's statements about vulnerabilities.
    Vex,
    /// Secrets that a scanner saw.
    Secrets,
    /// Infrastructure as code: a plan, or another tool's findings about it.
    Iac,
    /// Findings about code.
    Code,
    /// Licenses of packages.
    Licenses,
    /// Signatures.
    Signatures,
    /// in-toto attestations.
    Attestations,
    /// How something was built.
    Provenance,
    /// A container image.
    Image,
    /// Scores of the Exploit Prediction Scoring System.
    Epss,
    /// CISA's catalogue of known exploited vulnerabilities.
    Kev,
    /// Records of vulnerability databases: aliases, ratings, decision points.
    Advisories,
}

impl Kind {
    /// The word for the kind, as gate files use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sbom => "sbom",
            Self::Vulnerabilities => "vulnerabilities",
            Self::Vex => "vex",
            Self::Secrets => "secrets",
            Self::Iac => "iac",
            Self::Code => "code",
            Self::Licenses => "licenses",
            Self::Signatures => "signatures",
            Self::Attestations => "attestations",
            Self::Provenance => "provenance",
            Self::Image => "image",
            Self::Epss => "epss",
            Self::Kev => "kev",
            Self::Advisories => "advisories",
        }
    }
}

/// A document with where it came from and what it states, or why it could not be read.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) name: Arc<str>,
    pub(crate) digest: Digest,
    pub(crate) bytes: u64,
    pub(crate) format: Option<&'static Format>,
    pub(crate) version: Text,
    pub(crate) encoding: &'static str,
    pub(crate) container: &'static str,
    /// Found in a directory, well-formed, and of no format that is read.
    pub(crate) ignored: bool,
    /// Place, in the list of documents, of the one that carries this one.
    pub(crate) carrier: Option<usize>,
    pub(crate) content: Result<Content, Error>,
}

impl Document {
    /// A document that could not even be fetched.
    pub(crate) fn unreadable(name: &str, error: Error) -> Self {
        Self {
            name: name.into(),
            digest: Digest::sha256_of(b""),
            bytes: 0,
            format: None,
            version: Text::default(),
            encoding: "unknown",
            container: "none",
            ignored: false,
            carrier: None,
            content: Err(error),
        }
    }
}

/// The names of all formats, as [`detect`](crate::detect) reports them and `--as` takes them.
#[must_use]
pub fn format_names() -> Vec<&'static str> {
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    names.dedup();
    names
}

/// Reads one file, which may hold several documents, and appends them to `out`.
pub(crate) fn read(name: &str, bytes: &[u8], declared: Option<&str>, limits: &Limits, out: &mut Vec<Document>) {
    Reading { limits, out }.file(name, bytes, declared, None, 0);
}

/// Reads a feed; an EPSS feed by its index in the cache, which is made if it is not there.
pub(crate) fn read_feed(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    cache: Option<&std::path::Path>,
    out: &mut Vec<Document>,
) {
    let digest = Digest::sha256_of(bytes);
    let index = cache.map(|directory| directory.join(format!("epss-{}.index", digest.value())));
    let known = index
        .as_deref()
        .and_then(|path| std::fs::read(path).ok())
        .and_then(|bytes| feed::epss::EpssFeed::from_index(&bytes));
    if let Some(feed) = known {
        let content = feed::epss::stated(feed);
        let format = Some(&feed::epss::FORMAT);
        let unread = Document::unreadable(name, unknown("text"));
        return out.push(Document { digest, bytes: bytes.len() as u64, format, content: Ok(content), ..unread });
    }
    let before = out.len();
    read(name, bytes, None, limits, out);
    let feed = out.get(before).and_then(|d| d.content.as_ref().ok()).and_then(|c| c.epss.as_ref());
    if let (Some(path), Some(feed)) = (index, feed) {
        // A cache that cannot be written costs time, nothing else.
        let _ = path.parent().map(std::fs::create_dir_all);
        let partial = path.with_extension("part");
        if std::fs::write(&partial, feed.to_index()).is_ok() {
            let _ = std::fs::rename(&partial, &path);
        }
    }
}

/// The text of a document, unpacked and in UTF-8; nothing if it is none.
pub(crate) fn decoded(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    container::decode(bytes, limits).ok().map(|decoded| decoded.text.to_vec())
}

/// The format of a document and what was around it.
#[derive(Debug)]
pub(crate) struct Detected {
    pub(crate) format: &'static Format,
    pub(crate) version: String,
    pub(crate) encoding: &'static str,
    pub(crate) container: &'static str,
}

/// Recognises a document without reading it.
pub(crate) fn recognise(bytes: &[u8], limits: &Limits) -> Result<Detected, Error> {
    let decoded = container::decode(bytes, limits)?;
    // A broken document is still of the format that its first members decide.
    let found = find(&decoded.text, true).or_else(|error| find(&decoded.text, false).map_err(|_| error))?;
    let container = if found.more && !found.format.lines { "json-lines" } else { decoded.container };
    Ok(Detected { format: found.format, version: found.version, encoding: decoded.encoding, container })
}

struct Found {
    format: &'static Format,
    version: String,
    more: bool,
}

/// Finds the format; `whole` looks at all keys although the first ones decide the family.
fn find(text: &[u8], whole: bool) -> Result<Found, Error> {
    let start = text.iter().find(|b| !b.is_ascii_whitespace());
    if matches!(start, Some(b'{' | b'[')) {
        let outlined = detect::outline(text, whole)?;
        for format in FORMATS {
            if let Recognise::Json(recognise) = format.recognise
                && let Some(version) = recognise(&outlined.outline)
            {
                return Ok(Found { format, version, more: outlined.more });
            }
        }
        return Err(detect::ambiguity(&outlined.outline).unwrap_or_else(|| unknown("JSON")));
    }
    let head = text.get(..text.len().min(4096)).unwrap_or(text);
    let head = match std::str::from_utf8(head) {
        Ok(head) => head,
        // The cut may have split a character; anything else is not text.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(error) => {
            let fault = Fault::new("it is not UTF-8 text", "write the document as UTF-8 or UTF-16");
            return Err(Error::UnreadableDocument(fault.at(format!("byte {}", error.valid_up_to()))));
        }
    };
    for format in FORMATS {
        if let Recognise::Text(recognise) = format.recognise
            && let Some(version) = recognise(head)
        {
            return Ok(Found { format, version, more: false });
        }
    }
    Err(unknown("text"))
}

fn unknown(shape: &str) -> Error {
    let reason = format!("no reader knows this {shape}");
    Error::UnknownFormat(Fault::new(reason, "see `tidewaiter detect --formats` for the formats that are read"))
}

/// The format of this name.
pub(crate) fn declared(name: &str) -> Result<&'static Format, Error> {
    FORMATS.iter().find(|format| format.name == name).copied().ok_or_else(|| {
        let reason = format!("{} is not the name of a format", quoted(name));
        Error::UnknownFormat(Fault::new(reason, format!("use one of {}", format_names().join(", "))))
    })
}

struct Reading<'l, 'o> {
    limits: &'l Limits,
    out: &'o mut Vec<Document>,
}

impl Reading<'_, '_> {
    fn file(&mut self, name: &str, bytes: &[u8], as_format: Option<&str>, carrier: Option<usize>, depth: usize) {
        let blank = |encoding, container| Document {
            name: name.into(),
            digest: Digest::sha256_of(bytes),
            bytes: bytes.len() as u64,
            format: None,
            version: Text::default(),
            encoding,
            container,
            ignored: false,
            carrier,
            content: Ok(Content::default()),
        };
        if image::archive::is_tar(bytes) {
            return self.archive(blank("binary", "tar"), bytes, depth);
        }
        let decoded = match container::decode(bytes, self.limits) {
            Ok(decoded) => decoded,
            Err(error) => return self.push(Document { content: Err(error.within(name)), ..blank("unknown", "none") }),
        };
        let document = blank(decoded.encoding, decoded.container);
        let found = match as_format.map(declared) {
            Some(Ok(format)) => Ok(Found { format, version: "declared".into(), more: false }),
            Some(Err(error)) => Err(error),
            None => find(&decoded.text, false),
        };
        match found {
            Err(error) => self.push(Document { content: Err(error.within(name)), ..document }),
            Ok(found) if found.more && !found.format.lines => self.lines(name, &decoded.text, carrier, depth),
            Ok(found) => {
                self.one(Document { version: found.version.into(), ..document }, found.format, &decoded.text, depth);
            }
        }
    }

    /// The documents of an image archive, each a document of its own.
    fn archive(&mut self, archive: Document, bytes: &[u8], depth: usize) {
        if bytes.len() as u64 > self.limits.document_bytes {
            return self.push(Document { content: Err(container::too_large(self.limits.document_bytes)), ..archive });
        }
        match image::archive::documents(bytes) {
            Err(error) => self.push(Document { content: Err(error.within(&archive.name)), ..archive }),
            Ok(documents) => {
                for (name, bytes) in documents {
                    let before = self.out.len();
                    self.file(&format!("{}#{name}", archive.name), &bytes, None, archive.carrier, depth);
                    // Beside the image an archive holds notes of the tool that wrote it.
                    for document in self.out.iter_mut().skip(before) {
                        document.ignored = matches!(document.content, Err(Error::UnknownFormat(_)));
                    }
                }
            }
        }
    }

    /// Several JSON values in one file, each a document of its own.
    fn lines(&mut self, name: &str, text: &[u8], carrier: Option<usize>, depth: usize) {
        let values = serde_json::Deserializer::from_slice(text).into_iter::<&serde_json::value::RawValue>();
        for (i, value) in values.enumerate() {
            let name = format!("{name}:{}", i.saturating_add(1));
            match value {
                Ok(value) => {
                    let bytes = value.get().as_bytes();
                    let document = Document {
                        name: name.as_str().into(),
                        digest: Digest::sha256_of(bytes),
                        bytes: bytes.len() as u64,
                        format: None,
                        version: Text::default(),
                        encoding: "utf-8",
                        container: "json-lines",
                        ignored: false,
                        carrier,
                        content: Ok(Content::default()),
                    };
                    match find(bytes, false) {
                        Ok(found) => {
                            let document = Document { version: found.version.into(), ..document };
                            self.one(document, found.format, bytes, depth);
                        }
                        Err(error) => self.push(Document { content: Err(error.within(&name)), ..document }),
                    }
                }
                Err(error) => {
                    let content = Err(json::refusal(&error).within(&name));
                    let digest = Digest::sha256_of(text);
                    return self.push(Document {
                        name: name.into(),
                        digest,
                        bytes: text.len() as u64,
                        format: None,
                        version: Text::default(),
                        encoding: "utf-8",
                        container: "json-lines",
                        ignored: false,
                        carrier,
                        content,
                    });
                }
            }
        }
    }

    fn one(&mut self, mut document: Document, format: &'static Format, text: &[u8], depth: usize) {
        let mut content = Content::default();
        document.format = Some(format);
        let name = document.name.clone();
        let embedded = match (format.read)(text, self.limits, &mut content) {
            Ok(()) => {
                let embedded = std::mem::take(&mut content.embedded);
                document.format = content.format.or(document.format);
                document.content = Ok(content);
                embedded
            }
            Err(error) => {
                document.content = Err(error.within(&name));
                Vec::new()
            }
        };
        self.push(document);
        let carrier = self.out.len().checked_sub(1);
        for inner in embedded {
            // A predicate of a type that is no document is told by its attestation.
            if recognise(&inner.bytes, self.limits).is_err() {
                continue;
            }
            let name = format!("{name}#{}", inner.place);
            if depth >= self.limits.document_depth {
                let reason = format!("documents inside documents deeper than {}", self.limits.document_depth);
                let error = Error::LimitExceeded(Fault::new(reason, "take the inner document out"));
                if let Some(Ok(content)) = self.out.last_mut().map(|d| d.content.as_mut()) {
                    content.skipped.note(inner.place.to_owned(), error.to_string());
                }
                continue;
            }
            self.file(&name, &inner.bytes, None, carrier, depth.saturating_add(1));
        }
    }

    fn push(&mut self, document: Document) {
        if self.out.len() < self.limits.documents {
            self.out.push(document);
            return;
        }
        // INVARIANT: the last slot says that there were more; nothing is dropped without a word.
        if let Some(last) = self.out.last_mut() {
            let reason = format!("there are more than {} documents", self.limits.documents);
            let fault = Fault::new(reason, "check fewer at once, or raise the limit `documents`");
            last.content = Err(Error::LimitExceeded(fault.within(&last.name)));
        }
    }
}

//! What a document is, without reading it into facts.

use serde::Serialize;

use crate::document::{Kind, recognise};
use crate::error::Error;
use crate::limits::Limits;

/// What a document is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Detection {
    /// The name that the caller gave.
    pub file: String,
    /// The format; see [`format_names`](crate::format_names).
    pub format: &'static str,
    /// The version that the document states, or an empty text.
    pub version: String,
    /// The kind of the format.
    pub kind: Kind,
    /// `utf-8`, `utf-8-bom`, `utf-16le` or `utf-16be`.
    pub encoding: &'static str,
    /// `none`, `gzip` or `json-lines`.
    pub container: &'static str,
}

/// Recognises a document from its content, never from its name.
///
/// ```
/// let detection = tidewaiter::detect("x", br#"{"bomFormat":"CycloneDX","specVersion":"1.6"}"#)?;
/// assert_eq!((detection.format, detection.version.as_str()), ("cyclonedx-json", "1.6"));
/// # Ok::<(), tidewaiter::Error>(())
/// ```
///
/// # Errors
/// [`Error::UnknownFormat`], with the candidates where an empty document could be of several formats, and
/// [`Error::UnreadableDocument`] or [`Error::LimitExceeded`] where its encoding or container is broken.
pub fn detect(name: &str, bytes: &[u8]) -> Result<Detection, Error> {
    let found = recognise(bytes, &Limits::default()).map_err(|error| error.within(name))?;
    Ok(Detection {
        file: name.to_owned(),
        format: found.format.name,
        version: found.version,
        kind: found.format.kind,
        encoding: found.encoding,
        container: found.container,
    })
}

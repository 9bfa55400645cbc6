//! What can go wrong: one error with a stable code, the place, the reason and the way out.

use std::fmt;
use std::sync::Arc;

/// The longest piece of foreign text that a message repeats.
const QUOTE_CHARS: usize = 120;

/// Everything that stops this library from answering. A denied dossier is an answer, not an error.
///
/// Every variant carries a [`Fault`] that says where, what and what to do next; [`Error::code`] is the same word in
/// every language binding.
///
/// ```
/// use tidewaiter::{Dossier, Error};
///
/// let error = Dossier::new().subject("").unwrap_err();
/// assert_eq!(error.code(), "invalid_subject");
/// assert!(matches!(error, Error::InvalidSubject(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A document could not be understood.
    #[error("{0}")]
    UnreadableDocument(Fault),
    /// No reader knows this content.
    #[error("{0}")]
    UnknownFormat(Fault),
    /// A bound of [`Limits`](crate::Limits) was reached.
    #[error("{0}")]
    LimitExceeded(Fault),
    /// The subject of a dossier is not a usable reference.
    #[error("{0}")]
    InvalidSubject(Fault),
    /// A gate file, waiver file or option says something that cannot be followed.
    #[error("{0}")]
    InvalidGate(Fault),
    /// A policy does not parse or compile.
    #[error("{0}")]
    InvalidPolicy(Fault),
    /// A rule could not be evaluated.
    #[error("{0}")]
    FailedRule(Fault),
    /// Signature material does not verify.
    #[error("{0}")]
    UntrustedSignature(Fault),
    /// The ledger could not be read or written.
    #[error("{0}")]
    LedgerFailure(Fault),
}

/// Where, what and what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    document: Option<Arc<str>>,
    at: Option<Box<str>>,
    reason: Box<str>,
    remedy: Box<str>,
}

impl Fault {
    /// A fault with its reason and the advice that ends the message.
    pub(crate) fn new(reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { document: None, at: None, reason: reason.into().into(), remedy: remedy.into().into() }
    }

    /// Names the document.
    #[must_use]
    pub(crate) fn within(mut self, document: &str) -> Self {
        self.document = Some(document.into());
        self
    }

    /// Names the place: a JSON Pointer, `line L column C`, or `byte N`.
    #[must_use]
    pub(crate) fn at(mut self, place: impl Into<String>) -> Self {
        self.at = Some(place.into().into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(document) = &self.document {
            write!(f, "{document}: ")?;
        }
        if let Some(at) = &self.at {
            write!(f, "at {at}: ")?;
        }
        f.write_str(&self.reason)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, "; {}", self.remedy) }
    }
}

impl Error {
    /// The stable word for the kind of error, shared by all languages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableDocument(_) => "unreadable_document",
            Self::UnknownFormat(_) => "unknown_format",
            Self::LimitExceeded(_) => "limit_exceeded",
            Self::InvalidSubject(_) => "invalid_subject",
            Self::InvalidGate(_) => "invalid_gate",
            Self::InvalidPolicy(_) => "invalid_policy",
            Self::FailedRule(_) => "failed_rule",
            Self::UntrustedSignature(_) => "untrusted_signature",
            Self::LedgerFailure(_) => "ledger_failure",
        }
    }

    /// Every code that [`Error::code`] can return; the bindings test their tables against it.
    pub const CODES: [&'static str; 9] = [
        "unreadable_document",
        "unknown_format",
        "limit_exceeded",
        "invalid_subject",
        "invalid_gate",
        "invalid_policy",
        "failed_rule",
        "untrusted_signature",
        "ledger_failure",
    ];

    fn fault(&self) -> &Fault {
        match self {
            Self::UnreadableDocument(fault)
            | Self::UnknownFormat(fault)
            | Self::LimitExceeded(fault)
            | Self::InvalidSubject(fault)
            | Self::InvalidGate(fault)
            | Self::InvalidPolicy(fault)
            | Self::FailedRule(fault)
            | Self::UntrustedSignature(fault)
            | Self::LedgerFailure(fault) => fault,
        }
    }

    /// The document, gate file or policy file that the error is about.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        self.fault().document.as_deref()
    }

    /// The place inside it: a JSON Pointer (RFC 6901), `line L column C`, or `byte N`.
    #[must_use]
    pub fn at(&self) -> Option<&str> {
        self.fault().at.as_deref()
    }

    /// What was wrong, without place and advice.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.fault().reason
    }

    /// What to do next.
    #[must_use]
    pub fn remedy(&self) -> &str {
        &self.fault().remedy
    }

    /// The same error, told about this document if it does not name one yet.
    #[must_use]
    pub(crate) fn within(mut self, document: &str) -> Self {
        let fault = match &mut self {
            Self::UnreadableDocument(fault)
            | Self::UnknownFormat(fault)
            | Self::LimitExceeded(fault)
            | Self::InvalidSubject(fault)
            | Self::InvalidGate(fault)
            | Self::InvalidPolicy(fault)
            | Self::FailedRule(fault)
            | Self::UntrustedSignature(fault)
            | Self::LedgerFailure(fault) => fault,
        };
        if fault.document.is_none() {
            fault.document = Some(document.into());
        }
        self
    }
}

/// Foreign text for a message: in backticks, on one line, cut.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(QUOTE_CHARS).saturating_add(5));
    out.push('`');
    for (count, c) in text.chars().enumerate() {
        if count == QUOTE_CHARS {
            out.push('…');
            break;
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out.push('`');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_where_what_and_what_to_do() {
        let fault =
            Fault::new("`x` is not a package URL", "fix the producer").within("sbom.json").at("/components/17/purl");
        let error = Error::UnreadableDocument(fault);
        assert_eq!(error.to_string(), "sbom.json: at /components/17/purl: `x` is not a package URL; fix the producer");
        assert!(Error::CODES.contains(&error.code()));
    }

    #[test]
    fn quoted_text_stays_short_and_on_one_line() {
        let quoted = quoted(&"a\nb".repeat(100));
        assert!(quoted.chars().count() <= 123 && !quoted.contains('\n'));
    }
}

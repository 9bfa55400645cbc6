//! How a subject is called: an image reference, a digest, a package URL or a name.

use std::fmt;
use std::str::FromStr;

use super::{Digest, Purl, Text};

/// What somebody calls the artifact under judgement, taken apart.
///
/// A reference is read as an OCI image reference (`host/path:tag@sha256:…`), a bare digest (`sha256:…`), a package URL,
/// or, failing these, a plain name. Only a digest identifies; a tag never does.
///
/// ```
/// use tidewaiter::Reference;
///
/// let r: Reference = format!("registry.example.com:5000/team/app:1.2@sha256:{}", "a".repeat(64)).parse().unwrap();
/// assert_eq!(r.host(), Some("registry.example.com:5000"));
/// assert_eq!((r.name(), r.tag()), ("registry.example.com:5000/team/app", Some("1.2")));
/// assert!(r.digest().is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    text: Text,
    name: Text,
    tag: Option<Text>,
    digest: Option<Digest>,
    purl: Option<Box<Purl>>,
}

/// The text names nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidReference {
    /// Nothing was given.
    #[error("it is empty")]
    Empty,
    /// What follows `@` is not a digest.
    #[error("what follows `@` is not a digest such as sha256: and 64 hexadecimal digits")]
    Digest,
    /// It holds a space or a control character.
    #[error("it holds a space or a control character")]
    Space,
}

impl Reference {
    /// The reference as given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name without tag and digest; empty for a bare digest.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The tag of an image reference.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// The digest, if the reference holds one.
    #[must_use]
    pub fn digest(&self) -> Option<&Digest> {
        self.digest.as_ref()
    }

    /// The package URL, if the reference is one.
    #[must_use]
    pub fn purl(&self) -> Option<&Purl> {
        self.purl.as_deref()
    }

    /// The registry host of an image reference: the part before the first slash, when it can be a host.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let (first, _) = self.name.split_once('/')?;
        (self.purl.is_none() && (first.contains(['.', ':']) || first == "localhost")).then_some(first)
    }

    /// Whether this is the way images are written: with a registry host, a tag or a digest after a name.
    #[must_use]
    pub fn is_image(&self) -> bool {
        match &self.purl {
            Some(purl) => purl.kind() == "oci" || purl.kind() == "docker",
            None => !self.name.is_empty() && (self.host().is_some() || self.tag.is_some() || self.digest.is_some()),
        }
    }
}

impl FromStr for Reference {
    type Err = InvalidReference;

    fn from_str(text: &str) -> Result<Self, InvalidReference> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidReference::Empty);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(InvalidReference::Space);
        }
        if let Ok(purl) = text.parse::<Purl>() {
            let digest = purl.version().and_then(|v| v.parse().ok());
            let name = Text::new(purl.name());
            return Ok(Self { text: text.into(), name, tag: None, digest, purl: Some(Box::new(purl)) });
        }
        if let Ok(digest) = text.parse::<Digest>() {
            return Ok(Self { text: text.into(), name: Text::default(), tag: None, digest: Some(digest), purl: None });
        }
        let (rest, digest) = match text.rsplit_once('@') {
            // A scoped npm name begins with `@`; it has no digest.
            Some((rest, digest)) if !rest.is_empty() => {
                (rest, Some(digest.parse::<Digest>().map_err(|_| InvalidReference::Digest)?))
            }
            _ => (text, None),
        };
        let (name, tag) = match rest.rsplit_once(':') {
            Some((name, tag)) if !tag.contains('/') && !name.is_empty() && !tag.is_empty() => {
                (name, Some(Text::new(tag)))
            }
            _ => (rest, None),
        };
        Ok(Self { text: text.into(), name: name.into(), tag, digest, purl: None })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_taken_apart() {
        let digest = format!("sha256:{}", "b".repeat(64));
        for (text, name, tag, has_digest, host, image) in [
            ("alpine:3.20".to_owned(), "alpine", Some("3.20"), false, None, true),
            (format!("alpine@{digest}"), "alpine", None, true, None, true),
            (format!("ghcr.io/a/b:v1@{digest}"), "ghcr.io/a/b", Some("v1"), true, Some("ghcr.io"), true),
            ("localhost:5000/x".to_owned(), "localhost:5000/x", None, false, Some("localhost:5000"), true),
            (digest.clone(), "", None, true, None, false),
            ("payments".to_owned(), "payments", None, false, None, false),
            ("@scope/name".to_owned(), "@scope/name", None, false, None, false),
            ("pkg:npm/lodash@4.17.21".to_owned(), "lodash", None, false, None, false),
        ] {
            let r: Reference = text.parse().unwrap();
            assert_eq!(
                (r.name(), r.tag(), r.digest().is_some(), r.host(), r.is_image()),
                (name, tag, has_digest, host, image)
            );
        }
    }

    #[test]
    fn what_names_nothing_is_refused() {
        for text in ["", "  ", "a b", "alpine@sha256:12", "alpine@latest"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }
}

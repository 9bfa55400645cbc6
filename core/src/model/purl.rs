//! Package URLs, normalized per type, and the key under which two documents mean the same package.

use std::fmt;
use std::str::FromStr;

use packageurl::PackageUrl;

use super::Text;

/// A package URL in normal form (purl-spec: type-specific case rules applied, qualifiers sorted, empty parts dropped).
///
/// ```
/// use tidewaiter::Purl;
///
/// let purl: Purl = "pkg:PyPI/Django_Rest@3.1?b=2&a=1".parse().unwrap();
/// assert_eq!(purl.to_string(), "pkg:pypi/django-rest@3.1?a=1&b=2");
/// assert_eq!(purl.key(), "pkg:pypi/django-rest@3.1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purl {
    kind: Text,
    namespace: Option<Text>,
    name: Text,
    version: Option<Text>,
    qualifiers: Vec<(Text, Text)>,
    subpath: Option<Text>,
}

/// The text is not a package URL.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a package URL ({0})")]
pub struct InvalidPurl(String);

impl Purl {
    /// The type: `npm`, `deb`, `golang`, …
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The namespace: an npm scope, a Maven group, a distribution.
    #[must_use]
    pub fn namespace(&self) -> Option<&str> {
        self.namespace.as_deref()
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version; an empty one counts as none.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// The value of a qualifier such as `distro`, `arch` or `repository_url`.
    #[must_use]
    pub fn qualifier(&self, name: &str) -> Option<&str> {
        self.qualifiers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All qualifiers, sorted by name.
    pub fn qualifiers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.qualifiers.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The same package whatever place, build or architecture a document adds: type, namespace, name and version.
    #[must_use]
    pub fn key(&self) -> Text {
        let mut out = self.package();
        if let Some(version) = &self.version {
            out.push('@');
            encode(&mut out, version);
        }
        out.into()
    }

    /// The package without its version.
    #[must_use]
    pub fn package(&self) -> String {
        let length = self.name.len().saturating_add(self.namespace.as_ref().map_or(0, smol_str::SmolStr::len));
        let mut out = String::with_capacity(length.saturating_add(48));
        out.push_str("pkg:");
        out.push_str(&self.kind);
        for part in self.namespace.iter().flat_map(|n| n.split('/')).chain([self.name.as_str()]) {
            out.push('/');
            encode(&mut out, part);
        }
        out
    }

    /// Whether the version counts in the comparison scheme of a distribution (deb, rpm, apk, alpm).
    #[must_use]
    pub fn is_os_package(&self) -> bool {
        matches!(self.kind(), "deb" | "rpm" | "apk" | "alpm")
    }
}

impl FromStr for Purl {
    type Err = InvalidPurl;

    fn from_str(text: &str) -> Result<Self, InvalidPurl> {
        let text = text.trim();
        if !text.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("pkg:")) {
            return Err(InvalidPurl("it does not begin with `pkg:`".to_owned()));
        }
        let parsed = PackageUrl::from_str(text).map_err(|error| InvalidPurl(error.to_string()))?;
        let kind = parsed.ty().to_ascii_lowercase();
        let rule = CaseRule::of(&kind);
        let mut qualifiers: Vec<(Text, Text)> = parsed
            .qualifiers()
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (Text::from(key.to_ascii_lowercase()), Text::new(value)))
            .collect();
        qualifiers.sort();
        let namespace = parsed.namespace().map(|n| n.trim_matches('/')).filter(|n| !n.is_empty());
        Ok(Self {
            namespace: namespace.map(|n| if rule.namespace { lower(n) } else { Text::new(n) }),
            name: match kind.as_str() {
                "pypi" => parsed.name().to_ascii_lowercase().replace('_', "-").into(),
                _ if rule.name => lower(parsed.name()),
                _ => parsed.name().into(),
            },
            version: parsed.version().filter(|v| !v.is_empty()).map(Text::new),
            subpath: parsed.subpath().filter(|s| !s.is_empty()).map(Text::new),
            qualifiers,
            kind: kind.into(),
        })
    }
}

impl fmt::Display for Purl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::from(self.key());
        for (i, (key, value)) in self.qualifiers.iter().enumerate() {
            out.push(if i == 0 { '?' } else { '&' });
            out.push_str(key);
            out.push('=');
            encode(&mut out, value);
        }
        if let Some(subpath) = &self.subpath {
            for (i, part) in subpath.split('/').enumerate() {
                out.push(if i == 0 { '#' } else { '/' });
                encode(&mut out, part);
            }
        }
        f.write_str(&out)
    }
}

/// Which parts are the same in upper and lower case (purl-spec, PURL-TYPES).
struct CaseRule {
    namespace: bool,
    name: bool,
}

impl CaseRule {
    fn of(kind: &str) -> Self {
        let (namespace, name) = match kind {
            "alpm" | "apk" | "bitbucket" | "composer" | "deb" | "github" | "golang" | "hex" | "npm" | "pypi"
            | "gitlab" => (true, true),
            "rpm" | "qpkg" => (true, false),
            "oci" | "pub" | "luarocks" | "bitnami" | "nuget" => (false, true),
            _ => (false, false),
        };
        Self { namespace, name }
    }
}

fn lower(text: &str) -> Text {
    if text.bytes().any(|b| b.is_ascii_uppercase()) { text.to_ascii_lowercase().into() } else { Text::new(text) }
}

/// Percent-encodes what the specification does not leave as it is.
fn encode(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~' | b':') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].iter().filter_map(|&nibble| HEX.get(usize::from(nibble))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_its_normal_form() {
        for (text, expected) in [
            ("pkg:npm/%40Angular/Core@12.3.1", "pkg:npm/%40angular/core@12.3.1"),
            ("pkg:GOLANG/github.com/Foo/Bar@v1.0.0#sub/dir", "pkg:golang/github.com/foo/bar@v1.0.0#sub/dir"),
            (
                "pkg:deb/Debian/Curl@7.50.3-1?arch=i386&distro=jessie",
                "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie",
            ),
            ("pkg:rpm/Fedora/Curl@7.50.3?epoch=", "pkg:rpm/fedora/Curl@7.50.3"),
            ("pkg:maven/org.apache/Commons@1.0+build", "pkg:maven/org.apache/Commons@1.0%2Bbuild"),
            ("pkg:pypi/Django_Rest@1!2.0", "pkg:pypi/django-rest@1%212.0"),
            ("pkg:nuget/Newtonsoft.Json@13.0.1", "pkg:nuget/newtonsoft.json@13.0.1"),
            ("pkg:npm/lodash@", "pkg:npm/lodash"),
            ("pkg:oci/App@sha256:aa?repository_url=ghcr.io/x", "pkg:oci/app@sha256:aa?repository_url=ghcr.io%2Fx"),
        ] {
            assert_eq!(text.parse::<Purl>().unwrap().to_string(), expected);
        }
    }

    #[test]
    fn a_key_leaves_out_what_does_not_identify() {
        let a: Purl = "pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12".parse().unwrap();
        let b: Purl = "pkg:deb/debian/openssl@3.0.11-1~deb12u2?upstream=openssl%403&distro=debian-12".parse().unwrap();
        assert_eq!(a.key(), b.key());
        assert_eq!(a.qualifier("distro"), Some("debian-12"));
        assert!(a.is_os_package());
    }

    #[test]
    fn what_is_no_purl_is_refused() {
        for text in ["", "lodash", "npm/lodash@1", "pkg:", "pkg:npm", "pkg:npm/", "http://example.com/x"] {
            assert!(text.parse::<Purl>().is_err(), "{text}");
        }
    }
}

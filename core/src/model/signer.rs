//! Who may sign: an issuer and a subject alternative name that belong together, exact or by an anchored pattern.

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use serde::{Deserialize, Deserializer, Serialize};

use super::Text;

/// A pair of certificate issuer and identity (SAN). Both must match, and each pattern must match as a whole.
///
/// ```
/// use tidewaiter::model::signer::Signer;
///
/// let signer = Signer::exact("https://gitlab.com", "https://gitlab.com/acme/app//.gitlab-ci.yml@refs/heads/main");
/// assert!(signer.accepts("https://gitlab.com/acme/app//.gitlab-ci.yml@refs/heads/main", "https://gitlab.com"));
/// assert!(!signer.accepts("https://gitlab.com/acme/app//.gitlab-ci.yml@refs/heads/main", "https://example.com"));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Signer {
    /// The `OpenID` Connect issuer, exactly.
    issuer: Text,
    /// The subject alternative name, exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    san: Option<Text>,
    /// The subject alternative name, as an anchored regular expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    san_pattern: Option<Text>,
    #[serde(skip)]
    compiled: Option<regex::Regex>,
}

impl PartialEq for Signer {
    fn eq(&self, other: &Self) -> bool {
        (&self.issuer, &self.san, &self.san_pattern) == (&other.issuer, &other.san, &other.san_pattern)
    }
}

/// The pair does not pin anybody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSigner {
    /// No issuer: anybody can have the same SAN elsewhere.
    #[error("an identity needs an `issuer`; without one any certificate authority can vouch for it")]
    NoIssuer,
    /// Neither or both of `san` and `san_pattern`.
    #[error("an identity needs either `san` (exact) or `san_pattern` (a regular expression)")]
    NoSan,
    /// The pattern is no regular expression.
    #[error("`san_pattern` is not a regular expression: {0}")]
    Syntax(String),
    /// The pattern may match a part of another identity.
    #[error("`san_pattern` must begin with `^` and end with `$`; {0} would also match")]
    Unanchored(String),
    /// A dot stands for any character where a dot was meant.
    #[error("`san_pattern` holds a dot that matches any character; write `\\.`, or `[^/]+` for a part of a path")]
    BareDot,
}

/// A pattern longer than this is refused.
const PATTERN_BYTES: usize = 4096;

impl Signer {
    /// An exact pair.
    #[must_use]
    pub fn exact(issuer: &str, san: &str) -> Self {
        Self { issuer: issuer.into(), san: Some(san.into()), san_pattern: None, compiled: None }
    }

    /// A pair with an anchored pattern for the SAN.
    ///
    /// # Errors
    /// [`InvalidSigner`] if the pattern is no regular expression, is not anchored at both ends, or holds a bare dot.
    pub fn pattern(issuer: &str, pattern: &str) -> Result<Self, InvalidSigner> {
        let compiled = compile(pattern)?;
        Ok(Self { issuer: issuer.into(), san: None, san_pattern: Some(pattern.into()), compiled: Some(compiled) })
    }

    /// Whether a certificate with this SAN and this issuer is meant.
    #[must_use]
    pub fn accepts(&self, san: &str, issuer: &str) -> bool {
        self.issuer == issuer
            && match (&self.san, &self.compiled) {
                (Some(exact), _) => exact == san,
                (None, Some(pattern)) => pattern.is_match(san),
                (None, None) => false,
            }
    }

    /// The issuer.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The SAN or its pattern, as written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.san.as_deref().or(self.san_pattern.as_deref()).unwrap_or_default()
    }

    /// An identity that the pattern accepts although nobody who wrote it can have meant it: another owner at the same
    /// host, or an owner whose name only begins alike.
    #[must_use]
    pub fn stranger(&self) -> Option<String> {
        let pattern = self.compiled.as_ref()?;
        let text = self.san_pattern.as_deref()?;
        let mut prefix = String::new();
        let hir = regex_syntax::parse(text).ok()?;
        literal_prefix(&hir, &mut prefix);
        let host = prefix.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("github.com");
        let tail = "stranger/app/.github/workflows/release.yml@refs/heads/main";
        let host = if host.contains('.') { host } else { "github.com" };
        [
            format!("https://{host}/{tail}"),
            format!("https://{host}/stranger/app//.gitlab-ci.yml@refs/heads/main"),
            format!("{prefix}-{tail}"),
            format!("{}-{tail}", prefix.trim_end_matches('/')),
            "stranger@example.net".to_owned(),
            format!("{prefix}stranger@example.net"),
        ]
        .into_iter()
        // INVARIANT: what continues below a whole owner (`https://host/owner/…`) is the owner's.
        .find(|probe| pattern.is_match(probe) && !owned(&prefix, probe))
    }
}

/// Whether the probe stands below a prefix that names a whole owner.
fn owned(prefix: &str, probe: &str) -> bool {
    let rest = prefix.split("://").nth(1).unwrap_or_default();
    let parts: Vec<&str> = rest.split('/').collect();
    let whole = parts.len() >= 3 && parts.get(1).is_some_and(|owner| !owner.is_empty());
    whole && probe.starts_with(prefix)
}

fn compile(pattern: &str) -> Result<regex::Regex, InvalidSigner> {
    if pattern.len() > PATTERN_BYTES {
        return Err(InvalidSigner::Syntax(format!("it is longer than {PATTERN_BYTES} bytes")));
    }
    let hir = regex_syntax::parse(pattern).map_err(|e| InvalidSigner::Syntax(last_line(&e.to_string())))?;
    let properties = hir.properties();
    if !properties.look_set_prefix().contains(Look::Start) || !properties.look_set_suffix().contains(Look::End) {
        let mut prefix = String::new();
        literal_prefix(&hir, &mut prefix);
        let sample = format!("`https://evil.example/?{}`", prefix.chars().take(80).collect::<String>());
        return Err(InvalidSigner::Unanchored(sample));
    }
    if bare_dot(&hir) {
        return Err(InvalidSigner::BareDot);
    }
    let builder = regex::RegexBuilder::new(pattern).size_limit(1 << 20).build();
    builder.map_err(|e| InvalidSigner::Syntax(last_line(&e.to_string())))
}

fn last_line(text: &str) -> String {
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// Whether a class of nearly all characters stands alone, where a literal dot was meant. Under `*` or `+` it is meant.
fn bare_dot(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let size: u64 = class.iter().map(|r| u64::from(u32::from(r.end()).abs_diff(u32::from(r.start())))).sum();
            size > 1_000_000 && class.iter().next().is_some_and(|r| r.start() == '\0')
        }
        HirKind::Capture(capture) => bare_dot(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(bare_dot),
        HirKind::Repetition(repetition) => {
            !matches!(repetition.sub.kind(), HirKind::Class(_)) && bare_dot(&repetition.sub)
        }
        _ => false,
    }
}

/// The text that every match begins with.
fn literal_prefix(hir: &Hir, out: &mut String) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => {
            out.push_str(&String::from_utf8_lossy(&literal.0));
            true
        }
        HirKind::Look(_) | HirKind::Empty => true,
        HirKind::Capture(capture) => literal_prefix(&capture.sub, out),
        HirKind::Concat(parts) => parts.iter().all(|part| literal_prefix(part, out)),
        _ => false,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    issuer: Option<Text>,
    san: Option<Text>,
    san_pattern: Option<Text>,
}

impl<'de> Deserialize<'de> for Signer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let issuer = written.issuer.filter(|i| !i.is_empty());
        let read = || match (issuer, written.san, written.san_pattern) {
            (None, ..) => Err(InvalidSigner::NoIssuer),
            (Some(issuer), Some(san), None) if !san.is_empty() => Ok(Self::exact(&issuer, &san)),
            (Some(issuer), None, Some(pattern)) => Self::pattern(&issuer, &pattern),
            _ => Err(InvalidSigner::NoSan),
        };
        read().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Signer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Signer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "A certificate issuer and the identity that it vouches for.",
            "required": ["issuer"],
            "additionalProperties": false,
            "properties": {
                "issuer": { "type": "string", "description": "The OpenID Connect issuer, exactly." },
                "san": { "type": "string", "description": "The subject alternative name, exactly." },
                "san_pattern": { "type": "string", "description": "The subject alternative name as an anchored regular expression." },
            },
            "oneOf": [{ "required": ["san"] }, { "required": ["san_pattern"] }],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ISSUER: &str = "https://token.actions.githubusercontent.com";

    #[test]
    fn patterns_that_pin_nobody_are_refused() {
        for (pattern, refused) in [
            (r"^https://github\.com/acme/app/\.github/workflows/[^/]+@refs/heads/main$", false),
            (r"^(a|b)@example\.com$", false),
            (r"https://github\.com/acme/.*", true),
            (r"^https://github\.com/acme/.*", true),
            (r"^a@example\.com$|b@example\.com", true),
            (r"^https://github.com/acme/[^/]+$", true),
            (r"^(", true),
        ] {
            assert_eq!(Signer::pattern(ISSUER, pattern).is_err(), refused, "{pattern}");
        }
    }

    #[test]
    fn a_wide_pattern_is_shown_with_a_stranger() {
        for (pattern, wide) in [
            (r"^https://github\.com/acme/app/\.github/workflows/[^/]+@refs/heads/main$", false),
            (r"^https://github\.com/acme/.*$", false),
            (r"^https://github\.com/acme.*$", true),
            (r"^https://github\.com/.*$", true),
            (r"^.*$", true),
            (r"^.*@example\.com$", false),
        ] {
            assert_eq!(Signer::pattern(ISSUER, pattern).unwrap().stranger().is_some(), wide, "{pattern}");
        }
    }
}

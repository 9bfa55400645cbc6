//! Whether a text looks like a credential. The text itself never leaves this function's caller.

use std::sync::LazyLock;

use regex::RegexSet;

/// The shapes that issuers document for their own credentials, and private keys. General entropy is left to scanners.
const SHAPES: &[(&str, &str)] = &[
    ("private key", r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----"),
    ("AWS access key", r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"),
    ("AWS secret key", r#"(?i)aws_?secret_?(?:access_?)?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}\b"#),
    ("GitHub token", r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b"),
    ("GitLab token", r"\bglpat-[A-Za-z0-9_-]{20,}"),
    ("Slack token", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
    ("Stripe key", r"\b[sr]k_live_[A-Za-z0-9]{16,}\b"),
    ("Google API key", r"\bAIza[A-Za-z0-9_-]{35}\b"),
    ("npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", r"\bpypi-AgEI[A-Za-z0-9_-]{50,}"),
    ("password in a URL", r"\b[a-z][a-z0-9+.-]{1,20}://[^/\s:@]{1,100}:[^/\s:@$\{<*]{3,200}@"),
    (
        "password",
        r#"(?i)\b(?:[a-z0-9]+_)*(?:password|passwd|secret|api_?key|auth_?token)\b["']?\s*[:=]\s*["']?[^\s"'$\{<*]{8,}"#,
    ),
];

static SET: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(SHAPES.iter().map(|(_, pattern)| pattern)).ok());

/// The kind of credential that a text seems to hold; `None` for texts that hold none.
///
/// ```
/// use tidewaiter::model::secret::kind_of;
///
/// assert_eq!(kind_of("export DB_PASSWORD=correct-horse-battery"), Some("password"));
/// assert_eq!(kind_of("export DB_PASSWORD=$VAULT_PASSWORD"), None);
/// ```
#[must_use]
pub fn kind_of(text: &str) -> Option<&'static str> {
    let first = SET.as_ref()?.matches(text).into_iter().next()?;
    SHAPES.get(first).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_compiles_and_matches_its_own_kind() {
        assert!(SET.is_some());
        let key = format!("-----BEGIN {} KEY-----", "RSA PRIVATE");
        assert_eq!(kind_of(&key), Some("private key"));
        assert_eq!(kind_of(&format!("x=AKIA{}", "A".repeat(16))), Some("AWS access key"));
        assert_eq!(kind_of("postgres://app:hunter22@db/app"), Some("password in a URL"));
        for harmless in
            ["", "postgres://app@db", "postgres://app:${PW}@db", "secret_name: payments/db", "/usr/bin:/bin"]
        {
            assert_eq!(kind_of(harmless), None, "{harmless}");
        }
    }
}

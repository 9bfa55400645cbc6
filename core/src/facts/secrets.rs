//! Secrets that scanners saw: rule, place and a fingerprint that survives when lines move.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{SecretStatement, Validity};
use crate::model::{Digest, Text, Timestamp};

use super::components::Source;

/// A secret. Its value is never here.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecretFact {
    /// Rule, path, commit and the number of the secret among those of the same rule, path and commit; so a waiver for
    /// the two secrets of a file does not cover a third.
    pub fingerprint: Text,
    /// The scanner's rule.
    pub rule: Text,
    /// What the rule finds.
    pub description: Text,
    /// The file.
    pub path: Text,
    /// The line when it was scanned.
    pub line: Option<u64>,
    /// The commit that brought it.
    pub commit: Option<Text>,
    /// When the commit was made.
    pub committed_at: Option<Timestamp>,
    /// The image layer that holds it.
    pub layer: Option<Text>,
    /// Whether it works.
    pub validity: Validity,
    /// It stands in an earlier commit and, as another report in the dossier shows, no longer in the tree.
    pub in_history_only: bool,
    /// The report carries the value in the clear.
    pub clear_value: bool,
    /// It is a private key.
    pub private_key: bool,
    /// The scanner was told to accept it; the text is the reason, empty if none was given.
    pub suppression: Option<Text>,
    /// The scanner.
    pub tool: Option<Text>,
    /// Where it is reported.
    pub source: Source,
}

/// One fact per secret, sorted.
pub(super) fn facts(documents: &[Document]) -> Vec<SecretFact> {
    let reports = documents.iter().enumerate().filter_map(|(i, d)| {
        let content = d.content.as_ref().ok()?;
        Some((i, content.tools.first().map(|t| t.name.clone()), content.secrets.as_ref()?))
    });
    let mut found: Vec<(usize, Option<Text>, &SecretStatement)> =
        reports.flat_map(|(i, tool, secrets)| secrets.iter().map(move |s| (i, tool.clone(), s))).collect();
    // The number of a secret follows its line, not its place in a report.
    found.sort_by(|a, b| order(a.2).cmp(&order(b.2)).then(a.0.cmp(&b.0)));
    let tree_was_scanned = found.iter().any(|(_, _, s)| s.commit.is_none());
    let in_tree: std::collections::BTreeSet<(&str, &str)> = found
        .iter()
        .filter(|(_, _, s)| s.commit.is_none())
        .map(|(_, _, s)| (s.rule.as_str(), s.path.as_str()))
        .collect();
    let mut numbers: BTreeMap<(&str, &str, Option<&str>), u64> = BTreeMap::new();
    let mut facts: Vec<SecretFact> = found
        .iter()
        .map(|(input, tool, s)| {
            let number = numbers.entry((&s.rule, &s.path, s.commit.as_deref())).or_default();
            *number = number.saturating_add(1);
            let gone = tree_was_scanned && s.commit.is_some() && !in_tree.contains(&(s.rule.as_str(), s.path.as_str()));
            fact(*input, tool.clone(), s, *number, gone)
        })
        .collect();
    facts.sort_by(|a, b| (&a.path, &a.rule, a.line, &a.fingerprint).cmp(&(&b.path, &b.rule, b.line, &b.fingerprint)));
    // Two reports about the same place are one secret.
    facts.dedup_by(|a, b| a.fingerprint == b.fingerprint);
    facts
}

fn order(s: &SecretStatement) -> (&str, &str, Option<&str>, Option<u64>) {
    (&s.path, &s.rule, s.commit.as_deref(), s.line)
}

fn fact(input: usize, tool: Option<Text>, s: &SecretStatement, number: u64, gone: bool) -> SecretFact {
    let commit = s.commit.as_deref().unwrap_or_default();
    let identity = format!("{}\u{0}{}\u{0}{commit}\u{0}{number}", s.rule, s.path);
    let fingerprint = Digest::sha256_of(identity.as_bytes());
    SecretFact {
        fingerprint: fingerprint.value().get(..32).unwrap_or_default().into(),
        rule: s.rule.clone(),
        description: s.description.clone(),
        path: s.path.clone(),
        line: s.line,
        commit: s.commit.clone(),
        committed_at: s.committed_at,
        layer: s.layer.clone(),
        validity: s.validity,
        in_history_only: gone,
        clear_value: s.clear_value,
        private_key: s.private_key,
        suppression: s.suppression.clone(),
        tool,
        source: Source { input, at: s.place.clone() },
    }
}

//! `# METADATA` blocks of Rego files (OPA documentation, "Annotations"), as far as rules use them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The package annotation of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Annotation {
    /// A short name.
    #[serde(default)]
    pub title: String,
    /// What is wrong and why it matters.
    #[serde(default)]
    pub description: String,
    /// What the library needs to know.
    #[serde(default)]
    pub custom: Custom,
}

/// The `custom` part of an annotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Custom {
    /// `topic.name`.
    #[serde(default)]
    pub id: String,
    /// critical, high, medium, low or info.
    #[serde(default)]
    pub severity: String,
    /// hard, soft or off.
    #[serde(default)]
    pub enforcement: String,
    /// No waiver has any effect.
    #[serde(default)]
    pub unwaivable: bool,
    /// Kinds of evidence without which the rule is not applicable.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Name → default.
    #[serde(default)]
    pub parameters: BTreeMap<String, Parameter>,
    /// What to do.
    #[serde(default)]
    pub remediation: String,
    /// The first version with this rule.
    #[serde(default)]
    pub since: String,
    /// Framework → control ids.
    #[serde(default)]
    pub controls: BTreeMap<String, Vec<String>>,
    /// Other scanner → its checks that look for the same.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub equivalents: BTreeMap<String, Vec<String>>,
}

/// A parameter of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its value where the gate file gives none.
    pub default: serde_json::Value,
    /// What it means.
    #[serde(default)]
    pub description: String,
}

/// The package and the annotation with `scope: package` above it, read from the text of a Rego file.
///
/// # Errors
/// The line and what is wrong with the YAML of the block.
pub fn read(rego: &str) -> Result<(Option<String>, Option<Annotation>), (usize, String)> {
    let mut block: Option<(usize, String)> = None;
    for (number, line) in rego.lines().enumerate() {
        let trimmed = line.trim_end();
        if trimmed == "# METADATA" {
            block = Some((number, String::new()));
        } else if let Some(comment) = trimmed.strip_prefix('#') {
            if let Some((_, text)) = &mut block {
                text.push_str(comment.strip_prefix(' ').unwrap_or(comment));
                text.push('\n');
            }
        } else if let Some(rest) = trimmed.strip_prefix("package ") {
            let package = rest.split(['#', ' ', '\t']).next().unwrap_or_default().to_owned();
            let annotation = match block {
                Some((start, text)) => Some(parse(&text).map_err(|reason| (start.saturating_add(1), reason))?),
                None => None,
            };
            return Ok((Some(package), annotation));
        } else if !trimmed.is_empty() {
            block = None;
        }
    }
    Ok((None, None))
}

fn parse(text: &str) -> Result<Annotation, String> {
    yaml_serde::from_str(text).map_err(|error| error.to_string())
}

//! Statements of JSON policies (AWS IAM grammar) inside planned resources.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::model::Text;

use super::{Resource, Source};

/// A statement that allows or denies something.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyStatement {
    /// The resource that holds the policy.
    pub address: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: Text,
    /// The attribute that holds it.
    pub attribute: Text,
    /// The statement allows; otherwise it denies.
    pub allow: bool,
    /// What may be done.
    pub actions: Vec<Text>,
    /// Everything but this may be done.
    pub not_actions: Vec<Text>,
    /// With what.
    pub resources: Vec<Text>,
    /// With everything but this.
    pub not_resources: Vec<Text>,
    /// Everybody may do it.
    pub everybody: bool,
    /// Who may do it, as `kind:name`.
    pub principals: Vec<Text>,
    /// The keys of its conditions, in lower case.
    pub condition_keys: Vec<Text>,
    /// A condition that pins who or from where: account, organisation, source, address or token subject.
    pub restricted: bool,
    /// The plan leaves the policy as it is.
    pub unchanged: bool,
    /// Where the resource stands.
    pub source: Source,
}

/// All statements, by address.
pub(super) fn facts(resources: &BTreeMap<Text, Vec<Resource>>) -> Vec<PolicyStatement> {
    let mut out = Vec::new();
    for resource in resources.values().flatten() {
        let Value::Object(after) = &resource.after else { continue };
        for (attribute, value) in after {
            match value {
                Value::String(text) => read(resource, attribute, text, &mut out),
                Value::Array(blocks) => {
                    for text in blocks.iter().filter_map(|b| b.get("policy")).filter_map(Value::as_str) {
                        read(resource, attribute, text, &mut out);
                    }
                }
                _ => {}
            }
        }
    }
    out.sort_by(|a, b| (&a.address, &a.attribute).cmp(&(&b.address, &b.attribute)));
    out
}

fn read(resource: &Resource, attribute: &str, text: &str, out: &mut Vec<PolicyStatement>) {
    if !text.trim_start().starts_with('{') || !text.contains("Statement") {
        return;
    }
    let Ok(policy) = serde_json::from_str::<Value>(text) else { return };
    let statements = match policy.get("Statement") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => return,
    };
    out.extend(statements.iter().map(|s| statement(resource, attribute, s)));
}

fn statement(resource: &Resource, attribute: &str, s: &Value) -> PolicyStatement {
    let principals = principals(s.get("Principal"));
    let condition_keys = condition_keys(s);
    PolicyStatement {
        address: resource.address.clone(),
        kind: resource.kind.clone(),
        attribute: attribute.into(),
        allow: s.get("Effect").and_then(Value::as_str) == Some("Allow"),
        actions: texts(s.get("Action")),
        not_actions: texts(s.get("NotAction")),
        resources: texts(s.get("Resource")),
        not_resources: texts(s.get("NotResource")),
        everybody: principals.iter().any(|p| matches!(p.as_str(), "*" | "AWS:*")) || s.get("NotPrincipal").is_some(),
        restricted: condition_keys.iter().any(|k| restricts(k)) && !matches_anything(s),
        principals,
        condition_keys,
        unchanged: resource.unchanged,
        source: resource.source.clone(),
    }
}

fn texts(value: Option<&Value>) -> Vec<Text> {
    match value {
        Some(Value::String(text)) => vec![text.as_str().into()],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(Text::new).collect(),
        _ => Vec::new(),
    }
}

fn principals(value: Option<&Value>) -> Vec<Text> {
    match value {
        Some(Value::String(text)) => vec![text.as_str().into()],
        Some(Value::Object(object)) => {
            let named = |(kind, names): (&String, &Value)| {
                texts(Some(names)).into_iter().map(|n| Text::from(format!("{kind}:{n}"))).collect::<Vec<_>>()
            };
            object.iter().flat_map(named).collect()
        }
        _ => Vec::new(),
    }
}

fn condition_keys(s: &Value) -> Vec<Text> {
    let operators = s.get("Condition").and_then(Value::as_object);
    let keys = operators.into_iter().flat_map(|o| o.values()).filter_map(Value::as_object).flat_map(|c| c.keys());
    let mut keys: Vec<Text> = keys.map(|k| Text::from(k.to_ascii_lowercase())).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Keys whose values say who or from where.
fn restricts(key: &str) -> bool {
    const KEYS: [&str; 14] = [
        "aws:sourceaccount",
        "aws:sourcearn",
        "aws:sourceip",
        "aws:sourceorgid",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:principalaccount",
        "aws:principalarn",
        "aws:principalorgid",
        "aws:principalorgpaths",
        "aws:userid",
        "kms:calleraccount",
        "sts:externalid",
        "aws:vpcsourceip",
    ];
    KEYS.contains(&key) || key.ends_with(":sub") || key.ends_with(":aud")
}

/// A condition whose only values are `*` or all addresses restricts nothing.
fn matches_anything(s: &Value) -> bool {
    let operators = s.get("Condition").and_then(Value::as_object);
    let mut values = operators
        .into_iter()
        .flat_map(|o| o.values())
        .filter_map(Value::as_object)
        .flat_map(|c| c.values())
        .flat_map(|v| texts(Some(v)))
        .peekable();
    values.peek().is_some() && values.all(|v| matches!(v.as_str(), "*" | "0.0.0.0/0" | "::/0"))
}

//! Plans of Terraform and `OpenTofu` in their JSON form (format version 0.1 to 1.x).

use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Str};
use super::super::statement::{ConfigurationReference, Content, Plan, PlannedResource, Tool};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "terraform-plan", kind: Kind::Iac, recognise: Recognise::Json(recognise), lines: false, read };

/// What stands in facts where the plan has a text that must not be shown.
pub(crate) const SENSITIVE: &str = "(sensitive)";

fn recognise(outline: &Outline) -> Option<String> {
    let version = outline.text("format_version")?;
    (outline.is_array("resource_changes") || outline.is_object("planned_values")).then(|| version.to_owned())
}

const RECORDS: &[Records] = &[(&["resource_changes"], |v| ResourceChange::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let document: Document<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    let major = document.format_version.split('.').next().unwrap_or_default();
    if !matches!(major, "0" | "1") {
        let reason = format!("plan format {} is not read", quoted(&document.format_version));
        let fault = Fault::new(reason, "use a Terraform that writes format 1.x").at("/format_version");
        return Err(Error::UnknownFormat(fault));
    }
    if document.resource_changes.len() > limits.records {
        let reason = format!("there are more than {} resource changes", limits.records);
        return Err(Error::LimitExceeded(Fault::new(reason, "split the plan, or raise the limit `records`")));
    }
    if !document.resource_changes.present {
        content.skipped.note("/resource_changes".into(), "the plan lists no resource changes".into());
    }
    let version = document.terraform_version.as_ref();
    content.tools.push(Tool::new("terraform", version.map(|v| &**v)));
    content.produced_at = document.timestamp.as_ref().and_then(|t| Timestamp::read(t));
    let mut plan = Plan {
        format_version: document.format_version.text(),
        terraform_version: version.map(Str::text),
        errored: document.errored,
        complete: document.complete,
        ..Plan::default()
    };
    if let Some(root) = document.configuration.as_ref().and_then(|c| c.root_module.as_ref()) {
        root.state("", &mut plan.references);
    }
    let resources = document.resource_changes.items.into_iter().enumerate();
    plan.resources = resources.map(|(i, change)| change.statement(i)).collect();
    content.plan = Some(Box::new(plan));
    Ok(())
}

impl ResourceChange<'_> {
    fn statement(self, number: usize) -> PlannedResource {
        let mut change = self.change;
        hide(&mut change.before, &change.before_sensitive);
        hide(&mut change.after, &change.after_sensitive);
        PlannedResource {
            place: format!("/resource_changes/{number}").into(),
            address: self.address.text(),
            module: self.module_address.as_ref().map(Str::text).unwrap_or_default(),
            managed: self.mode.as_deref() != Some("data"),
            kind: self.kind.text(),
            name: self.name.as_ref().map(Str::text).unwrap_or_default(),
            index: self.index.as_ref().filter(|i| !i.is_null()).map(|i| i.to_string().into()),
            provider: self.provider_name.as_ref().map(Str::text).unwrap_or_default(),
            deposed: self.deposed.is_some(),
            actions: change.actions.iter().map(Str::text).collect(),
            before: change.before,
            after: change.after,
            after_unknown: change.after_unknown,
        }
    }
}

/// Replaces every text under a sensitive mark; numbers and booleans stay, so that rules can judge them.
fn hide(value: &mut Value, mask: &Value) {
    match (value, mask) {
        (value, Value::Bool(true)) => hide_all(value),
        (Value::Array(items), Value::Array(masks)) => {
            items.iter_mut().zip(masks).for_each(|(item, mask)| hide(item, mask));
        }
        (Value::Object(object), Value::Object(masks)) => {
            for (key, mask) in masks {
                if let Some(inner) = object.get_mut(key) {
                    hide(inner, mask);
                }
            }
        }
        _ => {}
    }
}

fn hide_all(value: &mut Value) {
    match value {
        Value::String(text) => SENSITIVE.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(hide_all),
        Value::Object(object) => object.values_mut().for_each(hide_all),
        _ => {}
    }
}

impl Module<'_> {
    fn state(&self, address: &str, references: &mut Vec<ConfigurationReference>) {
        for resource in &self.resources {
            for (attribute, expression) in resource.expressions.iter() {
                let mut found = Vec::new();
                collect(expression, &mut found);
                references.extend(found.into_iter().map(|target| ConfigurationReference {
                    module: address.into(),
                    resource: resource.address.text(),
                    attribute: attribute.text(),
                    target,
                }));
            }
        }
        for (name, call) in self.module_calls.iter() {
            if let Some(module) = &call.module {
                let inner = if address.is_empty() {
                    format!("module.{}", &**name)
                } else {
                    format!("{address}.module.{}", &**name)
                };
                module.state(&inner, references);
            }
        }
    }
}

/// All references in an expression, nested blocks included.
fn collect(expression: &Value, found: &mut Vec<Text>) {
    match expression {
        Value::Object(object) => {
            if let Some(Value::Array(list)) = object.get("references") {
                found.extend(list.iter().filter_map(Value::as_str).map(Text::new));
            }
            object.iter().filter(|(key, _)| *key != "references").for_each(|(_, inner)| collect(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    format_version: Str<'a>,
    #[serde(borrow)]
    terraform_version: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    errored: Option<bool>,
    complete: Option<bool>,
    #[serde(borrow, default)]
    resource_changes: List<ResourceChange<'a>>,
    #[serde(borrow)]
    configuration: Option<Configuration<'a>>,
}

#[derive(Deserialize)]
struct ResourceChange<'a> {
    #[serde(borrow)]
    address: Str<'a>,
    #[serde(borrow)]
    module_address: Option<Str<'a>>,
    #[serde(borrow)]
    mode: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Str<'a>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    index: Option<Value>,
    #[serde(borrow)]
    provider_name: Option<Str<'a>>,
    #[serde(borrow)]
    deposed: Option<Str<'a>>,
    #[serde(borrow)]
    change: Change<'a>,
}

#[derive(Deserialize)]
struct Change<'a> {
    #[serde(borrow, default)]
    actions: List<Str<'a>>,
    #[serde(default)]
    before: Value,
    #[serde(default)]
    after: Value,
    #[serde(default)]
    after_unknown: Value,
    #[serde(default)]
    before_sensitive: Value,
    #[serde(default)]
    after_sensitive: Value,
}

#[derive(Deserialize)]
struct Configuration<'a> {
    #[serde(borrow)]
    root_module: Option<Module<'a>>,
}

#[derive(Deserialize)]
struct Module<'a> {
    #[serde(borrow, default)]
    resources: List<ConfiguredResource<'a>>,
    #[serde(borrow, default)]
    module_calls: Pairs<'a, ModuleCall<'a>>,
}

#[derive(Deserialize)]
struct ModuleCall<'a> {
    #[serde(borrow)]
    module: Option<Module<'a>>,
}

#[derive(Deserialize)]
struct ConfiguredResource<'a> {
    #[serde(borrow)]
    address: Str<'a>,
    #[serde(borrow, default)]
    expressions: Pairs<'a, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sensitive_texts_are_hidden_and_other_values_stay() {
        let mut value = serde_json::json!({"a": "x", "b": [{"c": "y", "d": true}], "e": 1});
        hide(&mut value, &serde_json::json!({"a": true, "b": [{"c": true, "d": true}], "z": true}));
        assert_eq!(value, serde_json::json!({"a": SENSITIVE, "b": [{"c": SENSITIVE, "d": true}], "e": 1}));
    }
}

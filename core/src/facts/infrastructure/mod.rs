//! Infrastructure as code: one view of all plans, and what other tools found.

mod ingress;
mod joins;
mod policies;

pub use ingress::{Ingress, Reach as Public};
pub use policies::PolicyStatement;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::document::Document;
use crate::document::statement::{IssueStatement, IssueStatus, Plan, PlannedResource};
use crate::model::{Level, Text, secret};

use super::components::Source;

/// Plans and findings about infrastructure.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Infrastructure {
    /// All plans together; absent if the dossier has none.
    pub plan: Option<PlanFacts>,
    /// What other tools found.
    pub findings: Vec<Issue>,
}

/// All plans of a dossier.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanFacts {
    /// One entry per plan.
    pub runs: Vec<PlanRun>,
    /// What will exist, by resource type.
    pub resources: BTreeMap<Text, Vec<Resource>>,
    /// What will be deleted or replaced.
    pub removed: Vec<Removal>,
    /// Who may connect, in one form for all clouds.
    pub ingress: Vec<Ingress>,
    /// The statements of JSON policies.
    pub policies: Vec<PolicyStatement>,
    /// Attributes that will be known only after the plan is applied, by resource address.
    pub unknown: Vec<Unknown>,
}

/// One plan.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanRun {
    /// Place of its document in `inputs`.
    pub input: usize,
    /// The version of the plan format.
    pub format_version: Text,
    /// The version of Terraform or `OpenTofu`.
    pub terraform_version: Option<Text>,
    /// Planning ended with an error; absent in older formats.
    pub errored: Option<bool>,
    /// Everything that is to change is in the plan; absent in older formats.
    pub complete: Option<bool>,
}

/// A resource as it will be.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resource {
    /// Its address, module and key included.
    pub address: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: Text,
    /// Its name in the configuration.
    pub name: Text,
    /// The module that it is in; empty for the root.
    pub module: Text,
    /// The key of the instance, as JSON.
    pub index: Option<Text>,
    /// The provider.
    pub provider: Text,
    /// `create`, `update`, `replace`, `no-op`, `read` or `import`.
    pub action: &'static str,
    /// The plan leaves it as it is.
    pub unchanged: bool,
    /// Its attributes after the plan; sensitive texts are replaced.
    pub after: Value,
    /// Its attributes before the plan.
    pub before: Value,
    /// Attributes that will be known only after the plan is applied; keys of lists are left out.
    pub unknown: Vec<Text>,
    /// Attribute → addresses of the resources that the configuration refers to there.
    pub references: BTreeMap<Text, Vec<Text>>,
    /// Attributes whose values look like secrets.
    pub suspicious: Vec<Text>,
    /// Where it stands.
    pub source: Source,
}

/// A resource that will not survive as it is.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Removal {
    /// Its address.
    pub address: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: Text,
    /// `delete` or `replace`.
    pub action: &'static str,
    /// Where it stands.
    pub source: Source,
}

/// Attributes of a resource that will be known only after the plan is applied.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unknown {
    /// The resource.
    pub address: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: Text,
    /// The attributes.
    pub attributes: Vec<Text>,
    /// Where it stands.
    pub source: Source,
}

/// A finding of another tool.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// The tool's rule.
    pub rule: Text,
    /// What the tool says.
    pub message: Text,
    /// How bad it is.
    pub level: Level,
    /// How the check ended.
    pub status: IssueStatus,
    /// The file.
    pub path: Option<Text>,
    /// The line.
    pub line: Option<u64>,
    /// The resource.
    pub resource: Option<Text>,
    /// The tool's own name for this finding.
    pub fingerprint: Option<Text>,
    /// The reason for which it was accepted in the tool; empty if none was given.
    pub suppression: Option<Text>,
    /// The tool.
    pub tool: Option<Text>,
    /// Where it is reported.
    pub source: Source,
}

/// Attributes named for one resource; more are not useful to a reader.
const NAMED: usize = 50;

/// All plans as one, and all findings. Checks that passed are counted by their input, not listed.
pub(super) fn facts(documents: &[Document]) -> Infrastructure {
    let plans = documents.iter().enumerate().filter_map(|(i, d)| Some((i, d.content.as_ref().ok()?.plan.as_deref()?)));
    let plans: Vec<(usize, &Plan)> = plans.collect();
    Infrastructure {
        plan: (!plans.is_empty()).then(|| plan(&plans)),
        findings: issues(documents, |c| c.misconfigurations.as_deref()),
    }
}

/// Findings of other tools, sorted; what passed is left out.
pub(super) fn issues(
    documents: &[Document],
    list: impl Fn(&crate::document::statement::Content) -> Option<&[IssueStatement]>,
) -> Vec<Issue> {
    let mut out: Vec<Issue> = Vec::new();
    for (input, document) in documents.iter().enumerate() {
        let Ok(content) = &document.content else { continue };
        let tool = content.tools.first().map(|t| t.name.clone());
        let found = list(content).unwrap_or_default().iter().filter(|s| s.status != IssueStatus::Pass);
        out.extend(found.map(|s| Issue {
            rule: s.rule.clone(),
            message: s.message.clone(),
            level: s.level,
            status: s.status,
            path: s.path.clone(),
            line: s.line,
            resource: s.resource.clone(),
            fingerprint: s.fingerprint.clone(),
            suppression: s.suppression.clone(),
            tool: tool.clone(),
            source: Source { input, at: s.place.clone() },
        }));
    }
    out.sort_by(|a, b| {
        let key = |i: &Issue| (i.rule.clone(), i.path.clone(), i.resource.clone(), i.line, i.source.clone());
        key(a).cmp(&key(b))
    });
    out
}

fn plan(plans: &[(usize, &Plan)]) -> PlanFacts {
    let mut out = PlanFacts::default();
    for (input, plan) in plans {
        let joins = joins::Joins::of(plan);
        out.runs.push(PlanRun {
            input: *input,
            format_version: plan.format_version.clone(),
            terraform_version: plan.terraform_version.clone(),
            errored: plan.errored,
            complete: plan.complete,
        });
        for planned in plan.resources.iter().filter(|r| r.managed && !r.deposed) {
            let action = action(planned);
            let source = Source { input: *input, at: planned.place.clone() };
            if matches!(action, "delete" | "replace") {
                let (address, kind) = (planned.address.clone(), planned.kind.clone());
                out.removed.push(Removal { address, kind, action, source: source.clone() });
            }
            if !matches!(action, "delete" | "forget") {
                let resource = resource(planned, action, source, &joins);
                out.resources.entry(resource.kind.clone()).or_default().push(resource);
            }
        }
    }
    for list in out.resources.values_mut() {
        list.sort_by(|a, b| a.address.cmp(&b.address));
    }
    out.removed.sort_by(|a, b| a.address.cmp(&b.address));
    out.ingress = ingress::facts(&out.resources);
    out.policies = policies::facts(&out.resources);
    let unknown = out.resources.values().flatten().filter(|r| !r.unknown.is_empty() && !r.unchanged);
    out.unknown = unknown
        .map(|r| Unknown {
            address: r.address.clone(),
            kind: r.kind.clone(),
            attributes: r.unknown.clone(),
            source: r.source.clone(),
        })
        .collect();
    out
}

fn action(planned: &PlannedResource) -> &'static str {
    let has = |name: &str| planned.actions.iter().any(|a| a == name);
    match () {
        () if has("delete") && has("create") => "replace",
        () if has("create") => "create",
        () if has("update") => "update",
        () if has("delete") => "delete",
        () if has("forget") => "forget",
        () if has("read") => "read",
        () => "no-op",
    }
}

fn resource(planned: &PlannedResource, action: &'static str, source: Source, joins: &joins::Joins<'_>) -> Resource {
    let mut unknown = Vec::new();
    unknown_paths(&planned.after_unknown, &mut String::new(), &mut unknown);
    unknown.sort();
    unknown.dedup();
    Resource {
        address: planned.address.clone(),
        kind: planned.kind.clone(),
        name: planned.name.clone(),
        module: planned.module.clone(),
        index: planned.index.clone(),
        provider: planned.provider.clone(),
        action,
        unchanged: action == "no-op",
        after: planned.after.clone(),
        before: planned.before.clone(),
        unknown,
        references: joins.of_resource(planned),
        suspicious: suspicious(&planned.after),
        source,
    }
}

/// `ingress.cidr_blocks` for every `true` in the mask.
fn unknown_paths(mask: &Value, path: &mut String, out: &mut Vec<Text>) {
    if out.len() >= NAMED {
        return;
    }
    match mask {
        Value::Bool(true) => out.push(path.as_str().into()),
        Value::Array(items) => items.iter().for_each(|item| unknown_paths(item, path, out)),
        Value::Object(object) => {
            for (key, inner) in object {
                let length = path.len();
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
                unknown_paths(inner, path, out);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Attributes in which programs are given their settings.
const SETTINGS: &[&str] = &[
    "user_data",
    "user_data_base64",
    "custom_data",
    "metadata_startup_script",
    "environment",
    "environment_variables",
    "container_definitions",
    "default",
    "app_settings",
    "metadata",
    "value",
    "build_args",
    "variables",
];

/// Settings whose values look like secrets, by attribute.
fn suspicious(after: &Value) -> Vec<Text> {
    let Value::Object(object) = after else { return Vec::new() };
    let settings = object.iter().filter(|(name, _)| SETTINGS.contains(&name.as_str()));
    settings.filter(|(_, value)| holds_secret(value)).map(|(name, _)| Text::new(name)).collect()
}

fn holds_secret(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            secret::kind_of(text).is_some() || decoded(text).is_some_and(|t| secret::kind_of(&t).is_some())
        }
        Value::Array(items) => items.iter().any(holds_secret),
        Value::Object(object) => object.iter().any(|(name, inner)| match inner {
            Value::String(text) => secret::kind_of(&format!("{name}={text}")).is_some() || holds_secret(inner),
            _ => holds_secret(inner),
        }),
        _ => false,
    }
}

fn decoded(text: &str) -> Option<String> {
    let bytes = data_encoding::BASE64.decode(text.trim().as_bytes()).ok().filter(|b| b.len() > 15)?;
    String::from_utf8(bytes).ok()
}

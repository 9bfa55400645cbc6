//! Which planned resources a resource refers to: references of the configuration, resolved within the same module and
//! the same instance key.

use std::collections::{BTreeMap, HashMap};

use crate::document::statement::{Plan, PlannedResource};
use crate::model::Text;

/// The references of one plan.
pub(super) struct Joins<'a> {
    /// (module without keys, `type.name`) → (attribute, `type.name` referred to).
    references: HashMap<(String, &'a str), Vec<(&'a Text, String)>>,
    /// (module with keys, `type.name`) → instances.
    instances: HashMap<(&'a str, String), Vec<&'a PlannedResource>>,
}

impl<'a> Joins<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut references: HashMap<(String, &str), Vec<(&Text, String)>> = HashMap::new();
        for reference in &plan.references {
            if let Some(target) = resource_of(&reference.target) {
                let key = (reference.module.to_string(), reference.resource.as_str());
                references.entry(key).or_default().push((&reference.attribute, target));
            }
        }
        let mut instances: HashMap<(&str, String), Vec<&PlannedResource>> = HashMap::new();
        for resource in plan.resources.iter().filter(|r| !r.deposed) {
            let local = format!("{}.{}", resource.kind, resource.name);
            instances.entry((resource.module.as_str(), local)).or_default().push(resource);
        }
        Self { references, instances }
    }

    /// Attribute → addresses. What cannot be resolved to one instance lists all of them.
    pub(super) fn of_resource(&self, resource: &PlannedResource) -> BTreeMap<Text, Vec<Text>> {
        let local = format!("{}.{}", resource.kind, resource.name);
        let mut out: BTreeMap<Text, Vec<Text>> = BTreeMap::new();
        let found = self.references.get(&(without_keys(&resource.module), local.as_str()));
        for (attribute, target) in found.into_iter().flatten() {
            let all =
                self.instances.get(&(resource.module.as_str(), target.clone())).map(Vec::as_slice).unwrap_or_default();
            let same: Vec<&&PlannedResource> =
                all.iter().filter(|r| r.index.is_some() && r.index == resource.index).collect();
            let list = out.entry((*attribute).clone()).or_default();
            if same.is_empty() {
                list.extend(all.iter().map(|r| r.address.clone()));
            } else {
                list.extend(same.iter().map(|r| r.address.clone()));
            }
        }
        for list in out.values_mut() {
            list.sort();
            list.dedup();
        }
        out.retain(|_, list| !list.is_empty());
        out
    }
}

/// `module.a["x"].module.b[0]` → `module.a.module.b`.
fn without_keys(module: &str) -> String {
    let mut out = String::with_capacity(module.len());
    let mut depth = 0_u32;
    for c in module.chars() {
        match c {
            '[' => depth = depth.saturating_add(1),
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// `aws_s3_bucket.logs[0].id` → `aws_s3_bucket.logs`; nothing for variables, locals and outputs of modules.
fn resource_of(target: &str) -> Option<String> {
    let target = without_keys(target);
    let mut parts = target.split('.');
    let (kind, name) = (parts.next()?, parts.next()?);
    let other = ["var", "local", "module", "each", "count", "data", "path", "self", "terraform"];
    (!other.contains(&kind)).then(|| format!("{kind}.{name}"))
}

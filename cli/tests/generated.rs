//! What is generated from annotations and types is current. `UPDATE_DOCS=1 cargo test -p tidewaiter-cli --test generated`
//! writes it anew.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use tidewaiter::{Decision, Facts, Gate, Options, Rule};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn current(file: &str, text: &str) {
    let path = root().join(file);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "{file} is stale; UPDATE_DOCS=1 writes it anew");
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn rules() -> Vec<Rule> {
    Gate::baseline().unwrap().rules().to_vec()
}

#[test]
fn schemas_are_those_of_the_types() {
    for (name, schema) in [
        ("facts", schemars::schema_for!(Facts)),
        ("decision", schemars::schema_for!(Decision)),
        ("options", schemars::schema_for!(Options)),
    ] {
        current(&format!("policies/schemas/{name}.json"), &pretty(schema.as_value()));
    }
}

#[test]
fn parameters_are_those_of_the_annotations() {
    let mut all = Map::new();
    for rule in rules().iter().filter(|r| !r.parameters.is_empty()) {
        let defaults: Map<String, Value> =
            rule.parameters.iter().map(|(n, p)| (n.to_string(), p.default.clone())).collect();
        all.insert(rule.id.to_string(), Value::Object(defaults));
    }
    current("policies/tidewaiter/parameters/data.json", &pretty(&Value::Object(all)));
}

#[test]
fn controls_are_those_of_the_annotations() {
    let text = std::fs::read_to_string(root().join("policies/frameworks.json")).unwrap();
    let mut frameworks: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let mut controls: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for rule in rules() {
        for (framework, ids) in &rule.controls {
            for id in ids {
                controls
                    .entry(framework.to_string())
                    .or_default()
                    .entry(id.to_string())
                    .or_default()
                    .push(rule.id.to_string());
            }
        }
    }
    for (framework, controls) in controls {
        let entry = frameworks.get_mut(&framework).and_then(Value::as_object_mut);
        assert!(entry.is_some(), "{framework} is not described in policies/frameworks.json");
        entry.unwrap().insert("controls".into(), json!(controls));
    }
    current("policies/tidewaiter/controls/data.json", &pretty(&Value::Object(frameworks)));
}

#[test]
fn the_rules_are_described() {
    let mut topics: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
    for rule in rules() {
        topics.entry(rule.topic().to_owned()).or_default().push(rule);
    }
    let count: usize = topics.values().map(Vec::len).sum();
    let mut index = format!(
        "# The rules of the pack\n\n{count} rules in {} topics. Generated from their annotations.\n",
        topics.len()
    );
    for (topic, rules) in &topics {
        let _ =
            write!(index, "\n## [{topic}](rules/{topic}.md)\n\n| rule | default | severity | |\n|---|---|---|---|\n");
        let mut page = format!("# {topic}\n\nGenerated from the annotations of `policies/tidewaiter/{topic}`.\n");
        for rule in rules {
            let anchor = rule.id.replace('.', "");
            let (enforcement, severity) = (rule.enforcement.name(), rule.severity.name());
            let _ = writeln!(
                index,
                "| [`{}`](rules/{topic}.md#{anchor}) | {enforcement} | {severity} | {} |",
                rule.id, rule.title
            );
            describe(&mut page, rule);
        }
        current(&format!("docs/rules/{topic}.md"), &page);
    }
    if let Ok(noise) = std::fs::read_to_string(root().join("docs/noise.md")) {
        index.push('\n');
        index.push_str(&noise);
    }
    current("docs/rules.md", &index);
}

fn describe(page: &mut String, rule: &Rule) {
    let _ = write!(page, "\n## {}\n\n**{}.** {}\n\n", rule.id, rule.title, rule.description.trim());
    let _ = write!(page, "Default: {}, {}", rule.enforcement.name(), rule.severity.name());
    if rule.unwaivable {
        page.push_str(", no waiver has any effect");
    }
    if !rule.needs.is_empty() {
        let _ = write!(page, "; needs {}", rule.needs.join(", "));
    }
    let _ = write!(page, ".  \nWhat to do: {}\n", rule.remediation.trim());
    if !rule.parameters.is_empty() {
        page.push_str("\n| parameter | default | |\n|---|---|---|\n");
        for (name, parameter) in &rule.parameters {
            let default = parameter.default.to_string();
            let shown = if default.len() > 120 { "see the annotation".to_owned() } else { format!("`{default}`") };
            let _ = writeln!(page, "| `{name}` | {shown} | {} |", parameter.description);
        }
    }
    if !rule.controls.is_empty() {
        let controls: Vec<String> = rule.controls.iter().map(|(f, ids)| format!("{f} {}", ids.join(", "))).collect();
        let _ = write!(page, "\nControls: {}.\n", controls.join("; "));
    }
    if !rule.equivalents.is_empty() {
        let others: Vec<String> = rule.equivalents.iter().map(|(s, ids)| format!("{s} {}", ids.join(", "))).collect();
        let _ = write!(page, "\nElsewhere: {}.\n", others.join("; "));
    }
}

#[test]
fn every_rule_that_a_profile_names_exists() {
    for profile in tidewaiter::profile_names() {
        let gate = Gate::builder().profile(profile).build();
        assert!(gate.is_ok(), "{profile}: {}", gate.unwrap_err());
    }
}

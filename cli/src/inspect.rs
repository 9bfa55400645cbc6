//! `detect`, `rules`, `explain`, `schema` and `init`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;
use tidewaiter::{Decision, Facts, Rule};

use crate::arguments::{DetectOptions, GateOptions, RulesOptions, SchemaOf};
use crate::check::gate;
use crate::{FAILED, Failure, print};

pub(crate) fn detect(options: &DetectOptions) -> Result<u8, Failure> {
    if options.formats {
        print(&format!("{}\n", tidewaiter::format_names().join("\n")))?;
        return Ok(0);
    }
    let mut files = Vec::new();
    for path in &options.paths {
        walk(path, 0, &mut files)?;
    }
    let mut rows = Vec::new();
    let mut text = String::new();
    let mut unknown = false;
    for file in files {
        let name = file.display().to_string();
        let bytes = std::fs::read(&file).map_err(|error| Failure::Usage(format!("{name}: {error}")))?;
        match tidewaiter::detect(&name, &bytes) {
            Ok(found) => {
                let _ = writeln!(text, "{name}  {} {}  {}", found.format, found.version, found.kind.name());
                rows.push(json!(found));
            }
            Err(error) => {
                unknown = true;
                let _ = writeln!(text, "{name}  {}: {}", error.code(), error.reason());
                rows.push(json!({
                    "file": name, "format": null, "version": null, "kind": null, "encoding": null, "container": null,
                    "error": { "code": error.code(), "message": error.reason() },
                }));
            }
        }
    }
    if options.json {
        text = format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default());
    }
    print(&text)?;
    Ok(if unknown { FAILED } else { 0 })
}

fn walk(path: &Path, depth: usize, out: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Usage(format!("{}: {error}", path.display()));
    if !std::fs::metadata(path).map_err(failed)?.is_dir() {
        out.push(path.to_owned());
        return Ok(());
    }
    if depth > 16 {
        return Err(Failure::Usage(format!("{}: directories are nested deeper than 16", path.display())));
    }
    let mut entries: Vec<_> =
        std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(failed)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        // Links out of a directory are not followed.
        if entry.file_type().is_ok_and(|kind| !kind.is_symlink()) {
            walk(&entry.path(), depth.saturating_add(1), out)?;
        }
    }
    Ok(())
}

pub(crate) fn rules(options: &RulesOptions) -> Result<u8, Failure> {
    let gate = gate(&options.gate)?;
    let rules = gate.rules_in_force();
    if options.json {
        let text = serde_json::to_string_pretty(&rules).map_err(|error| Failure::Usage(error.to_string()))?;
        print(&format!("{text}\n"))?;
        return Ok(0);
    }
    let mut text = String::new();
    for rule in &rules {
        let _ =
            writeln!(text, "{:<45} {:<5} {:<9} {}", rule.id, rule.enforcement.name(), rule.severity.name(), rule.title);
    }
    print(&text)?;
    Ok(0)
}

pub(crate) fn explain(id: &str, options: &GateOptions) -> Result<u8, Failure> {
    let gate = gate(options)?;
    let rules = gate.rules_in_force();
    let Some(rule) = rules.iter().find(|r| r.id == id) else {
        return Err(Failure::Usage(format!("there is no rule `{id}`; `tidewaiter rules` lists them")));
    };
    print(&explanation(rule))?;
    Ok(0)
}

fn explanation(rule: &Rule) -> String {
    let mut text = format!("{}: {}\n\n{}\n", rule.id, rule.title, rule.description);
    let _ = writeln!(text, "\nenforcement  {}\nseverity     {}", rule.enforcement.name(), rule.severity.name());
    if rule.unwaivable {
        text.push_str("waivers      have no effect\n");
    }
    if !rule.needs.is_empty() {
        let _ = writeln!(text, "needs        {}", rule.needs.join(", "));
    }
    for (name, parameter) in &rule.parameters {
        let _ = writeln!(text, "parameter    {name} = {}  {}", parameter.default, parameter.description);
    }
    for (framework, ids) in &rule.controls {
        let _ = writeln!(text, "control      {framework} {}", ids.join(", "));
    }
    let _ = writeln!(text, "\nWhat to do: {}", rule.remediation);
    text
}

pub(crate) fn schema(what: SchemaOf) -> Result<u8, Failure> {
    let schema = match what {
        SchemaOf::Facts => schemars::schema_for!(Facts),
        SchemaOf::Decision => schemars::schema_for!(Decision),
        SchemaOf::Options => schemars::schema_for!(tidewaiter::Options),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| Failure::Usage(error.to_string()))?;
    print(&format!("{text}\n"))?;
    Ok(0)
}

const GATE: &str = "version: 1
profile: baseline
# Kinds of evidence without which there is no pass.
expected: [sbom, vulnerabilities]
# hard denies, soft warns, off is not asked; a rule may become hard on a day.
enforcement: {}
#  license.strong_copyleft: { soft_until: 2027-01-15 }
parameters: {}
#  vulnerability.epss_high: { threshold: 0.2 }
waivers: waivers.yaml
";

const WAIVERS: &str = "version: 1
waivers: []
#  - id: W-1
#    rule: vulnerability.high_fixable
#    match: { vulnerability: CVE-2026-0001, component: pkg:npm/example }
#    reason: The vulnerable function is not called; the next release drops the package.
#    category: mitigated
#    owner: team-payments
#    approver: security
#    created: 2026-11-01
#    expires: 2026-11-30
";

pub(crate) fn init(directory: &Path) -> Result<u8, Failure> {
    for (name, text) in [("gate.yaml", GATE), ("waivers.yaml", WAIVERS)] {
        let path = directory.join(name);
        if path.exists() {
            return Err(Failure::Usage(format!("{} is already there", path.display())));
        }
        std::fs::create_dir_all(directory)?;
        std::fs::write(&path, text)?;
        print(&format!("wrote {}\n", path.display()))?;
    }
    Ok(0)
}

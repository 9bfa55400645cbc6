//! `waive`: an entry for a waiver file, made from a finding of a decision.

use std::fmt::Write as _;

use serde_json::Value;

use crate::arguments::WaiveOptions;
use crate::{Failure, print};

/// Members of a finding's target that a waiver can match, and their names there.
const MATCHES: [(&str, &str); 8] = [
    ("vulnerability", "vulnerability"),
    ("component", "component"),
    ("purl", "component"),
    ("resource", "resource"),
    ("address", "resource"),
    ("path", "path"),
    ("license", "license"),
    ("subject", "subject"),
];

pub(crate) fn waive(options: &WaiveOptions) -> Result<u8, Failure> {
    let decision = decision(&options.decision)?;
    let finding = finding(&decision, &options.finding)?;
    let text = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
    if finding.get("unwaivable") == Some(&Value::Bool(true)) {
        return Err(Failure::Usage(format!("{} cannot be waived: {}", text("rule"), text("remediation"))));
    }
    let now = decision.get("now").and_then(Value::as_str).and_then(|t| t.get(..10)).unwrap_or_default();
    check(options, now)?;
    let entry = entry(options, finding, now);
    let name = options.file.display().to_string();
    let before = match std::fs::read_to_string(&options.file) {
        Ok(before) => before,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => "version: 1\nwaivers:\n".to_owned(),
        Err(error) => return Err(Failure::Usage(format!("{name}: {error}"))),
    };
    let after = appended(&before, &entry)
        .ok_or_else(|| Failure::Usage(format!("{name}: `waivers:` has to be its last member, a list in lines")))?;
    // The library reads what will be written: nothing is appended that a gate would refuse.
    let gate = format!("version: 1\n{}", after.replacen("version: 1\n", "", 1));
    tidewaiter::Gate::builder().text(&name, &gate).build()?;
    std::fs::write(&options.file, &after).map_err(|error| Failure::Usage(format!("{name}: {error}")))?;
    let mut shown = format!("--- {name}\n+++ {name}\n");
    for line in entry.lines() {
        let _ = writeln!(shown, "+{line}");
    }
    let _ = writeln!(shown, "\nwaives {}: {}", text("rule"), text("message"));
    print(&shown)?;
    Ok(0)
}

fn decision(path: &std::path::Path) -> Result<Value, Failure> {
    let name = path.display();
    let remedy = "write it with `tidewaiter check --output json=decision.json`";
    let text = std::fs::read(path).map_err(|error| Failure::Usage(format!("{name}: {error}; {remedy}")))?;
    serde_json::from_slice(&text).map_err(|error| Failure::Usage(format!("{name}: {error}; {remedy}")))
}

/// The finding whose id begins so.
fn finding<'d>(decision: &'d Value, prefix: &str) -> Result<&'d Value, Failure> {
    let all = decision.get("findings").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named = |f: &&Value| f.get("id").and_then(Value::as_str).is_some_and(|id| id.starts_with(prefix));
    let mut found = all.iter().filter(named);
    match (found.next(), found.next()) {
        (Some(one), None) if !prefix.is_empty() => Ok(one),
        (None, _) => Err(Failure::Usage(format!("the decision has no finding {prefix}"))),
        _ => Err(Failure::Usage(format!("{prefix} is the beginning of several ids; write more of it"))),
    }
}

fn check(options: &WaiveOptions, now: &str) -> Result<(), Failure> {
    let refuse = |message: &str| Err(Failure::Usage(message.to_owned()));
    if options.reason.trim().chars().count() < 20 {
        return refuse("--reason: say why in at least 20 characters");
    }
    if options.owner.trim().is_empty() {
        return refuse("--owner: somebody has to answer for it");
    }
    if options.approver.as_deref() == Some(options.owner.as_str()) {
        return refuse("--approver: nobody approves their own waiver");
    }
    if options.expires.as_str() <= now {
        return refuse("--expires: the day is not after the decision");
    }
    Ok(())
}

/// The entry, in the block style that `init` and the examples use.
fn entry(options: &WaiveOptions, finding: &Value, now: &str) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let text = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut matched = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for (member, name) in MATCHES {
        let value = finding.get("target").and_then(|t| t.get(member)).and_then(Value::as_str);
        // `component:name@version` is no package URL, which a waiver's `component` has to be.
        let value = value.filter(|v| !v.is_empty() && (name != "component" || v.starts_with("pkg:")));
        if let Some(value) = value.filter(|_| !names.contains(&name)) {
            matched.push(format!("{name}: {}", quoted(value)));
            names.push(name);
        }
    }
    if matched.is_empty() {
        matched.push(format!("finding: {}", quoted(text("id"))));
    }
    let mut out = format!("  - rule: {}\n    match: {{ {} }}\n", text("rule"), matched.join(", "));
    let mut line = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "    {name}: {}", quoted(value));
        }
    };
    line("reason", Some(options.reason.trim()));
    line("category", Some(&options.category));
    line("owner", Some(&options.owner));
    line("approver", options.approver.as_deref());
    line("ticket", options.ticket.as_deref());
    let _ = writeln!(out, "    created: {now}\n    expires: {}", options.expires);
    out
}

/// The file with the entry at the end of its list; nothing else of it changes.
fn appended(before: &str, entry: &str) -> Option<String> {
    let last = before.lines().rfind(|l| !l.is_empty() && !l.starts_with([' ', '#', '-', '\t']))?;
    let body = match last.trim_end() {
        "waivers:" => before.to_owned(),
        "waivers: []" => before.replace("waivers: []", "waivers:"),
        _ => return None,
    };
    // A list that is not indented is continued as it stands.
    let flat = body.lines().any(|l| l.starts_with("- "));
    let mut out = body;
    if !out.ends_with('\n') {
        out.push('\n');
    }
    for line in entry.lines() {
        out.push_str(line.strip_prefix("  ").filter(|_| flat).unwrap_or(line));
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::appended;

    #[test]
    fn an_entry_continues_the_list() {
        let entry = "  - rule: a.b\n    owner: \"x\"\n";
        for (before, after) in [
            ("version: 1\nwaivers:\n", Some("version: 1\nwaivers:\n  - rule: a.b\n    owner: \"x\"\n")),
            ("waivers: []\n", Some("waivers:\n  - rule: a.b\n    owner: \"x\"\n")),
            ("waivers:\n- rule: c.d", Some("waivers:\n- rule: c.d\n- rule: a.b\n  owner: \"x\"\n")),
            ("waivers:\nversion: 1\n", None),
        ] {
            assert_eq!(appended(before, entry).as_deref(), after, "{before}");
        }
    }
}

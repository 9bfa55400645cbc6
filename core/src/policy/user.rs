//! Policies of users: Rego files, directories and OPA bundles, with the data beside them.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use regorus::Engine;
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::program::Program;
use regorus::utils::limits::PolicyLengthConfig;
use serde_json::Value as Json;
use tidewaiter_policies::annotations;

use crate::error::{Error, Fault, quoted};
use crate::model::{Digest, Text};

use super::{Enforcement, Rule};

/// Rego and data files that belong together.
#[derive(Debug, Clone, Default)]
pub(crate) struct PolicySource {
    /// Path and text of each Rego file.
    pub(crate) modules: Vec<(String, String)>,
    /// Path inside the source and text of each data file (JSON or YAML).
    pub(crate) data: Vec<(String, String)>,
    /// `input` is each document as it was written.
    pub(crate) raw: bool,
    /// Rego v0.
    pub(crate) v0: bool,
}

/// Compiled policies of users.
#[derive(Debug)]
pub(super) struct User {
    pub(super) rules: Vec<Rule>,
    pub(super) programs: Vec<UserProgram>,
    pub(super) data: Json,
    pub(super) digest: Text,
}

#[derive(Debug)]
pub(super) struct UserProgram {
    pub(super) program: Arc<Program>,
    /// Entry point and place in [`User::rules`].
    pub(super) entries: Vec<(String, usize)>,
    pub(super) raw: bool,
}

/// Rule names that state findings, and what they do.
const SETS: [(&str, Enforcement); 3] =
    [("deny", Enforcement::Hard), ("violation", Enforcement::Hard), ("warn", Enforcement::Soft)];

/// Compiles all sources; each becomes one program.
pub(super) fn compile(sources: &[PolicySource]) -> Result<User, Error> {
    let mut user = User {
        rules: Vec::new(),
        programs: Vec::new(),
        data: Json::Object(serde_json::Map::new()),
        digest: digest(sources),
    };
    for source in sources {
        for (path, text) in &source.data {
            place(&mut user.data, path, text)?;
        }
        let entries = program(source, &mut user)?;
        user.programs.extend(entries);
    }
    Ok(user)
}

/// SHA-256 over the pack's digest and, in order, the paths and texts of the user's files.
fn digest(sources: &[PolicySource]) -> Text {
    if sources.iter().all(|s| s.modules.is_empty() && s.data.is_empty()) {
        return Text::new_static(tidewaiter_policies::DIGEST);
    }
    let mut all = String::from(tidewaiter_policies::DIGEST);
    for (path, text) in sources.iter().flat_map(|s| s.modules.iter().chain(&s.data)) {
        all.push('\0');
        all.push_str(path);
        all.push('\0');
        all.push_str(text);
    }
    Digest::sha256_of(all.as_bytes()).value().into()
}

pub(super) fn invalid(path: &str, reason: String) -> Error {
    Error::InvalidPolicy(Fault::new(reason, "fix the policy; `opa check` shows the same place").within(path))
}

/// Lines of users' policies may be long (lists of ids); their files are bounded by the reader's limits.
pub(super) fn lengths() -> PolicyLengthConfig {
    let columns = NonZeroU32::new(65_536).unwrap_or(NonZeroU32::MIN);
    PolicyLengthConfig { max_col: columns, ..PolicyLengthConfig::default() }
}

fn program(source: &PolicySource, user: &mut User) -> Result<Option<UserProgram>, Error> {
    let mut engine = Engine::new();
    engine.set_rego_v0(source.v0);
    engine.set_policy_length_config(lengths());
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (path, text) in source.modules.iter().filter(|(path, _)| !path.ends_with("_test.rego")) {
        let package =
            engine.add_policy(path.clone(), text.clone()).map_err(|error| refused(path, &error.to_string()))?;
        let (_, annotation) = annotations::read(text).map_err(|(line, reason)| {
            Error::InvalidPolicy(Fault::new(reason, "fix the METADATA block").within(path).at(format!("line {line}")))
        })?;
        let package = package.trim_start_matches("data.").to_owned();
        for (set, enforcement) in SETS {
            let declared = engine.has_declared_rule_rooted_at(path, set).map_err(|e| invalid(path, e.to_string()))?;
            let entry = format!("data.{package}.{set}");
            if !declared || found.contains_key(&entry) {
                continue;
            }
            let stated = annotation.as_ref().map(|a| a.custom.id.as_str()).filter(|id| !id.is_empty());
            let id = match (stated, set) {
                (Some(id), "deny" | "violation") => Text::new(id),
                (None, "deny" | "violation") => Text::new(&package),
                (id, set) => Text::from(format!("{}.{set}", id.unwrap_or(&package))),
            };
            let rule = Rule::of(&annotation.clone().unwrap_or_default(), id, Text::new(path), enforcement);
            let known = user.rules.iter().position(|known| known.id == rule.id);
            let number = known.unwrap_or(user.rules.len());
            if known.is_none() {
                user.rules.push(rule);
            }
            found.insert(entry, number);
        }
    }
    let Some(first) = found.keys().next().cloned() else {
        if source.modules.is_empty() {
            return Ok(None);
        }
        let path = source.modules.first().map(|(path, _)| path.as_str()).unwrap_or_default();
        return Err(invalid(path, "no package has a set `deny`, `violation` or `warn`".to_owned()));
    };
    if found.len() > MOST_SETS {
        return Err(invalid(&first, format!("one source has more than {MOST_SETS} sets of findings")));
    }
    let policy = engine.compile_with_entrypoint(&first.as_str().into()).map_err(|e| refused(&first, &e.to_string()))?;
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    let program = Compiler::compile_from_policy(&policy, &names).map_err(|e| refused(&first, &e.to_string()))?;
    Ok(Some(UserProgram { program, entries: found.into_iter().collect(), raw: source.raw }))
}

/// A program holds at most this many entry points.
const MOST_SETS: usize = 254;

/// The engine's message, taken apart: file, line, column, the offending line, and what is wrong with it.
pub(super) fn refused(path: &str, message: &str) -> Error {
    let (mut file, mut place, mut source, mut reason) = (path.to_owned(), None, None, None);
    for line in message.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("--> ") {
            let mut parts = rest.rsplitn(3, ':');
            if let (Some(column), Some(row), Some(name)) = (parts.next(), parts.next(), parts.next()) {
                place = Some(format!("line {row} column {column}"));
                name.clone_into(&mut file);
            }
        } else if let Some(text) = line.strip_prefix("error: ") {
            reason = Some(text.to_owned());
        } else if let Some((number, text)) = line.split_once('|')
            && number.trim().parse::<u32>().is_ok()
        {
            source = Some(quoted(text.trim()));
        }
    }
    let reason = reason.unwrap_or_else(|| message.chars().take(600).collect());
    let shown = source.map(|s| format!(" in {s}")).unwrap_or_default();
    let fault =
        Fault::new(format!("{reason}{shown}"), "fix the policy; `opa check` shows the same place").within(&file);
    Error::InvalidPolicy(match place {
        Some(place) => fault.at(place),
        None => fault,
    })
}

/// Puts a data file where OPA would: the folders of its path are the members above its content.
pub(super) fn place(root: &mut Json, path: &str, text: &str) -> Result<(), Error> {
    let value: Json = if path.ends_with(".json") {
        serde_json::from_str(text).map_err(|e| invalid(path, e.to_string()))?
    } else {
        yaml_serde::from_str(text).map_err(|e| invalid(path, e.to_string()))?
    };
    let folders: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
    let folders = folders.split_last().map(|(_, folders)| folders).unwrap_or_default();
    let nested = folders.iter().rev().fold(value, |inner, folder| serde_json::json!({ *folder: inner }));
    merge(root, nested).map_err(|at| invalid(path, format!("`{at}` stands in two data files")))
}

fn merge(into: &mut Json, from: Json) -> Result<(), String> {
    match (into, from) {
        (Json::Object(into), Json::Object(from)) => {
            for (key, value) in from {
                match into.get_mut(&key) {
                    Some(inner) => merge(inner, value).map_err(|at| format!("{key}/{at}"))?,
                    None => {
                        into.insert(key, value);
                    }
                }
            }
            Ok(())
        }
        _ => Err(String::new()),
    }
}

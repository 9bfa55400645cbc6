//! Programs for the register machine, and asking each rule alone.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::RegoVM;
use regorus::rvm::program::{DeserializationResult, Program};
use regorus::rvm::vm::VmError;
use regorus::utils::limits::ExecutionTimerConfig;
use regorus::{Engine, Value};

use crate::error::{Error, Fault};
use crate::facts::Wanted;
use crate::limits::Limits;
use crate::model::Text;

use super::user::{self, PolicySource};
use super::{BASELINE, Rule, pack_rules, to_value};

/// Work units between two looks at the clock of a rule.
const TIMER_INTERVAL: u32 = 4_096;

/// Compiled rules; built once, used by many threads.
#[derive(Debug)]
pub(crate) struct Policies {
    /// All rules, sorted by id.
    pub(crate) rules: Vec<Rule>,
    programs: Vec<Loaded>,
    data: Value,
    pub(crate) wanted: Wanted,
    /// SHA-256 over the sources of all rules.
    pub(crate) digest: Text,
    limits: Limits,
}

/// One program and the rules that it answers.
#[derive(Debug)]
struct Loaded {
    program: Arc<Program>,
    /// Entry point and place in `rules`.
    entries: Vec<(String, usize)>,
    raw: bool,
}

/// What one rule says.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Place in [`Policies::rules`].
    pub(crate) rule: usize,
    /// Members of its set, or why it could not be evaluated.
    pub(crate) members: Result<Vec<serde_json::Value>, String>,
}

impl Policies {
    /// Loads the pack's programs of the topics in which a rule is asked, and compiles the user's policies.
    ///
    /// # Errors
    /// [`Error::InvalidPolicy`] names the file and line of a policy that does not parse or compile.
    pub(crate) fn build(
        sources: &[PolicySource],
        parameters: &BTreeMap<Text, BTreeMap<Text, serde_json::Value>>,
        asked: &dyn Fn(&Rule) -> bool,
        limits: Limits,
    ) -> Result<Self, Error> {
        let mut rules = pack_rules();
        let user = user::compile(sources)?;
        let pack = rules.len();
        rules.extend(user.rules);
        let place_of = |id: &str| rules.iter().take(pack).position(|r| r.id == id);
        let mut programs = Vec::new();
        let mut wanted = Wanted::only(std::collections::BTreeSet::new());
        for (topic, bytes, members) in tidewaiter_policies::PROGRAMS {
            let mine: Vec<(String, usize)> = rules
                .iter()
                .take(pack)
                .filter(|r| r.topic() == *topic && *topic != "exceptions" && asked(r))
                .filter_map(|r| Some((format!("data.tidewaiter.{}.deny", r.id), place_of(&r.id)?)))
                .collect();
            if mine.is_empty() {
                continue;
            }
            wanted = wanted.or(reads(members));
            programs.push(Loaded { program: load(topic, bytes)?, entries: mine, raw: false });
        }
        for compiled in user.programs {
            let entries: Vec<(String, usize)> =
                compiled.entries.into_iter().map(|(entry, rule)| (entry, rule.saturating_add(pack))).collect();
            if !compiled.raw {
                let members = tidewaiter_policies::reach::members(&compiled.program);
                wanted = wanted
                    .or(members.map_or_else(Wanted::everything, |m| Wanted::only(m.iter().map(Text::new).collect())));
            }
            programs.push(Loaded { program: compiled.program, entries, raw: compiled.raw });
        }
        let data = data(parameters, user.data)?;
        Ok(Self { rules, programs, data, wanted, digest: user.digest, limits })
    }

    /// Asks every rule about these facts. A rule that cannot be evaluated takes no other with it.
    pub(crate) fn ask(&self, input: &Value, applicable: &dyn Fn(usize) -> bool) -> Vec<Answer> {
        self.run(input, false, applicable)
    }

    /// Asks every rule for raw documents about one document.
    pub(crate) fn ask_raw(&self, document: &Value) -> Vec<Answer> {
        self.run(document, true, &|_| true)
    }

    /// Whether any rule asks for documents as they were written.
    pub(crate) fn has_raw(&self) -> bool {
        self.programs.iter().any(|p| p.raw)
    }

    fn run(&self, input: &Value, raw: bool, applicable: &dyn Fn(usize) -> bool) -> Vec<Answer> {
        let mut answers = Vec::new();
        for loaded in self.programs.iter().filter(|p| p.raw == raw) {
            let entries: Vec<&(String, usize)> = loaded.entries.iter().filter(|(_, rule)| applicable(*rule)).collect();
            if entries.is_empty() {
                continue;
            }
            let mut machine = RegoVM::new();
            machine.load_program(loaded.program.clone());
            machine.set_max_instructions(self.limits.rule_instructions);
            machine.set_execution_timer_config(
                NonZeroU32::new(TIMER_INTERVAL)
                    .map(|check_interval| ExecutionTimerConfig { limit: self.limits.rule_time, check_interval }),
            );
            let ready = machine.set_data(self.data.clone()).map_err(|error| short(&error));
            machine.set_input(input.clone());
            for (entry, rule) in entries {
                let members = ready.clone().and_then(|()| {
                    let value = machine.execute_entry_point_by_name(entry).map_err(|error| short(&error))?;
                    members(&value, self.limits.findings)
                });
                answers.push(Answer { rule: *rule, members });
            }
        }
        answers.sort_by_key(|a| a.rule);
        answers
    }
}

fn reads(members: &[&str]) -> Wanted {
    if members.is_empty() { Wanted::everything() } else { Wanted::only(members.iter().map(Text::new).collect()) }
}

fn short(error: &VmError) -> String {
    error.to_string().lines().next().unwrap_or_default().chars().take(400).collect()
}

/// The members of a set of findings. A rule without any value has none.
fn members(value: &Value, most: usize) -> Result<Vec<serde_json::Value>, String> {
    let json = |v: &Value| serde_json::to_value(v).map_err(|error| error.to_string());
    let (length, items): (usize, Vec<&Value>) = match value {
        Value::Undefined | Value::Bool(false) => return Ok(Vec::new()),
        Value::Set(set) => (set.len(), set.iter().collect()),
        Value::Array(list) => (list.len(), list.iter().collect()),
        // Partial objects (`deny[msg] = …`) are sets of their values.
        Value::Object(object) => (object.len(), object.iter().map(|(_, v)| v).collect()),
        Value::Bool(true) => return Ok(vec![serde_json::Value::String("the rule is true".to_owned())]),
        other => return Err(format!("the rule gives {other} and not a set of findings")),
    };
    if length > most {
        return Err(format!("the rule gives {length} findings, more than the limit of {most}"));
    }
    items.into_iter().map(json).collect()
}

/// A program of the pack; compiled from its sources if this engine cannot load what was compiled at build time.
fn load(topic: &str, bytes: &[u8]) -> Result<Arc<Program>, Error> {
    match Program::deserialize_binary(bytes) {
        Ok(DeserializationResult::Complete(program)) => Ok(Arc::new(program)),
        Ok(DeserializationResult::Partial(_)) | Err(_) => compile_topic(topic),
    }
}

fn compile_topic(topic: &str) -> Result<Arc<Program>, Error> {
    let failed = |path: &str, reason: String| {
        Error::InvalidPolicy(Fault::new(reason, "report this; the embedded pack is broken").within(path))
    };
    let mut engine = Engine::new();
    let mut names = Vec::new();
    let inside =
        |path: &str, directory: &str| path.strip_prefix("tidewaiter/").is_some_and(|p| p.starts_with(directory));
    for (path, text) in tidewaiter_policies::SOURCES {
        let own = inside(path, &format!("{topic}/"));
        if own || inside(path, "lib/") {
            engine.add_policy((*path).to_owned(), (*text).to_owned()).map_err(|e| failed(path, e.to_string()))?;
        }
        if own {
            let name = path.trim_end_matches(".rego").replace('/', ".");
            names.push(format!("data.{name}.deny"));
        }
    }
    let first = names.first().cloned().unwrap_or_default();
    let policy = engine.compile_with_entrypoint(&first.as_str().into()).map_err(|e| failed(topic, e.to_string()))?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Compiler::compile_from_policy(&policy, &names).map_err(|e| failed(topic, e.to_string()))
}

/// `data.tidewaiter.parameters` beside the data files of users.
fn data(
    parameters: &BTreeMap<Text, BTreeMap<Text, serde_json::Value>>,
    user: serde_json::Value,
) -> Result<Value, Error> {
    let mut root = match user {
        serde_json::Value::Object(object) => object,
        _ => serde_json::Map::new(),
    };
    let parameters = serde_json::to_value(parameters).unwrap_or_default();
    root.insert("tidewaiter".to_owned(), serde_json::json!({ "parameters": parameters, "pack": BASELINE }));
    to_value(&root)
        .map_err(|refusal| Error::InvalidPolicy(Fault::new(refusal.to_string(), "use text for the names of members")))
}

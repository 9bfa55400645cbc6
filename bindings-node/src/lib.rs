//! Node's face of `tidewaiter`: types across the border, nothing else. The façade in `index.cjs` is what users see.

#![allow(missing_docs, reason = "this is seen by the façade alone, which documents it")]

mod error;

use std::fmt::Debug;
use std::sync::Arc;
use std::time::SystemTime;

use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi::{Env, Task};
use napi_derive::napi;
use serde::Deserialize;
use tidewaiter::{Dossier, Options, Report, Timestamp};

use crate::error::{Fault, guarded};

/// One document: a path, or a name and bytes.
#[napi(object)]
#[expect(missing_debug_implementations, reason = "the bytes of JavaScript have none")]
pub struct NativeDocument {
    pub name: Option<String>,
    pub path: Option<String>,
    pub bytes: Option<Uint8Array>,
    pub format: Option<String>,
}

/// A document that no longer needs JavaScript.
#[derive(Debug, Clone)]
struct Given {
    name: String,
    path: Option<String>,
    bytes: Vec<u8>,
    format: Option<String>,
}

impl From<NativeDocument> for Given {
    fn from(document: NativeDocument) -> Self {
        Self {
            name: document.name.unwrap_or_else(|| "document".to_owned()),
            path: document.path,
            // JavaScript may change the memory while the work runs elsewhere.
            bytes: document.bytes.map(|b| b.to_vec()).unwrap_or_default(),
            format: document.format,
        }
    }
}

fn dossier(documents: Vec<Given>, options: &Options) -> Result<Dossier, Fault> {
    let mut dossier = Dossier::new().describe(options)?;
    for given in documents {
        dossier = match (given.path, given.format) {
            (Some(path), Some(format)) => dossier.add_path_as(&format, path)?,
            (Some(path), None) => dossier.add_path(path)?,
            (None, Some(format)) => dossier.add_bytes_as(&format, &given.name, given.bytes)?,
            (None, None) => dossier.add_bytes(&given.name, given.bytes)?,
        };
    }
    Ok(dossier)
}

fn options(json: &str) -> Result<Options, Fault> {
    serde_json::from_str(json).map_err(|error| {
        let reason = error.to_string();
        // The place is one in text that the caller never saw.
        let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason).to_owned();
        Fault::new("invalid_gate", Some("options"), reason, "see the documentation of `check`")
    })
}

/// This face is where the clock is read.
#[allow(clippy::disallowed_methods, reason = "the outermost face reads the clock")]
fn or_now(now: Option<Timestamp>) -> Timestamp {
    now.unwrap_or_else(|| SystemTime::now().into())
}

fn json_of(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value)
        .map_err(|error| Fault::new("internal_error", None, error.to_string(), "report this; the data is always plain"))
}

/// What a gate is made of.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct GateOptions {
    path: Option<String>,
    text: Option<String>,
    profile: Option<String>,
    policies: Vec<PolicyEntry>,
    raw_policies: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum PolicyEntry {
    Path(String),
    Text { name: String, rego: String },
}

#[napi]
#[derive(Debug)]
pub struct NativeGate {
    gate: tidewaiter::Gate,
}

#[napi]
impl NativeGate {
    #[napi(constructor)]
    pub fn new(json: String) -> napi::Result<Self> {
        let gate = guarded(|| {
            let made: GateOptions = serde_json::from_str(&json).map_err(|error| {
                Fault::new("invalid_gate", Some("options"), error.to_string(), "see the documentation of `Gate`")
            })?;
            let mut builder = tidewaiter::Gate::builder();
            if let Some(path) = made.path {
                builder = builder.file(path);
            }
            if let Some(text) = made.text {
                builder = builder.text("gate.yaml", &text);
            }
            if let Some(profile) = made.profile {
                builder = builder.profile(&profile);
            }
            for policy in made.policies {
                builder = match policy {
                    PolicyEntry::Path(path) => builder.policy(path),
                    PolicyEntry::Text { name, rego } => builder.policy_text(&name, &rego),
                };
            }
            for path in made.raw_policies {
                builder = builder.raw_policy(path);
            }
            Ok(builder.build()?)
        })?;
        Ok(Self { gate })
    }

    #[napi]
    pub fn check_sync(&self, documents: Vec<NativeDocument>, options_json: String) -> napi::Result<NativeDecision> {
        let documents = documents.into_iter().map(Given::from).collect();
        Ok(check(&self.gate, documents, &options_json)?)
    }

    #[napi]
    pub fn check(&self, documents: Vec<NativeDocument>, options_json: String) -> AsyncTask<CheckTask> {
        let documents = documents.into_iter().map(Given::from).collect();
        AsyncTask::new(CheckTask { gate: self.gate.clone(), documents, options_json })
    }

    #[napi]
    pub fn facts(&self, documents: Vec<NativeDocument>, options_json: String) -> AsyncTask<FactsTask> {
        let documents = documents.into_iter().map(Given::from).collect();
        AsyncTask::new(FactsTask { gate: self.gate.clone(), documents, options_json })
    }

    #[napi]
    pub fn rules(&self) -> napi::Result<String> {
        Ok(guarded(|| json_of(&self.gate.rules()))?)
    }
}

fn check(gate: &tidewaiter::Gate, documents: Vec<Given>, options_json: &str) -> Result<NativeDecision, Fault> {
    guarded(|| {
        let options = options(options_json)?;
        let dossier = dossier(documents, &options)?;
        let decision = gate.check(&dossier, or_now(options.now))?;
        Ok(NativeDecision { decision: Arc::new(decision) })
    })
}

/// A check on a worker thread.
#[derive(Debug)]
pub struct CheckTask {
    gate: tidewaiter::Gate,
    documents: Vec<Given>,
    options_json: String,
}

impl Task for CheckTask {
    type Output = NativeDecision;
    type JsValue = NativeDecision;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        Ok(check(&self.gate, std::mem::take(&mut self.documents), &self.options_json)?)
    }

    fn resolve(&mut self, _: Env, output: Self::Output) -> napi::Result<Self::JsValue> {
        Ok(output)
    }
}

/// Facts on a worker thread.
#[derive(Debug)]
pub struct FactsTask {
    gate: tidewaiter::Gate,
    documents: Vec<Given>,
    options_json: String,
}

impl Task for FactsTask {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        Ok(guarded(|| {
            let options = options(&self.options_json)?;
            let dossier = dossier(std::mem::take(&mut self.documents), &options)?;
            json_of(&self.gate.facts(&dossier, or_now(options.now))?)
        })?)
    }

    fn resolve(&mut self, _: Env, output: Self::Output) -> napi::Result<Self::JsValue> {
        Ok(output)
    }
}

/// A decision as the core made it.
#[napi]
#[derive(Debug)]
pub struct NativeDecision {
    decision: Arc<tidewaiter::Decision>,
}

#[napi]
impl NativeDecision {
    #[napi(getter)]
    #[must_use]
    pub fn outcome(&self) -> String {
        self.decision.outcome().to_string()
    }

    #[napi(getter)]
    #[must_use]
    pub fn exit_code(&self) -> u32 {
        u32::from(self.decision.exit_code())
    }

    #[napi]
    pub fn to_json_text(&self) -> napi::Result<String> {
        Ok(guarded(|| Ok(self.decision.to_json()))?)
    }

    #[napi]
    pub fn findings_text(&self) -> napi::Result<String> {
        Ok(guarded(|| json_of(&self.decision.findings))?)
    }

    #[napi]
    pub fn render(&self, format: String) -> napi::Result<String> {
        Ok(guarded(|| Ok(self.decision.render(format.parse::<Report>()?)?))?)
    }
}

#[napi]
pub fn detect(document: NativeDocument) -> napi::Result<String> {
    let given = Given::from(document);
    Ok(guarded(|| {
        let (name, bytes) = match given.path {
            Some(path) => {
                let bytes = std::fs::read(&path).map_err(|error| {
                    Fault::new("unreadable_document", Some(&path), error.to_string(), "check the path")
                })?;
                (path, bytes)
            }
            None => (given.name, given.bytes),
        };
        json_of(&tidewaiter::detect(&name, &bytes)?)
    })?)
}

#[napi]
#[must_use]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[napi]
#[must_use]
pub fn error_codes() -> Vec<&'static str> {
    tidewaiter::Error::CODES.to_vec()
}

#[napi]
pub fn run_cli(arguments: Vec<String>) -> napi::Result<u32> {
    Ok(guarded(|| Ok(u32::from(tidewaiter_cli::run(arguments))))?)
}

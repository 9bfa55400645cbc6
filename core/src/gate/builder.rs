//! Putting a gate together: file or text, profile, policies, feeds; everything is checked before the first document.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use crate::decision::{Waiver, WaiverFile, nearest};
use crate::document::{self, Document, Kind};
use crate::error::{Error, Fault, quoted};
use crate::facts::{BroadIdentity, Denied, Feeds};
use crate::limits::Limits;
use crate::model::license::License;
use crate::model::version::{Range, Scheme};
use crate::model::{Digest, Purl, Text};
use crate::policy::{Enforcement, Policies, PolicySource, Rule};

use super::file::{self, GateFile, PolicyEntry, PolicyInput, RegoVersion, Setting, WaiverSource, line_of};
use super::signing::Signing;
use super::{Gate, Inner, Plan, policy_files, profile};

/// A gate in the making.
///
/// ```
/// use tidewaiter::Gate;
///
/// let gate = Gate::builder()
///     .text("gate.yaml", "version: 1\nenforcement: { 'vulnerability.*': soft }\n")
///     .policy_text("names.rego", "package acme.names\n\ndeny contains \"unnamed\" if input.subject.name == null\n")
///     .build()?;
/// assert!(gate.rules().iter().any(|rule| rule.id == "acme.names"));
/// # Ok::<(), tidewaiter::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GateBuilder {
    file: Option<PathBuf>,
    text: Option<(String, String)>,
    profile: Option<String>,
    policies: Vec<(PathBuf, bool)>,
    modules: Vec<(String, String)>,
    cache: Option<PathBuf>,
    limits: Limits,
}

impl GateBuilder {
    /// Begins with a gate file; paths in it are relative to it.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.file = Some(path.as_ref().to_owned());
        self
    }

    /// Begins with the text of a gate file; paths in it are relative to the working directory.
    #[must_use]
    pub fn text(mut self, name: &str, yaml: &str) -> Self {
        self.text = Some((name.to_owned(), yaml.to_owned()));
        self
    }

    /// Uses this profile, whatever the gate file says.
    #[must_use]
    pub fn profile(mut self, name: &str) -> Self {
        self.profile = Some(name.to_owned());
        self
    }

    /// Adds policies about facts: a Rego file, a directory, or an OPA bundle.
    #[must_use]
    pub fn policy(mut self, path: impl AsRef<Path>) -> Self {
        self.policies.push((path.as_ref().to_owned(), false));
        self
    }

    /// Adds policies about documents as they were written.
    #[must_use]
    pub fn raw_policy(mut self, path: impl AsRef<Path>) -> Self {
        self.policies.push((path.as_ref().to_owned(), true));
        self
    }

    /// Adds a policy about facts by its text.
    #[must_use]
    pub fn policy_text(mut self, name: &str, rego: &str) -> Self {
        self.modules.push((name.to_owned(), rego.to_owned()));
        self
    }

    /// Keeps indexes of large feeds in this directory, by the digest of the feed.
    #[must_use]
    pub fn cache(mut self, directory: impl AsRef<Path>) -> Self {
        self.cache = Some(directory.as_ref().to_owned());
        self
    }

    /// Uses other bounds than the defaults.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Compiles everything.
    ///
    /// # Errors
    /// [`Error::InvalidGate`] and [`Error::InvalidPolicy`] name the file and the line; [`Error::UnreadableDocument`] a feed.
    pub fn build(self) -> Result<Gate, Error> {
        let written = self.written()?;
        let base = self.file.as_deref().and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
        let own: GateFile = file::read(&written.name, &written.text)?;
        if own.version.is_some_and(|v| v != 1) || (own.version.is_none() && self.file.is_some()) {
            return Err(written.fault("version", "a gate file says `version: 1`", "add it as the first line"));
        }
        let profile_name = self.profile.clone().or_else(|| own.profile.as_ref().map(ToString::to_string));
        let profile_name = profile_name.unwrap_or_else(|| "baseline".to_owned());
        let profile = profile::settings(&profile_name).map_err(|error| match error {
            Error::InvalidGate(_) if self.profile.is_none() => {
                written.fault(&profile_name, error.reason(), error.remedy())
            }
            other => other,
        })?;
        let sources = self.sources(&own, &base)?;
        let rules = Policies::build(&sources, &BTreeMap::new(), &|_| false, self.limits)?.rules;
        written.check_enforcement(&own, &rules)?;
        let plans = plans(&rules, &own, &profile);
        let mut parameters = written.parameters(&own, &profile, &rules)?;
        let asked = |rule: &Rule| {
            let place = rules.iter().position(|r| r.id == rule.id);
            place.and_then(|p| plans.get(p)).is_none_or(|p| p.enforcement != Enforcement::Off || p.hard_from.is_some())
        };
        let expected = own.expected.clone().or(profile.expected).unwrap_or_else(|| default_expected(&parameters));
        let signing = Signing::load(&own, &expected, &base)?;
        allow(&mut parameters, &signing);
        let policies = Policies::build(&sources, &parameters, &asked, self.limits)?;
        let waivers = written.waivers(&own, &base)?;
        let digest_text = serde_json::to_string(&parameters).unwrap_or_default();
        let denied = denied(&parameters).map_err(|reason| written.fault("deny", &reason, "fix the entry"))?;
        let broad = |s: &crate::model::signer::Signer| {
            Some(BroadIdentity { pattern: s.text().into(), accepts: s.stranger()?.into() })
        };
        Ok(Gate(Arc::new(Inner {
            feeds: self.feeds(&own, &base)?,
            in_force: plans,
            policies,
            profile: profile_name.into(),
            expected,
            parameters_digest: Digest::sha256_of(digest_text.as_bytes()).value().into(),
            parameters,
            broad_identities: own.identities.iter().filter_map(broad).collect(),
            identities: own.identities,
            signing,
            trust_claims: own.trust_claims,
            waivers,
            denied,
            severity: own.severity.unwrap_or_default(),
            vex: own.vex.unwrap_or_default(),
            license: own.license.unwrap_or_default(),
            notice_days: own.rollout_notice_days.unwrap_or(14).clamp(0, 3_650),
            limits: self.limits,
        })))
    }

    fn written(&self) -> Result<Written, Error> {
        match (&self.file, &self.text) {
            (Some(path), _) => {
                let name = path.to_string_lossy().into_owned();
                let text = std::fs::read_to_string(path).map_err(|error| {
                    Error::InvalidGate(Fault::new(error.to_string(), "check the path").within(&name))
                })?;
                Ok(Written { name, text })
            }
            (None, Some((name, text))) => Ok(Written { name: name.clone(), text: text.clone() }),
            (None, None) => Ok(Written { name: "gate".to_owned(), text: "{}".to_owned() }),
        }
    }

    fn sources(&self, own: &GateFile, base: &Path) -> Result<Vec<PolicySource>, Error> {
        let mut sources = Vec::new();
        for entry in &own.policies {
            let (path, input, rego) = match entry {
                PolicyEntry::Path(path) => (path, PolicyInput::Facts, RegoVersion::V1),
                PolicyEntry::Full(full) => (&full.path, full.input, full.rego),
            };
            let source = policy_files::load(&base.join(path))?;
            sources.push(PolicySource { raw: input == PolicyInput::Raw, v0: rego == RegoVersion::V0, ..source });
        }
        for (path, raw) in &self.policies {
            sources.push(PolicySource { raw: *raw, ..policy_files::load(path)? });
        }
        if !self.modules.is_empty() {
            sources.push(PolicySource { modules: self.modules.clone(), ..PolicySource::default() });
        }
        Ok(sources)
    }

    fn feeds(&self, own: &GateFile, base: &Path) -> Result<Feeds, Error> {
        let mut feeds = Feeds::default();
        for feed in &own.feeds {
            let path = base.join(feed);
            let name = path.to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).map_err(|error| {
                Error::UnreadableDocument(Fault::new(error.to_string(), "check `feeds`").within(&name))
            })?;
            let mut documents: Vec<Document> = Vec::new();
            document::read_feed(&name, &bytes, &self.limits, self.cache.as_deref(), &mut documents);
            for document in documents {
                let content = document.content?;
                if content.skipped.count > 0 {
                    let reason = format!("{} rows of the feed cannot be read", content.skipped.count);
                    return Err(Error::UnreadableDocument(Fault::new(reason, "fetch it again").within(&name)));
                }
                if content.epss.is_none() && content.kev.is_none() {
                    let reason = "it is neither an EPSS nor a KEV feed";
                    return Err(Error::InvalidGate(
                        Fault::new(reason, "list other documents with the dossier").within(&name),
                    ));
                }
                feeds.epss = content.epss.or(feeds.epss);
                feeds.kev = content.kev.or(feeds.kev);
                feeds.databases.extend(content.databases);
            }
        }
        Ok(feeds)
    }
}

/// The gate file as it was written, for messages.
struct Written {
    name: String,
    text: String,
}

impl Written {
    fn fault(&self, word: &str, reason: &str, remedy: &str) -> Error {
        let fault = Fault::new(reason, remedy).within(&self.name);
        Error::InvalidGate(match line_of(&self.text, word) {
            Some(line) => fault.at(format!("line {line}")),
            None => fault,
        })
    }

    fn unknown_rule(&self, id: &str, rules: &[Rule]) -> Error {
        let hint = nearest(id, rules).map(|n| format!("did you mean `{n}`?"));
        let hint = hint.unwrap_or_else(|| "`tidewaiter rules` lists them".to_owned());
        self.fault(id, &format!("there is no rule {}", quoted(id)), &hint)
    }

    fn check_enforcement(&self, own: &GateFile, rules: &[Rule]) -> Result<(), Error> {
        for pattern in own.enforcement.keys() {
            let known = match pattern.strip_suffix('*') {
                Some(prefix) => {
                    (prefix.is_empty() || prefix.ends_with('.')) && rules.iter().any(|r| r.id.starts_with(prefix))
                }
                None => rules.iter().any(|r| r.id == *pattern),
            };
            if !known {
                return Err(self.unknown_rule(pattern, rules));
            }
        }
        Ok(())
    }

    /// Defaults, then the profile's, then the gate file's.
    fn parameters(
        &self,
        own: &GateFile,
        profile: &GateFile,
        rules: &[Rule],
    ) -> Result<BTreeMap<Text, BTreeMap<Text, Value>>, Error> {
        let mut out: BTreeMap<Text, BTreeMap<Text, Value>> = BTreeMap::new();
        for rule in rules.iter().filter(|r| !r.parameters.is_empty()) {
            let defaults = rule.parameters.iter().map(|(name, p)| (name.clone(), p.default.clone()));
            out.insert(rule.id.clone(), defaults.collect());
        }
        for (id, values) in profile.parameters.iter().chain(&own.parameters) {
            let Some(rule) = rules.iter().find(|r| r.id == *id) else { return Err(self.unknown_rule(id, rules)) };
            for (name, value) in values {
                let Some(parameter) = rule.parameters.get(name) else {
                    let known = rule.parameters.keys().map(Text::as_str).collect::<Vec<_>>().join(", ");
                    let remedy = if known.is_empty() { "it has none".to_owned() } else { format!("it has {known}") };
                    return Err(self.fault(name, &format!("{id} has no parameter {}", quoted(name)), &remedy));
                };
                if !same_type(&parameter.default, value) {
                    let reason =
                        format!("{id}.{name} is {} and has to be {}", type_of(value), type_of(&parameter.default));
                    return Err(self.fault(name, &reason, &format!("its default is {}", parameter.default)));
                }
                let value = if LICENSE_LISTS.contains(&(id.as_str(), name.as_str())) {
                    current_ids(value)
                } else {
                    value.clone()
                };
                out.entry(id.clone()).or_default().insert(name.clone(), value);
            }
        }
        Ok(out)
    }

    fn waivers(&self, own: &GateFile, base: &Path) -> Result<Vec<Waiver>, Error> {
        let files = match &own.waivers {
            None => return Ok(Vec::new()),
            Some(WaiverSource::Inline(list)) => return Ok(numbered(list.clone(), &self.name)),
            Some(WaiverSource::File(file)) => vec![file.clone()],
            Some(WaiverSource::Files(files)) => files.clone(),
        };
        let mut all = Vec::new();
        for file in files {
            let path = base.join(&file);
            let name = path.to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Error::InvalidGate(Fault::new(error.to_string(), "check `waivers`").within(&name)))?;
            let read: WaiverFile = file::read(&name, &text)?;
            if read.version.is_some_and(|v| v != 1) {
                let fault = Fault::new("a waiver file says `version: 1`", "correct the version").within(&name);
                return Err(Error::InvalidGate(fault));
            }
            all.extend(numbered(read.waivers, &file));
        }
        Ok(all)
    }
}

/// The keys of the gate are allowed keys unless the parameter says otherwise.
fn allow(parameters: &mut BTreeMap<Text, BTreeMap<Text, Value>>, signing: &Signing) {
    let allowed = parameters.get_mut("signature.key_not_allowed").and_then(|p| p.get_mut("keys"));
    if let Some(Value::Array(list)) = allowed.filter(|list| list.as_array().is_some_and(Vec::is_empty)) {
        list.extend(signing.key_ids().into_iter().map(Value::from));
    }
}

/// A waiver without a name gets one from its place.
fn numbered(mut waivers: Vec<Waiver>, file: &str) -> Vec<Waiver> {
    for (i, waiver) in waivers.iter_mut().enumerate() {
        if waiver.id.is_empty() {
            waiver.id = format!("{file}#{}", i.saturating_add(1)).into();
        }
    }
    waivers
}

/// Parameters that list licenses; rules compare them with the current ids of facts.
const LICENSE_LISTS: [(&str, &str); 4] = [
    ("license.denied", "deny"),
    ("license.not_allowed", "allow"),
    ("license.network_copyleft", "ids"),
    ("license.custom_unreviewed", "reviewed"),
];

/// `gpl-3.0` → `GPL-3.0-only`; what is no license stays as it is.
fn current_ids(value: &Value) -> Value {
    let Value::Array(list) = value else { return value.clone() };
    let current = |entry: &Value| {
        let read = entry.as_str().map(License::read)?;
        let [alternative] = read.alternatives.as_slice() else { return None };
        let [term] = alternative.as_slice() else { return None };
        Some(Value::String(term.name()))
    };
    Value::Array(list.iter().map(|entry| current(entry).unwrap_or_else(|| entry.clone())).collect())
}

fn same_type(default: &Value, value: &Value) -> bool {
    default.is_null()
        || value.is_null() && default.is_null()
        || std::mem::discriminant(default) == std::mem::discriminant(value)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}

/// The enforcement of each rule: the gate file's by id, its wildcards, the profile's by id, its wildcards, the rule's own.
/// A wildcard changes rules that are in force; a rule that is off is switched on by its id alone.
fn plans(rules: &[Rule], own: &GateFile, profile: &GateFile) -> Vec<Plan> {
    let find = |file: &GateFile, rule: &Rule, base: Enforcement| -> Option<Plan> {
        let wildcard = || {
            let patterns = file
                .enforcement
                .iter()
                .filter(|(pattern, _)| pattern.strip_suffix('*').is_some_and(|prefix| rule.id.starts_with(prefix)));
            patterns
                .max_by_key(|(pattern, _)| pattern.len())
                .map(|(_, setting)| setting)
                .filter(|_| base != Enforcement::Off)
        };
        file.enforcement.get(&rule.id).or_else(wildcard).map(|setting| plan(*setting))
    };
    rules
        .iter()
        .map(|rule| {
            let default = Plan { enforcement: rule.enforcement, hard_from: None };
            let of_profile = find(profile, rule, rule.enforcement).unwrap_or(default);
            find(own, rule, of_profile.enforcement).unwrap_or(of_profile)
        })
        .collect()
}

fn plan(setting: Setting) -> Plan {
    match setting {
        Setting::Now(enforcement) => Plan { enforcement, hard_from: None },
        Setting::Until(until) => Plan { enforcement: Enforcement::Soft, hard_from: Some(until.soft_until) },
    }
}

/// What `input.missing` expects where neither gate file nor profile says anything.
fn default_expected(parameters: &BTreeMap<Text, BTreeMap<Text, Value>>) -> Vec<Kind> {
    let stated = parameters.get("input.missing").and_then(|p| p.get("expected")).cloned();
    stated.and_then(|v| serde_json::from_value(v).ok()).unwrap_or_else(|| vec![Kind::Sbom, Kind::Vulnerabilities])
}

/// The deny list of `sbom.denied_component`, parsed.
fn denied(parameters: &BTreeMap<Text, BTreeMap<Text, Value>>) -> Result<Vec<Denied>, String> {
    let list = parameters.get("sbom.denied_component").and_then(|p| p.get("deny")).and_then(Value::as_array);
    let mut out = Vec::new();
    for entry in list.into_iter().flatten() {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let stated =
            entry.as_str().or_else(|| text("purl")).ok_or("an entry of `deny` is a package URL, or has a `purl`")?;
        let purl: Purl = stated.parse().map_err(|error| format!("{}: {error}", quoted(stated)))?;
        let scheme = Scheme::of_purl_type(purl.kind());
        let written = text("range").or_else(|| purl.version());
        let range = written
            .map(|r| Range::parse(scheme, r))
            .transpose()
            .map_err(|error| format!("{}: {error}", quoted(stated)))?;
        out.push(Denied {
            text: stated.into(),
            package: purl.package().into(),
            range,
            reason: text("reason").unwrap_or_default().into(),
        });
    }
    Ok(out)
}

//! Documents → the one merged, tool-neutral document that Rego sees as `input`.

mod advisories;
mod subject;
mod inputs;
mod identity;
mod components;
mod sboms;
mod licenses;
mod vulnerabilities;
mod suppression;
mod secrets;
mod infrastructure;
mod signatures;
mod image;
mod index;
mod links;
mod merge;
mod project;

pub use components::{Component, LicenseTexts, Source, Supplier};
pub use image::{BaseImage, Image, OperatingSystem};
pub use index::{DeniedComponent, Index, SupportEnd, VulnerabilityIndex};
pub use infrastructure::{
    Infrastructure, Ingress, Issue, PlanFacts, PlanRun, PolicyStatement, Public, Removal, Resource, Unknown,
};
pub use inputs::{Emptiness, Input, InputError, InputStatus, SubjectMatch, ToolFact};
pub use licenses::{LicenseUse, Reading};
pub use sboms::{Drift, Examples, Gap, Gaps, Graph, PrimaryFact, SbomFacts};
pub use secrets::SecretFact;
pub use signatures::{
    AttestationFact, Identity, ProvenanceFact, Signature, SubjectFact, SummaryFact, Transparency, Verified,
};
pub use subject::{Distribution, Exposure, SubjectFacts, SubjectKind};
pub use suppression::{Suppression, VexFact, VexRefusal};
pub use vulnerabilities::{Epss, Kev, PackageFact, Severity, Ssvc, Vulnerability};

pub(crate) use merge::merge;
pub(crate) use project::{Projected, Wanted};
pub(crate) use subject::Subject;

use serde::Serialize;

use crate::document::{Document, Kind};
use crate::model::severity::Selection;
use crate::model::{Text, Timestamp};

/// Lets documents complete one another before they are merged: records of databases what scanners report, bills of
/// materials what VEX statements point to.
pub(crate) fn complete(documents: &mut [Document]) {
    advisories::complete(documents);
    links::resolve(documents);
}

/// The schema that facts follow.
pub const SCHEMA: &str = "facts/v1";

/// Everything that is known about one subject, merged from its documents.
///
/// Lists are sorted; absent is not empty; every fact names the inputs that state it by their place in `inputs`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Facts {
    /// `facts/v1`.
    pub schema: &'static str,
    /// The moment of evaluation, given by the caller.
    pub now: Timestamp,
    /// The artifact under judgement.
    pub subject: SubjectFacts,
    /// What must be present.
    pub expected: Expected,
    /// One entry per document, carried documents included.
    pub inputs: Vec<Input>,
    /// One entry per bill of materials.
    pub sboms: Vec<SbomFacts>,
    /// Every component once, whichever documents list it.
    pub components: Vec<Component>,
    /// Every distinct license once per scope, with the components under it.
    pub licenses: Vec<LicenseUse>,
    /// Every vulnerability once per component, whoever reported it.
    pub vulnerabilities: Vec<Vulnerability>,
    /// The data that scanners and this library looked things up in.
    pub databases: Vec<DatabaseFact>,
    /// Signatures, verified or only claimed.
    pub signatures: Vec<Signature>,
    /// in-toto statements.
    pub attestations: Vec<AttestationFact>,
    /// How the subject was built, as SLSA provenance states it.
    pub provenance: Vec<ProvenanceFact>,
    /// The container image, if any document describes one.
    pub image: Option<Image>,
    /// Secrets that scanners saw; never their values.
    pub secrets: Vec<SecretFact>,
    /// Infrastructure as code.
    pub infrastructure: Infrastructure,
    /// Findings of other tools about code.
    pub code_findings: Vec<Issue>,
    /// The policy in force.
    pub policy: PolicyFacts,
    /// What the caller adds: branch, environment, actor, approvals.
    pub context: serde_json::Value,
    /// Places in the lists above, by question, so that rules look at few rows.
    pub index: Index,
}

/// What must be present.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expected {
    /// Kinds of documents without which there is no pass.
    pub inputs: Vec<Kind>,
}

/// A database, feed or list with its age.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatabaseFact {
    /// `vulnerabilities`, `kev`, `epss` or `license_list`.
    pub kind: &'static str,
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: Option<Text>,
    /// When it was built.
    pub built_at: Option<Timestamp>,
    /// Whole hours from `built_at` to `now`; absent if it is not known when it was built.
    pub age_hours: Option<i64>,
    /// The input that names it; absent for what this library carries or the gate file lists.
    pub input: Option<usize>,
}

/// The policy in force, as far as rules may ask for it.
#[derive(Debug, Clone, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyFacts {
    /// The name of the pack.
    pub pack: Text,
    /// The version of the pack.
    pub version: Text,
    /// The digest of all rules in force.
    pub digest: Text,
    /// The profile.
    pub profile: Text,
    /// How many signer identities the gate allows.
    pub identities: usize,
    /// Identity patterns of the gate that accept more than one signer by accident: the pattern and the identity it
    /// would wrongly accept.
    pub broad_identities: Vec<BroadIdentity>,
}

/// An identity pattern that is wider than it looks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BroadIdentity {
    /// The pattern as written.
    pub pattern: Text,
    /// An identity that it accepts although it should not.
    pub accepts: Text,
}

/// What the gate settles about merging, and what the caller says about the subject.
#[derive(Debug)]
pub(crate) struct Settings<'a> {
    pub(crate) now: Timestamp,
    pub(crate) subject: &'a Subject,
    pub(crate) expected: Vec<Kind>,
    pub(crate) severity: &'a Selection,
    pub(crate) vex: &'a VexSettings,
    pub(crate) license: &'a LicenseSettings,
    pub(crate) identities: &'a [crate::model::signer::Signer],
    pub(crate) trust_claims: bool,
    pub(crate) feeds: &'a Feeds,
    pub(crate) history: &'a History,
    pub(crate) denied: &'a [Denied],
    pub(crate) policy: PolicyFacts,
    pub(crate) context: serde_json::Value,
    pub(crate) wanted: &'a Wanted,
}

/// Whose VEX statements suppress.
#[derive(Debug, Clone, Default, serde::Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct VexSettings {
    /// Verified signers whose statements count.
    pub trusted: Vec<crate::model::signer::Signer>,
    /// Statements count without a verified signature.
    pub accept_unsigned: bool,
    /// Statements that name a component and no product count for every product.
    pub allow_productless: bool,
}

/// How license texts are read.
#[derive(Debug, Clone, Default, serde::Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LicenseSettings {
    /// What several licenses without an operator mean.
    pub list_means: ListMeans,
    /// The organisation's own findings: package (a purl, with or without version) → license expression.
    pub overrides: std::collections::BTreeMap<Text, Text>,
}

/// See [`LicenseSettings::list_means`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListMeans {
    /// All of them apply.
    #[default]
    And,
    /// One of them may be chosen.
    Or,
}

/// Feeds that belong to the gate and not to one dossier.
#[derive(Debug, Default, Clone)]
pub(crate) struct Feeds {
    pub(crate) epss: Option<std::sync::Arc<crate::document::feed::epss::EpssFeed>>,
    pub(crate) kev: Option<std::sync::Arc<crate::document::feed::kev::KevFeed>>,
    pub(crate) databases: Vec<crate::document::statement::Database>,
}

/// What an earlier decision remembers.
#[derive(Debug, Default, Clone)]
pub(crate) struct History {
    /// There is an earlier decision.
    pub(crate) known: bool,
    /// Vulnerability key → when it was first seen, and its EPSS score then.
    pub(crate) vulnerabilities: std::collections::BTreeMap<Text, (Timestamp, Option<f64>)>,
}

/// An entry of the deny list for components.
#[derive(Debug, Clone)]
pub(crate) struct Denied {
    /// As the gate writes it.
    pub(crate) text: Text,
    pub(crate) package: Text,
    pub(crate) range: Option<crate::model::version::Range>,
    pub(crate) reason: Text,
}

/// Sorted, each once.
fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items.dedup();
    items
}

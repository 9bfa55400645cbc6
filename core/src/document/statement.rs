//! What one document states, in the words of the model: nothing merged, nothing judged, nothing borrowed.

use std::sync::Arc;

use crate::limits::Limits;
use crate::model::vex::Status;
use crate::model::{Digest, Text, Timestamp};

use super::Format;
use super::feed::epss::EpssFeed;
use super::feed::kev::KevFeed;

/// Everything that one document states. A list that is `None` was not looked at by the tool; an empty one was, and
/// nothing was found.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) tools: Vec<Tool>,
    pub(crate) produced_at: Option<Timestamp>,
    pub(crate) subjects: Vec<SubjectClaim>,
    pub(crate) sbom: Option<Sbom>,
    pub(crate) vulnerabilities: Option<Scan>,
    pub(crate) vex: Option<Vex>,
    pub(crate) secrets: Option<Vec<SecretStatement>>,
    pub(crate) misconfigurations: Option<Vec<IssueStatement>>,
    pub(crate) code: Option<Vec<IssueStatement>>,
    pub(crate) plan: Option<Box<Plan>>,
    pub(crate) signatures: Option<Vec<SignatureStatement>>,
    pub(crate) attestations: Option<Vec<AttestationStatement>>,
    pub(crate) image: Option<Box<ImageStatement>>,
    pub(crate) databases: Vec<Database>,
    pub(crate) licenses: Option<Vec<PackageLicense>>,
    pub(crate) support: Vec<SupportStatement>,
    pub(crate) epss: Option<Arc<EpssFeed>>,
    pub(crate) kev: Option<Arc<KevFeed>>,
    pub(crate) ssvc: Option<Vec<SsvcStatement>>,
    pub(crate) advisories: Option<Vec<AdvisoryStatement>>,
    pub(crate) embedded: Vec<Embedded>,
    /// What a verifier needs, with the place of what it signs.
    pub(crate) material: Vec<(Text, Signed)>,
    /// What a verifier found.
    pub(crate) checked: Vec<Checked>,
    /// A nearer name for the format than its markers gave.
    pub(crate) format: Option<&'static Format>,
    pub(crate) skipped: Skipped,
}

/// Records that could not be read: the first few by name, the others by number.
#[derive(Debug, Default, Clone)]
pub(crate) struct Skipped {
    pub(crate) count: u64,
    pub(crate) named: Vec<(String, String)>,
}

impl Skipped {
    /// Notes one record, by JSON Pointer or line, and why it could not be read.
    pub(crate) fn note(&mut self, place: String, reason: String) {
        self.count = self.count.saturating_add(1);
        if self.named.len() < Limits::NAMED_SKIPS {
            self.named.push((place, reason));
        }
    }
}

/// A program that made or scanned something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tool {
    pub(crate) name: Text,
    pub(crate) version: Option<Text>,
}

impl Tool {
    pub(crate) fn new(name: &str, version: Option<&str>) -> Self {
        Self { name: name.into(), version: version.filter(|v| !v.is_empty()).map(Text::new) }
    }
}

/// What a document says it is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct SubjectClaim {
    pub(crate) name: Option<Text>,
    /// Every digest by which the subject may be called: the index, the platform manifest, the configuration.
    pub(crate) digests: Vec<Digest>,
}

/// A document that another one carries: the SBOM in an attestation.
#[derive(Debug)]
pub(crate) struct Embedded {
    pub(crate) place: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// The data a scanner looked things up in.
#[derive(Debug, Clone)]
pub(crate) struct Database {
    pub(crate) kind: &'static str,
    pub(crate) name: Text,
    pub(crate) version: Option<Text>,
    pub(crate) built_at: Option<Timestamp>,
}

// --- bills of materials ---------------------------------------------------------------------------------------------

/// A bill of materials.
#[derive(Debug, Default)]
pub(crate) struct Sbom {
    pub(crate) version: Option<Text>,
    pub(crate) uri: Option<Text>,
    pub(crate) timestamp: Option<Timestamp>,
    /// A timestamp was written but is none.
    pub(crate) timestamp_invalid: Option<Text>,
    pub(crate) authors: Vec<Party>,
    pub(crate) generation_context: Vec<Text>,
    /// Place of the primary component in `components`.
    pub(crate) primary: Option<usize>,
    pub(crate) components: Vec<ComponentStatement>,
    pub(crate) relations: Vec<Relation>,
    /// What the document says about the completeness of the primary's dependencies.
    pub(crate) completeness: Option<Completeness>,
    pub(crate) embedded_vulnerabilities: u64,
    /// An enveloped signature is present; it is not verified by reading.
    pub(crate) signed: bool,
}

/// How completely something is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// Everything is listed.
    Complete,
    /// Something is missing.
    Incomplete,
    /// The author does not know.
    Unknown,
}

/// A person, organisation or tool.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Party {
    /// Person, organization or tool.
    pub kind: PartyKind,
    /// The name.
    pub name: Text,
    /// An e-mail address.
    pub email: Option<Text>,
    /// A web address.
    pub url: Option<Text>,
}

/// What a [`Party`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A human being.
    Person,
    /// A company, foundation or project.
    Organization,
    /// A program.
    Tool,
}

/// What one document says about one component.
#[derive(Debug, Default, Clone)]
pub(crate) struct ComponentStatement {
    /// The name of the component inside its document (`bom-ref`, `SPDXID`).
    pub(crate) local: Text,
    /// Where it stands in the document, as a JSON Pointer or line.
    pub(crate) place: Text,
    pub(crate) kind: ComponentKind,
    pub(crate) name: Text,
    pub(crate) version: Field,
    pub(crate) purl: Option<Text>,
    pub(crate) cpes: Vec<Text>,
    pub(crate) swid: Option<Text>,
    pub(crate) supplier: Field,
    pub(crate) producer: Option<Party>,
    pub(crate) licenses: Vec<LicenseStatement>,
    pub(crate) copyright: bool,
    pub(crate) hashes: Vec<Digest>,
    pub(crate) scope: Scope,
    pub(crate) file: FileFacts,
    pub(crate) support: Option<Support>,
    pub(crate) distribution_uri: bool,
    /// Where the tool found it: a path, and the layer that holds it.
    pub(crate) location: Option<Text>,
    pub(crate) layer: Option<Text>,
}

/// A field that can be given, given as unknown, or not given.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    #[default]
    Absent,
    /// The author says that nobody knows (NOASSERTION, `unknown`).
    Unknown,
    Given(Text),
}

impl Field {
    /// Reads a text in which some words mean "nobody knows".
    pub(crate) fn read(text: Option<&str>) -> Self {
        match text.map(str::trim) {
            None | Some("") => Self::Absent,
            Some(t) if ["NOASSERTION", "unknown", "n/a", "(unknown)"].iter().any(|w| t.eq_ignore_ascii_case(w)) => {
                Self::Unknown
            }
            Some(t) => Self::Given(t.into()),
        }
    }

    pub(crate) fn text(&self) -> Option<&Text> {
        match self {
            Self::Given(text) => Some(text),
            _ => None,
        }
    }
}

/// What a component is; what is asked of it depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ComponentKind {
    /// A library of a language ecosystem.
    #[default]
    Library,
    /// A framework.
    Framework,
    /// A program.
    Application,
    /// A package of a distribution.
    OsPackage,
    /// An operating system or distribution.
    OperatingSystem,
    /// A container image.
    Container,
    /// A file without package identity.
    File,
    /// Firmware.
    Firmware,
    /// A device or its driver.
    Device,
    /// A machine-learning model or data.
    Data,
    /// A cryptographic asset.
    CryptographicAsset,
    /// A grouping without content of its own.
    Logical,
}

impl ComponentKind {
    /// Whether package fields (version, identifier, supplier, license) are asked of it.
    #[must_use]
    pub(crate) fn is_package(self) -> bool {
        matches!(self, Self::Library | Self::Framework | Self::Application | Self::OsPackage)
    }
}

/// Whether a component is needed when the product runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Needed, or nothing was said.
    #[default]
    Required,
    /// May be used.
    Optional,
    /// Only for development, build or tests.
    Dev,
    /// Not part of the product.
    Excluded,
}

/// The license information of one component in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LicenseStatement {
    pub(crate) basis: Basis,
    pub(crate) text: Text,
}

/// On what a license statement rests; the later ones outrank the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Found in files by a program.
    Detected,
    /// Written by the component's authors.
    Declared,
    /// Decided by whoever made the document.
    Concluded,
    /// Decided by the organisation in its gate file.
    Override,
}

/// What is said about a component's file (BSI TR-03183-2).
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileFacts {
    pub(crate) filename: bool,
    pub(crate) executable: bool,
    pub(crate) archive: bool,
    pub(crate) structured: bool,
    /// A SHA-512 of the deployable form stands at the distribution reference.
    pub(crate) distribution_sha512: bool,
}

/// How long and how far a component is supported.
#[derive(Debug, Default, Clone)]
pub(crate) struct Support {
    pub(crate) level: Option<Text>,
    pub(crate) end_of_support: Option<Timestamp>,
}

/// The end of support of a package that some bill of materials may list.
#[derive(Debug, Clone)]
pub(crate) struct SupportStatement {
    pub(crate) place: Text,
    pub(crate) package: PackageStatement,
    pub(crate) end: Timestamp,
}

/// A license that a scanner found for a package or file.
#[derive(Debug, Clone)]
pub(crate) struct PackageLicense {
    pub(crate) package: Text,
    pub(crate) license: Text,
}

/// An edge between two components, by their local names.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    pub(crate) from: Text,
    pub(crate) to: Text,
    pub(crate) kind: RelationKind,
}

/// What an edge means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum RelationKind {
    /// Uses at run time, or in an unsaid way.
    DependsOn,
    /// Uses for development, build or tests only.
    DevDependsOn,
    /// Holds as a part.
    Contains,
    /// Has, explicitly, no dependencies (the target is empty).
    None,
}

// --- vulnerabilities ------------------------------------------------------------------------------------------------

/// What a vulnerability scanner states.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    pub(crate) matches: Vec<MatchStatement>,
    /// Packages or targets that the scanner says it looked at; `None` where its format does not tell.
    pub(crate) examined: Option<u64>,
}

/// One scanner's statement that one package has one vulnerability.
#[derive(Debug, Default, Clone)]
pub(crate) struct MatchStatement {
    pub(crate) place: Text,
    pub(crate) id: Text,
    /// Other ids of the same vulnerability, as far as the document calls them aliases.
    pub(crate) aliases: Vec<Text>,
    pub(crate) package: PackageStatement,
    pub(crate) ratings: Vec<RatingStatement>,
    pub(crate) fix: Fix,
    pub(crate) epss: Option<EpssStatement>,
    pub(crate) kev: Option<KevStatement>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) confidence: Confidence,
    pub(crate) malicious: bool,
    pub(crate) withdrawn: bool,
    pub(crate) title: Option<Text>,
    pub(crate) url: Option<Text>,
    /// The tool's own suppression, as it explains it.
    pub(crate) suppressed: Option<Text>,
}

/// The package of a match, as far as the scanner identifies it.
#[derive(Debug, Default, Clone)]
pub(crate) struct PackageStatement {
    pub(crate) purl: Option<Text>,
    pub(crate) ecosystem: Text,
    pub(crate) name: Text,
    pub(crate) version: Text,
    pub(crate) location: Option<Text>,
}

/// A rating as stated; the merge scores it and finds out whose it is.
#[derive(Debug, Default, Clone)]
pub(crate) struct RatingStatement {
    pub(crate) source: Text,
    pub(crate) vector: Option<Text>,
    pub(crate) score: Option<f64>,
    pub(crate) version: Option<Text>,
    pub(crate) word: Option<Text>,
}

/// Whether a fix exists.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// Whether the vendor fixed it.
    pub state: FixState,
    /// The versions that hold the fix, sorted.
    pub versions: Vec<Text>,
}

/// What a vendor does about a vulnerability.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FixState {
    /// Nothing is known.
    #[default]
    Unknown,
    /// There will be no fix (or the release is at its end).
    WontFix,
    /// There is no fix yet.
    NotFixed,
    /// There is a fix.
    Fixed,
}

/// An EPSS value that a scanner embeds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EpssStatement {
    pub(crate) score: f64,
    pub(crate) percentile: Option<f64>,
    pub(crate) date: Option<Text>,
}

/// A KEV entry that a scanner embeds.
#[derive(Debug, Clone, Default)]
pub(crate) struct KevStatement {
    pub(crate) added: Option<Timestamp>,
    pub(crate) due: Option<Timestamp>,
    pub(crate) ransomware: bool,
}

/// A stakeholder-specific decision about a CVE (CISA's Vulnrichment).
#[derive(Debug, Clone, Default)]
pub(crate) struct SsvcStatement {
    pub(crate) cve: Text,
    pub(crate) exploitation: Option<Text>,
    pub(crate) automatable: Option<Text>,
    pub(crate) technical_impact: Option<Text>,
    pub(crate) timestamp: Option<Timestamp>,
}

/// What a database says about a vulnerability, whatever package has it.
#[derive(Debug, Default, Clone)]
pub(crate) struct AdvisoryStatement {
    pub(crate) id: Text,
    pub(crate) aliases: Vec<Text>,
    pub(crate) ratings: Vec<RatingStatement>,
    pub(crate) withdrawn: bool,
}

/// How sure the scanner is that the package is meant.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// By a name that only resembles (CPE).
    Low,
    /// By the source package or a related name.
    Medium,
    /// By the package itself.
    #[default]
    High,
}

/// Statements of a VEX document.
#[derive(Debug, Default)]
pub(crate) struct Vex {
    pub(crate) statements: Vec<VexStatement>,
    pub(crate) author: Option<Text>,
    /// Final: a draft or interim document does not suppress.
    pub(crate) is_final: bool,
}

/// One statement about one vulnerability in some products.
#[derive(Debug, Clone)]
pub(crate) struct VexStatement {
    pub(crate) place: Text,
    pub(crate) vulnerability: Text,
    pub(crate) aliases: Vec<Text>,
    pub(crate) status: Status,
    pub(crate) justification: Option<Text>,
    pub(crate) impact: bool,
    pub(crate) action: Option<Text>,
    pub(crate) timestamp: Option<Timestamp>,
    pub(crate) products: Vec<VexProduct>,
}

/// A product of a VEX statement and the parts of it that are meant (none: the product itself).
#[derive(Debug, Clone, Default)]
pub(crate) struct VexProduct {
    pub(crate) ids: Vec<Text>,
    pub(crate) hashes: Vec<Digest>,
    pub(crate) parts: Vec<Text>,
    /// A version range (`vers:`), where the statement has one.
    pub(crate) range: Option<Text>,
}

// --- issues, secrets ------------------------------------------------------------------------------------------------

/// A finding of another tool about code or configuration.
#[derive(Debug, Clone, Default)]
pub(crate) struct IssueStatement {
    pub(crate) place: Text,
    pub(crate) rule: Text,
    pub(crate) message: Text,
    pub(crate) level: crate::model::Level,
    pub(crate) status: IssueStatus,
    pub(crate) path: Option<Text>,
    pub(crate) line: Option<u64>,
    pub(crate) resource: Option<Text>,
    pub(crate) fingerprint: Option<Text>,
    pub(crate) suppression: Option<Text>,
}

/// How a check of another tool ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IssueStatus {
    /// The check failed.
    #[default]
    Fail,
    /// The check failed and somebody accepted that in the tool.
    Suppressed,
    /// The check passed.
    Pass,
    /// The check needs a human.
    Review,
    /// The check could not run.
    Error,
}

/// A secret that a scanner saw. The value never gets here.
#[derive(Debug, Clone, Default)]
pub(crate) struct SecretStatement {
    pub(crate) place: Text,
    pub(crate) rule: Text,
    pub(crate) description: Text,
    pub(crate) path: Text,
    pub(crate) line: Option<u64>,
    pub(crate) commit: Option<Text>,
    /// When the commit was made.
    pub(crate) committed_at: Option<Timestamp>,
    pub(crate) layer: Option<Text>,
    pub(crate) validity: Validity,
    /// The report carried a clear value, which was dropped while reading.
    pub(crate) clear_value: bool,
    pub(crate) private_key: bool,
    pub(crate) suppression: Option<Text>,
}

/// Whether a secret works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Nobody tried.
    #[default]
    Unknown,
    /// It was tried and refused.
    Inactive,
    /// It was tried and accepted.
    Active,
}

// --- infrastructure -------------------------------------------------------------------------------------------------

/// A Terraform or `OpenTofu` plan.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) format_version: Text,
    pub(crate) terraform_version: Option<Text>,
    pub(crate) errored: Option<bool>,
    pub(crate) complete: Option<bool>,
    pub(crate) resources: Vec<PlannedResource>,
    /// Resource references of the configuration: (module address, resource address without keys, attribute, reference).
    pub(crate) references: Vec<ConfigurationReference>,
}

/// An attribute of a configured resource that refers to something else.
#[derive(Debug, Clone)]
pub(crate) struct ConfigurationReference {
    pub(crate) module: Text,
    pub(crate) resource: Text,
    pub(crate) attribute: Text,
    pub(crate) target: Text,
}

/// One entry of `resource_changes`.
#[derive(Debug, Clone)]
pub(crate) struct PlannedResource {
    pub(crate) place: Text,
    pub(crate) address: Text,
    pub(crate) module: Text,
    pub(crate) managed: bool,
    pub(crate) kind: Text,
    pub(crate) name: Text,
    pub(crate) index: Option<Text>,
    pub(crate) provider: Text,
    pub(crate) deposed: bool,
    pub(crate) actions: Vec<Text>,
    pub(crate) before: serde_json::Value,
    pub(crate) after: serde_json::Value,
    pub(crate) after_unknown: serde_json::Value,
}

// --- signatures and attestations ------------------------------------------------------------------------------------

/// A signature as somebody reports it.
#[derive(Debug, Clone, Default)]
pub(crate) struct SignatureStatement {
    pub(crate) place: Text,
    pub(crate) kind: &'static str,
    pub(crate) subjects: Vec<Digest>,
    pub(crate) identity: Option<Text>,
    pub(crate) issuer: Option<Text>,
    pub(crate) log_included: Option<bool>,
    pub(crate) time: Option<Timestamp>,
    pub(crate) claims: Vec<(&'static str, Text)>,
}

/// What a verifier needs of a document.
#[derive(Debug)]
#[cfg_attr(not(feature = "verify"), expect(dead_code, reason = "only a verifier needs it"))]
pub(crate) enum Signed {
    /// A Sigstore bundle as it was written.
    Bundle(Box<[u8]>),
    /// A DSSE envelope.
    Envelope(EnvelopeStatement),
}

/// A DSSE envelope, decoded.
#[derive(Debug)]
#[cfg_attr(not(feature = "verify"), expect(dead_code, reason = "only a verifier needs it"))]
pub(crate) struct EnvelopeStatement {
    pub(crate) payload_type: String,
    pub(crate) payload: Vec<u8>,
    pub(crate) signatures: Vec<Vec<u8>>,
}

/// What checking one signature found: what it proves, or why it is refused.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) place: Text,
    pub(crate) outcome: Result<Box<Proof>, Text>,
}

/// What a verified signature proves.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    /// `keyless` or `key`.
    pub(crate) kind: &'static str,
    pub(crate) subjects: Vec<Digest>,
    /// Subject alternative name and issuer of the certificate.
    pub(crate) identity: Option<(Text, Text)>,
    pub(crate) key_id: Option<Text>,
    pub(crate) algorithm: Option<Text>,
    pub(crate) key_bits: Option<u64>,
    pub(crate) time: Option<Timestamp>,
    pub(crate) time_valid: Option<bool>,
    pub(crate) log_included: bool,
    pub(crate) claims: Vec<(&'static str, Text)>,
}

/// An in-toto statement.
#[derive(Debug, Clone, Default)]
pub(crate) struct AttestationStatement {
    pub(crate) place: Text,
    pub(crate) predicate_type: Text,
    pub(crate) statement_type: Text,
    pub(crate) subjects: Vec<AttestedSubject>,
    pub(crate) enveloped: bool,
    pub(crate) signatures: u64,
    pub(crate) provenance: Option<Box<ProvenanceStatement>>,
    pub(crate) summary: Option<Box<SummaryStatement>>,
    pub(crate) test_result: Option<Text>,
}

/// A subject of an in-toto statement.
#[derive(Debug, Clone, Default)]
pub(crate) struct AttestedSubject {
    pub(crate) name: Text,
    pub(crate) digests: Vec<Digest>,
}

/// SLSA provenance, any version.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProvenanceStatement {
    pub(crate) builder_id: Text,
    pub(crate) build_type: Text,
    pub(crate) source_uri: Option<Text>,
    pub(crate) source_ref: Option<Text>,
    pub(crate) source_digest: Option<Text>,
    pub(crate) parameters: Vec<(Text, Text)>,
    pub(crate) invocation: Option<Text>,
    pub(crate) started: Option<Timestamp>,
    pub(crate) finished: Option<Timestamp>,
    pub(crate) materials: Vec<Material>,
}

/// Something a build used.
#[derive(Debug, Clone)]
pub(crate) struct Material {
    pub(crate) uri: Text,
    pub(crate) pinned: bool,
}

/// A SLSA verification summary.
#[derive(Debug, Clone, Default)]
pub(crate) struct SummaryStatement {
    pub(crate) verifier: Text,
    pub(crate) resource_uri: Text,
    pub(crate) result: Text,
    pub(crate) levels: Vec<Text>,
}

// --- image ----------------------------------------------------------------------------------------------------------

/// What a document says about a container image.
#[derive(Debug, Clone, Default)]
pub(crate) struct ImageStatement {
    pub(crate) reference: Option<Text>,
    pub(crate) tags: Vec<Text>,
    pub(crate) digests: Vec<Digest>,
    pub(crate) labels: Vec<(Text, Text)>,
    pub(crate) user: Option<Text>,
    pub(crate) created: Option<Timestamp>,
    pub(crate) os: Option<OsStatement>,
    pub(crate) layers: Vec<Text>,
    /// Places whose values look like secrets; see [`crate::model::secret`].
    pub(crate) suspicious: Vec<Text>,
    /// The image configuration itself was seen, so an absent user means root.
    pub(crate) configured: bool,
}

/// The distribution inside an image.
#[derive(Debug, Clone, Default)]
pub(crate) struct OsStatement {
    pub(crate) name: Text,
    pub(crate) version: Text,
    /// When support ends, as the distribution says.
    pub(crate) end_of_support: Option<Timestamp>,
    /// The scanner says that the release is at its end.
    pub(crate) end_of_life: Option<bool>,
}

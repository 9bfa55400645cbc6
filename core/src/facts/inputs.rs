//! One fact per document: what it is, whether it could be read, and whether it is about the subject.

use serde::Serialize;

use crate::document::statement::{Content, Tool};
use crate::document::{Document, Kind};
use crate::model::{Digest, Text, Timestamp};

use super::signatures::{Identity, Verified, verdict};
use super::subject::SubjectFacts;

/// A document of the dossier.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    /// The file or the name that the caller gave; `#predicate` marks a carried document, `:2` the second of a file.
    pub name: Text,
    /// What kind of document the format is; absent if it was not recognised.
    pub kind: Option<Kind>,
    /// The kinds of evidence that it provides.
    pub provides: Vec<Kind>,
    /// The format.
    pub format: Option<Text>,
    /// The version of the format, as the document states it.
    pub format_version: Text,
    /// The numbers of that version, for comparison.
    pub format_release: Vec<u64>,
    /// `utf-8`, `utf-8-bom`, `utf-16le` or `utf-16be`.
    pub encoding: Text,
    /// `none`, `gzip` or `json-lines`.
    pub container: Text,
    /// The SHA-256 of its bytes.
    pub digest: Digest,
    /// Its size.
    pub bytes: u64,
    /// The programs that made it.
    pub tools: Vec<ToolFact>,
    /// When it was made.
    pub produced_at: Option<Timestamp>,
    /// Whole seconds from `produced_at` to `now`; negative if it was made in the future.
    pub age_seconds: Option<i64>,
    /// Whether it could be read.
    pub status: InputStatus,
    /// Why it could not be read, or which records could not.
    pub errors: Vec<InputError>,
    /// Records that were left out because they could not be read.
    pub skipped: u64,
    /// Components, matches, results or statements in it.
    pub items: u64,
    /// Packages or targets that a scanner says it looked at.
    pub examined: Option<u64>,
    /// Why it is implausible that it is empty.
    pub implausible: Option<Emptiness>,
    /// The digests of what it says it is about.
    pub subject_digests: Vec<Digest>,
    /// Whether that is the subject.
    pub subject_match: SubjectMatch,
    /// The input that carries it (an attestation).
    pub carrier: Option<usize>,
    /// Whether a signature covers it.
    pub verified: Verified,
    /// Who signed it, where a signature was checked.
    pub signer: Option<super::signatures::Identity>,
    /// A digest that an attestation states for a document of this name, if it is another one.
    pub digest_stated: Option<Digest>,
    /// Violations of the format's schema; absent if they were not looked for.
    pub schema_errors: Option<Vec<InputError>>,
}

/// A program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToolFact {
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: Option<Text>,
}

impl From<&Tool> for ToolFact {
    fn from(tool: &Tool) -> Self {
        Self { name: tool.name.clone(), version: tool.version.clone() }
    }
}

/// Whether a document could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InputStatus {
    /// As a whole.
    Ok,
    /// Without some records.
    Partial,
    /// Not at all.
    Unreadable,
    /// It was found in a directory, is well-formed and of no known format.
    Ignored,
}

/// What was wrong and where.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InputError {
    /// The stable code of the error.
    pub code: &'static str,
    /// A JSON Pointer, or line and column.
    pub at: Option<String>,
    /// What was wrong and what to do.
    pub message: String,
}

/// Why emptiness is implausible.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Emptiness {
    /// In one sentence fragment.
    pub reason: String,
}

/// Whether a document is about the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectMatch {
    /// It names a digest of the subject.
    Match,
    /// It names only other digests.
    Mismatch,
    /// It names no digest.
    Unbound,
    /// The subject has no digest, or the document is about no artifact (a feed).
    NotApplicable,
}

/// One fact per document.
pub(super) fn facts(documents: &[Document], subject: &SubjectFacts, now: Timestamp) -> Vec<Input> {
    let mut inputs: Vec<Input> = documents.iter().map(|d| input(d, subject, now)).collect();
    for number in 0..inputs.len() {
        let (verified, signer) = vouched(number, documents);
        if let Some(input) = inputs.get_mut(number) {
            (input.verified, input.signer) = (verified, signer);
        }
    }
    let verdicts: Vec<_> = documents.iter().enumerate().map(|(i, d)| emptiness(i, d, documents, &inputs)).collect();
    for (input, verdict) in inputs.iter_mut().zip(verdicts) {
        input.implausible = verdict;
    }
    inputs
}

/// Whether a signature covers a document: its own, or that of the envelope that carries it.
fn vouched(number: usize, documents: &[Document]) -> (Verified, Option<Identity>) {
    let mut at = Some(number);
    // INVARIANT: a carrier stands before what it carries, so this ends.
    while let Some(document) = at.and_then(|i| documents.get(i)) {
        let checked = document.content.as_ref().map(|c| c.checked.as_slice()).unwrap_or_default();
        if let Some(first) = checked.first() {
            let all = checked.iter().all(|c| c.outcome.is_ok());
            return if all { verdict(first) } else { (Verified::No, None) };
        }
        at = document.carrier.filter(|carrier| at.is_some_and(|i| *carrier < i));
    }
    (Verified::NotChecked, None)
}

fn input(document: &Document, subject: &SubjectFacts, now: Timestamp) -> Input {
    let content = document.content.as_ref().ok();
    let produced_at = content.and_then(|c| c.produced_at);
    let mut subject_digests: Vec<Digest> =
        content.into_iter().flat_map(|c| &c.subjects).flat_map(|s| s.digests.iter().cloned()).collect();
    subject_digests.sort();
    subject_digests.dedup();
    let provides = content.map(provides).unwrap_or_default();
    Input {
        name: Text::new(&*document.name),
        kind: document.format.map(|f| f.kind),
        format: document.format.map(|f| Text::new_static(f.name)),
        format_version: document.version.clone(),
        format_release: numbers(&document.version),
        encoding: Text::new_static(document.encoding),
        container: Text::new_static(document.container),
        digest: document.digest.clone(),
        bytes: document.bytes,
        tools: content.into_iter().flat_map(|c| &c.tools).map(ToolFact::from).collect(),
        produced_at,
        age_seconds: produced_at.map(|p| now.seconds_since(p)),
        status: status(document),
        errors: errors(document),
        skipped: content.map_or(0, |c| c.skipped.count),
        items: content.map_or(0, items),
        examined: content.and_then(|c| c.vulnerabilities.as_ref()).and_then(|s| s.examined),
        implausible: None,
        subject_match: subject_match(&provides, &subject_digests, subject),
        subject_digests,
        provides,
        carrier: document.carrier,
        verified: Verified::NotChecked,
        signer: None,
        digest_stated: None,
        schema_errors: None,
    }
}

fn status(document: &Document) -> InputStatus {
    match &document.content {
        Err(_) if document.ignored => InputStatus::Ignored,
        Err(_) => InputStatus::Unreadable,
        Ok(content) if content.skipped.count > 0 => InputStatus::Partial,
        Ok(_) => InputStatus::Ok,
    }
}

fn errors(document: &Document) -> Vec<InputError> {
    match &document.content {
        Err(error) => {
            let message = if error.remedy().is_empty() {
                error.reason().to_owned()
            } else {
                format!("{}; {}", error.reason(), error.remedy())
            };
            vec![InputError { code: error.code(), at: error.at().map(str::to_owned), message }]
        }
        Ok(content) => {
            let named = content.skipped.named.iter();
            named
                .map(|(at, message)| InputError {
                    code: "unreadable_document",
                    at: Some(at.clone()),
                    message: message.clone(),
                })
                .collect()
        }
    }
}

/// The kinds of evidence that a document provides: a list that was written, even if nothing is in it.
fn provides(content: &Content) -> Vec<Kind> {
    let attested = |p: fn(&crate::document::statement::AttestationStatement) -> bool| {
        content.attestations.as_ref().is_some_and(|list| list.iter().any(p))
    };
    [
        (Kind::Sbom, content.sbom.is_some()),
        (Kind::Vulnerabilities, content.vulnerabilities.is_some()),
        (Kind::Vex, content.vex.is_some()),
        (Kind::Secrets, content.secrets.is_some()),
        (Kind::Iac, content.plan.is_some() || content.misconfigurations.is_some()),
        (Kind::Code, content.code.is_some()),
        (Kind::Licenses, content.licenses.is_some()),
        (Kind::Signatures, content.signatures.is_some() || !content.checked.is_empty()),
        (Kind::Attestations, content.attestations.is_some()),
        (Kind::Provenance, attested(|a| a.provenance.is_some())),
        (Kind::Image, content.image.is_some()),
        (Kind::Epss, content.epss.is_some()),
        (Kind::Kev, content.kev.is_some()),
        (Kind::Advisories, content.advisories.is_some()),
    ]
    .into_iter()
    .filter_map(|(kind, present)| present.then_some(kind))
    .collect()
}

fn items(content: &Content) -> u64 {
    fn len<T>(list: Option<&Vec<T>>) -> u64 {
        list.map_or(0, |l| l.len() as u64)
    }
    let sbom = content.sbom.as_ref().map_or(0, |s| {
        let primary = u64::from(s.primary.is_some());
        (s.components.len() as u64).saturating_sub(primary)
    });
    [
        sbom,
        content.vulnerabilities.as_ref().map_or(0, |s| s.matches.len() as u64),
        content.vex.as_ref().map_or(0, |v| v.statements.len() as u64),
        len(content.secrets.as_ref()),
        len(content.misconfigurations.as_ref()),
        len(content.code.as_ref()),
        len(content.licenses.as_ref()),
        len(content.signatures.as_ref()),
        len(content.attestations.as_ref()),
        content.plan.as_ref().map_or(0, |p| p.resources.len() as u64),
        content.epss.as_ref().map_or(0, |f| f.len() as u64),
        content.kev.as_ref().map_or(0, |f| f.entries.len() as u64),
        len(content.advisories.as_ref()),
        content.support.len() as u64,
    ]
    .iter()
    .fold(0, |sum, n| sum.saturating_add(*n))
}

fn subject_match(provides: &[Kind], digests: &[Digest], subject: &SubjectFacts) -> SubjectMatch {
    let about_no_artifact = provides.iter().all(|k| {
        matches!(k, Kind::Epss | Kind::Kev | Kind::Advisories | Kind::Iac | Kind::Code | Kind::Secrets | Kind::Vex)
    });
    if !subject.declared || subject.digests.is_empty() || (about_no_artifact && digests.is_empty()) {
        SubjectMatch::NotApplicable
    } else if digests.is_empty() {
        SubjectMatch::Unbound
    } else if digests.iter().any(|d| subject.digests.binary_search(d).is_ok()) {
        SubjectMatch::Match
    } else {
        SubjectMatch::Mismatch
    }
}

/// The numbers at the start of a version: `1.6` → 1, 6; `v0.2.0` → 0, 2, 0.
fn numbers(version: &str) -> Vec<u64> {
    let version = version.trim_start_matches('v');
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

/// Why it is implausible that a document is empty, seen beside the others.
fn emptiness(number: usize, document: &Document, all: &[Document], inputs: &[Input]) -> Option<Emptiness> {
    let content = document.content.as_ref().ok()?;
    let others = || all.iter().zip(inputs).enumerate().filter(move |(i, _)| *i != number).map(|(_, pair)| pair);
    let packages = |d: &Document| {
        let content = d.content.as_ref().ok();
        let components = content
            .and_then(|c| c.sbom.as_ref())
            .map_or(0, |s| s.components.iter().filter(|c| c.kind.is_package()).count());
        let matches = content.and_then(|c| c.vulnerabilities.as_ref()).map_or(0, |s| s.matches.len());
        components.max(matches)
    };
    let reason = if let Some(sbom) = &content.sbom {
        let listed = sbom.components.len().saturating_sub(usize::from(sbom.primary.is_some()));
        let os_image = content.image.as_ref().is_some_and(|i| i.os.is_some());
        let os_packages =
            sbom.components.iter().any(|c| c.kind == crate::document::statement::ComponentKind::OsPackage);
        if listed == 0 {
            match others().find(|(d, _)| packages(d) > 0) {
                Some((_, other)) => format!("it lists no components while {} names packages", other.name),
                None => "it lists no components".to_owned(),
            }
        } else if os_image && !os_packages {
            "it lists no packages of the image's distribution".to_owned()
        } else {
            return None;
        }
    } else {
        let scan = content.vulnerabilities.as_ref().filter(|s| s.matches.is_empty())?;
        let other_scan = |(d, _): &(&Document, &Input)| {
            d.content.as_ref().ok().and_then(|c| c.vulnerabilities.as_ref()).is_some_and(|s| !s.matches.is_empty())
        };
        if let Some((_, other)) = others().find(other_scan) {
            format!("it reports no vulnerabilities while {} reports some", other.name)
        } else if scan.examined == Some(0) {
            "it reports no vulnerabilities and nothing that was looked at".to_owned()
        } else if scan.examined.is_none() && content.databases.is_empty() && others().any(|(d, _)| packages(d) > 0) {
            "it reports no vulnerabilities and names no database that was used".to_owned()
        } else {
            return None;
        }
    };
    Some(Emptiness { reason })
}

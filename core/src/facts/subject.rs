//! The artifact under judgement: what the caller says it is, and what the documents say they are about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::model::{Digest, Reference, Text};

use super::image::Image;

/// The subject as the caller describes it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Subject {
    pub(crate) reference: Option<Reference>,
    pub(crate) digests: Vec<Digest>,
    pub(crate) kind: Option<SubjectKind>,
    pub(crate) exposure: Exposure,
    pub(crate) distribution: Distribution,
    pub(crate) environment: Option<Text>,
}

/// What kind of artifact a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// A container image.
    Image,
    /// A package of a language or distribution.
    Package,
    /// A file that is run or installed.
    Binary,
    /// A deployment of several artifacts.
    Deployment,
    /// A source tree.
    Source,
    /// Nobody said.
    Unknown,
}

/// Who can reach the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Exposure {
    /// Reachable from public networks.
    Public,
    /// Reachable only from inside.
    Internal,
    /// Nobody said.
    #[default]
    Unknown,
}

/// How the subject reaches its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Distribution {
    /// It stays inside the organisation.
    Internal,
    /// It is offered as a service.
    Saas,
    /// It is given to others.
    Distributed,
    /// Nobody said.
    #[default]
    Unknown,
}

/// The subject in facts.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectFacts {
    /// The caller named the subject; otherwise only the documents say what they are about.
    pub declared: bool,
    /// The name, without tag and digest.
    pub name: Option<Text>,
    /// What it is.
    pub kind: SubjectKind,
    /// The reference as given.
    pub reference: Option<Text>,
    /// The tag in the reference.
    pub tag: Option<Text>,
    /// The registry host in the reference.
    pub host: Option<Text>,
    /// Every digest by which the subject is known: the given ones and those that a document ties to them (the
    /// platform manifests of an index, the configuration of a manifest).
    pub digests: Vec<Digest>,
    /// The image's labels.
    pub labels: BTreeMap<Text, Text>,
    /// Who can reach it.
    pub exposure: Exposure,
    /// The environment it is meant for.
    pub environment: Option<Text>,
    /// How it reaches its users.
    pub distribution: Distribution,
}

/// Joins what the caller says with what the documents say.
pub(super) fn facts(subject: &Subject, documents: &[Document], image: Option<&Image>) -> SubjectFacts {
    let reference = subject.reference.as_ref();
    let stated = subject.digests.iter().chain(reference.and_then(Reference::digest)).cloned();
    let mut digests: Vec<Digest> = stated.collect();
    digests.sort();
    digests.dedup();
    let declared = reference.is_some() || !digests.is_empty();
    let claims = || documents.iter().filter_map(|d| d.content.as_ref().ok()).flat_map(|c| &c.subjects);
    if declared {
        extend(&mut digests, claims().map(|c| c.digests.as_slice()));
    } else {
        digests = claims().flat_map(|c| c.digests.iter().cloned()).collect();
        digests.sort();
        digests.dedup();
    }
    let claimed = || claims().find_map(|c| c.name.clone()).filter(|_| !declared);
    let name = reference.map(|r| Text::new(r.name())).filter(|n| !n.is_empty()).or_else(claimed);
    let by_reference =
        |r: &Reference| if r.is_image() { Some(SubjectKind::Image) } else { r.purl().map(|_| SubjectKind::Package) };
    let kind = subject.kind.or_else(|| reference.and_then(by_reference)).or(image.map(|_| SubjectKind::Image));
    SubjectFacts {
        declared,
        name,
        kind: kind.unwrap_or(SubjectKind::Unknown),
        reference: reference.map(|r| Text::new(r.as_str())),
        tag: reference.and_then(Reference::tag).map(Text::new),
        host: reference.and_then(Reference::host).map(Text::new),
        digests,
        labels: image.map(|i| i.labels.clone()).unwrap_or_default(),
        exposure: subject.exposure,
        environment: subject.environment.clone(),
        distribution: subject.distribution,
    }
}

/// A document that calls its subject by a known digest and by others ties the others to it; until nothing is new.
fn extend<'a>(digests: &mut Vec<Digest>, claims: impl Iterator<Item = &'a [Digest]> + Clone) {
    if digests.is_empty() {
        return;
    }
    loop {
        let before = digests.len();
        for claim in claims.clone() {
            if claim.iter().any(|d| digests.binary_search(d).is_ok()) {
                for digest in claim {
                    if let Err(at) = digests.binary_search(digest) {
                        digests.insert(at, digest.clone());
                    }
                }
            }
        }
        if digests.len() == before {
            return;
        }
    }
}

//! The container image, as all documents together describe it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::ImageStatement;
use crate::model::{Digest, Reference, Text, Timestamp};

use super::sorted;

/// A container image.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// The reference that was scanned.
    pub reference: Option<Text>,
    /// The tags under which the scanner saw it.
    pub tags: Vec<Text>,
    /// Digests of index, manifest and configuration.
    pub digests: Vec<Digest>,
    /// Labels of the configuration.
    pub labels: BTreeMap<Text, Text>,
    /// The image that it was built on, as its labels name it.
    pub base: Option<BaseImage>,
    /// The user that it runs as; absent in a configuration that names none.
    pub user: Option<Text>,
    /// Whether that user is root; absent if no document carries the configuration.
    pub runs_as_root: Option<bool>,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// Whole days from its creation to `now`.
    pub age_days: Option<i64>,
    /// It was created in the future, or at the start of the Unix epoch.
    pub created_implausible: bool,
    /// The distribution inside.
    pub os: Option<OperatingSystem>,
    /// Digests of its layers.
    pub layers: Vec<Text>,
    /// Places in its configuration (`label NAME`, `env NAME`) whose values look like secrets.
    pub suspicious: Vec<Text>,
    /// The inputs that describe it.
    pub inputs: Vec<usize>,
}

/// The image that another one is built on.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BaseImage {
    /// `org.opencontainers.image.base.name`.
    pub reference: Option<Text>,
    /// `org.opencontainers.image.base.digest`, or the digest in the reference.
    pub digest: Option<Text>,
}

/// A distribution release.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OperatingSystem {
    /// Its name: `debian`, `alpine`, …
    pub name: Text,
    /// Its version.
    pub version: Text,
    /// Whether its support has ended; absent if no document tells.
    pub end_of_life: Option<bool>,
    /// When its support ends.
    pub end_of_support: Option<Timestamp>,
    /// Whole days from `now` to the end of its support; negative after it.
    pub days_left: Option<i64>,
}

/// Joins what all documents say about the image; earlier documents win where two disagree.
pub(super) fn fact(documents: &[Document], now: Timestamp) -> Option<Image> {
    let statements =
        documents.iter().enumerate().filter_map(|(i, d)| Some((i, d.content.as_ref().ok()?.image.as_deref()?)));
    let statements: Vec<(usize, &ImageStatement)> = statements.collect();
    if statements.is_empty() {
        return None;
    }
    let all = || statements.iter().map(|(_, s)| *s);
    let mut labels: BTreeMap<Text, Text> = BTreeMap::new();
    for (name, value) in all().flat_map(|s| &s.labels) {
        labels.entry(name.clone()).or_insert_with(|| value.clone());
    }
    let created = all().find_map(|s| s.created);
    let configured = all().any(|s| s.configured);
    let user = all().find_map(|s| s.user.clone());
    let mut suspicious: Vec<Text> = all().flat_map(|s| s.suspicious.iter().cloned()).collect();
    suspicious.sort();
    suspicious.dedup();
    Some(Image {
        reference: all().find_map(|s| s.reference.clone()),
        tags: sorted(all().flat_map(|s| s.tags.iter().cloned())),
        digests: sorted(all().flat_map(|s| s.digests.iter().cloned())),
        base: base(&labels),
        labels,
        runs_as_root: configured.then(|| user.as_deref().is_none_or(is_root)),
        user,
        created,
        age_days: created.map(|c| now.days_since(c)),
        created_implausible: created.is_some_and(|c| c > now || c.unix_seconds() <= 0),
        os: os(all(), now),
        layers: all().find(|s| !s.layers.is_empty()).map(|s| s.layers.clone()).unwrap_or_default(),
        suspicious,
        inputs: statements.iter().map(|(i, _)| *i).collect(),
    })
}

/// `root`, `0`, `root:group`, `0:0`.
fn is_root(user: &str) -> bool {
    matches!(user.split(':').next().unwrap_or_default().trim(), "" | "root" | "0")
}

fn base(labels: &BTreeMap<Text, Text>) -> Option<BaseImage> {
    let get = |name: &str| labels.get(name).filter(|v| !v.is_empty()).cloned();
    let reference = get("org.opencontainers.image.base.name");
    let in_reference = || {
        let parsed: Reference = reference.as_ref()?.parse().ok()?;
        parsed.digest().map(|d| Text::from(d.to_string()))
    };
    let digest = get("org.opencontainers.image.base.digest").or_else(in_reference);
    (reference.is_some() || digest.is_some()).then_some(BaseImage { reference, digest })
}

fn os<'a>(statements: impl Iterator<Item = &'a ImageStatement> + Clone, now: Timestamp) -> Option<OperatingSystem> {
    let found = || statements.clone().filter_map(|s| s.os.as_ref());
    let first = found().next()?;
    let end_of_support = found().find_map(|os| os.end_of_support);
    let stated = found().filter_map(|os| os.end_of_life).max();
    Some(OperatingSystem {
        name: first.name.clone(),
        version: first.version.clone(),
        end_of_life: stated.max(end_of_support.map(|end| end <= now)),
        end_of_support,
        days_left: end_of_support.map(|end| end.days_since(now)),
    })
}

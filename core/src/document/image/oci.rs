//! Documents of an image: its configuration, its manifest, the index over manifests, and the list of a `docker save`.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Digest, Text};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Str};
use super::super::statement::{Content, ImageStatement, SubjectClaim};
use super::super::{Format, Kind, Recognise};
use super::config::ImageConfig;

pub(crate) const CONFIG: Format = Format {
    name: "oci-config",
    kind: Kind::Image,
    recognise: Recognise::Json(recognise_config),
    lines: false,
    read: read_config,
};

pub(crate) const MANIFEST: Format = Format {
    name: "oci-manifest",
    kind: Kind::Image,
    recognise: Recognise::Json(recognise_manifest),
    lines: false,
    read: read_manifest,
};

pub(crate) const INDEX: Format = Format {
    name: "oci-index",
    kind: Kind::Image,
    recognise: Recognise::Json(recognise_index),
    lines: false,
    read: read_index,
};

pub(crate) const ARCHIVE: Format = Format {
    name: "docker-archive-manifest",
    kind: Kind::Image,
    recognise: Recognise::Json(recognise_archive),
    lines: false,
    read: read_archive,
};

fn recognise_config(outline: &Outline) -> Option<String> {
    (outline.text("architecture").is_some() && outline.is_object("rootfs")).then(String::new)
}

fn recognise_manifest(outline: &Outline) -> Option<String> {
    let marked = outline.scalar("schemaVersion") == Some("2") && outline.is_object("config");
    (marked && outline.is_array("layers")).then(|| media_type(outline))
}

fn recognise_index(outline: &Outline) -> Option<String> {
    let marked = outline.scalar("schemaVersion") == Some("2") && outline.is_array("manifests");
    (marked && !outline.has(&["detector"])).then(|| media_type(outline))
}

fn recognise_archive(outline: &Outline) -> Option<String> {
    outline.first()?.has(&["Config", "Layers"]).then(String::new)
}

fn media_type(outline: &Outline) -> String {
    outline.text("mediaType").unwrap_or_default().to_owned()
}

fn read_config(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let config: ImageConfig<'_> = json::read_whole(text)?;
    // The digest of a configuration is the image id by which `docker` and scanners know an image.
    let mut image = ImageStatement { digests: vec![Digest::sha256_of(text)], ..ImageStatement::default() };
    config.state(&mut image);
    claim(&mut image, content);
    Ok(())
}

fn read_manifest(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let manifest: Manifest<'_> = json::read_whole(text)?;
    let own = Digest::sha256_of(text);
    let digests = std::iter::once(own).chain(manifest.config.digest.parse().ok()).collect();
    let mut image = ImageStatement {
        digests,
        layers: manifest.layers.iter().map(|l| l.digest.text()).collect(),
        labels: labels(&manifest.annotations),
        ..ImageStatement::default()
    };
    claim(&mut image, content);
    Ok(())
}

fn read_index(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let index: Index<'_> = json::read_whole(text)?;
    let mut digests = vec![Digest::sha256_of(text)];
    let mut tags = Vec::new();
    for manifest in &index.manifests {
        // Build attestations stand among the platforms; they are no image.
        let kind = manifest.annotations.get("vnd.docker.reference.type").and_then(Option::as_ref);
        if kind.is_some_and(|k| &**k == "attestation-manifest") {
            continue;
        }
        digests.extend(manifest.digest.parse().ok());
        let tag = manifest.annotations.get("org.opencontainers.image.ref.name").and_then(Option::as_ref);
        tags.extend(tag.map(Str::text));
    }
    let mut image = ImageStatement { digests, tags, labels: labels(&index.annotations), ..ImageStatement::default() };
    claim(&mut image, content);
    Ok(())
}

fn read_archive(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let entries: List<ArchiveEntry<'_>> = json::read_whole(text)?;
    let mut image = ImageStatement::default();
    for entry in &entries {
        // `<hex>.json`, or `blobs/sha256/<hex>` since Docker 25.
        let name = entry.config.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
        image.digests.extend(Digest::new("sha256", name));
        image.tags.extend(entry.repo_tags.iter().map(Str::text));
    }
    claim(&mut image, content);
    Ok(())
}

fn claim(image: &mut ImageStatement, content: &mut Content) {
    image.digests.sort();
    image.digests.dedup();
    image.reference = image.tags.first().cloned();
    content.subjects.push(SubjectClaim { name: image.reference.clone(), digests: image.digests.clone() });
    content.image = Some(Box::new(std::mem::take(image)));
}

fn labels(annotations: &Pairs<'_, Option<Str<'_>>>) -> Vec<(Text, Text)> {
    let pairs = annotations.iter().filter_map(|(name, value)| Some((name.text(), value.as_ref()?.text())));
    let mut labels: Vec<(Text, Text)> = pairs.collect();
    labels.sort();
    labels
}

#[derive(Deserialize)]
struct Manifest<'a> {
    #[serde(borrow)]
    config: Descriptor<'a>,
    #[serde(borrow, default)]
    layers: List<Descriptor<'a>>,
    #[serde(borrow, default)]
    annotations: Pairs<'a, Option<Str<'a>>>,
}

#[derive(Deserialize)]
struct Index<'a> {
    #[serde(borrow, default)]
    manifests: List<Descriptor<'a>>,
    #[serde(borrow, default)]
    annotations: Pairs<'a, Option<Str<'a>>>,
}

#[derive(Deserialize)]
struct Descriptor<'a> {
    #[serde(borrow)]
    digest: Str<'a>,
    #[serde(borrow, default)]
    annotations: Pairs<'a, Option<Str<'a>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ArchiveEntry<'a> {
    #[serde(borrow)]
    config: Str<'a>,
    #[serde(borrow, default)]
    repo_tags: List<Str<'a>>,
}

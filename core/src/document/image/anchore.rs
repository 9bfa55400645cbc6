//! The scanned thing as syft and grype describe it: `source` and `distro`.

use serde::Deserialize;

use crate::model::{Digest, Text, Timestamp};

use super::super::json::{List, Pairs, Scalar, Str};
use super::super::statement::{ImageStatement, OsStatement, SubjectClaim};
use super::config::ImageConfig;

#[derive(Deserialize)]
pub(crate) struct Source<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    /// syft since schema 7.
    #[serde(borrow)]
    metadata: Option<Target<'a>>,
    /// grype, and syft before.
    #[serde(borrow)]
    target: Option<Target<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Target<'a> {
    #[serde(borrow)]
    Path(Str<'a>),
    Image(Box<ImageTarget<'a>>),
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ImageTarget<'a> {
    #[serde(borrow)]
    user_input: Option<Str<'a>>,
    #[serde(borrow)]
    path: Option<Str<'a>>,
    #[serde(borrow, rename = "imageID")]
    image_id: Option<Str<'a>>,
    #[serde(borrow)]
    manifest_digest: Option<Str<'a>>,
    #[serde(borrow, default)]
    tags: List<Str<'a>>,
    #[serde(borrow, default)]
    repo_digests: List<Str<'a>>,
    #[serde(borrow, default)]
    layers: List<Layer<'a>>,
    #[serde(borrow)]
    config: Option<Str<'a>>,
    #[serde(borrow, default)]
    labels: Pairs<'a, Option<Str<'a>>>,
    #[serde(borrow, default)]
    digests: List<FileDigest<'a>>,
}

#[derive(Deserialize)]
struct Layer<'a> {
    #[serde(borrow)]
    digest: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct FileDigest<'a> {
    #[serde(borrow)]
    algorithm: Str<'a>,
    #[serde(borrow)]
    value: Str<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Distro<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow, rename = "versionID")]
    version_id: Option<Scalar<'a>>,
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
    #[serde(borrow)]
    support_end: Option<Str<'a>>,
}

impl Source<'_> {
    fn target(&self) -> Option<&ImageTarget<'_>> {
        match (&self.metadata, &self.target) {
            (Some(Target::Image(target)), _) | (_, Some(Target::Image(target))) => Some(target),
            _ => None,
        }
    }

    pub(crate) fn is_image(&self) -> bool {
        self.kind.as_deref() == Some("image")
    }

    pub(crate) fn id(&self) -> Option<Text> {
        self.id.as_ref().filter(|id| !id.is_empty()).map(Str::text)
    }

    pub(crate) fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    fn name(&self) -> Option<Text> {
        let path = match (&self.metadata, &self.target) {
            (Some(Target::Path(path)), _) | (_, Some(Target::Path(path))) => Some(&**path),
            _ => None,
        };
        let target = self.target();
        let user_input = target.and_then(|t| t.user_input.as_deref().or(t.path.as_deref()));
        let name = self.name.as_deref().filter(|n| !n.is_empty());
        name.or(user_input).or(path).map(Text::new)
    }

    /// What the document says it is about.
    pub(crate) fn claim(&self) -> SubjectClaim {
        let mut digests: Vec<Digest> = Vec::new();
        if let Some(target) = self.target() {
            let repositories = target.repo_digests.iter().filter_map(|r| r.rsplit_once('@')).map(|(_, digest)| digest);
            let own = target.manifest_digest.as_deref().into_iter().chain(target.image_id.as_deref());
            digests.extend(own.chain(repositories).filter_map(|d| d.parse().ok()));
            digests.extend(target.digests.iter().filter_map(|d| Digest::new(&d.algorithm, &d.value)));
        }
        digests.sort();
        digests.dedup();
        SubjectClaim { name: self.name(), digests }
    }

    /// What the document says about the image, if it is about one.
    pub(crate) fn image(&self, distro: Option<&Distro<'_>>) -> Option<Box<ImageStatement>> {
        let target = self.target().filter(|_| self.is_image())?;
        let mut image = ImageStatement {
            reference: target.user_input.as_ref().map(Str::text),
            tags: target.tags.iter().map(Str::text).collect(),
            digests: self.claim().digests,
            labels: target
                .labels
                .iter()
                .map(|(k, v)| (k.text(), v.as_ref().map(Str::text).unwrap_or_default()))
                .collect(),
            layers: target.layers.iter().filter_map(|l| l.digest.as_ref()).map(Str::text).collect(),
            os: distro.and_then(Distro::statement),
            ..ImageStatement::default()
        };
        // The configuration rides along as base64; a broken one only means that nothing is known from it.
        let config = target.config.as_ref().and_then(|c| data_encoding::BASE64.decode(c.as_bytes()).ok());
        if let Some(config) = config.as_deref().and_then(|c| serde_json::from_slice::<ImageConfig<'_>>(c).ok()) {
            config.state(&mut image);
        }
        Some(Box::new(image))
    }
}

impl Distro<'_> {
    fn statement(&self) -> Option<OsStatement> {
        let name = self.id.as_ref().or(self.name.as_ref()).filter(|n| !n.is_empty())?;
        let version = self.version_id.as_ref().or(self.version.as_ref());
        let end = self.support_end.as_ref().and_then(|e| Timestamp::read(e));
        let version = version.map(super::super::json::Scalar::text).unwrap_or_default();
        Some(OsStatement { name: name.text(), version, end_of_support: end, end_of_life: None })
    }
}

//! The configuration of a container image (OCI image specification, "Image Configuration"; Docker's is the same).

use serde::Deserialize;

use crate::model::{Text, Timestamp};

use super::super::json::{List, Pairs, Str};
use super::super::statement::ImageStatement;

#[derive(Deserialize, Default)]
pub(crate) struct ImageConfig<'a> {
    #[serde(borrow)]
    created: Option<Str<'a>>,
    #[serde(borrow)]
    config: Option<RunConfig<'a>>,
    #[serde(borrow)]
    rootfs: Option<RootFs<'a>>,
}

#[derive(Deserialize, Default)]
struct RunConfig<'a> {
    #[serde(borrow, rename = "User")]
    user: Option<Str<'a>>,
    #[serde(borrow, default, rename = "Labels")]
    labels: Pairs<'a, Option<Str<'a>>>,
}

#[derive(Deserialize)]
struct RootFs<'a> {
    #[serde(borrow, default)]
    diff_ids: List<Str<'a>>,
}

impl ImageConfig<'_> {
    /// Adds what the configuration says to what is known of the image.
    pub(crate) fn state(&self, image: &mut ImageStatement) {
        image.configured = true;
        image.created = self.created.as_ref().and_then(|c| Timestamp::read(c));
        if let Some(config) = &self.config {
            image.user = config.user.as_ref().filter(|u| !u.is_empty()).map(|u| u.text());
            for (name, value) in config.labels.iter() {
                let value = value.as_ref().map(|v| v.text()).unwrap_or_default();
                image.labels.push((name.text(), value));
            }
            image.labels.sort();
            image.labels.dedup_by(|a, b| a.0 == b.0);
        }
        if image.layers.is_empty() {
            image.layers = self.rootfs.iter().flat_map(|r| r.diff_ids.iter()).map(|id| Text::new(&**id)).collect();
        }
    }
}

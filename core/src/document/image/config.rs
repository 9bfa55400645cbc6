//! The configuration of a container image (OCI image specification, "Image Configuration"; Docker's is the same).

use serde::Deserialize;

use crate::model::{Text, Timestamp, secret};

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
    #[serde(borrow, default, rename = "Env")]
    env: List<Str<'a>>,
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
            image.user = config.user.as_ref().filter(|u| !u.is_empty()).map(Str::text);
            for (name, value) in config.labels.iter() {
                let value = value.as_ref().map(Str::text).unwrap_or_default();
                if secret::kind_of(&value).is_some() {
                    image.suspicious.push(format!("label {}", &**name).into());
                }
                image.labels.push((name.text(), value));
            }
            for setting in config.env.iter().filter(|setting| secret::kind_of(setting).is_some()) {
                let name = setting.split('=').next().unwrap_or_default();
                image.suspicious.push(format!("env {name}").into());
            }
            image.labels.sort();
            image.labels.dedup_by(|a, b| a.0 == b.0);
        }
        if image.layers.is_empty() {
            image.layers = self.rootfs.iter().flat_map(|r| r.diff_ids.iter()).map(|id| Text::new(&**id)).collect();
        }
    }
}

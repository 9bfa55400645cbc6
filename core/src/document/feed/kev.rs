//! CISA's catalogue of known exploited vulnerabilities, JSON.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, Database, KevStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "kev", kind: Kind::Kev, recognise: Recognise::Json(recognise), lines: false, read };

/// The catalogue, by CVE.
#[derive(Debug, Default)]
pub(crate) struct KevFeed {
    pub(crate) entries: BTreeMap<Text, KevStatement>,
}

fn recognise(outline: &Outline) -> Option<String> {
    let version = outline.text("catalogVersion")?;
    let is_catalogue = match outline.get("vulnerabilities") {
        Some(Outline::Array(first)) => first.as_deref().is_none_or(|f| f.has(&["cveID"])),
        _ => false,
    };
    is_catalogue.then(|| version.to_owned())
}

const RECORDS: &[Records] = &[(&["vulnerabilities"], |v| Entry::deserialize(v).map(drop))];

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let catalogue: Catalogue<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    let released = catalogue.date_released.as_ref().and_then(|d| Timestamp::read(d));
    if let Some(count) = catalogue.count
        && count != catalogue.vulnerabilities.len() as u64
    {
        let reason =
            format!("the catalogue says that it has {count} entries and has {}", catalogue.vulnerabilities.len());
        content.skipped.note("/count".into(), reason);
    }
    content.produced_at = released;
    content.databases.push(Database {
        kind: "kev",
        name: "CISA KEV".into(),
        version: catalogue.catalog_version.as_ref().map(Str::text),
        built_at: released,
    });
    let entries = catalogue.vulnerabilities.iter().map(|e| (e.cve.text(), e.statement())).collect();
    content.kev = Some(Arc::new(KevFeed { entries }));
    Ok(())
}

impl Entry<'_> {
    fn statement(&self) -> KevStatement {
        KevStatement {
            added: self.date_added.as_ref().and_then(|d| Timestamp::read(d)),
            due: self.due_date.as_ref().and_then(|d| Timestamp::read(d)),
            ransomware: self.ransomware.as_deref() == Some("Known"),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue<'a> {
    #[serde(borrow)]
    catalog_version: Option<Str<'a>>,
    #[serde(borrow)]
    date_released: Option<Str<'a>>,
    count: Option<u64>,
    #[serde(borrow, default)]
    vulnerabilities: List<Entry<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    #[serde(borrow, rename = "cveID")]
    cve: Str<'a>,
    #[serde(borrow)]
    date_added: Option<Str<'a>>,
    #[serde(borrow)]
    due_date: Option<Str<'a>>,
    #[serde(borrow, rename = "knownRansomwareCampaignUse")]
    ransomware: Option<Str<'a>>,
}

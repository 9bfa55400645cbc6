//! `cargo audit --json`.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Str};
use super::super::statement::{
    Content, Database, Fix, FixState, MatchStatement, PackageStatement, RatingStatement, Scan, Tool,
};
use super::super::{Format, Kind, Recognise};
use super::{ecosystem, within_limit};

pub(crate) const FORMAT: Format = Format {
    name: "cargo-audit",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

fn recognise(outline: &Outline) -> Option<String> {
    let found = outline.get("vulnerabilities").is_some_and(|v| v.has(&["found", "count"]));
    (found && outline.is_object("database")).then(String::new)
}

const RECORDS: &[Records] = &[(&["vulnerabilities", "list"], |v| Entry::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    content.tools.push(Tool::new("cargo-audit", None));
    content.databases.push(Database {
        kind: "vulnerabilities",
        name: "RustSec".into(),
        version: report.database.last_commit.as_ref().map(Str::text),
        built_at: report.database.last_updated.as_deref().and_then(Timestamp::read),
    });
    let list = report.vulnerabilities.list.iter().enumerate();
    let mut matches: Vec<MatchStatement> =
        list.filter_map(|(i, entry)| entry.statement(format!("/vulnerabilities/list/{i}").into())).collect();
    for (kind, warnings) in report.warnings.iter() {
        // A yanked crate has no advisory; unmaintained and unsound ones do.
        let list = warnings.iter().enumerate();
        matches.extend(list.filter_map(|(i, entry)| entry.statement(format!("/warnings/{}/{i}", &**kind).into())));
    }
    within_limit(matches.len(), limits)?;
    let examined = report.lockfile.and_then(|l| l.dependency_count);
    content.vulnerabilities = Some(Scan { matches, examined });
    Ok(())
}

impl Entry<'_> {
    fn statement(&self, place: Text) -> Option<MatchStatement> {
        let advisory = self.advisory.as_ref()?;
        let package = &self.package;
        let patched = self.versions.iter().flat_map(|v| &v.patched);
        let versions: Vec<Text> = patched.map(|v| Text::new(v.trim_start_matches(['>', '=', '^', '~', ' ']))).collect();
        let vector = advisory.cvss.as_ref().filter(|c| !c.is_empty()).map(Str::text);
        let rating = vector.map(|vector| RatingStatement {
            source: "rustsec".into(),
            vector: Some(vector),
            ..RatingStatement::default()
        });
        // Unmaintained, unsound and notices are no vulnerabilities; their level says so.
        let notice = advisory.informational.as_ref().map(|_| RatingStatement {
            source: "rustsec".into(),
            word: Some("none".into()),
            ..RatingStatement::default()
        });
        Some(MatchStatement {
            place,
            id: advisory.id.text(),
            aliases: advisory.aliases.iter().map(Str::text).collect(),
            package: PackageStatement {
                purl: ecosystem::purl("cargo", &package.name, package.version.as_deref()),
                ecosystem: "cargo".into(),
                name: package.name.text(),
                version: package.version.as_ref().map(Str::text).unwrap_or_default(),
                location: None,
            },
            ratings: rating.into_iter().chain(notice).collect(),
            fix: Fix { state: if versions.is_empty() { FixState::NotFixed } else { FixState::Fixed }, versions },
            published: advisory.date.as_deref().and_then(Timestamp::read),
            withdrawn: advisory.withdrawn.is_some(),
            malicious: advisory.id.starts_with("MAL-"),
            title: advisory.title.as_ref().map(Str::text),
            url: advisory.url.as_ref().map(Str::text),
            ..MatchStatement::default()
        })
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    database: Advisories<'a>,
    lockfile: Option<Lockfile>,
    #[serde(borrow)]
    vulnerabilities: Vulnerabilities<'a>,
    #[serde(borrow, default)]
    warnings: Pairs<'a, List<Entry<'a>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Advisories<'a> {
    #[serde(borrow)]
    last_commit: Option<Str<'a>>,
    #[serde(borrow)]
    last_updated: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Lockfile {
    #[serde(rename = "dependency-count")]
    dependency_count: Option<u64>,
}

#[derive(Deserialize)]
struct Vulnerabilities<'a> {
    #[serde(borrow, default)]
    list: List<Entry<'a>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    advisory: Option<Advisory<'a>>,
    #[serde(borrow)]
    versions: Option<Versions<'a>>,
    #[serde(borrow)]
    package: Crate<'a>,
}

#[derive(Deserialize)]
struct Advisory<'a> {
    #[serde(borrow)]
    id: Str<'a>,
    #[serde(borrow, default)]
    aliases: List<Str<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow)]
    date: Option<Str<'a>>,
    #[serde(borrow)]
    url: Option<Str<'a>>,
    #[serde(borrow)]
    cvss: Option<Str<'a>>,
    informational: Option<serde::de::IgnoredAny>,
    withdrawn: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Versions<'a> {
    #[serde(borrow, default)]
    patched: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Crate<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
}

//! OSV-Scanner JSON, versions 1 and 2. A clean report is `{"results":[]}` and has to be declared.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, Fix, FixState, MatchStatement, PackageLicense, PackageStatement, Scan, Tool};
use super::super::{Format, Kind, Recognise};
use super::osv::Record;
use super::{ecosystem, within_limit};

pub(crate) const FORMAT: Format = Format {
    name: "osv-scanner",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

fn recognise(outline: &Outline) -> Option<String> {
    let first = outline.first_of("results")?.first_of("packages")?;
    first.is_object("package").then(String::new)
}

const RECORDS: &[Records] = &[
    (&["results", "*", "packages", "*", "vulnerabilities"], |v| Record::deserialize(v).map(drop)),
    (&["results", "*", "packages"], |v| Package::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    content.tools.push(Tool::new("osv-scanner", None));
    let mut scan = Scan::default();
    let mut examined = 0_u64;
    for (r, result) in report.results.iter().enumerate() {
        for (p, package) in result.packages.iter().enumerate() {
            examined = examined.saturating_add(1);
            let location = result.source.as_ref().or(result.package_source.as_ref()).and_then(|s| s.path.as_ref());
            package.state(&format!("/results/{r}/packages/{p}"), location.map(Str::text), &mut scan, content);
        }
    }
    within_limit(scan.matches.len(), limits)?;
    scan.examined = Some(examined);
    content.vulnerabilities = Some(scan);
    Ok(())
}

impl Package<'_> {
    fn state(&self, place: &str, location: Option<Text>, scan: &mut Scan, content: &mut Content) {
        let info = &self.package;
        let package = PackageStatement {
            purl: ecosystem::purl(info.ecosystem.as_deref().unwrap_or_default(), &info.name, info.version.as_deref()),
            ecosystem: info.ecosystem.as_ref().map(Str::text).unwrap_or_default(),
            name: info.name.text(),
            version: info.version.as_ref().or(info.commit.as_ref()).map(Str::text).unwrap_or_default(),
            location,
        };
        for license in &self.licenses {
            let list = content.licenses.get_or_insert_default();
            list.push(PackageLicense { package: package.name.clone(), license: license.text() });
        }
        for (v, record) in self.vulnerabilities.iter().enumerate() {
            scan.matches.push(self.found(record, format!("{place}/vulnerabilities/{v}").into(), &package));
        }
    }

    fn found(&self, record: &Record<'_>, place: Text, package: &PackageStatement) -> MatchStatement {
        let versions = record.fixed(&package.name);
        let group = self.groups.iter().find(|g| g.ids.iter().any(|id| **id == *record.id));
        // The scanner proved, by the call graph, that the vulnerable code is not called.
        let uncalled = group.is_some_and(|g| {
            let analysis = g.experimental_analysis.as_ref().or(g.analysis.as_ref());
            analysis.and_then(|a| a.get(&record.id)).is_some_and(|a| a.called == Some(false))
        });
        MatchStatement {
            place,
            id: record.id.text(),
            aliases: record.aliases(),
            package: package.clone(),
            ratings: record.ratings(),
            fix: Fix { state: if versions.is_empty() { FixState::Unknown } else { FixState::Fixed }, versions },
            published: record.published.as_deref().and_then(Timestamp::read),
            malicious: record.id.starts_with("MAL-"),
            withdrawn: record.is_withdrawn(),
            title: record.summary.as_ref().map(Str::text),
            url: Some(format!("https://osv.dev/vulnerability/{}", &*record.id).into()),
            suppressed: uncalled.then(|| "the vulnerable code is not called".into()),
            ..MatchStatement::default()
        }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow, default)]
    results: List<Outcome<'a>>,
}

#[derive(Deserialize)]
struct Outcome<'a> {
    #[serde(borrow)]
    source: Option<Source<'a>>,
    #[serde(borrow, rename = "packageSource")]
    package_source: Option<Source<'a>>,
    #[serde(borrow, default)]
    packages: List<Package<'a>>,
}

#[derive(Deserialize)]
struct Source<'a> {
    #[serde(borrow)]
    path: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    package: Info<'a>,
    #[serde(borrow, default)]
    vulnerabilities: List<Record<'a>>,
    #[serde(borrow, default)]
    groups: List<Group<'a>>,
    #[serde(borrow, default)]
    licenses: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Info<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow)]
    ecosystem: Option<Str<'a>>,
    #[serde(borrow)]
    commit: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Group<'a> {
    #[serde(borrow, default)]
    ids: List<Str<'a>>,
    #[serde(borrow, rename = "experimentalAnalysis")]
    experimental_analysis: Option<json::Pairs<'a, Analysis>>,
    #[serde(borrow, rename = "experimental_analysis")]
    analysis: Option<json::Pairs<'a, Analysis>>,
}

#[derive(Deserialize)]
struct Analysis {
    called: Option<bool>,
}

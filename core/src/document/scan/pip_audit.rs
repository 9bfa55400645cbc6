//! pip-audit JSON: the list of version 1 and the object of version 2.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::Text;

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Str};
use super::super::statement::{Content, Fix, FixState, MatchStatement, PackageStatement, Scan, Tool};
use super::super::{Format, Kind, Recognise};
use super::{ecosystem, within_limit};

pub(crate) const FORMAT: Format = Format {
    name: "pip-audit",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

fn recognise(outline: &Outline) -> Option<String> {
    let is_package = |o: &Outline| o.has(&["name"]) && (o.has(&["version", "vulns"]) || o.has(&["skip_reason"]));
    if outline.first_of("dependencies").is_some_and(is_package) || outline.has(&["dependencies", "fixes"]) {
        return Some("2".to_owned());
    }
    outline.first().is_some_and(is_package).then(|| "1".to_owned())
}

const RECORDS: &[Records] =
    &[(&[], |v| Package::deserialize(v).map(drop)), (&["dependencies"], |v| Package::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    if text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[') {
        let packages: List<Package<'_>> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        return state(&packages, "", limits, content);
    }
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    state(&report.dependencies, "/dependencies", limits, content)
}

fn state(packages: &List<Package<'_>>, place: &str, limits: &Limits, content: &mut Content) -> Result<(), Error> {
    content.tools.push(Tool::new("pip-audit", None));
    let mut scan = Scan { examined: Some(0), ..Scan::default() };
    for (i, package) in packages.iter().enumerate() {
        let place = format!("{place}/{i}");
        if let Some(reason) = &package.skip_reason {
            content.skipped.note(place, format!("pip-audit left this package out: {}", &**reason));
            continue;
        }
        scan.examined = scan.examined.map(|n| n.saturating_add(1));
        let found = package.vulns.iter().enumerate();
        scan.matches.extend(found.map(|(v, vuln)| package.statement(vuln, format!("{place}/vulns/{v}").into())));
    }
    within_limit(scan.matches.len(), limits)?;
    content.vulnerabilities = Some(scan);
    Ok(())
}

impl Package<'_> {
    fn statement(&self, vuln: &Vuln<'_>, place: Text) -> MatchStatement {
        let version = self.version.as_deref().unwrap_or_default();
        let versions: Vec<Text> = vuln.fix_versions.iter().map(Str::text).collect();
        MatchStatement {
            place,
            id: vuln.id.text(),
            aliases: vuln.aliases.iter().map(Str::text).filter(|a| *a != *vuln.id).collect(),
            package: PackageStatement {
                purl: ecosystem::purl("pypi", &self.name, Some(version)),
                ecosystem: "pypi".into(),
                name: self.name.text(),
                version: version.into(),
                location: None,
            },
            fix: Fix { state: if versions.is_empty() { FixState::NotFixed } else { FixState::Fixed }, versions },
            malicious: vuln.id.starts_with("MAL-"),
            title: vuln.description.as_ref().map(|d| d.chars().take(200).collect::<String>().into()),
            ..MatchStatement::default()
        }
    }
}

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow, default)]
    dependencies: List<Package<'a>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow)]
    skip_reason: Option<Str<'a>>,
    #[serde(borrow, default)]
    vulns: List<Vuln<'a>>,
}

#[derive(Deserialize)]
struct Vuln<'a> {
    #[serde(borrow)]
    id: Str<'a>,
    #[serde(borrow, default)]
    fix_versions: List<Str<'a>>,
    #[serde(borrow, default)]
    aliases: List<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
}

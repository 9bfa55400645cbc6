//! Every vulnerability once per component, whichever scanners reported it and under whatever id.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{
    Confidence, Fix, FixState, KevStatement, MatchStatement, RatingStatement, Scope, SsvcStatement,
};
use crate::model::severity::{Authority, Candidate, Cvss, Level};
use crate::model::version::Scheme;
use crate::model::{Purl, Text, Timestamp};

use super::components::{Source, scope};
use super::identity::Table;
use super::sboms::Reach;
use super::suppression::{Suppression, Verdict, VexFact, VexRefusal, Vexes};
use super::{Settings, sorted};

/// One vulnerability of one component.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vulnerability {
    /// The canonical id and the key of the component; what findings and waivers are tied to.
    pub key: Text,
    /// The canonical id: the CVE if there is one, else GHSA, the ecosystem's id, the distribution's id.
    pub id: Text,
    /// Other ids of the same vulnerability.
    pub aliases: Vec<Text>,
    /// Advisories that treat this vulnerability among others.
    pub advisories: Vec<Text>,
    /// The key of the component.
    pub component: Text,
    /// The package as the scanner names it.
    pub package: PackageFact,
    /// How bad it is.
    pub severity: Severity,
    /// How likely it is to be exploited; absent if no feed or scanner knows.
    pub epss: Option<Epss>,
    /// Whether it is known to be exploited; absent if no catalogue was given.
    pub kev: Option<Kev>,
    /// CISA's stakeholder-specific decision points.
    pub ssvc: Option<Ssvc>,
    /// Whether there is a fix.
    pub fix: Fix,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// When an earlier decision first saw it; the day of publication where there is no earlier decision.
    pub first_seen: Option<Timestamp>,
    /// Whole days from `first_seen` to `now`.
    pub age_days: Option<i64>,
    /// The earlier decision did not have it; absent without an earlier decision.
    pub new: Option<bool>,
    /// The statement about it that counts.
    pub vex: Option<VexFact>,
    /// Statements that would suppress it and may not.
    pub vex_refused: Vec<VexRefusal>,
    /// Why it does not count.
    pub suppressed: Option<Suppression>,
    /// It is malware, not a mistake.
    pub malicious: bool,
    /// How sure the most certain scanner is that this package is meant.
    pub confidence: Confidence,
    /// The scanners that report it.
    pub detected_by: Vec<Text>,
    /// Scanners that looked at packages of the same type and do not report it.
    pub missing_from: Vec<Text>,
    /// An SBOM lists the component.
    pub in_sbom: bool,
    /// Whether the component is needed when the subject runs.
    pub scope: Scope,
    /// A primary component depends on the component.
    pub direct: Option<bool>,
    /// Why it cannot be decided whether the version is affected.
    pub undecidable: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// Where to read about it.
    pub url: Option<Text>,
    /// Where it is reported.
    pub sources: Vec<Source>,
}

/// A package as a scanner names it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackageFact {
    /// The name.
    pub name: Text,
    /// The version.
    pub version: Text,
    /// The package URL.
    pub purl: Option<Text>,
    /// The type of the package URL, or the scanner's word for the ecosystem.
    #[serde(rename = "type")]
    pub kind: Text,
    /// Where it was found.
    pub location: Option<Text>,
}

/// The chosen rating, and all of them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Severity {
    /// The level.
    pub level: Level,
    /// The CVSS base score, if the chosen rating has one.
    pub score: Option<f64>,
    /// The CVSS base vector.
    pub vector: Option<Text>,
    /// The CVSS version.
    pub version: Option<Text>,
    /// Who says it.
    pub source: Option<Text>,
    /// What kind of source that is.
    pub authority: Option<Authority>,
    /// The vendor's word.
    pub word: Option<Text>,
    /// Levels between the mildest and the worst opinion.
    pub spread: u64,
    /// A stated score or level contradicts its own vector.
    pub inconsistent: bool,
    /// Every opinion.
    pub candidates: Vec<Candidate>,
}

/// A score of the Exploit Prediction Scoring System.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Epss {
    /// The probability of exploitation within 30 days, 0 to 1.
    pub score: f64,
    /// The share of CVEs with a lower score, 0 to 1.
    pub percentile: Option<f64>,
    /// The day of the score.
    pub date: Option<Text>,
    /// The score in the earlier decision.
    pub previous: Option<f64>,
}

/// What CISA's catalogue of known exploited vulnerabilities says.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kev {
    /// It is in the catalogue.
    pub listed: bool,
    /// Since when.
    pub added: Option<Timestamp>,
    /// By when federal agencies had to act.
    pub due: Option<Timestamp>,
    /// A ransomware campaign is known to use it.
    pub ransomware: bool,
    /// Whole days from `added` to `now`.
    pub days_listed: Option<i64>,
    /// Whole days from `due` to `now`; negative before it.
    pub days_overdue: Option<i64>,
}

/// CISA's stakeholder-specific decision points.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ssvc {
    /// `none`, `poc` or `active`.
    pub exploitation: Option<Text>,
    /// `yes` or `no`.
    pub automatable: Option<Text>,
    /// `partial` or `total`.
    pub technical_impact: Option<Text>,
}

/// The facts, and how many records were withdrawn by their publishers.
#[derive(Debug, Default)]
pub(super) struct Vulnerabilities {
    pub(super) list: Vec<Vulnerability>,
    pub(super) withdrawn: u64,
}

/// One report of one scanner.
#[derive(Clone, Copy)]
struct Report<'a> {
    input: usize,
    statement: &'a MatchStatement,
}

/// Everything that vulnerabilities are joined with.
pub(super) struct Context<'a> {
    pub(super) documents: &'a [Document],
    pub(super) table: &'a Table,
    pub(super) reach: &'a Reach,
    pub(super) settings: &'a Settings<'a>,
    pub(super) release_known: bool,
}

/// One fact per canonical vulnerability and component, sorted by key.
pub(super) fn facts(context: &Context<'_>, vexes: &Vexes<'_>) -> Vulnerabilities {
    let mut out = Vulnerabilities::default();
    let joins = Joins::of(context);
    for (component, place, purl, reports) in by_component(context, &mut out.withdrawn) {
        for group in groups(&reports) {
            let about = About { component: &component, place, purl: purl.as_ref() };
            out.list.push(joins.vulnerability(context, vexes, &about, &group));
        }
    }
    out.list.sort_by(|a, b| a.key.cmp(&b.key));
    out
}

type Reported<'a> = (Text, Option<usize>, Option<Purl>, Vec<Report<'a>>);

fn by_component<'a>(context: &Context<'a>, withdrawn: &mut u64) -> Vec<Reported<'a>> {
    let mut order: HashMap<Text, usize> = HashMap::new();
    let mut list: Vec<Reported<'a>> = Vec::new();
    for (input, document) in context.documents.iter().enumerate() {
        let scan = document.content.as_ref().ok().and_then(|c| c.vulnerabilities.as_ref());
        for statement in scan.into_iter().flat_map(|s| &s.matches) {
            if statement.withdrawn {
                *withdrawn = withdrawn.saturating_add(1);
                continue;
            }
            let purl = statement.package.purl.as_ref().and_then(|p| p.parse::<Purl>().ok());
            let (key, place) = context.table.find(&statement.package, purl.as_ref());
            let report = Report { input, statement };
            if let Some(reported) = order.get(&key).and_then(|&at| list.get_mut(at)) {
                reported.3.push(report);
                reported.2 = reported.2.take().or(purl);
            } else {
                order.insert(key.clone(), list.len());
                list.push((key, place, purl, vec![report]));
            }
        }
    }
    list
}

// --- identity -------------------------------------------------------------------------------------------------------

/// Reports about one vulnerability of one component.
struct Group<'a> {
    id: Text,
    aliases: BTreeSet<Text>,
    advisories: BTreeSet<Text>,
    reports: Vec<Report<'a>>,
}

fn ids<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a Text> + use<'a> {
    std::iter::once(&report.statement.id).chain(&report.statement.aliases)
}

fn cves_of<'a>(report: &Report<'a>) -> Vec<&'a Text> {
    ids(report).filter(|id| is_cve(id)).collect()
}

fn is_cve(id: &str) -> bool {
    id.starts_with("CVE-")
}

/// Unites the reports about one component: ids that name the same vulnerability join, and an advisory that names
/// several CVEs is taken apart.
fn groups<'a>(reports: &[Report<'a>]) -> Vec<Group<'a>> {
    let mut sets = Sets::default();
    for report in reports {
        let mut ids = ids(report);
        if let Some(first) = ids.next() {
            let first = sets.number(first);
            for other in ids {
                let other = sets.number(other);
                sets.join(first, other);
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<Report<'a>>> = BTreeMap::new();
    for report in reports {
        let number = sets.number(&report.statement.id);
        members.entry(sets.root(number)).or_default().push(*report);
    }
    members.into_values().flat_map(split).collect()
}

/// One group of united reports becomes one vulnerability, or one for each CVE in it.
fn split(reports: Vec<Report<'_>>) -> Vec<Group<'_>> {
    let all: BTreeSet<&Text> = reports.iter().flat_map(ids).collect();
    let cves: Vec<&Text> = all.iter().copied().filter(|id| is_cve(id)).collect();
    if cves.len() < 2 {
        let id = all.iter().copied().min_by_key(|id| (rank(id), *id)).cloned().unwrap_or_default();
        let aliases = all.into_iter().filter(|a| **a != id).cloned().collect();
        return vec![Group { id, aliases, advisories: BTreeSet::new(), reports }];
    }
    cves.into_iter()
        .map(|cve| {
            // A report without any CVE speaks of the whole advisory.
            let about = reports.iter().filter(|r| {
                let named = cves_of(r);
                named.is_empty() || named.contains(&cve)
            });
            let mut group =
                Group { id: cve.clone(), aliases: BTreeSet::new(), advisories: BTreeSet::new(), reports: Vec::new() };
            for report in about {
                let others = ids(report).filter(|id| !is_cve(id)).cloned();
                if cves_of(report).len() == 1 {
                    group.aliases.extend(others);
                } else {
                    group.advisories.extend(others);
                }
                group.reports.push(*report);
            }
            group
        })
        .collect()
}

/// CVE, then GHSA, then the ecosystems' own ids, then the distributions'.
fn rank(id: &str) -> u8 {
    const DISTRIBUTIONS: [&str; 16] = [
        "ALAS",
        "ALBA",
        "ALEA",
        "ALPINE-",
        "ALSA",
        "AVG-",
        "DLA-",
        "DSA-",
        "ELSA",
        "RHBA",
        "RHEA",
        "RHSA",
        "RLSA",
        "SUSE-",
        "USN-",
        "openSUSE-",
    ];
    match id {
        _ if is_cve(id) => 0,
        _ if id.starts_with("GHSA-") => 1,
        _ if DISTRIBUTIONS.iter().any(|d| id.starts_with(d))
            || id.starts_with("DEBIAN-")
            || id.starts_with("UBUNTU-") =>
        {
            3
        }
        _ => 2,
    }
}

/// Union-find over ids.
#[derive(Default)]
struct Sets<'a> {
    numbers: HashMap<&'a str, usize>,
    parents: Vec<usize>,
}

impl<'a> Sets<'a> {
    fn number(&mut self, id: &'a str) -> usize {
        let next = self.parents.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.parents.push(next);
        }
        number
    }

    fn root(&mut self, mut number: usize) -> usize {
        while let Some(&parent) = self.parents.get(number).filter(|p| **p != number) {
            // Halving keeps the way short.
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parents.get_mut(number) {
                *slot = above;
            }
            number = above;
        }
        number
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.parents.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}

// --- joins ----------------------------------------------------------------------------------------------------------

struct About<'a> {
    component: &'a Text,
    place: Option<usize>,
    purl: Option<&'a Purl>,
}

/// Feeds and scanners of the dossier, by what is looked up in them.
struct Joins<'a> {
    ssvc: HashMap<&'a str, &'a SsvcStatement>,
    /// Package types in which each scanner found something.
    scanners: BTreeMap<Text, BTreeSet<Text>>,
    has_kev: bool,
}

/// The name of the tool behind an input.
fn scanner(documents: &[Document], input: usize) -> Text {
    let document = documents.get(input);
    let content = document.and_then(|d| d.content.as_ref().ok());
    let tool = content.and_then(|c| c.tools.first()).map(|t| t.name.clone());
    tool.or_else(|| document.and_then(|d| d.format).map(|f| Text::new_static(f.name))).unwrap_or_default()
}

impl<'a> Joins<'a> {
    fn of(context: &Context<'a>) -> Self {
        let contents = || context.documents.iter().filter_map(|d| d.content.as_ref().ok());
        let mut ssvc: HashMap<&str, &SsvcStatement> = HashMap::new();
        for statement in contents().filter_map(|c| c.ssvc.as_ref()).flatten() {
            let slot = ssvc.entry(&statement.cve).or_insert(statement);
            if statement.timestamp > slot.timestamp {
                *slot = statement;
            }
        }
        let mut scanners: BTreeMap<Text, BTreeSet<Text>> = BTreeMap::new();
        for (input, document) in context.documents.iter().enumerate() {
            if let Some(scan) = document.content.as_ref().ok().and_then(|c| c.vulnerabilities.as_ref()) {
                let kinds = scanners.entry(scanner(context.documents, input)).or_default();
                kinds.extend(scan.matches.iter().map(|m| m.package.ecosystem.clone()));
            }
        }
        let has_kev = context.settings.feeds.kev.is_some() || contents().any(|c| c.kev.is_some());
        Self { ssvc, scanners, has_kev }
    }

    fn vulnerability(
        &self,
        context: &Context<'_>,
        vexes: &Vexes<'_>,
        about: &About<'_>,
        group: &Group<'_>,
    ) -> Vulnerability {
        let all = || group.reports.iter().map(|r| r.statement);
        let key = Text::from(format!("{}|{}", group.id, about.component));
        let merged = about.place.and_then(|place| context.table.components.get(place));
        let package = package(about, group);
        let published = all().filter_map(|m| m.published).min();
        let remembered = context.settings.history.vulnerabilities.get(&key);
        let first_seen = remembered.map(|(seen, _)| *seen).or(published);
        let detected_by = sorted(group.reports.iter().map(|r| scanner(context.documents, r.input)));
        let ecosystems: BTreeSet<&Text> = all().map(|m| &m.package.ecosystem).collect();
        let looked = self.scanners.iter().filter(|(_, kinds)| ecosystems.iter().any(|e| kinds.contains(*e)));
        let missing_from = looked.map(|(name, _)| name.clone()).filter(|name| !detected_by.contains(name)).collect();
        let Verdict { vex, refused, suppressed } =
            vexes.judge(group.id.as_str(), &group.aliases, about.purl, &package.version);
        let by_tool = || {
            let reasons: Option<Vec<&Text>> = all().map(|m| m.suppressed.as_ref()).collect();
            reasons.and_then(|r| {
                r.first().map(|reason| Suppression::by_tool((*reason).clone(), group.reports.first().map(|r| r.input)))
            })
        };
        Vulnerability {
            severity: severity(group, about.purl, context),
            epss: Self::epss(group, context, remembered.and_then(|(_, score)| *score)),
            kev: self.kev(group, context),
            ssvc: self.ssvc.get(group.id.as_str()).map(|s| Ssvc {
                exploitation: s.exploitation.clone(),
                automatable: s.automatable.clone(),
                technical_impact: s.technical_impact.clone(),
            }),
            fix: fix(group),
            age_days: first_seen.map(|seen| context.settings.now.days_since(seen)),
            new: context.settings.history.known.then_some(remembered.is_none()),
            suppressed: suppressed.or_else(by_tool),
            vex,
            vex_refused: refused,
            malicious: all().any(|m| m.malicious) || group.id.starts_with("MAL-"),
            confidence: all().map(|m| m.confidence).max().unwrap_or_default(),
            in_sbom: merged.is_some(),
            scope: merged.map(|m| scope(m, context.documents, context.reach)).unwrap_or_default(),
            direct: merged.and_then(|m| m.statements.iter().filter_map(|&(d, c)| context.reach.direct(d, c)).max()),
            undecidable: undecidable(about.purl, &package, context),
            title: all().find_map(|m| m.title.clone()),
            url: all().find_map(|m| m.url.clone()),
            sources: sorted(group.reports.iter().map(|r| Source { input: r.input, at: r.statement.place.clone() })),
            id: group.id.clone(),
            aliases: group.aliases.iter().cloned().collect(),
            advisories: group.advisories.iter().cloned().collect(),
            component: about.component.clone(),
            key,
            package,
            published,
            first_seen,
            detected_by,
            missing_from,
        }
    }

    fn epss(group: &Group<'_>, context: &Context<'_>, previous: Option<f64>) -> Option<Epss> {
        let own = context.settings.feeds.epss.as_ref().and_then(|feed| feed.get(&group.id));
        let given = || {
            let feeds = context.documents.iter().filter_map(|d| d.content.as_ref().ok()?.epss.as_ref());
            feeds.filter_map(|feed| feed.get(&group.id)).max_by(|a, b| a.date.cmp(&b.date))
        };
        let embedded = || {
            let stated = group.reports.iter().filter_map(|r| r.statement.epss.clone());
            stated.max_by(|a, b| a.date.cmp(&b.date).then(a.score.total_cmp(&b.score)))
        };
        let found = own.or_else(given).or_else(embedded)?;
        Some(Epss { score: found.score, percentile: found.percentile, date: found.date, previous })
    }

    fn kev(&self, group: &Group<'_>, context: &Context<'_>) -> Option<Kev> {
        let now = context.settings.now;
        let listed = |statement: &KevStatement| Kev {
            listed: true,
            added: statement.added,
            due: statement.due,
            ransomware: statement.ransomware,
            days_listed: statement.added.map(|a| now.days_since(a)),
            days_overdue: statement.due.map(|d| now.days_since(d)),
        };
        let given = context.documents.iter().filter_map(|d| d.content.as_ref().ok()?.kev.as_ref());
        let feeds = context.settings.feeds.kev.iter().chain(given);
        let mut found = feeds.filter_map(|feed| feed.entries.get(&group.id)).map(listed);
        let embedded = || group.reports.iter().find_map(|r| r.statement.kev.as_ref()).map(listed);
        found.next().or_else(embedded).or_else(|| self.has_kev.then(Kev::default))
    }
}

fn package(about: &About<'_>, group: &Group<'_>) -> PackageFact {
    let all = || group.reports.iter().map(|r| &r.statement.package);
    let kind = about.purl.map(|p| Text::new(p.kind())).or_else(|| all().map(|p| p.ecosystem.clone()).next());
    PackageFact {
        name: all().map(|p| p.name.clone()).find(|n| !n.is_empty()).unwrap_or_default(),
        version: all().map(|p| p.version.clone()).find(|v| !v.is_empty()).unwrap_or_default(),
        purl: all().find_map(|p| p.purl.clone()),
        kind: kind.unwrap_or_default(),
        location: all().find_map(|p| p.location.clone()),
    }
}

/// Any scanner that knows a fix is believed; the versions of all of them stand together.
fn fix(group: &Group<'_>) -> Fix {
    let all = || group.reports.iter().map(|r| &r.statement.fix);
    let state = all().map(|f| f.state).max().unwrap_or_default();
    let versions = all().filter(|f| f.state == FixState::Fixed).flat_map(|f| f.versions.iter().cloned());
    Fix { state, versions: sorted(versions) }
}

/// Why nobody can say whether this version is affected.
fn undecidable(purl: Option<&Purl>, package: &PackageFact, context: &Context<'_>) -> Option<Text> {
    if package.version.is_empty() {
        return Some("the package has no version".into());
    }
    let purl = purl?;
    let scheme = Scheme::of_purl_type(purl.kind());
    if scheme.compare(&package.version, &package.version).is_none() {
        return Some(format!("`{}` is not a version of the scheme {}", package.version, scheme.name()).into());
    }
    let released = purl.qualifier("distro").is_some() || context.release_known || purl.kind() == "alpm";
    (purl.is_os_package() && !released).then(|| "the release of the distribution is not known".into())
}

// --- severity -------------------------------------------------------------------------------------------------------

fn severity(group: &Group<'_>, purl: Option<&Purl>, context: &Context<'_>) -> Severity {
    let ratings = group.reports.iter().flat_map(|r| &r.statement.ratings);
    let mut inconsistent = false;
    let mut candidates: Vec<Candidate> = Vec::new();
    for rating in ratings {
        let (candidate, contradicts) = candidate(rating, purl);
        inconsistent |= contradicts;
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    candidates.sort_by(|a, b| {
        let key = |c: &Candidate| (c.authority, c.source.clone(), c.version.clone(), c.level, c.vector.clone());
        key(a).cmp(&key(b)).then(a.score.unwrap_or_default().total_cmp(&b.score.unwrap_or_default()))
    });
    let chosen = context.settings.severity.choose(&candidates).and_then(|i| candidates.get(i)).cloned();
    let known = || candidates.iter().map(|c| c.level).filter(|l| *l != Level::Unknown);
    let spread = known().max().map_or(0, rank_of).saturating_sub(known().min().map_or(0, rank_of));
    Severity {
        level: chosen.as_ref().map(|c| c.level).unwrap_or_default(),
        score: chosen.as_ref().and_then(|c| c.score),
        vector: chosen.as_ref().and_then(|c| c.vector.clone()),
        version: chosen.as_ref().and_then(|c| c.version.clone()),
        source: chosen.as_ref().map(|c| c.source.clone()),
        authority: chosen.as_ref().map(|c| c.authority),
        word: chosen.as_ref().and_then(|c| c.word.clone()),
        spread,
        inconsistent,
        candidates,
    }
}

fn rank_of(level: Level) -> u64 {
    match level {
        Level::Unknown | Level::None => 0,
        Level::Low => 1,
        Level::Medium => 2,
        Level::High => 3,
        Level::Critical => 4,
    }
}

/// Scores a rating from its vector, and tells whether what it states contradicts that.
fn candidate(rating: &RatingStatement, purl: Option<&Purl>) -> (Candidate, bool) {
    let (kind, namespace) = purl.map_or(("", ""), |p| (p.kind(), p.namespace().unwrap_or_default()));
    let authority = Authority::of(&rating.source, kind, namespace);
    let scored = rating.vector.as_deref().and_then(Cvss::read);
    let word_level = rating.word.as_deref().and_then(Level::from_word);
    let version = scored.as_ref().map(|c| Text::new_static(c.version)).or_else(|| rating.version.clone());
    let stated_level = rating.score.map(|s| Level::of_score(version.as_deref().unwrap_or("3.1"), s));
    let stated = rating.score.zip(scored.as_ref()).filter(|(s, c)| (s - c.score).abs() > 0.1001).map(|(s, _)| s);
    let level = scored.as_ref().map(Cvss::level).or(stated_level).or(word_level).unwrap_or_default();
    let far = |a: Level, b: Level| rank_of(a).abs_diff(rank_of(b)) > 1;
    let word_contradicts = scored.as_ref().zip(word_level).is_some_and(|(c, w)| far(c.level(), w));
    let candidate = Candidate {
        source: rating.source.clone(),
        authority,
        score: scored.as_ref().map(|c| c.score).or(rating.score),
        vector: scored.map(|c| c.vector),
        version: version.filter(|_| rating.score.is_some() || rating.vector.is_some()),
        level,
        word: rating.word.clone(),
        stated,
    };
    (candidate, stated.is_some() || word_contradicts)
}

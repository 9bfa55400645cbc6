//! SARIF 2.1.0 (OASIS), from any tool. What a result means depends on the tool that found it.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Level, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Scalar, Str};
use super::super::statement::{
    Content, Fix, FixState, IssueStatement, IssueStatus, MatchStatement, PackageStatement, RatingStatement,
    SecretStatement, Tool,
};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "sarif", kind: Kind::Code, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let version = outline.text("version").unwrap_or_default();
    let by_schema = outline.text("$schema").is_some_and(|s| s.to_ascii_lowercase().contains("sarif"));
    let named = version.starts_with("2.") || version.starts_with("1.0");
    (outline.is_array("runs") && (named || by_schema)).then(|| version.to_owned())
}

const RECORDS: &[Records] = &[(&["runs", "*", "results"], |v| ResultEntry::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let log: Log<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    if !log.version.as_deref().is_none_or(|v| v.starts_with("2.1")) {
        let reason = format!("SARIF {} is not read", log.version.as_deref().unwrap_or_default());
        return Err(Error::UnknownFormat(Fault::new(reason, "write SARIF 2.1.0").at("/version")));
    }
    let results: usize = log.runs.iter().map(|r| r.results.len()).sum();
    if results > limits.records {
        let reason = format!("there are more than {} results", limits.records);
        return Err(Error::LimitExceeded(Fault::new(reason, "split the log, or raise the limit `records`")));
    }
    for (i, run) in log.runs.iter().enumerate() {
        run.state(i, content);
    }
    Ok(())
}

/// What the results of a tool are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Topic {
    Code,
    Secrets,
    Infrastructure,
    /// Trivy writes all its topics into one log and says by tag which is which.
    Tagged,
}

fn topic(tool: &str) -> Topic {
    let tool = tool.to_ascii_lowercase();
    let is = |names: &[&str]| names.iter().any(|name| tool.contains(name));
    if is(&["gitleaks", "trufflehog", "detect-secrets", "ggshield"]) {
        Topic::Secrets
    } else if is(&["checkov", "tfsec", "kics", "terrascan", "tflint", "kubesec", "kube-linter", "conftest", "defsec"]) {
        Topic::Infrastructure
    } else if is(&["trivy", "grype", "snyk open source", "osv-scanner"]) {
        Topic::Tagged
    } else {
        Topic::Code
    }
}

impl Run<'_> {
    fn state(&self, number: usize, content: &mut Content) {
        let driver = &self.tool.driver;
        let version = driver.semantic_version.as_deref().or(driver.version.as_deref());
        content.tools.push(Tool::new(&driver.name, version));
        let ended = self.invocations.iter().filter_map(|i| i.end_time.as_deref().and_then(Timestamp::read)).max();
        content.produced_at = content.produced_at.max(ended);
        if self.invocations.iter().any(|i| i.successful == Some(false)) {
            content.skipped.note(format!("/runs/{number}/invocations"), "the tool says that its run failed".into());
        }
        if !self.results.present {
            let reason = "there is no list of results: the tool did not run to its end";
            content.skipped.note(format!("/runs/{number}"), reason.into());
            return;
        }
        for _ in 0..self.results.nulls {
            content.skipped.note(format!("/runs/{number}/results"), "null where a result belongs".into());
        }
        let topic = topic(&driver.name);
        match topic {
            Topic::Code => drop(content.code.get_or_insert_default()),
            Topic::Secrets => drop(content.secrets.get_or_insert_default()),
            Topic::Infrastructure => drop(content.misconfigurations.get_or_insert_default()),
            Topic::Tagged if self.results.is_empty() => {
                content.vulnerabilities.get_or_insert_default();
            }
            Topic::Tagged => {}
        }
        for (i, result) in self.results.iter().enumerate() {
            // A result of an earlier run that is gone now.
            if result.baseline_state.as_deref() != Some("absent") {
                self.result(result, topic, format!("/runs/{number}/results/{i}").into(), content);
            }
        }
    }

    fn result(&self, result: &ResultEntry<'_>, topic: Topic, place: Text, content: &mut Content) {
        let rule = self.rule(result);
        let id = result.rule_id.as_ref().or(result.rule.as_ref().and_then(|r| r.id.as_ref())).or(rule.map(|r| &r.id));
        let id: Text = id.map(Str::text).unwrap_or_default();
        let tags = || rule.iter().flat_map(|r| r.properties.iter()).flat_map(|p| p.tags.iter()).map(|t| &**t);
        let tagged = |words: &[&str]| tags().any(|t| words.iter().any(|w| t.eq_ignore_ascii_case(w)));
        let issue = self.issue(result, rule, id.clone(), place.clone());
        match topic {
            Topic::Code => content.code.get_or_insert_default().push(issue),
            Topic::Infrastructure => content.misconfigurations.get_or_insert_default().push(issue),
            Topic::Secrets => content.secrets.get_or_insert_default().push(self.secret(result, issue)),
            Topic::Tagged if tagged(&["misconfiguration"]) => {
                content.misconfigurations.get_or_insert_default().push(issue);
            }
            Topic::Tagged if tagged(&["secret"]) => {
                content.secrets.get_or_insert_default().push(self.secret(result, issue));
            }
            Topic::Tagged if tagged(&["license"]) => {}
            Topic::Tagged => {
                let statement = Self::vulnerability(result, rule, issue);
                content.vulnerabilities.get_or_insert_default().matches.push(statement);
            }
        }
    }

    /// The rule of a result, by index or by id, in the driver or an extension (SARIF 2.1.0, 3.52.3).
    fn rule(&self, result: &ResultEntry<'_>) -> Option<&Rule<'_>> {
        let reference = result.rule.as_ref();
        let component = match reference.and_then(|r| r.tool_component.as_ref()).and_then(|c| c.index) {
            Some(index) => self.tool.extensions.get(index)?,
            None => &self.tool.driver,
        };
        if let Some(index) = reference.and_then(|r| r.index).or(result.rule_index).and_then(|i| usize::try_from(i).ok())
        {
            return component.rules.get(index);
        }
        let id = result.rule_id.as_deref().or(reference.and_then(|r| r.id.as_deref()))?;
        let find = |id: &str| component.rules.iter().find(|r| &*r.id == id);
        // `a/b` is `b`, a special case of rule `a`.
        find(id).or_else(|| find(id.rsplit_once('/')?.0))
    }

    fn location(&self, result: &ResultEntry<'_>) -> (Option<Text>, Option<u64>) {
        let Some(physical) = result.locations.first().and_then(|l| l.physical.as_ref()) else { return (None, None) };
        let artifact = physical.artifact.as_ref();
        let by_index = || {
            let index = usize::try_from(artifact?.index?).ok()?;
            self.artifacts.get(index)?.location.as_ref()?.uri.as_ref()
        };
        let uri = artifact.and_then(|a| a.uri.as_ref()).or_else(by_index);
        let path = uri.map(|u| Text::new(u.strip_prefix("file://").unwrap_or(u)));
        (path, physical.region.as_ref().and_then(|r| r.start_line))
    }

    fn issue(&self, result: &ResultEntry<'_>, rule: Option<&Rule<'_>>, id: Text, place: Text) -> IssueStatement {
        let (path, line) = self.location(result);
        let accepted =
            result.suppressions.iter().find(|s| !matches!(s.status.as_deref(), Some("rejected" | "underReview")));
        let message = result.message.as_ref().and_then(|m| m.text.as_ref());
        let short = rule.and_then(|r| r.short_description.as_ref()).and_then(|d| d.text.as_ref());
        let status = match result.kind.as_deref() {
            Some("pass" | "notApplicable" | "informational") => IssueStatus::Pass,
            Some("open" | "review") => IssueStatus::Review,
            _ if accepted.is_some() => IssueStatus::Suppressed,
            _ => IssueStatus::Fail,
        };
        let fingerprint = result.fingerprints.iter().chain(result.partial_fingerprints.iter()).next();
        IssueStatement {
            place,
            rule: id,
            message: message.or(short).map(Str::text).unwrap_or_default(),
            level: security_severity(rule).map(|s| Level::of_score("3.1", s)).unwrap_or_default(),
            status,
            path,
            line,
            resource: None,
            fingerprint: fingerprint.map(|(_, v)| v.text()),
            suppression: accepted.and_then(|s| s.justification.as_ref()).map(Str::text),
        }
    }

    /// The message of a secret scanner may quote the line with the secret; only the rule's own words are kept.
    fn secret(&self, result: &ResultEntry<'_>, issue: IssueStatement) -> SecretStatement {
        let rule = self.rule(result);
        let description = rule.and_then(|r| r.short_description.as_ref()).and_then(|d| d.text.as_ref());
        let commit = result.partial_fingerprints.get("commitSha").filter(|c| !c.is_empty());
        SecretStatement {
            place: issue.place,
            description: description.map_or_else(|| issue.rule.clone(), Str::text),
            path: issue.path.unwrap_or_default(),
            line: issue.line,
            commit: commit.map(Str::text),
            private_key: issue.rule.contains("private-key"),
            rule: issue.rule,
            suppression: issue.suppression.or((issue.status == IssueStatus::Suppressed).then(Text::default)),
            ..SecretStatement::default()
        }
    }

    /// Trivy and grype write the package into the message, one `Name: value` a line.
    fn vulnerability(result: &ResultEntry<'_>, rule: Option<&Rule<'_>>, issue: IssueStatement) -> MatchStatement {
        let message = result.message.as_ref().and_then(|m| m.text.as_deref()).unwrap_or_default();
        let field = |name: &str| {
            let line = message.lines().find_map(|l| l.trim().strip_prefix(name)?.strip_prefix(':'));
            line.map(str::trim).unwrap_or_default()
        };
        let purl = rule.and_then(|r| r.properties.as_ref()).and_then(|p| p.purls.first());
        let id = issue.rule.split_once('-').map_or("", |(family, _)| family);
        let id: Text = match id {
            // grype: `CVE-2021-44228-log4j-core`, `GHSA-jfh8-c2jp-5v3q-log4j-core`.
            "CVE" => issue.rule.splitn(4, '-').take(3).collect::<Vec<_>>().join("-").into(),
            "GHSA" => issue.rule.splitn(5, '-').take(4).collect::<Vec<_>>().join("-").into(),
            _ => issue.rule.clone(),
        };
        let fixed = field("Fixed Version");
        let versions: Vec<Text> = fixed.split(',').map(str::trim).filter(|v| !v.is_empty()).map(Text::new).collect();
        let state = if versions.is_empty() { FixState::Unknown } else { FixState::Fixed };
        MatchStatement {
            place: issue.place,
            id,
            package: PackageStatement {
                purl: purl.map(Str::text),
                ecosystem: Text::default(),
                name: field("Package").into(),
                version: field("Installed Version").into(),
                location: issue.path,
            },
            ratings: vec![RatingStatement {
                score: security_severity(rule),
                version: Some("3.1".into()),
                word: Some(field("Severity").into()).filter(|w: &Text| !w.is_empty()),
                ..RatingStatement::default()
            }],
            fix: Fix { state, versions },
            suppressed: (issue.status == IssueStatus::Suppressed).then(|| issue.suppression.unwrap_or_default()),
            ..MatchStatement::default()
        }
    }
}

fn security_severity(rule: Option<&Rule<'_>>) -> Option<f64> {
    rule?.properties.as_ref()?.security_severity.as_ref()?.parse().ok()
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Log<'a> {
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, default)]
    runs: List<Run<'a>>,
}

#[derive(Deserialize)]
struct Run<'a> {
    #[serde(borrow)]
    tool: ToolEntry<'a>,
    #[serde(borrow, default)]
    invocations: List<Invocation<'a>>,
    #[serde(borrow, default)]
    artifacts: List<Artifact<'a>>,
    #[serde(borrow, default)]
    results: List<ResultEntry<'a>>,
}

#[derive(Deserialize)]
struct ToolEntry<'a> {
    #[serde(borrow)]
    driver: ToolComponent<'a>,
    #[serde(borrow, default)]
    extensions: List<ToolComponent<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ToolComponent<'a> {
    #[serde(borrow, default)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow)]
    semantic_version: Option<Str<'a>>,
    #[serde(borrow, default)]
    rules: List<Rule<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    #[serde(borrow, default)]
    id: Str<'a>,
    #[serde(borrow)]
    short_description: Option<Message<'a>>,
    #[serde(borrow)]
    properties: Option<RuleProperties<'a>>,
}

#[derive(Deserialize)]
struct RuleProperties<'a> {
    #[serde(borrow, rename = "security-severity")]
    security_severity: Option<Scalar<'a>>,
    #[serde(borrow, default)]
    tags: List<Str<'a>>,
    #[serde(borrow, default)]
    purls: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    text: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Invocation<'a> {
    #[serde(rename = "executionSuccessful")]
    successful: Option<bool>,
    #[serde(borrow, rename = "endTimeUtc")]
    end_time: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Artifact<'a> {
    #[serde(borrow)]
    location: Option<ArtifactLocation<'a>>,
}

#[derive(Deserialize)]
struct ArtifactLocation<'a> {
    #[serde(borrow)]
    uri: Option<Str<'a>>,
    index: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResultEntry<'a> {
    #[serde(borrow)]
    rule_id: Option<Str<'a>>,
    rule_index: Option<i64>,
    #[serde(borrow)]
    rule: Option<RuleReference<'a>>,
    #[serde(borrow)]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    message: Option<Message<'a>>,
    #[serde(borrow, default)]
    locations: List<Location<'a>>,
    #[serde(borrow, default)]
    fingerprints: Pairs<'a, Str<'a>>,
    #[serde(borrow, default)]
    partial_fingerprints: Pairs<'a, Str<'a>>,
    #[serde(borrow, default)]
    suppressions: List<Suppression<'a>>,
    #[serde(borrow)]
    baseline_state: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RuleReference<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    index: Option<i64>,
    tool_component: Option<ToolComponentReference>,
}

#[derive(Deserialize)]
struct ToolComponentReference {
    index: Option<usize>,
}

#[derive(Deserialize)]
struct Location<'a> {
    #[serde(borrow, rename = "physicalLocation")]
    physical: Option<PhysicalLocation<'a>>,
}

#[derive(Deserialize)]
struct PhysicalLocation<'a> {
    #[serde(borrow, rename = "artifactLocation")]
    artifact: Option<ArtifactLocation<'a>>,
    region: Option<Region>,
}

#[derive(Deserialize)]
struct Region {
    #[serde(rename = "startLine")]
    start_line: Option<u64>,
}

#[derive(Deserialize)]
struct Suppression<'a> {
    #[serde(borrow)]
    status: Option<Str<'a>>,
    #[serde(borrow)]
    justification: Option<Str<'a>>,
}

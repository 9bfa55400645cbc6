//! `check` and `facts`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use tidewaiter::{Dossier, Gate, Options, Report, Timestamp};

use crate::arguments::{CheckOptions, Color, DossierOptions, FactsOptions, GateOptions};
use crate::{Failure, print};

/// Where indexes of feeds are kept between runs.
fn cache() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let base =
        set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache"))).or_else(|| set("LOCALAPPDATA"));
    set("TIDEWAITER_CACHE").or_else(|| base.map(|b| b.join("tidewaiter")))
}

pub(crate) fn gate(options: &GateOptions) -> Result<Gate, Failure> {
    let mut builder = Gate::builder();
    if let Some(file) = &options.gate {
        builder = builder.file(file);
    }
    if let Some(profile) = &options.profile {
        builder = builder.profile(profile);
    }
    for path in &options.policies {
        builder = builder.policy(path);
    }
    for path in &options.raw_policies {
        builder = builder.raw_policy(path);
    }
    if let Some(directory) = cache() {
        builder = builder.cache(directory);
    }
    Ok(builder.build()?)
}

fn json(path: &Path) -> Result<serde_json::Value, Failure> {
    let text = std::fs::read(path).map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    serde_json::from_slice(&text).map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))
}

fn word<T: serde::de::DeserializeOwned>(name: &str, value: Option<&String>) -> Result<Option<T>, Failure> {
    let read = |v: &String| serde_json::from_value(serde_json::Value::String(v.clone()));
    value.map(read).transpose().map_err(|error| Failure::Usage(format!("--{name}: {error}")))
}

/// The documents, and the moment.
fn dossier(options: &DossierOptions) -> Result<(Dossier, Timestamp), Failure> {
    let mut dossier = Dossier::new();
    for path in &options.paths {
        dossier = dossier.add_path(path)?;
    }
    for declared in &options.declared {
        let (format, file) = declared.split_once(':').ok_or_else(|| {
            Failure::Usage(format!("--as {declared}: write FORMAT:FILE, such as gitleaks:report.json"))
        })?;
        dossier = dossier.add_path_as(format, file)?;
    }
    let described = Options {
        subject: options.subject.clone(),
        exposure: word("exposure", options.exposure.as_ref())?,
        distribution: word("distribution", options.distribution.as_ref())?,
        environment: options.environment.clone(),
        context: options.context.as_deref().map(json).transpose()?,
        previous: options.previous.as_deref().map(json).transpose()?,
        since: options.since.as_deref().map(json).transpose()?,
        ..Options::default()
    };
    let now = match &options.now {
        Some(text) => Timestamp::read(text)
            .ok_or_else(|| Failure::Usage(format!("--now {text}: write it as 2026-11-23T14:00:00Z")))?,
        None => clock(),
    };
    Ok((dossier.describe(&described)?, now))
}

pub(crate) fn check(options: &CheckOptions) -> Result<u8, Failure> {
    let format: Report = options.format.parse()?;
    let outputs = outputs(&options.outputs)?;
    if options.dossier.paths.is_empty() && options.dossier.declared.is_empty() {
        return Err(Failure::Usage("give files or directories to check".to_owned()));
    }
    let start = Instant::now();
    let gate = gate(&options.gate)?;
    let (dossier, now) = dossier(&options.dossier)?;
    let built = start.elapsed();
    let decision = gate.check(&dossier, now)?;
    let decided = start.elapsed();
    for (report, path) in outputs {
        std::fs::write(&path, decision.render(report)?)
            .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    }
    print(&decision.render(painted(format, options.color))?)?;
    if options.timings {
        let steps = [
            ("gate", built),
            ("check", decided.saturating_sub(built)),
            ("report", start.elapsed().saturating_sub(decided)),
        ];
        for (step, time) in steps {
            crate::complain(&format!("{step} {:.1} ms", time.as_secs_f64() * 1000.0));
        }
    }
    Ok(if decision.exit_code() == 1 { crate::DENIED } else { decision.exit_code() })
}

/// `FORMAT=FILE`.
fn outputs(list: &[String]) -> Result<Vec<(Report, PathBuf)>, Failure> {
    let read = |text: &String| {
        let (format, file) = text
            .split_once('=')
            .ok_or_else(|| Failure::Usage(format!("--output {text}: write FORMAT=FILE, such as sarif=report.sarif")))?;
        Ok((format.parse()?, PathBuf::from(file)))
    };
    list.iter().map(read).collect()
}

fn painted(format: Report, color: Color) -> Report {
    let wanted = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
    };
    if format == Report::Table && wanted { Report::ColorTable } else { format }
}

pub(crate) fn facts(options: &FactsOptions) -> Result<u8, Failure> {
    let gate = gate(&options.gate)?;
    let (dossier, now) = dossier(&options.dossier)?;
    let facts = gate.facts(&dossier, now)?;
    let text = serde_json::to_string_pretty(&facts).map_err(|error| Failure::Usage(error.to_string()))?;
    print(&format!("{text}\n"))?;
    Ok(0)
}

/// The command line is where the clock is read.
#[expect(clippy::disallowed_methods, reason = "the outermost face reads the clock")]
fn clock() -> tidewaiter::Timestamp {
    SystemTime::now().into()
}

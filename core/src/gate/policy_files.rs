//! Policies of users on disk: single files, directories and OPA bundles; and documents for raw policies.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::policy::{PolicySource, to_value};

/// The most files of one policy source.
const MOST_FILES: usize = 10_000;
/// The most bytes of one policy source, unpacked.
const MOST_BYTES: u64 = 64 << 20;

/// Reads a Rego file, a directory or a bundle (`.tar.gz`).
pub(super) fn load(path: &Path) -> Result<PolicySource, Error> {
    read(path, wanted)
}

/// The same with every JSON and YAML file as data, as `opa test` and `opa eval` load a directory.
pub(super) fn load_with_data(path: &Path) -> Result<PolicySource, Error> {
    let data = |file: &str| [".json", ".yaml", ".yml"].iter().any(|end| file.ends_with(end));
    read(path, |file| wanted(file) || data(file))
}

fn read(path: &Path, wanted: impl Fn(&str) -> bool + Copy) -> Result<PolicySource, Error> {
    let mut source = PolicySource::default();
    let name = path.to_string_lossy().into_owned();
    let meta = std::fs::metadata(path).map_err(|error| unreadable(&name, &error.to_string()))?;
    if meta.is_dir() {
        directory(path, path, wanted, 0, &mut source)?;
    } else if name.ends_with(".tar.gz") || name.ends_with(".tgz") {
        bundle(path, &mut source)?;
    } else {
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(&name, &error.to_string()))?;
        source.modules.push((name.clone(), text));
    }
    if source.modules.is_empty() {
        return Err(unreadable(&name, "it holds no Rego file"));
    }
    source.modules.sort();
    source.data.sort();
    Ok(source)
}

fn unreadable(name: &str, reason: &str) -> Error {
    Error::InvalidPolicy(Fault::new(reason, "give a Rego file, a directory with Rego files, or a bundle").within(name))
}

fn directory(
    root: &Path,
    path: &Path,
    wanted: impl Fn(&str) -> bool + Copy,
    depth: usize,
    source: &mut PolicySource,
) -> Result<(), Error> {
    let name = path.to_string_lossy().into_owned();
    if depth > 16 {
        return Err(unreadable(&name, "directories are nested deeper than 16"));
    }
    let listed = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = listed.map_err(|error| unreadable(&name, &error.to_string()))?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let file = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(|error| unreadable(&name, &error.to_string()))?;
        if file.starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            directory(root, &entry.path(), wanted, depth.saturating_add(1), source)?;
        } else if kind.is_file() && wanted(&file) {
            let full = entry.path();
            let text = std::fs::read_to_string(&full)
                .map_err(|error| unreadable(&full.to_string_lossy(), &error.to_string()))?;
            let inside = full.strip_prefix(root).unwrap_or(&full).to_string_lossy().replace('\\', "/");
            add(source, &full.to_string_lossy(), &inside, text, &name)?;
        }
    }
    Ok(())
}

/// Rego, and what OPA loads as data from a bundle.
fn wanted(file: &str) -> bool {
    file.ends_with(".rego") || matches!(file, "data.json" | "data.yaml" | "data.yml")
}

fn add(source: &mut PolicySource, shown: &str, inside: &str, text: String, of: &str) -> Result<(), Error> {
    if source.modules.len().saturating_add(source.data.len()) >= MOST_FILES {
        return Err(unreadable(of, &format!("it holds more than {MOST_FILES} files")));
    }
    if inside.ends_with(".rego") {
        source.modules.push((shown.to_owned(), text));
    } else {
        source.data.push((inside.to_owned(), text));
    }
    Ok(())
}

/// An OPA bundle: a gzipped tar with Rego and data files; its manifest's roots are not needed here.
fn bundle(path: &Path, source: &mut PolicySource) -> Result<(), Error> {
    let name = path.to_string_lossy().into_owned();
    let failed = |error: std::io::Error| unreadable(&name, &format!("it is not a bundle: {error}"));
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(file).take(MOST_BYTES));
    for entry in archive.entries().map_err(failed)? {
        let mut entry = entry.map_err(failed)?;
        let inside =
            entry.path().map_err(failed)?.to_string_lossy().trim_start_matches("./").trim_start_matches('/').to_owned();
        let file = inside.rsplit('/').next().unwrap_or_default().to_owned();
        if entry.header().entry_type().is_file() && wanted(&file) {
            let mut text = String::new();
            entry.read_to_string(&mut text).map_err(failed)?;
            add(source, &format!("{name}/{inside}"), &inside, text, &name)?;
        }
    }
    Ok(())
}

/// A document as an engine value; JSON, or YAML that is a mapping or a list.
pub(super) fn raw_value(bytes: &[u8], limits: &Limits) -> Option<crate::policy::EngineValue> {
    let text = crate::document::decoded(bytes, limits)?;
    let text = std::str::from_utf8(&text).ok()?;
    let json: serde_json::Value = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(_) => yaml_serde::from_str(text).ok().filter(|v: &serde_json::Value| v.is_object() || v.is_array())?,
    };
    to_value(&json).ok()
}

/// Names the document in a finding about it.
pub(super) fn name_document(member: &mut serde_json::Value, name: &str) {
    match member {
        serde_json::Value::String(text) => {
            *member = serde_json::json!({ "message": text, "target": { "document": name, "message": text } });
        }
        serde_json::Value::Object(object) => {
            let message = object.get("message").or_else(|| object.get("msg")).cloned().unwrap_or_default();
            let target = object.entry("target").or_insert_with(|| serde_json::json!({ "message": message }));
            if let serde_json::Value::Object(target) = target {
                target.insert("document".to_owned(), name.into());
            }
        }
        _ => {}
    }
}

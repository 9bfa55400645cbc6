//! Compiles the pack: one program per topic, and the annotations of all rules as one JSON text.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a build script speaks to cargo and stops it"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use regorus::languages::rego::compiler::Compiler;
use sha2::{Digest, Sha256};

#[path = "src/annotations.rs"]
#[expect(unreachable_pub, reason = "the library makes it public")]
mod annotations;
#[path = "src/reach.rs"]
#[expect(unreachable_pub, reason = "the library makes it public")]
mod reach;

fn main() {
    println!("cargo::rerun-if-changed=tidewaiter");
    println!("cargo::rerun-if-changed=src/annotations.rs");
    println!("cargo::rerun-if-changed=src/reach.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let files = sources(&root);
    let mut topics: BTreeMap<String, Vec<&Source>> = BTreeMap::new();
    for source in files.iter().filter(|s| s.topic != "lib") {
        topics.entry(source.topic.clone()).or_default().push(source);
    }
    let mut rules = Vec::new();
    let head = "/// Topic, compiled program, and the members of `input` that it reads (nothing: all of them).\n";
    let mut code = format!("{head}pub const PROGRAMS: &[(&str, &[u8], &[&str])] = &[\n");
    for (topic, sources) in &topics {
        let libraries = files.iter().filter(|s| s.topic == "lib");
        let (program, members) = compile(libraries.chain(sources.iter().copied()), sources);
        let file = out.join(format!("{topic}.rvm"));
        fs::write(&file, program).expect("OUT_DIR is writable");
        let path = file.display().to_string();
        writeln!(code, "    ({topic:?}, include_bytes!({path:?}), &{members:?}),").expect("a String takes everything");
        rules.extend(sources.iter().map(|s| rule(s)));
    }
    code.push_str("];\n\n/// Path and text of every Rego file.\npub const SOURCES: &[(&str, &str)] = &[\n");
    let mut hash = Sha256::new();
    for source in &files {
        let absolute = root.join(&source.path).display().to_string();
        writeln!(code, "    ({:?}, include_str!({absolute:?})),", source.path).expect("a String takes everything");
        hash.update(source.path.as_bytes());
        hash.update([0]);
        hash.update(source.text.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes everything");
        text
    });
    write!(
        code,
        "];\n\n/// SHA-256 over the paths and texts of all Rego files.\npub const DIGEST: &str = {digest:?};\n"
    )
    .expect("a String takes everything");
    fs::write(out.join("pack.rs"), code).expect("OUT_DIR is writable");
    let rules = serde_json::to_string(&rules).expect("annotations are plain data");
    fs::write(out.join("rules.json"), rules).expect("OUT_DIR is writable");
}

struct Source {
    path: String,
    topic: String,
    name: String,
    text: String,
}

fn sources(root: &Path) -> Vec<Source> {
    let mut out = Vec::new();
    for directory in entries(&root.join("tidewaiter")).into_iter().filter(|p| p.is_dir()) {
        let topic = name_of(&directory);
        for file in entries(&directory) {
            let is_rego = file.extension().is_some_and(|e| e == "rego");
            let name = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            if is_rego && !name.ends_with("_test") {
                let text = fs::read_to_string(&file).expect("a Rego file is readable");
                out.push(Source { path: format!("tidewaiter/{topic}/{name}.rego"), topic: topic.clone(), name, text });
            }
        }
    }
    out
}

fn entries(directory: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(directory).map(|d| d.filter_map(|e| Some(e.ok()?.path())).collect());
    let mut listed: Vec<PathBuf> = listed.unwrap_or_default();
    listed.sort();
    listed
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn compile<'a>(files: impl Iterator<Item = &'a Source>, entry_points: &[&Source]) -> (Vec<u8>, Vec<String>) {
    let mut engine = regorus::Engine::new();
    for file in files {
        if let Err(error) = engine.add_policy(file.path.clone(), file.text.clone()) {
            panic!("{}: {error}", file.path);
        }
    }
    let names: Vec<String> =
        entry_points.iter().map(|s| format!("data.tidewaiter.{}.{}.deny", s.topic, s.name)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let first = names.first().copied().expect("a topic has rules");
    let policy = match engine.compile_with_entrypoint(&first.into()) {
        Ok(policy) => policy,
        Err(error) => panic!("{first}: {error}"),
    };
    match Compiler::compile_from_policy(&policy, &names) {
        Ok(program) => {
            let members = reach::members(&program).map(|m| m.into_iter().collect()).unwrap_or_default();
            (program.serialize_binary().expect("a program within its limits serializes"), members)
        }
        Err(error) => panic!("{first}: {error}"),
    }
}

fn rule(source: &Source) -> annotations::Annotation {
    let (package, annotation) = match annotations::read(&source.text) {
        Ok(read) => read,
        Err((line, reason)) => panic!("{}: line {line}: {reason}", source.path),
    };
    let expected = format!("tidewaiter.{}.{}", source.topic, source.name);
    assert_eq!(package.as_deref(), Some(expected.as_str()), "{}: the package follows the path", source.path);
    let annotation = annotation.unwrap_or_else(|| panic!("{}: no METADATA above the package", source.path));
    assert_eq!(
        annotation.custom.id,
        format!("{}.{}", source.topic, source.name),
        "{}: the id follows the path",
        source.path
    );
    annotation
}

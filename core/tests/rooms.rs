//! The way of data is a way of imports: a room names only those before it.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in the order in which data passes through them; those on one line do not know each other.
const ORDER: &[&[&str]] = &[
    &["error", "limits"],
    &["model"],
    &["document"],
    &["verify"],
    &["detection", "facts"],
    &["policy"],
    &["decision"],
    &["report"],
    &["dossier"],
    &["gate"],
];

fn rust_files(at: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Files of `src` by room, without their tests and comments.
fn rooms() -> Vec<(String, String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let read = |path: &PathBuf| {
        let inside = path.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
        let room = inside.split(['/', '.']).next().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let code = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        (room, inside, code)
    };
    files.iter().map(read).filter(|(room, ..)| room != "lib").collect()
}

fn place(room: &str) -> usize {
    ORDER.iter().position(|row| row.contains(&room)).unwrap_or_else(|| panic_for(room))
}

#[expect(clippy::panic, reason = "a new room has to be given its place")]
fn panic_for(room: &str) -> usize {
    panic!("`{room}` has no place in ORDER");
}

#[test]
fn a_room_names_only_those_before_it() {
    let mut wrong = Vec::new();
    for (room, file, code) in rooms() {
        let own = place(&room);
        for (number, row) in ORDER.iter().enumerate() {
            for other in row.iter().filter(|other| **other != room && number >= own) {
                if code.contains(&format!("crate::{other}::")) {
                    wrong.push(format!("{file} names {other}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_dangerous_has_one_place() {
    let allowed: &[(&str, &[&str])] = &[
        ("regorus::", &["policy/"]),
        ("std::fs", &["dossier.rs", "gate/", "document/feed/epss.rs", "document/feed/mod.rs", "document/mod.rs"]),
        ("SystemTime::now", &[]),
        ("Instant::now", &[]),
        ("std::env", &[]),
        ("TcpStream", &[]),
        ("std::process", &[]),
    ];
    let mut wrong = Vec::new();
    for (_, file, code) in rooms() {
        for (word, places) in allowed {
            if code.contains(word) && !places.iter().any(|place| file.starts_with(place)) {
                wrong.push(format!("{file} names {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

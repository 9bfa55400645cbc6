//! SLSA provenance 0.1, 0.2 and 1.

use serde_json::Value;

use crate::model::{Text, Timestamp};

use super::super::statement::{Material, ProvenanceStatement};

/// What a provenance predicate says; `None` for a version that is not known.
pub(super) fn provenance(version: &str, predicate: &Value) -> Option<ProvenanceStatement> {
    let keys = match version.trim_start_matches('v') {
        "0.1" => &V0_1,
        "0.2" => &V0_2,
        "1" | "1.0" | "1.1" => &V1,
        _ => return None,
    };
    let text = |pointer: &str| predicate.pointer(pointer).and_then(Value::as_str).filter(|t| !t.is_empty());
    let materials = predicate.pointer(keys.materials).and_then(Value::as_array);
    let materials: Vec<&Value> = materials.into_iter().flatten().collect();
    let parameters = predicate.pointer(keys.parameters).and_then(Value::as_object);
    let parameter =
        |(name, value): (&String, &Value)| (Text::from(name.as_str()), value.as_str().unwrap_or_default().into());
    let mut statement = ProvenanceStatement {
        builder_id: text(keys.builder).unwrap_or_default().into(),
        build_type: text(keys.build_type).unwrap_or_default().into(),
        invocation: text(keys.invocation).map(Text::new),
        started: text(keys.started).and_then(Timestamp::read),
        finished: text(keys.finished).and_then(Timestamp::read),
        parameters: parameters.into_iter().flatten().map(parameter).collect(),
        materials: materials.iter().map(|m| material(m)).collect(),
        ..ProvenanceStatement::default()
    };
    source(&mut statement, keys, predicate, &materials);
    Some(statement)
}

struct Keys {
    builder: &'static str,
    build_type: &'static str,
    invocation: &'static str,
    started: &'static str,
    finished: &'static str,
    parameters: &'static str,
    materials: &'static str,
    /// The descriptor of the source, where the version has a place for it.
    source: &'static str,
}

const V0_1: Keys = Keys {
    builder: "/builder/id",
    build_type: "/recipe/type",
    invocation: "/metadata/buildInvocationId",
    started: "/metadata/buildStartedOn",
    finished: "/metadata/buildFinishedOn",
    parameters: "/recipe/arguments",
    materials: "/materials",
    source: "/materials/0",
};

const V0_2: Keys = Keys {
    builder: "/builder/id",
    build_type: "/buildType",
    invocation: "/metadata/buildInvocationId",
    started: "/metadata/buildStartedOn",
    finished: "/metadata/buildFinishedOn",
    parameters: "/invocation/parameters",
    materials: "/materials",
    source: "/invocation/configSource",
};

const V1: Keys = Keys {
    builder: "/runDetails/builder/id",
    build_type: "/buildDefinition/buildType",
    invocation: "/runDetails/metadata/invocationId",
    started: "/runDetails/metadata/startedOn",
    finished: "/runDetails/metadata/finishedOn",
    parameters: "/buildDefinition/externalParameters",
    materials: "/buildDefinition/resolvedDependencies",
    source: "",
};

fn material(value: &Value) -> Material {
    let pinned = value.get("digest").and_then(Value::as_object).is_some_and(|d| !d.is_empty());
    Material { uri: value.get("uri").and_then(Value::as_str).unwrap_or_default().into(), pinned }
}

/// The source: the configuration source, else the first dependency fetched by git, else what the builder was told.
fn source(statement: &mut ProvenanceStatement, keys: &Keys, predicate: &Value, materials: &[&Value]) {
    let by_git = |v: &&&Value| v.get("uri").and_then(Value::as_str).is_some_and(|u| u.starts_with("git+"));
    let stated = (!keys.source.is_empty()).then(|| predicate.pointer(keys.source)).flatten();
    let descriptor = stated.filter(|s| s.get("uri").is_some()).or_else(|| materials.iter().find(by_git).copied());
    if let Some(descriptor) = descriptor {
        let uri = descriptor.get("uri").and_then(Value::as_str).unwrap_or_default();
        // `git+https://host/path@refs/heads/main`; an `@` before the path belongs to a user name.
        match uri.rsplit_once('@').filter(|(before, _)| before.contains("://")) {
            Some((uri, reference)) => {
                statement.source_uri = Some(uri.into());
                statement.source_ref = Some(reference.into());
            }
            None => statement.source_uri = Some(uri.into()),
        }
        let digest =
            descriptor.get("digest").and_then(Value::as_object).and_then(|d| d.values().find_map(Value::as_str));
        statement.source_digest = digest.map(Text::new);
    }
    let told = |pointer: &str| predicate.pointer(pointer).and_then(Value::as_str).map(Text::new);
    if statement.source_uri.is_none() {
        statement.source_uri = told("/buildDefinition/externalParameters/workflow/repository");
    }
    if statement.source_ref.is_none() {
        statement.source_ref = told("/buildDefinition/externalParameters/workflow/ref");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_says_who_built_what_from_where() {
        let v02 = serde_json::json!({
            "builder": {"id": "https://b.example"}, "buildType": "t",
            "invocation": {"configSource": {"uri": "git+https://h.example/o/r@refs/tags/v1", "digest": {"sha1": "abc"}}},
            "materials": [{"uri": "git+https://h.example/o/r@refs/tags/v1", "digest": {"sha1": "abc"}}, {"uri": "x"}]
        });
        let v1 = serde_json::json!({
            "buildDefinition": {
                "buildType": "t", "externalParameters": {"workflow": {"ref": "refs/heads/main", "repository": "https://h.example/o/r"}},
                "resolvedDependencies": [{"uri": "git+https://h.example/o/r@refs/heads/main", "digest": {"gitCommit": "abc"}}]
            },
            "runDetails": {"builder": {"id": "https://b.example"}, "metadata": {"startedOn": "2026-01-01T00:00:00Z"}}
        });
        for (version, predicate, reference, pinned) in
            [("v0.2", v02, "refs/tags/v1", 1), ("v1", v1, "refs/heads/main", 1)]
        {
            let p = provenance(version, &predicate).unwrap();
            assert_eq!(p.builder_id, "https://b.example");
            assert_eq!(p.source_uri.as_deref(), Some("git+https://h.example/o/r"));
            assert_eq!((p.source_ref.as_deref(), p.source_digest.as_deref()), (Some(reference), Some("abc")));
            assert_eq!(p.materials.iter().filter(|m| m.pinned).count(), pinned);
        }
        assert!(provenance("v9", &Value::Null).is_none());
    }
}

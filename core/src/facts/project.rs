//! The part of the facts that the loaded rules read; the rest is neither made nor handed to the engine.

use std::collections::BTreeSet;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::Text;

use super::Facts;

/// The top-level members of the facts that are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted(Option<BTreeSet<Text>>);

impl Wanted {
    /// Every member.
    pub(crate) fn everything() -> Self {
        Self(None)
    }

    /// Only these.
    pub(crate) fn only(members: BTreeSet<Text>) -> Self {
        Self(Some(members))
    }

    /// What either of two wants.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self.0, other.0) {
            (Some(mut mine), Some(theirs)) => {
                mine.extend(theirs);
                Self(Some(mine))
            }
            _ => Self(None),
        }
    }

    pub(super) fn has(&self, member: &str) -> bool {
        self.0.as_ref().is_none_or(|members| members.contains(member))
    }
}

/// Facts without the members that no rule reads.
#[derive(Debug)]
pub(crate) struct Projected<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) wanted: &'a Wanted,
}

impl Serialize for Projected<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        macro_rules! members {
            ($($member:ident),* $(,)?) => {$(
                if self.wanted.has(stringify!($member)) {
                    map.serialize_entry(stringify!($member), &self.facts.$member)?;
                }
            )*};
        }
        members!(
            schema,
            now,
            subject,
            expected,
            inputs,
            sboms,
            components,
            licenses,
            vulnerabilities,
            databases,
            signatures,
            attestations,
            provenance,
            image,
            secrets,
            infrastructure,
            code_findings,
            policy,
            context,
            index,
        );
        map.end()
    }
}

//! Profiles: named sets of enforcements and parameters, written like gate files. They never change what a rule means.

use crate::error::{Error, Fault, quoted};

use super::file::{GateFile, read};

const PROFILES: &[(&str, &str)] = &[
    ("baseline", "{}"),
    ("strict", include_str!("profiles/strict.yaml")),
    ("ntia-2021", include_str!("profiles/ntia-2021.yaml")),
    ("cisa-2026", include_str!("profiles/cisa-2026.yaml")),
    ("bsi-tr-03183-2", include_str!("profiles/bsi-tr-03183-2.yaml")),
    ("cra", include_str!("profiles/cra.yaml")),
    ("fda-524b", include_str!("profiles/fda-524b.yaml")),
    ("telco-1.1", include_str!("profiles/telco-1.1.yaml")),
    ("pci-dss", include_str!("profiles/pci-dss.yaml")),
    ("bod-26-04", include_str!("profiles/bod-26-04.yaml")),
];

/// The names of all profiles.
#[must_use]
pub fn profile_names() -> Vec<&'static str> {
    PROFILES.iter().map(|(name, _)| *name).collect()
}

/// The settings of a profile.
pub(super) fn settings(name: &str) -> Result<GateFile, Error> {
    let (name, text) = PROFILES.iter().find(|(known, _)| *known == name).ok_or_else(|| {
        let reason = format!("{} is not a profile", quoted(name));
        Error::InvalidGate(Fault::new(reason, format!("use one of {}", profile_names().join(", "))))
    })?;
    read(&format!("profile {name}"), text)
}

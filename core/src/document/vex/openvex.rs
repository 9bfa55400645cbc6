//! OpenVEX 0.0.x and 0.2.0.

use serde::Deserialize;

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;
use crate::model::vex::Status;
use crate::model::{Digest, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Str};
use super::super::statement::{Content, Tool, Vex, VexProduct, VexStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "openvex", kind: Kind::Vex, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let tail = outline.text("@context")?.strip_prefix("https://openvex.dev/ns")?;
    Some(tail.trim_start_matches('/').to_owned())
}

const RECORDS: &[Records] = &[(&["statements"], |v| Statement::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let document: Document<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    if document.statements.len() > limits.records {
        let reason = format!("there are more than {} statements", limits.records);
        return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
    }
    let time = document.last_updated.as_ref().or(document.timestamp.as_ref()).and_then(|t| Timestamp::read(t));
    let mut vex = Vex { author: document.author.as_ref().map(Str::text), is_final: true, statements: Vec::new() };
    for (i, statement) in document.statements.iter().enumerate() {
        let place = format!("/statements/{i}");
        match statement.state(place.clone().into(), time) {
            Ok(statement) => vex.statements.push(statement),
            Err(reason) => content.skipped.note(place, reason),
        }
    }
    content.tools.extend(document.tooling.as_ref().map(|t| Tool::new(t, None)));
    content.produced_at = time;
    content.vex = Some(vex);
    Ok(())
}

impl Statement<'_> {
    fn state(&self, place: Text, document_time: Option<Timestamp>) -> Result<VexStatement, String> {
        let status =
            Status::from_name(&self.status).ok_or_else(|| format!("{} is not a status", quoted(&self.status)))?;
        let (id, aliases) = match &self.vulnerability {
            VulnerabilityEntry::Bare(id) => (id.text(), Vec::new()),
            VulnerabilityEntry::Full { name, id, aliases } => {
                let name = name.as_ref().or(id.as_ref()).ok_or("the vulnerability has no name")?;
                (name.text(), aliases.iter().map(Str::text).collect())
            }
        };
        let time = self.last_updated.as_ref().or(self.timestamp.as_ref()).and_then(|t| Timestamp::read(t));
        let shared: Vec<Text> = self.subcomponents.iter().flat_map(Component::ids).collect();
        Ok(VexStatement {
            place,
            vulnerability: id,
            aliases,
            status,
            justification: self.justification.as_ref().filter(|j| !j.is_empty()).map(Str::text),
            impact: self.impact_statement.as_ref().is_some_and(|i| !i.is_empty()),
            action: self.action_statement.as_ref().filter(|a| !a.is_empty()).map(Str::text),
            timestamp: time.or(document_time),
            products: self.products.iter().map(|p| p.product(&shared)).collect(),
        })
    }
}

impl Component<'_> {
    fn ids(&self) -> Vec<Text> {
        match self {
            Self::Bare(id) => vec![id.text()],
            Self::Full { id, identifiers, .. } => {
                let id = id.as_ref().filter(|i| !i.is_empty()).map(Str::text);
                let mut ids: Vec<Text> = id.into_iter().chain(identifiers.iter().map(|(_, v)| v.text())).collect();
                ids.sort();
                ids.dedup();
                ids
            }
        }
    }

    fn product(&self, shared: &[Text]) -> VexProduct {
        let mut product = VexProduct { ids: self.ids(), parts: shared.to_vec(), ..VexProduct::default() };
        if let Self::Full { hashes, subcomponents, .. } = self {
            product.hashes = hashes.iter().filter_map(|(a, v)| Digest::new(a, v)).collect();
            product.parts.extend(subcomponents.iter().flat_map(Component::ids));
        }
        product
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    author: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow)]
    last_updated: Option<Str<'a>>,
    #[serde(borrow)]
    tooling: Option<Str<'a>>,
    #[serde(borrow, default)]
    statements: List<Statement<'a>>,
}

#[derive(Deserialize)]
struct Statement<'a> {
    #[serde(borrow)]
    vulnerability: VulnerabilityEntry<'a>,
    #[serde(borrow, default)]
    products: List<Component<'a>>,
    /// 0.0.x: the parts of all products of the statement.
    #[serde(borrow, default)]
    subcomponents: List<Component<'a>>,
    #[serde(borrow)]
    status: Str<'a>,
    #[serde(borrow)]
    justification: Option<Str<'a>>,
    #[serde(borrow)]
    impact_statement: Option<Str<'a>>,
    #[serde(borrow)]
    action_statement: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow)]
    last_updated: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum VulnerabilityEntry<'a> {
    #[serde(borrow)]
    Bare(Str<'a>),
    Full {
        #[serde(borrow)]
        name: Option<Str<'a>>,
        #[serde(borrow, rename = "@id")]
        id: Option<Str<'a>>,
        #[serde(borrow, default)]
        aliases: List<Str<'a>>,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Component<'a> {
    #[serde(borrow)]
    Bare(Str<'a>),
    Full {
        #[serde(borrow, rename = "@id")]
        id: Option<Str<'a>>,
        #[serde(borrow, default)]
        identifiers: Pairs<'a, Str<'a>>,
        #[serde(borrow, default)]
        hashes: Pairs<'a, Str<'a>>,
        #[serde(borrow, default)]
        subcomponents: List<Component<'a>>,
    },
}

//! XML as a bounded tree of elements. A document type is refused: nothing in these formats needs one, and entities are
//! how XML attacks its reader.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Error, Fault};
use crate::limits::Limits;

/// Elements of one document; a tree takes memory before any record is counted.
const ELEMENTS: usize = 8_000_000;

/// An element: its local name (prefixes are dropped), attributes, direct text, and child elements.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|c| c.name == name)
    }

    /// The trimmed text of a child, if it has any.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.child(name).map(|c| c.text.trim()).filter(|t| !t.is_empty())
    }

    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |c| c.name == name)
    }
}

/// Parses a document into its root element.
pub(crate) fn parse(text: &[u8]) -> Result<Element, Error> {
    let mut reader = Reader::from_reader(text);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut elements = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| refusal(text, reader.error_position(), &error.to_string()))?;
        match event {
            Event::Start(start) => {
                elements = elements.saturating_add(1);
                bounded(open.len(), elements)?;
                open.push(element(&start).map_err(|reason| refusal(text, reader.buffer_position(), &reason))?);
            }
            Event::Empty(start) => {
                elements = elements.saturating_add(1);
                bounded(open.len(), elements)?;
                let element = element(&start).map_err(|reason| refusal(text, reader.buffer_position(), &reason))?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => return Ok(element),
                }
            }
            Event::End(_) => {
                let Some(done) = open.pop() else { continue };
                match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => return Ok(done),
                }
            }
            Event::Text(part) => {
                if let Some(parent) = open.last_mut() {
                    parent.text.push_str(&part);
                }
            }
            Event::CData(part) => {
                if let Some(parent) = open.last_mut() {
                    parent.text.push_str(&part);
                }
            }
            Event::GeneralRef(name) => {
                let name = name.to_string();
                let value = entity(&name)
                    .ok_or_else(|| refusal(text, reader.buffer_position(), &format!("the unknown entity &{name};")))?;
                if let Some(parent) = open.last_mut() {
                    parent.text.push(value);
                }
            }
            Event::DocType(_) => {
                let reason = "a document type declaration (DTD), which is never read";
                return Err(refusal(text, reader.buffer_position(), reason));
            }
            Event::Eof => {
                return Err(refusal(text, text.len() as u64, "the end of the text before the end of the root element"));
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let name = start.local_name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.local_name().as_ref().to_owned();
        attributes.push((key, unescaped(&attribute.value)?.into_owned()));
    }
    Ok(Element { name, attributes, ..Element::default() })
}

/// The value of an attribute with its references resolved.
fn unescaped(value: &str) -> Result<Cow<'_, str>, String> {
    if !value.contains('&') {
        return Ok(Cow::Borrowed(value));
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').ok_or("an unfinished entity in an attribute")?;
        out.push(entity(name).ok_or_else(|| format!("the unknown entity &{name};"))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

/// The five entities of XML and references to characters.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

fn bounded(depth: usize, elements: usize) -> Result<(), Error> {
    let (what, allowed) = match () {
        () if depth >= Limits::JSON_DEPTH => ("elements nest deeper than", Limits::JSON_DEPTH),
        () if elements > ELEMENTS => ("there are more elements than", ELEMENTS),
        () => return Ok(()),
    };
    Err(Error::LimitExceeded(Fault::new(format!("{what} {allowed}"), "split the document")))
}

fn refusal(text: &[u8], position: u64, reason: &str) -> Error {
    let before = text.get(..usize::try_from(position).unwrap_or(usize::MAX).min(text.len())).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count().saturating_add(1);
    let fault = Fault::new(format!("it is not readable XML: {reason}"), "check how the document was written");
    Error::UnreadableDocument(fault.at(format!("line {line}")))
}

/// The local name and the raw attributes of the root element, from the head of a document.
pub(crate) fn root(head: &str) -> Option<(&str, &str)> {
    let mut rest = head.trim_start();
    loop {
        if let Some(after) = rest.strip_prefix("<?") {
            rest = after.split_once("?>")?.1.trim_start();
        } else if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->")?.1.trim_start();
        } else if let Some(after) = rest.strip_prefix("<!DOCTYPE") {
            let end = match (after.find('['), after.find('>')) {
                (Some(subset), Some(end)) if subset < end => after.find("]>")?.saturating_add(2),
                (_, end) => end?.saturating_add(1),
            };
            rest = after.get(end..)?.trim_start();
        } else {
            break;
        }
    }
    let tag = rest.strip_prefix('<')?;
    let tag = tag.split('>').next().unwrap_or(tag);
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let name = name.trim_end_matches('/');
    Some((name.rsplit(':').next().unwrap_or(name), attributes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Element, Error> {
        parse(text.as_bytes())
    }

    #[test]
    fn elements_lose_their_prefix_and_keep_their_text() {
        let root =
            read("<?xml version='1.0'?><!-- c --><x:a k='1 &amp; 2'><b>p&lt;q<![CDATA[<r>]]></b><x:c/></x:a>").unwrap();
        assert_eq!((root.name.as_str(), root.attribute("k")), ("a", Some("1 & 2")));
        assert_eq!(root.text_of("b"), Some("p<q<r>"));
        assert!(root.child("c").is_some());
    }

    #[test]
    fn what_attacks_a_reader_is_refused() {
        let deep = "<a>".repeat(100_000);
        for text in [
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "<a>&x;</a>",
            "<a><b></a>",
            "<a>",
            &deep,
        ] {
            assert!(read(text).is_err(), "{}", text.get(..20.min(text.len())).unwrap_or_default());
        }
    }

    #[test]
    fn the_root_is_found_behind_prologue_and_comments() {
        assert_eq!(root("<?xml?>\n<!-- <b> -->\n<x:bom a='1'>"), Some(("bom", "a='1'")));
        assert_eq!(root("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"), Some(("a", "")));
        assert_eq!(root("no xml"), None);
    }
}

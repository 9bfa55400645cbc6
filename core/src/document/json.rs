//! Reading JSON into borrowed structs: the fast way, and the patient way for documents with broken records.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::ops::Deref;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::error::{Error, Fault};
use crate::model::Text;

use super::statement::Skipped;

/// Above this size a document with broken records is refused instead of being read patiently: a tree of values takes
/// several times the memory of the text.
const PATIENT_BYTES: usize = 64 << 20;

/// A list of records in a document: the path to it (`*` for every element) and how to try one of its records.
pub(crate) type Records = (&'static [&'static str], fn(&Value) -> Result<(), serde_json::Error>);

/// Reads a document into `T`. Where single records are broken, they are left out and noted in `skipped`.
///
/// `tree` is storage for the patient way and must be empty.
pub(crate) fn read<'a, T: Deserialize<'a>>(
    text: &'a [u8],
    records: &[Records],
    tree: &'a mut Option<Value>,
    skipped: &mut Skipped,
) -> Result<T, Error> {
    let error = match serde_json::from_slice(text) {
        Ok(document) => return Ok(document),
        Err(error) => error,
    };
    let is_duplicate = error.to_string().starts_with("duplicate field");
    if !error.is_data() || is_duplicate || records.is_empty() || text.len() > PATIENT_BYTES {
        return Err(refusal(&error));
    }
    let mut value = parse_tree(text).map_err(|error| refusal(&error))?;
    for (path, attempt) in records {
        sieve(&mut value, path, *attempt, &mut String::new(), skipped);
    }
    T::deserialize(&*tree.insert(value)).map_err(|_| refusal(&error))
}

/// Reads a document of another syntax that was turned into the JSON form of its format.
pub(crate) fn from_tree<'a, T: Deserialize<'a>>(
    mut value: Value,
    records: &[Records],
    tree: &'a mut Option<Value>,
    skipped: &mut Skipped,
) -> Result<T, Error> {
    for (path, attempt) in records {
        sieve(&mut value, path, *attempt, &mut String::new(), skipped);
    }
    T::deserialize(&*tree.insert(value)).map_err(|error| {
        let fault = Fault::new(error.to_string(), "fix the producer, or report the document if its format allows this");
        Error::UnreadableDocument(fault)
    })
}

/// Reads a document into `T` as a whole.
pub(crate) fn read_whole<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(text).map_err(|error| refusal(&error))
}

/// The error of the reader in our words, with line and column.
pub(crate) fn refusal(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or("unreadable").to_owned();
    let place = format!("line {} column {}", error.line(), error.column());
    if reason.starts_with("recursion limit") {
        let reason = format!("values nest deeper than {} levels", crate::Limits::JSON_DEPTH);
        return Error::LimitExceeded(Fault::new(reason, "flatten the document").at(place));
    }
    let remedy = match error.classify() {
        serde_json::error::Category::Eof => "the document is cut off; write or download it again",
        serde_json::error::Category::Syntax => "this is not JSON; check how the document was written",
        _ => "fix the producer, or report the document if its format allows this",
    };
    Error::UnreadableDocument(Fault::new(reason, remedy).at(place))
}

/// Removes the records that `attempt` refuses.
fn sieve(
    value: &mut Value,
    path: &[&'static str],
    attempt: fn(&Value) -> Result<(), serde_json::Error>,
    place: &mut String,
    skipped: &mut Skipped,
) {
    let length = place.len();
    match path.split_first() {
        None => {
            let Value::Array(items) = value else { return };
            let mut i = 0_usize;
            items.retain(|item| {
                let keep = match attempt(item) {
                    Ok(()) => true,
                    Err(error) => {
                        skipped.note(format!("{place}/{i}"), error.to_string());
                        false
                    }
                };
                i = i.saturating_add(1);
                keep
            });
        }
        Some((&"*", rest)) => {
            let Value::Array(items) = value else { return };
            for (i, item) in items.iter_mut().enumerate() {
                let _ = write!(place, "/{i}");
                sieve(item, rest, attempt, place, skipped);
                place.truncate(length);
            }
        }
        Some((key, rest)) => {
            let Some(inner) = value.get_mut(*key) else { return };
            place.push('/');
            place.push_str(key);
            sieve(inner, rest, attempt, place, skipped);
            place.truncate(length);
        }
    }
}

/// Parses a tree of values in which no object has the same key twice.
pub(crate) fn parse_tree(text: &[u8]) -> Result<Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = Tree.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Tree;

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_string<E>(self, v: String) -> Result<Value, E> {
        Ok(v.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = serde_json::Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self)?;
            if object.contains_key(&key) {
                return Err(de::Error::custom(format_args!("duplicate field `{key}`")));
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

/// Text borrowed from the document unless it holds escapes. (`Option<Cow<str>>` would always copy.)
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Str<'a>(Cow<'a, str>);

impl Str<'_> {
    pub(crate) fn text(&self) -> Text {
        Text::new(&self.0)
    }
}

impl Deref for Str<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Str<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(StrVisitor { scalars: false })
    }
}

/// Text, or a number or boolean that a sloppy producer wrote where text belongs.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Scalar<'a>(Str<'a>);

impl Deref for Scalar<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Scalar<'_> {
    pub(crate) fn text(&self) -> Text {
        self.0.text()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrVisitor { scalars: true }).map(Scalar)
    }
}

struct StrVisitor {
    scalars: bool,
}

impl StrVisitor {
    fn scalar<'a, E: de::Error>(&self, value: &dyn fmt::Display) -> Result<Str<'a>, E> {
        if self.scalars {
            Ok(Str(Cow::Owned(value.to_string())))
        } else {
            Err(E::custom(format_args!("invalid type: `{value}`, expected a string")))
        }
    }
}

impl<'de> Visitor<'de> for StrVisitor {
    type Value = Str<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, v: &'de str) -> Result<Str<'de>, E> {
        Ok(Str(Cow::Borrowed(v)))
    }

    fn visit_str<E>(self, v: &str) -> Result<Str<'de>, E> {
        Ok(Str(Cow::Owned(v.to_owned())))
    }

    fn visit_string<E>(self, v: String) -> Result<Str<'de>, E> {
        Ok(Str(Cow::Owned(v)))
    }

    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Str<'de>, E> {
        self.scalar(&v)
    }

    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Str<'de>, E> {
        self.scalar(&v)
    }

    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Str<'de>, E> {
        self.scalar(&v)
    }

    fn visit_bool<E: de::Error>(self, v: bool) -> Result<Str<'de>, E> {
        self.scalar(&v)
    }
}

/// A list that may be absent or null; null elements are dropped and counted.
#[derive(Debug, Clone)]
pub(crate) struct List<T> {
    pub(crate) items: Vec<T>,
    /// The list was written, if only as `[]`.
    pub(crate) present: bool,
    pub(crate) nulls: u64,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), present: false, nulls: 0 }
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
            type Value = List<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_unit<E>(self) -> Result<List<T>, E> {
                Ok(List::default())
            }

            fn visit_none<E>(self) -> Result<List<T>, E> {
                Ok(List::default())
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<List<T>, D::Error> {
                deserializer.deserialize_seq(self)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let mut list = List { present: true, ..List::default() };
                while let Some(item) = seq.next_element::<Option<T>>()? {
                    match item {
                        Some(item) => list.items.push(item),
                        None => list.nulls = list.nulls.saturating_add(1),
                    }
                }
                Ok(list)
            }
        }

        deserializer.deserialize_option(ListVisitor(std::marker::PhantomData))
    }
}

/// An object read as pairs in document order; the same key twice is an error.
#[derive(Debug, Clone)]
pub(crate) struct Pairs<'a, T>(pub(crate) Vec<(Str<'a>, T)>);

impl<T> Default for Pairs<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> Pairs<'a, T> {
    pub(crate) fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(k, _)| &**k == key).map(|(_, v)| v)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Str<'a>, T)> {
        self.0.iter()
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Pairs<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<'a, T>(std::marker::PhantomData<(&'a (), T)>);

        impl<'de: 'a, 'a, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<'a, T> {
            type Value = Pairs<'a, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Pairs::default())
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(Pairs::default())
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                deserializer.deserialize_map(self)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut seen = std::collections::BTreeSet::new();
                let mut pairs = Vec::new();
                while let Some((key, value)) = map.next_entry::<Str<'a>, T>()? {
                    if !seen.insert(key.to_string()) {
                        return Err(de::Error::custom(format_args!("duplicate field `{}`", &*key)));
                    }
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_option(PairsVisitor(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Document<'a> {
        #[serde(borrow, default)]
        items: List<Item<'a>>,
    }

    #[derive(Deserialize)]
    struct Item<'a> {
        #[serde(borrow)]
        name: Str<'a>,
    }

    const RECORDS: &[Records] = &[(&["items"], |v| Item::deserialize(v).map(drop))];

    fn names(text: &str) -> Result<(Vec<String>, Skipped), Error> {
        let (mut tree, mut skipped) = (None, Skipped::default());
        let document: Document<'_> = read(text.as_bytes(), RECORDS, &mut tree, &mut skipped)?;
        Ok((document.items.iter().map(|i| i.name.to_string()).collect(), skipped))
    }

    #[test]
    fn broken_records_are_left_out_and_named() {
        let (names, skipped) = names(r#"{"items":[{"name":"a"},{"name":7},null,{"name":"b\u0041"},{}]}"#).unwrap();
        assert_eq!(names, ["a", "bA"]);
        assert_eq!(skipped.count, 3);
        assert_eq!(
            skipped.named.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(),
            ["/items/1", "/items/2", "/items/4"]
        );
    }

    #[test]
    fn what_is_wrong_as_a_whole_is_refused_with_its_place() {
        for (text, code, at) in [
            (r#"{"items":[{"name":"a""#, "unreadable_document", "line 1 column 21"),
            ("{\"items\":\n[}", "unreadable_document", "line 2 column 2"),
            (r#"{"items":[],"items":[]}"#, "unreadable_document", "line 1 column 19"),
            (r#"{"items":[{"name":1},{"name":"a","name":"b"}]}"#, "unreadable_document", "line 1 column 44"),
        ] {
            let error = names(text).map(drop).unwrap_err();
            assert_eq!((error.code(), error.at()), (code, Some(at)), "{text}: {error}");
        }
        let deep = format!("{{\"items\":{}", "[".repeat(100_000));
        assert!(names(&deep).is_err());
    }
}

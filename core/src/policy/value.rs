//! Facts → the engine's own values, without JSON text in between.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use regorus::{Rc, Value};
use serde::ser::{self, Serialize};

/// Turns anything that serializes into an engine value.
///
/// # Errors
/// Never for facts; a map key that is no text is refused.
pub(crate) fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, Refusal> {
    let mut names = Names::default();
    value.serialize(Writer { names: &mut names })
}

/// The data cannot be an engine value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Refusal(String);

impl ser::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Field names, each allocated once.
#[derive(Default)]
struct Names(HashMap<&'static str, Value>);

impl Names {
    fn get(&mut self, name: &'static str) -> Value {
        self.0.entry(name).or_insert_with(|| text(name)).clone()
    }
}

fn text(value: &str) -> Value {
    Value::String(Rc::from(value))
}

struct Writer<'n> {
    names: &'n mut Names,
}

struct List<'n> {
    names: &'n mut Names,
    items: Vec<Value>,
    variant: Option<&'static str>,
}

struct Map<'n> {
    names: &'n mut Names,
    members: BTreeMap<Value, Value>,
    key: Option<Value>,
    variant: Option<&'static str>,
}

fn wrapped(variant: Option<&'static str>, value: Value, names: &mut Names) -> Value {
    match variant {
        None => value,
        Some(name) => Value::from(BTreeMap::from([(names.get(name), value)])),
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty => $convert:expr),* $(,)?) => {$(
        fn $method(self, v: $type) -> Result<Value, Refusal> {
            let convert: fn($type) -> Value = $convert;
            Ok(convert(v))
        }
    )*};
}

impl<'n> ser::Serializer for Writer<'n> {
    type Ok = Value;
    type Error = Refusal;
    type SerializeSeq = List<'n>;
    type SerializeTuple = List<'n>;
    type SerializeTupleStruct = List<'n>;
    type SerializeTupleVariant = List<'n>;
    type SerializeMap = Map<'n>;
    type SerializeStruct = Map<'n>;
    type SerializeStructVariant = Map<'n>;

    scalars!(
        serialize_bool: bool => Value::from,
        serialize_i8: i8 => |v| Value::from(i64::from(v)),
        serialize_i16: i16 => |v| Value::from(i64::from(v)),
        serialize_i32: i32 => |v| Value::from(i64::from(v)),
        serialize_i64: i64 => Value::from,
        serialize_u8: u8 => |v| Value::from(u64::from(v)),
        serialize_u16: u16 => |v| Value::from(u64::from(v)),
        serialize_u32: u32 => |v| Value::from(u64::from(v)),
        serialize_u64: u64 => Value::from,
        serialize_f32: f32 => |v| Value::from(f64::from(v)),
        serialize_f64: f64 => Value::from,
    );

    fn serialize_char(self, v: char) -> Result<Value, Refusal> {
        Ok(text(v.encode_utf8(&mut [0; 4])))
    }

    fn serialize_str(self, v: &str) -> Result<Value, Refusal> {
        Ok(text(v))
    }

    fn serialize_bytes(self, v: &[u8]) -> Result<Value, Refusal> {
        Ok(Value::from(v.iter().map(|b| Value::from(u64::from(*b))).collect::<Vec<_>>()))
    }

    fn serialize_none(self) -> Result<Value, Refusal> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Refusal> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Refusal> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Refusal> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Refusal> {
        Ok(self.names.get(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Value, Refusal> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Refusal> {
        let inner = value.serialize(Writer { names: &mut *self.names })?;
        Ok(wrapped(Some(variant), inner, self.names))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List<'n>, Refusal> {
        Ok(List {
            names: self.names,
            items: Vec::with_capacity(length.unwrap_or_default().min(1 << 20)),
            variant: None,
        })
    }

    fn serialize_tuple(self, length: usize) -> Result<List<'n>, Refusal> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<List<'n>, Refusal> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'n>, Refusal> {
        Ok(List { names: self.names, items: Vec::new(), variant: Some(variant) })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Map<'n>, Refusal> {
        Ok(Map { names: self.names, members: BTreeMap::new(), key: None, variant: None })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Map<'n>, Refusal> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Map<'n>, Refusal> {
        Ok(Map { names: self.names, members: BTreeMap::new(), key: None, variant: Some(variant) })
    }
}

impl List<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.items.push(value.serialize(Writer { names: &mut *self.names })?);
        Ok(())
    }

    fn finish(self) -> Value {
        wrapped(self.variant, Value::from(self.items), self.names)
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.push(value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.push(value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl ser::SerializeTupleStruct for List<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.push(value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl ser::SerializeTupleVariant for List<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.push(value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl Map<'_> {
    fn put<T: Serialize + ?Sized>(&mut self, key: Value, value: &T) -> Result<(), Refusal> {
        let value = value.serialize(Writer { names: &mut *self.names })?;
        self.members.insert(key, value);
        Ok(())
    }

    fn finish(self) -> Value {
        wrapped(self.variant, Value::from(self.members), self.names)
    }
}

impl ser::SerializeMap for Map<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refusal> {
        let key = key.serialize(Writer { names: &mut *self.names })?;
        if !matches!(key, Value::String(_)) {
            return Err(Refusal("a member name is not a text".to_owned()));
        }
        self.key = Some(key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        match self.key.take() {
            Some(key) => self.put(key, value),
            None => Err(Refusal("a value without a member name".to_owned())),
        }
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl ser::SerializeStruct for Map<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
        let key = self.names.get(name);
        self.put(key, value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

impl ser::SerializeStructVariant for Map<'_> {
    type Ok = Value;
    type Error = Refusal;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
        let key = self.names.get(name);
        self.put(key, value)
    }

    fn end(self) -> Result<Value, Refusal> {
        Ok(self.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_the_one_that_json_text_would_give() {
        let json = serde_json::json!({"a": [1, -2, 0.5, null, true], "b": {"c": "x", "d": {}}, "e": []});
        let direct = to_value(&json).unwrap();
        assert_eq!(direct, Value::from_json_str(&json.to_string()).unwrap());
    }
}

//! Moments and days, read as tools write them and printed one way.

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use jiff::civil;
use jiff::tz::Offset;

/// A moment on the UTC time line, to the nanosecond.
///
/// Read from RFC 3339 with any offset; printed in UTC without needless fractions.
///
/// ```
/// use tidewaiter::Timestamp;
///
/// let t: Timestamp = "2026-03-05T11:11:12.500+01:00".parse().unwrap();
/// assert_eq!(t.to_string(), "2026-03-05T10:11:12.5Z");
/// assert!("yesterday".parse::<Timestamp>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

/// The text is not a moment in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time; write it as RFC 3339, such as 2026-11-23T14:00:00Z")]
pub struct InvalidTimestamp;

impl Timestamp {
    /// Reads the spellings that tools use: RFC 3339, RFC 9557 (with a `[zone]`), a time without a zone (taken as UTC),
    /// a space for the `T`, and a bare date (its first second, UTC).
    ///
    /// ```
    /// use tidewaiter::Timestamp;
    ///
    /// assert_eq!(Timestamp::read("2025-08-25 10:00:00").unwrap().to_string(), "2025-08-25T10:00:00Z");
    /// assert_eq!(Timestamp::read("2025-08-25").unwrap().to_string(), "2025-08-25T00:00:00Z");
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once('[').map_or(text, |(before, _)| before);
        if let Ok(moment) = text.parse::<jiff::Timestamp>() {
            return Some(Self(moment));
        }
        if let Ok(local) = text.trim_end_matches(" UTC").parse::<civil::DateTime>() {
            return Offset::UTC.to_timestamp(local).ok().map(Self);
        }
        text.parse::<civil::Date>().ok().and_then(Self::start_of)
    }

    fn start_of(day: civil::Date) -> Option<Self> {
        Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok().map(Self)
    }

    /// Seconds from `earlier` to this moment; negative when this moment comes first.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.as_second().saturating_sub(earlier.0.as_second())
    }

    /// Whole days from `earlier` to this moment, rounded down.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.seconds_since(earlier).div_euclid(86_400)
    }

    /// The moment this many days later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let span = jiff::SignedDuration::from_secs(days.saturating_mul(86_400));
        Self(self.0.saturating_add(span).unwrap_or(self.0))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The moment this many seconds after 1970-01-01T00:00:00Z, if it is within years −9999 to 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        jiff::Timestamp::from_second(seconds).ok().map(Self)
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, InvalidTimestamp> {
        text.parse().map(Self).map_err(|_| InvalidTimestamp)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<SystemTime> for Timestamp {
    /// A time outside of years −9999 to 9999 becomes the nearest end of that range.
    fn from(time: SystemTime) -> Self {
        Self(jiff::Timestamp::try_from(time).unwrap_or(if time < SystemTime::UNIX_EPOCH {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        }))
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time", "description": "A moment, RFC 3339 in UTC." })
    }
}

/// A day of the calendar; something that happens "on" it happens at 00:00 UTC.
///
/// ```
/// use tidewaiter::model::time::Date;
///
/// let day: Date = "2027-01-15".parse().unwrap();
/// assert_eq!(day.start().to_string(), "2027-01-15T00:00:00Z");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// The text is not a day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date; write it as YYYY-MM-DD, such as 2027-01-15")]
pub struct InvalidDate;

impl Date {
    /// The first second of the day, UTC.
    #[must_use]
    pub fn start(self) -> Timestamp {
        // INVARIANT: every civil date of jiff has a UTC midnight in range; the fallback is never seen.
        Timestamp::start_of(self.0).unwrap_or(Timestamp(jiff::Timestamp::MIN))
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        // jiff would also read a date out of a whole timestamp.
        if text.len() == 10 { text.parse().map(Self).map_err(|_| InvalidDate) } else { Err(InvalidDate) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A day; it begins at 00:00 UTC." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_tools_are_read() {
        for (text, expected) in [
            ("2024-02-29T23:59:60Z", Some("2024-02-29T23:59:59Z")),
            ("2024-02-29T10:00:00.123456789Z", Some("2024-02-29T10:00:00.123456789Z")),
            ("2024-02-29T10:00:00+02:00[Europe/Berlin]", Some("2024-02-29T08:00:00Z")),
            ("2024-02-29T10:00:00", Some("2024-02-29T10:00:00Z")),
            ("2024-02-29 10:00:00 UTC", Some("2024-02-29T10:00:00Z")),
            ("2024-02-30", None),
            ("", None),
            ("0", None),
        ] {
            assert_eq!(Timestamp::read(text).map(|t| t.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn days_round_down_on_both_sides() {
        let a: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        let b: Timestamp = "2026-01-02T11:59:59Z".parse().unwrap();
        assert_eq!((b.days_since(a), a.days_since(b)), (0, -1));
    }
}

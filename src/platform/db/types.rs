//! Column types that both databases share: moments, ids, closed lists and small documents.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{Text, Timestamp};
use diesel::sqlite::Sqlite;

use super::MultiBackend;

/// A moment in UTC, in whole seconds: finer is stored differently by the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// The moment at `at` (UTC), cut to whole seconds.
    pub fn new(at: NaiveDateTime) -> Self {
        Self(at.with_nanosecond(0).unwrap_or(at))
    }

    /// The moment as a date and time without zone, in UTC.
    pub fn naive(self) -> NaiveDateTime {
        self.0
    }

    /// Seconds since 1970, UTC.
    pub fn seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }

    /// This moment moved by `delta`; stays where it is if that falls outside the calendar.
    pub fn plus(self, delta: TimeDelta) -> Self {
        Self(self.0.checked_add_signed(delta).unwrap_or(self.0))
    }

    /// This moment moved back by `delta`.
    pub fn minus(self, delta: TimeDelta) -> Self {
        self.plus(-delta)
    }

    /// The time from `earlier` to this moment; negative when `earlier` is later.
    pub fn since(self, earlier: Moment) -> TimeDelta {
        self.0 - earlier.0
    }

    /// The calendar date in UTC; for what a person reads use `i18n::local`.
    pub fn utc_date(self) -> NaiveDate {
        self.0.date()
    }

    /// As RFC 3339 in UTC, for the `datetime` attribute and for machines.
    pub fn rfc3339(self) -> String {
        let (d, t) = (self.0.date(), self.0.time());
        let (year, month, day) = (d.year(), d.month(), d.day());
        let (hour, minute, second) = (t.hour(), t.minute(), t.second());
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl<DB: Backend> ToSql<Timestamp, DB> for Moment
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl FromSql<Timestamp, Pg> for Moment {
    fn from_sql(raw: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(<NaiveDateTime as FromSql<Timestamp, Pg>>::from_sql(raw)?))
    }
}

impl FromSql<Timestamp, Sqlite> for Moment {
    /// SQLite keeps moments as text, and a page reads some dozens of them.
    fn from_sql(raw: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(raw)?;
        match written(text.as_bytes()) {
            Some(at) => Ok(Self(at)),
            None => Ok(Self::new(NaiveDateTime::parse_from_str(&text, "%F %T%.f")?)),
        }
    }
}

impl FromSql<Timestamp, MultiBackend> for Moment {
    fn from_sql(raw: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(<NaiveDateTime as FromSql<Timestamp, MultiBackend>>::from_sql(raw)?))
    }
}

/// A moment in the one form in which we write it: `2026-11-24 09:00:00`.
fn written(text: &[u8]) -> Option<NaiveDateTime> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b' ', h0, h1, b':', n0, n1, b':', s0, s1] = text else {
        return None;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_u32, |sum, d| d.is_ascii_digit().then(|| sum * 10 + u32::from(**d - b'0')))
    };
    let year = i32::try_from(number(&[y0, y1, y2, y3])?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(&[m0, m1])?, number(&[d0, d1])?)?;
    day.and_hms_opt(number(&[h0, h1])?, number(&[n0, n1])?, number(&[s0, s1])?)
}

/// A small document in a TEXT column. The encoded text is kept so that either backend can borrow it.
#[derive(Debug, Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Json<T> {
    value: T,
    text: String,
}

impl<T: serde::Serialize> Json<T> {
    /// Encodes `value`.
    ///
    /// # Errors
    /// When `value` has no JSON form, such as a map with keys that are no text.
    pub fn new(value: T) -> Result<Self, serde_json::Error> {
        let text = serde_json::to_string(&value)?;
        Ok(Self { value, text })
    }
}

impl<T> Json<T> {
    /// The document.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// The document, by itself.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T: std::fmt::Debug, DB: Backend> ToSql<Text, DB> for Json<T>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.text.as_str().to_sql(out)
    }
}

impl<T: serde::de::DeserializeOwned, DB: Backend> FromSql<Text, DB> for Json<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(raw)?;
        Ok(Self { value: serde_json::from_str(&text)?, text })
    }
}

/// A row's id as a type of its own, so that a person's id cannot be taken for a project's.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
            serde::Serialize, serde::Deserialize,
        )]
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::BigInt, DB> for $name
        where
            i64: diesel::serialize::ToSql<diesel::sql_types::BigInt, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, DB>,
            ) -> diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB> for $name
        where
            i64: diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                i64::from_sql(raw).map(Self)
            }
        }
    };
}
pub(crate) use id;

/// A closed list of words, stored as TEXT with a CHECK on both databases.
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of the list, in order.
            #[allow(dead_code, reason = "not every list is walked")]
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word as it is stored and sent.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The word that `text` is, if it is one of the list.
            #[allow(dead_code, reason = "not every list is read from outside")]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(from)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("no ", stringify!($name))))
            }
        }

        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, DB>,
            ) -> diesel::serialize::Result {
                self.as_str().to_sql(out)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = String::from_sql(raw)?;
                Self::parse(&text)
                    .ok_or_else(|| format!("no {}: {text}", stringify!($name)).into())
            }
        }
    };
}
pub(crate) use text_enum;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_is_written_and_as_nothing_else() {
        for text in ["2026-11-24 09:00:00", "2024-02-29 23:59:59", "0001-01-01 00:00:00"] {
            let parsed = NaiveDateTime::parse_from_str(text, "%F %T").unwrap();
            assert_eq!(written(text.as_bytes()), Some(parsed));
            assert_eq!(parsed.format("%F %T%.f").to_string(), text);
        }
        for text in ["2026-02-29 09:00:00", "2026-11-24 24:00:00", "2026-11-24T09:00:00", "2026-11-24 9:00:000", ""] {
            assert_eq!(written(text.as_bytes()), None, "{text}");
        }
    }
}

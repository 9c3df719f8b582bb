//! Days and periods. The only file that uses the calendar crate.
use jiff::ToSpan as _;
use jiff::civil;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The day, if the calendar has it; years 1 to 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        (1..=9999).contains(&year).then(|| civil::Date::new(year, month, day).ok().map(Self)).flatten()
    }

    /// Reads `YYYY-MM-DD` (RFC 3339 full-date); `None` for another form or a day that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = Self::parts(text)?;
        Self::new(year, month, day)
    }

    /// The numbers in a text of the form `YYYY-MM-DD`, whether or not that day exists.
    pub fn parts(text: &str) -> Option<(i16, i8, i8)> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return None;
        }
        Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
    }

    /// The day of a time in seconds since 1970-01-01T00:00:00Z, in UTC.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Self(jiff::tz::Offset::UTC.to_datetime(moment).date()))
    }

    /// The start of the day in UTC, in seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        let midnight = self.0.to_datetime(civil::Time::midnight());
        // The crate cannot represent the last hours of its last day.
        jiff::tz::Offset::UTC.to_timestamp(midnight).unwrap_or(jiff::Timestamp::MAX).as_second()
    }

    /// Year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Day of the week: 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The day this many days later, or earlier. Stays within the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        self.after(Period { months: 0, days })
    }

    /// The number of days from another day to this one; negative if this one is earlier.
    pub fn days_since(self, other: Self) -> i32 {
        (self.0 - other.0).get_days()
    }

    /// The day a period later, or the last day of the month if that is too short. Stays within the years 1 to 9999.
    #[must_use]
    pub fn after(self, period: Period) -> Self {
        let day = self.0.saturating_add(period.months.months().days(period.days));
        Self(day.max(civil::date(1, 1, 1)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A number of months and days as an author writes it: `6 months`, `10 jours`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Months; a year is twelve.
    pub months: i32,
    /// Further days; a week is seven.
    pub days: i32,
}

/// The unit of a [`Delay`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelayUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

/// When a task is due, relative to the main day: `J-30` is thirty days before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delay {
    /// Negative before the day, positive after it.
    pub amount: i32,
    /// The unit.
    pub unit: DelayUnit,
}

impl Delay {
    /// The due day, for this main day.
    pub fn from(self, day: Date) -> Date {
        day.after(match self.unit {
            DelayUnit::Day => Period { months: 0, days: self.amount },
            DelayUnit::Week => Period { months: 0, days: self.amount * 7 },
            DelayUnit::Month => Period { months: self.amount, days: 0 },
        })
    }

    /// The message of the interface that says it, and its number.
    pub fn message(self) -> (&'static str, i64) {
        let key = match (self.amount.signum(), self.unit) {
            (0, _) => "due-now",
            (-1, DelayUnit::Day) => "due-before-day",
            (-1, DelayUnit::Week) => "due-before-week",
            (-1, DelayUnit::Month) => "due-before-month",
            (_, DelayUnit::Day) => "due-after-day",
            (_, DelayUnit::Week) => "due-after-week",
            (_, DelayUnit::Month) => "due-after-month",
        };
        (key, i64::from(self.amount.unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar() {
        assert_eq!(Date::parse("2026-11-23").unwrap().to_string(), "2026-11-23");
        assert_eq!(Date::parse("2026-06-31"), None);
        assert_eq!(Date::parts("2026-06-31"), Some((2026, 6, 31)));
        assert_eq!(Date::parse("2026-6-3"), None);
        assert_eq!(Date::from_unix_seconds(0).unwrap().to_string(), "1970-01-01");
        assert_eq!(Date::parse("1970-01-03").unwrap().unix_seconds(), 2 * 86_400);
        assert!(
            Date::new(9999, 12, 31).unwrap().unix_seconds() > Date::new(9999, 12, 29).unwrap().unix_seconds()
        );
    }
}

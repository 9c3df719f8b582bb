//! Non-working days: weekends, and the eleven public holidays of metropolitan France.
use super::Date;

/// Why a day is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rest {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A public holiday.
    Holiday(Holiday),
}

/// The public holidays of the French labour code, article L3133-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 8 May.
    Victory,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// 14 July.
    National,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
}

impl Holiday {
    /// The holiday on a day.
    pub fn on(day: Date) -> Option<Self> {
        let easter = easter(day.year());
        match (day.month(), day.day()) {
            (1, 1) => Some(Self::NewYear),
            (5, 1) => Some(Self::Labour),
            (5, 8) => Some(Self::Victory),
            (7, 14) => Some(Self::National),
            (8, 15) => Some(Self::Assumption),
            (11, 1) => Some(Self::AllSaints),
            (11, 11) => Some(Self::Armistice),
            (12, 25) => Some(Self::Christmas),
            _ if day == easter.plus_days(1) => Some(Self::EasterMonday),
            _ if day == easter.plus_days(39) => Some(Self::Ascension),
            _ if day == easter.plus_days(50) => Some(Self::WhitMonday),
            _ => None,
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by Butcher's algorithm of 1876.
fn easter(year: i16) -> Date {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let leaps = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - leaps + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let count = moon + sunday - 7 * late + 114;
    let (month, day) = (i8::try_from(count / 31), i8::try_from(count % 31 + 1));
    let day = month.ok().zip(day.ok()).and_then(|(month, day)| Date::new(year, month, day));
    day.expect("Easter is a day of March or April")
}

/// Why a day is not a working day, if so. Holidays count in France only.
pub fn rest(day: Date, in_france: bool) -> Option<Rest> {
    match day.weekday() {
        6 => Some(Rest::Saturday),
        7 => Some(Rest::Sunday),
        _ if in_france => Holiday::on(day).map(Rest::Holiday),
        _ => None,
    }
}

/// The last working day up to and including a day.
pub fn at_or_before(day: Date, in_france: bool) -> Date {
    let mut day = day;
    // At most four days in a row are free. The bound only protects the first days of year 1.
    for _ in 0..10 {
        if rest(day, in_france).is_none() {
            break;
        }
        day = day.plus_days(-1);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn easter_of_known_years() {
        // From the tables of the Bureau des longitudes; 1818 and 2285 are the earliest, 1943 and 2038 the latest.
        for easter_day in [
            "1818-03-22",
            "1943-04-25",
            "1961-04-02",
            "2000-04-23",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2285-03-22",
        ] {
            let wanted = day(easter_day);
            assert_eq!(easter(wanted.year()), wanted);
        }
    }

    #[test]
    fn eleven_holidays_in_a_year() {
        let mut found = Vec::new();
        let mut today = day("2027-01-01");
        while today.year() == 2027 {
            if Holiday::on(today).is_some() {
                found.push(today.to_string()[5..].to_owned());
            }
            today = today.plus_days(1);
        }
        assert_eq!(
            found,
            [
                "01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01", "11-11",
                "12-25"
            ]
        );
    }

    #[test]
    fn free_days_are_pushed_earlier() {
        for (planned, wanted) in [
            ("2026-11-23", "2026-11-23"),
            ("2026-11-22", "2026-11-20"),
            // Easter Monday, then Sunday and Saturday.
            ("2027-03-29", "2027-03-26"),
            // A Friday after nothing, and Christmas on a Friday.
            ("2026-12-25", "2026-12-24"),
            ("2028-01-01", "2027-12-31"),
        ] {
            assert_eq!(at_or_before(day(planned), true), day(wanted), "{planned}");
        }
        assert_eq!(at_or_before(day("2027-03-29"), false), day("2027-03-29"));
    }
}

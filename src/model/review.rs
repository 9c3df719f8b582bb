//! When something must be reviewed again.
use super::{Date, Period};

/// The due day of the next review: a period after the last one, by its own rule or else that of the guide. None without
/// a last review or a rule.
pub fn due(last: Option<Date>, own: Option<Period>, every: Option<Period>) -> Option<Date> {
    Some(last?.after(own.or(every)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_own_rule_comes_before_the_guides() {
        let day = |text: &str| Date::parse(text);
        let months = |months| Some(Period { months, days: 0 });
        assert_eq!(due(day("2026-08-31"), months(6), months(12)), day("2027-02-28"));
        assert_eq!(due(day("2026-08-31"), None, months(12)), day("2027-08-31"));
        assert_eq!(due(day("2026-08-31"), None, None), None);
        assert_eq!(due(None, months(6), None), None);
    }
}

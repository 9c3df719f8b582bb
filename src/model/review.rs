//! When something must be looked at again.
use super::{Date, Period};

/// The day by which something must be looked at again: so long after the last look, by its own rule, else by that of
/// the guide. None for what nobody has looked at yet, and where there is no rule.
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

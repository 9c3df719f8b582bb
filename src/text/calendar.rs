//! Parts of calendars (RFC 5545): their first lines, and events that last all day.
use super::content_line::escaped;
use crate::model::{Date, Language};
use crate::stamp::Stamp;

/// The first lines of a calendar, not yet folded.
pub fn head(language: Language, title: &str) -> Vec<String> {
    let language = language.tag().to_uppercase();
    vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//Jalon//jalon {}//{language}", env!("CARGO_PKG_VERSION")),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(title)),
    ]
}

/// The identity and the day of an event. The UID depends on the guide and the key only, so that a second import moves the
/// event and does not duplicate it. `stamped` is the day on which the calendar is made.
pub fn whole_day(guide: &str, key: &str, day: Date, stamped: Date) -> [String; 4] {
    let uid = Stamp::of_bytes(format!("{guide}\n{key}").as_bytes()).to_hex();
    [
        format!("UID:{uid}@jalon"),
        format!("DTSTAMP:{}T000000Z", basic(stamped)),
        format!("DTSTART;VALUE=DATE:{}", basic(day)),
        format!("DTEND;VALUE=DATE:{}", basic(day.plus_days(1))),
    ]
}

/// A date in the basic format: `20261123`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

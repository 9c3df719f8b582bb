//! What calendars (RFC 5545) have in common: their head, and events that last all day.
use super::content_line::escaped;
use crate::model::{Date, Language};
use crate::stamp::Stamp;

/// The first lines of a calendar, not folded.
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

/// Who an event is and when: the same guide and key give the same UID on any day, so that a second import moves the
/// event instead of doubling it. `stamped` is the day the calendar is made.
pub fn whole_day(guide: &str, key: &str, day: Date, stamped: Date) -> [String; 4] {
    let uid = Stamp::of_bytes(format!("{guide}\n{key}").as_bytes()).to_hex();
    [
        format!("UID:{uid}@jalon"),
        format!("DTSTAMP:{}T000000Z", basic(stamped)),
        format!("DTSTART;VALUE=DATE:{}", basic(day)),
        format!("DTEND;VALUE=DATE:{}", basic(day.plus_days(1))),
    ]
}

/// `20261123`
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

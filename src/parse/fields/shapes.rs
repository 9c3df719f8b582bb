//! Texts of a certain shape: days, addresses, numbers, words of a list.
use super::reader::Reader;
use super::table::Shape;
use super::{address, phone};
use crate::language;
use crate::model::{Code, Date, Diagnostic, EntryId, EntryKey, Placeholder, Value, codes};
use crate::parse::yaml::Yaml;
use crate::text::nearest::nearest;
use crate::text::slug::slug;

/// The word for a shape that diagnostics choose their sentence by.
pub(in crate::parse) fn word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Line => "line",
        Shape::Text => "text",
        Shape::Slug => "slug",
        Shape::Alias => "alias",
        Shape::Flag => "flag",
        Shape::Number(..) => "number",
        Shape::Size => "size",
        Shape::Date => "date",
        Shape::Period => "period",
        Shape::Email => "email",
        Shape::Phone => "phone",
        Shape::Web => "url",
        Shape::Reach => "reach",
        Shape::Country => "country",
        Shape::Language => "language",
        Shape::OneOf(_) => "choice",
        Shape::Entry(_) => "entry",
        Shape::List(_) => "list",
        Shape::Group(_) | Shape::Free => "map",
    }
}

/// Whether values of a shape are written as a text.
pub(in crate::parse) fn is_textual(shape: &Shape) -> bool {
    !matches!(
        shape,
        Shape::Flag | Shape::Number(..) | Shape::Size | Shape::List(_) | Shape::Group(_) | Shape::Free
    )
}

/// Whether a placeholder may stand for a value of a shape.
pub(in crate::parse) fn takes_placeholder(shape: &Shape) -> bool {
    is_textual(shape)
        && !matches!(shape, Shape::OneOf(_) | Shape::Slug | Shape::Alias | Shape::Country | Shape::Language)
}

/// Reads a text as a value of a shape.
pub(in crate::parse) fn text(
    reader: &mut Reader,
    key: &'static str,
    shape: &Shape,
    text: &str,
    yaml: &Yaml,
) -> Option<Value> {
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() && is_textual(shape) {
        return Some(Value::Null);
    }
    if let Some(words) = placeholder(text).filter(|_| takes_placeholder(shape)) {
        let diagnostic = Diagnostic::new(codes::PLACEHOLDER_OPEN, yaml.span.clone());
        reader.diagnostics.push(diagnostic.arg("text", words));
        return Some(Value::Placeholder(Placeholder { written: text.to_owned(), words: words.to_owned() }));
    }
    let is_refused = |letter: char| match letter {
        '\n' | '\t' => !matches!(shape, Shape::Text),
        '\u{2028}' | '\u{2029}' => true,
        _ => letter.is_control(),
    };
    if let Some(letter) = text.chars().find(|letter| is_refused(*letter)) {
        let found = if matches!(letter, '\n' | '\u{2028}' | '\u{2029}') { "lines" } else { "control" };
        let diagnostic = reader.mismatch(key, shape, found, &yaml.span);
        reader.diagnostics.push(diagnostic);
        return None;
    }
    match of_shape(shape, text, reader) {
        Ok(value) => Some(value),
        Err(error) => {
            let diagnostic = error.diagnostic(reader, key, shape, text, yaml);
            reader.diagnostics.push(diagnostic);
            None
        }
    }
}

/// Why a text has not the shape it should have.
enum ShapeError {
    /// Another shape; perhaps with what was probably meant.
    Shape(Option<String>),
    /// A day that the calendar does not have.
    NoSuchDay,
    /// A day in another form, and how to write it.
    OtherDay(Date),
    /// A whole address in place of a part of one.
    Address(String),
    /// A code of its own with the name of the argument, the word for the mistake, and what was probably meant.
    Own(Code, &'static str, &'static str, Option<String>),
}

impl ShapeError {
    fn diagnostic(
        self,
        reader: &Reader,
        key: &'static str,
        shape: &Shape,
        text: &str,
        yaml: &Yaml,
    ) -> Diagnostic {
        let span = &yaml.span;
        match self {
            Self::Shape(meant) => {
                let diagnostic = reader.mismatch(key, shape, "text", span).nearest(meant.as_deref());
                match (shape, meant) {
                    (Shape::Flag, Some(meant)) => diagnostic.fix(span.clone(), meant),
                    _ => diagnostic,
                }
            }
            Self::Address(path) => Diagnostic::new(codes::FRONT_BAD_SLUG, span.clone())
                .arg("slug", text)
                .arg("alias", path)
                .help("help-alias"),
            Self::NoSuchDay => Diagnostic::new(codes::DATE_IMPOSSIBLE, span.clone()).arg("date", text),
            Self::OtherDay(day) => {
                reader.mismatch(key, shape, "text", span).arg("date", day.to_string()).help("help-date")
            }
            Self::Own(code, name, error, meant) => Diagnostic::new(code, span.clone())
                .arg(name, text)
                .arg("mistake", error)
                .arg("country", reader.country)
                .nearest(meant.as_deref()),
        }
    }
}

fn of_shape(shape: &Shape, text: &str, reader: &Reader) -> Result<Value, ShapeError> {
    let family = reader.family;
    let plain = || Value::Text(text.to_owned());
    let sure =
        |holds: bool, meant: Option<String>| if holds { Ok(plain()) } else { Err(ShapeError::Shape(meant)) };
    match shape {
        Shape::Line | Shape::Text => Ok(plain()),
        Shape::Slug => {
            let proper = slug(text);
            if proper == text && text.len() <= 120 {
                return Ok(plain());
            }
            let path = format!("/{}/", text.trim_matches('/'));
            if text.trim_matches('/').contains('/') && is_alias(&path) {
                return Err(ShapeError::Address(path));
            }
            let meant = (!proper.is_empty() && proper.len() <= 120).then_some(proper);
            Err(ShapeError::Own(codes::FRONT_BAD_SLUG, "slug", "form", meant))
        }
        Shape::Alias => alias(text),
        Shape::Date => day(text),
        Shape::Period => language::periods::period(text).map(Value::Period).ok_or(ShapeError::Shape(None)),
        Shape::Email => address::email(text).map(Value::Email).ok_or(ShapeError::Own(
            family.bad_email,
            "email",
            "malformed",
            None,
        )),
        Shape::Phone => phone::read(text, reader.country).map(Value::Phone).ok_or(ShapeError::Own(
            family.bad_phone,
            "phone",
            "malformed",
            None,
        )),
        Shape::Reach if text.contains('@') && !text.contains('/') => address::email(text)
            .map(Value::Email)
            .ok_or(ShapeError::Own(family.bad_email, "email", "malformed", None)),
        Shape::Web | Shape::Reach => web(text, family.bad_url),
        Shape::Country => {
            let upper = text.to_ascii_uppercase();
            sure(phone::knows(text), Some(upper).filter(|upper| phone::knows(upper)))
        }
        Shape::Language => {
            let mut parts = text.split('-');
            let first = parts.next().unwrap_or_default();
            let primary = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_lowercase());
            let rest = parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
            sure(primary && rest, None)
        }
        Shape::OneOf(words) => {
            sure(words.contains(&text), nearest(text, words.iter().copied()).map(str::to_owned))
        }
        Shape::Entry(kind) => {
            if EntryId::is_valid(text) {
                return Ok(Value::Entry(EntryKey::new(*kind, text)));
            }
            let bare = text.trim_matches(['<', '>']);
            let bare =
                bare.strip_prefix(kind.scheme()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(bare);
            Err(ShapeError::Shape(Some(slug(bare)).filter(|meant| EntryId::is_valid(meant))))
        }
        Shape::Flag => Err(ShapeError::Shape(match text.to_lowercase().as_str() {
            "yes" | "on" | "oui" | "vrai" | "true" => Some("true".to_owned()),
            "no" | "off" | "non" | "faux" | "false" => Some("false".to_owned()),
            _ => None,
        })),
        Shape::Number(least, most) => {
            // Only to propose the number without its quotes; whatever else it is stays wrong.
            let number = text.parse::<i64>().ok().filter(|number| (*least..=*most).contains(number));
            Err(ShapeError::Shape(number.map(|number| number.to_string())))
        }
        Shape::Size => size(text).map(Value::Number).ok_or(ShapeError::Shape(None)),
        Shape::List(_) | Shape::Group(_) | Shape::Free => Err(ShapeError::Shape(None)),
    }
}

fn web(text: &str, code: Code) -> Result<Value, ShapeError> {
    address::web(text).map(Value::Web).map_err(|error| {
        let whole = || format!("https://{}", text.trim_start_matches('/'));
        let meant = (error == address::AddressError::NoScheme && text.contains('.'))
            .then(whole)
            .filter(|whole| address::web(whole).is_ok());
        ShapeError::Own(code, "url", error.key(), meant)
    })
}

/// A former address: from the site's root, folder or file, nothing that leads elsewhere.
fn alias(text: &str) -> Result<Value, ShapeError> {
    if is_alias(text) {
        return Ok(Value::Text(text.to_owned()));
    }
    let meant = Some(format!("/{text}")).filter(|meant| is_alias(meant));
    Err(ShapeError::Own(codes::FRONT_BAD_ALIAS, "alias", "form", meant))
}

/// Whether a text can be a former address.
pub(in crate::parse) fn is_alias(text: &str) -> bool {
    text.len() > 1
        && text.starts_with('/')
        && !text.contains("//")
        && !text.contains(['\\', '?', '#', '<', '>', '"', '%', ':', '*', '|'])
        && !text.contains(char::is_whitespace)
        && text.split('/').all(|part| part != "." && part != "..")
}

/// A day as `2026-11-23`; other forms are recognised to tell whether the calendar has the day.
fn day(text: &str) -> Result<Value, ShapeError> {
    if let Some(date) = Date::parse(text) {
        return Ok(Value::Date(date));
    }
    if Date::parts(text).is_some() {
        return Err(ShapeError::NoSuchDay);
    }
    let head = text.split(['T', ' ']).next().unwrap_or_default();
    let numbers: Vec<&str> = head.split(['/', '-', '.']).collect();
    let sized = |part: &str, sizes: std::ops::RangeInclusive<usize>| {
        sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let [first, month, last] = numbers[..] else { return Err(ShapeError::Shape(None)) };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if !(sized(year, 4..=4) && sized(month, 1..=2) && sized(day, 1..=2)) {
        return Err(ShapeError::Shape(None));
    }
    let padded = format!("{year}-{month:0>2}-{day:0>2}");
    Err(Date::parse(&padded).map_or(ShapeError::NoSuchDay, ShapeError::OtherDay))
}

/// A number of bytes from `16 MiB`; decimal units and the French ones too.
fn size(text: &str) -> Option<i64> {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    // A number too large for us is no size.
    let number: i64 = text[..digits].parse().ok()?;
    let unit = match text[digits..].trim() {
        "" | "B" | "o" => 1,
        "kB" | "ko" => 1_000,
        "MB" | "Mo" => 1_000_000,
        "GB" | "Go" => 1_000_000_000,
        "KiB" | "Kio" => 1 << 10,
        "MiB" | "Mio" => 1 << 20,
        "GiB" | "Gio" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(unit).filter(|bytes| *bytes > 0)
}

/// The text of a placeholder that a whole text is: `[À COMPLÉTER : horaires]`, `[TODO: hours]`. Accents and case do
/// not matter; without a colon the text is empty.
pub(in crate::parse) fn placeholder(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    if inside.contains(['[', ']']) {
        return None;
    }
    let (label, rest) = inside.split_once(':').unwrap_or((inside, ""));
    language::placeholders::is_label(label).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_in_their_forms() {
        assert_eq!(placeholder("[À COMPLÉTER : horaires]"), Some("horaires"));
        assert_eq!(placeholder("[A COMPLETER\u{a0}: a : b]"), Some("a : b"));
        assert_eq!(placeholder("[TODO: hours]"), Some("hours"));
        assert_eq!(placeholder("[à compléter]"), Some(""));
        for text in ["À COMPLÉTER : x", "[x]", "[TODOS: x]", "x [TODO: y]", "[TODO: a] [TODO: b]"] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }

    #[test]
    fn sizes_in_two_languages() {
        assert_eq!(
            (size("16 MiB"), size("8Mio"), size("512"), size("2 ko")),
            (Some(16 << 20), Some(8 << 20), Some(512), Some(2000))
        );
        assert_eq!((size("MiB"), size("0"), size("9999999999 GiB"), size("1 x")), (None, None, None, None));
    }

    #[test]
    fn days_in_other_forms_are_recognised() {
        let read = |text| match day(text) {
            Ok(_) => "fine".to_owned(),
            Err(ShapeError::NoSuchDay) => "none".to_owned(),
            Err(ShapeError::OtherDay(day)) => day.to_string(),
            Err(_) => "other".to_owned(),
        };
        let cases = [
            ("2026-11-23", "fine"),
            ("2026-06-31", "none"),
            ("31/06/2026", "none"),
            ("30/06/2026", "2026-06-30"),
            ("1.3.2026", "2026-03-01"),
            ("2026-3-1", "2026-03-01"),
            ("2026-11-23T10:00", "2026-11-23"),
            ("demain", "other"),
            ("23/11/26", "other"),
            ("2026-23-11", "none"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}

//! Reads telephone numbers. Only this file names the crate that knows the numbering plans.
//!
//! At the first number, the crate unpacks the plans of all countries, which takes some tens of milliseconds. After that, a
//! number takes a few microseconds.
use crate::model::Phone;
use phonenumber::Mode;
use phonenumber::country::Id;

/// Overseas territories that have a country code of their own but share the French prefix. In a French guide, their
/// numbers may be written in national form.
const FRENCH_OVERSEAS: [Id; 6] = [Id::RE, Id::YT, Id::GP, Id::GF, Id::MQ, Id::PM];

/// Reads a number in the national form of a country or in international form. `None` if the numbering plan does not have
/// it. Short numbers stay as they are, because they cannot be dialled from abroad.
pub(in crate::parse) fn read(text: &str, country: &str) -> Option<Phone> {
    // An unknown country has a diagnostic in the settings.
    let country: Id = country.parse().ok()?;
    let plain = |letter: char| letter.is_ascii_digit() || " \u{a0}\u{202f}.-()+/".contains(letter);
    if text.len() > 40 || !text.chars().all(plain) || text.trim() != text {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !text.contains('+') && digits.len() <= 6 {
        return short(&digits, country);
    }
    if let Some(phone) = (country == Id::FR).then(|| plain_french(text, &digits)).flatten() {
        return Some(phone);
    }
    let mut countries = vec![country];
    if country == Id::FR && digits.len() == 10 {
        countries.extend(FRENCH_OVERSEAS);
    }
    countries.into_iter().find_map(|source| long(text, source, country))
}

/// The most frequent numbers of a French guide: geographic (01 to 05), mobile (06, 07) and 09, where a whole range is in
/// use. With them alone, a build does not unpack the plans: tens of milliseconds, where 1,000 pages take some 300. A test
/// compares this function with the crate.
fn plain_french(text: &str, digits: &str) -> Option<Phone> {
    let national = match text.strip_prefix("+33") {
        Some(_) if digits.len() == 11 => &digits[2..],
        None if !text.contains('+') && digits.len() == 10 => digits.strip_prefix('0')?,
        _ => return None,
    };
    let open = match national.as_bytes() {
        [b'1' | b'3' | b'9', ..] => true,
        [b'2', second, ..] => matches!(second, b'0'..=b'5' | b'7'..=b'9'),
        [b'4', second, ..] => matches!(second, b'1'..=b'9'),
        [b'5', second, ..] => matches!(second, b'0'..=b'8'),
        [b'6', second, ..] => matches!(second, b'0'..=b'2' | b'4'..=b'8'),
        [b'7', second, ..] => matches!(second, b'4'..=b'9'),
        _ => false,
    };
    let tidy = text.starts_with(['0', '+']) && !text.contains(['(', ')', '/']);
    (open && tidy).then(|| Phone { e164: format!("+33{national}"), national: in_pairs(national) })
}

/// Whether there is a country with this code (ISO 3166-1 alpha-2, upper case).
pub(in crate::parse) fn knows(country: &str) -> bool {
    country.parse::<Id>().is_ok()
}

fn long(text: &str, source: Id, home: Id) -> Option<Phone> {
    // An error means that it is not a number.
    let number = phonenumber::parse(Some(source), text).ok()?;
    if !number.is_valid() || number.extension().is_some() {
        return None;
    }
    let e164 = number.format().mode(Mode::E164).to_string();
    let national = match e164.strip_prefix("+33") {
        Some(significant) if home == Id::FR && significant.len() == 9 => in_pairs(significant),
        _ if number.country().id() == Some(home) || source != home => {
            number.format().mode(Mode::National).to_string()
        }
        // Readers dial from the country of the guide: a foreign number needs its country code.
        _ => number.format().mode(Mode::International).to_string(),
    };
    Some(Phone { e164, national })
}

/// `158508942` is `01 58 50 89 42`; special numbers are `0 800 12 34 56`.
fn in_pairs(significant: &str) -> String {
    let pairs = |digits: &str| {
        digits
            .as_bytes()
            .chunks(2)
            .map(|pair| pair.iter().map(|byte| char::from(*byte)).collect::<String>())
            .collect::<Vec<_>>()
            .join(" ")
    };
    match significant.strip_prefix('8') {
        Some(_) => format!("0 {} {}", &significant[..3], pairs(&significant[3..])),
        None => pairs(&format!("0{significant}")),
    }
}

/// Emergency, harmonised European and French service numbers.
fn short(digits: &str, country: Id) -> Option<Phone> {
    let french = country == Id::FR || FRENCH_OVERSEAS.contains(&country);
    let real = match digits.as_bytes() {
        b"112" => true,
        b"15" | b"17" | b"18" | b"114" | b"115" | b"119" | b"191" | b"196" | b"197" => french,
        [b'1', b'1', b'6', ..] if digits.len() == 6 => true,
        [b'1', b'1', b'8', ..] if digits.len() == 6 => french,
        [b'3', ..] | [b'1', b'0', ..] if digits.len() == 4 => french,
        _ => false,
    };
    let national =
        if digits.len() == 6 { format!("{} {}", &digits[..3], &digits[3..]) } else { digits.to_owned() };
    real.then(|| Phone { e164: digits.to_owned(), national })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> Option<(String, String)> {
        read(text, "FR").map(|phone| (phone.e164, phone.national))
    }

    #[test]
    fn french_numbers_are_printed_in_pairs() {
        for text in [
            "01 58 50 89 42",
            "01.58.50.89.42",
            "0158508942",
            "+33 1 58 50 89 42",
            "+33 (0)1 58 50 89 42",
            "0033158508942",
            "01\u{a0}58 50 89 42",
        ] {
            assert_eq!(both(text), Some(("+33158508942".to_owned(), "01 58 50 89 42".to_owned())), "{text}");
        }
        assert_eq!(both("0800 123456").unwrap(), ("+33800123456".to_owned(), "0 800 12 34 56".to_owned()));
        assert_eq!(both("0262 90 12 34").unwrap().0, "+262262901234");
        assert_eq!(both("+49 30 123456").unwrap().1, "+49 30 123456");
    }

    #[test]
    fn frequent_french_numbers_agree_with_the_plans() {
        let mut seed = 7_u64;
        for _ in 0..4_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let text = format!("0{:09}", (seed >> 20) % 1_000_000_000);
            let digits = text.clone();
            if let Some(phone) = plain_french(&text, &digits) {
                assert_eq!(Some(phone), long(&text, Id::FR, Id::FR), "{text}");
            }
        }
    }

    #[test]
    fn short_numbers_are_telephones() {
        for text in ["3939", "39 39", "115", "15", "112", "1014"] {
            let phone = both(text).unwrap();
            assert_eq!(phone.0, text.replace(' ', ""));
        }
        assert_eq!(both("116 117").unwrap(), ("116117".to_owned(), "116 117".to_owned()));
        assert_eq!(read("3939", "DE"), None);
    }

    #[test]
    fn numbers_without_a_plan_are_refused() {
        for text in [
            "",
            "01 58 50 89 4",
            "01 58 50 89 42 43",
            "00 58 50 89 42",
            "4939",
            "113",
            "01 58 50 89 42 poste 3",
            "téléphone",
            "+33",
            "01 58 50 89 42\n",
        ] {
            assert_eq!(both(text), None, "{text:?}");
        }
        assert!(knows("FR") && !knows("XX") && !knows("fr"));
    }
}

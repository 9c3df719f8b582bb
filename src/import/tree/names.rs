//! Names of people in a line of text, and the mail addresses and telephones beside them.
use std::ops::Range;

/// How far from an address a name may stand, in bytes.
const NEAR: usize = 80;

/// Words that open the name of something else, and words that stand beside addresses.
const NO_NAMES: &str = "adresse accueil agence association bonjour bureau cellule centre cité client communauté conseil contact \
                        contacts contacter courriel département direction dinum email espace fax france groupe guide janvier février mars avril mai \
                        juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi \
                        dimanche mail maison mairie ministère mission mobile numéro place plateforme pôle produit programme rue \
                        secrétariat section service services site standard support tél tel téléphone unité université ville \
                        voir address agency board call centre center city community council customer department desk \
                        directorate division faculty group help january february march april june july august september \
                        october november december monday tuesday wednesday thursday friday saturday sunday ministry office \
                        phone please press program project research road school see service street support team telephone \
                        the university write";

/// A person, and one way to reach them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FoundPerson {
    pub(super) name: String,
    /// A mail address in small letters, or a telephone number as written.
    pub(super) reached_at: String,
}

/// The people of a text: a name beside an address on its line, or alone on the line above.
pub(super) fn people(text: &str) -> Vec<FoundPerson> {
    let mut found = Vec::new();
    let mut above = "";
    for line in text.lines() {
        let mut ways = mails(line);
        ways.extend(telephones(line));
        let named = if ways.is_empty() { Vec::new() } else { names(line) };
        for (range, way) in ways {
            let name = nearest(&named, &range).or_else(|| alone(above).filter(|_| named.is_empty()));
            found.extend(name.map(|name| FoundPerson { name, reached_at: way }));
        }
        above = line;
    }
    found
}

fn nearest(named: &[(Range<usize>, String)], to: &Range<usize>) -> Option<String> {
    let apart = |name: &Range<usize>| {
        if name.end <= to.start { to.start - name.end } else { name.start.saturating_sub(to.end) }
    };
    let near = named.iter().filter(|(name, _)| apart(name) <= NEAR);
    near.min_by_key(|(name, _)| apart(name)).map(|(_, name)| name.clone())
}

/// The name that a line consists of.
fn alone(line: &str) -> Option<String> {
    let bare = line.trim_matches(|letter: char| !letter.is_alphanumeric());
    names(line).into_iter().map(|(_, name)| name).find(|name| name.len() == bare.len())
}

/// Two to four words with a capital letter, in a row.
fn names(line: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut row: Option<(Range<usize>, usize)> = None;
    let mut at = 0;
    for word in line.split_inclusive(|letter: char| !is_of_word(letter)) {
        let bare = word.trim_end_matches(|letter: char| !is_of_word(letter));
        let is_joined =
            word.len() == bare.len() + 1 && word.ends_with([' ', '\u{a0}']) || word.len() == bare.len();
        if is_name(bare) {
            let (start, count) = row.take().map_or((at, 0), |(range, count)| (range.start, count));
            row = Some((start..at + bare.len(), count + 1));
        } else if !matches!(bare, "de" | "du" | "le" | "la" | "van" | "von" | "da") {
            close(&mut row, line, &mut found);
        }
        at += word.len();
        if !is_joined {
            close(&mut row, line, &mut found);
        }
    }
    close(&mut row, line, &mut found);
    found
}

fn close(row: &mut Option<(Range<usize>, usize)>, line: &str, found: &mut Vec<(Range<usize>, String)>) {
    if let Some((range, _)) = row.take().filter(|(_, count)| (2..=4).contains(count)) {
        found.push((range.clone(), line[range].to_owned()));
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’')
}

/// A word such as "Anne-Marie", "DURAND" or "O’Neil"; not one that names something else.
fn is_name(word: &str) -> bool {
    let small = word.to_lowercase();
    let is_other = || NO_NAMES.split_whitespace().any(|other| other == small);
    word.starts_with(char::is_uppercase) && word.chars().count() > 1 && !is_other()
}

/// The mail addresses of a text, in small letters, with their ranges.
pub(super) fn mails(text: &str) -> Vec<(Range<usize>, String)> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at]
            .rfind(|letter: char| !is_part(letter))
            .map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
        let rest = &text[at + 1..];
        let end = rest.find(|letter: char| !is_part(letter)).unwrap_or(rest.len());
        let host = rest[..end].trim_end_matches(['.', '-']);
        let is_host = host.rsplit_once('.').is_some_and(|(name, last)| {
            !name.is_empty() && last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        let is_file =
            ["png", "jpg", "svg", "md", "js"].contains(&host.rsplit('.').next().unwrap_or_default());
        if before < at && is_host && !is_file {
            let address = format!("{}@{host}", &text[before..at]).to_lowercase();
            found.push((before..at + 1 + host.len(), address));
        }
    }
    found
}

/// Telephone numbers of ten to thirteen figures that begin with `0` or `+`.
fn telephones(line: &str) -> Vec<(Range<usize>, String)> {
    let is_part = |letter: char| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '(' | ')')
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(['0', '+']).map(|next| at + next) {
        let rest = &line[start + 1..];
        let end = rest.find(|letter: char| !is_part(letter)).map_or(line.len(), |end| start + 1 + end);
        let number = line[start..end].trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let figures = number.bytes().filter(u8::is_ascii_digit).count();
        let follows =
            line[..start].ends_with(|letter: char| letter.is_alphanumeric() || "/=#_".contains(letter));
        if (10..=13).contains(&figures) && !follows {
            found.push((start..start + number.len(), number.to_owned()));
        }
        at = start + number.len().max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_stand_beside_their_addresses() {
        let found = |text: &str| -> Vec<(String, String)> {
            people(text).into_iter().map(|person| (person.name, person.reached_at)).collect()
        };
        let pair = |name: &str, way: &str| vec![(name.to_owned(), way.to_owned())];
        let mail = "a.d@x.fr";
        for text in [
            "Écrire à Anne-Marie DURAND (A.D@x.fr).",
            "| Anne-Marie DURAND | chargée de mission | a.d@x.fr |",
            "[Anne-Marie DURAND](mailto:a.d@x.fr)",
            "**Anne-Marie DURAND**\na.d@x.fr",
        ] {
            assert_eq!(found(text), pair("Anne-Marie DURAND", mail), "{text}");
        }
        assert_eq!(found("Jean de La Tour : 01 23 45 67 89"), pair("Jean de La Tour", "01 23 45 67 89"));
        assert_eq!(found("Call Ann Lee on +33 (0)1 23 45 67 89."), pair("Ann Lee", "+33 (0)1 23 45 67 89"));
        for text in ["Direction Générale : a@x.fr", "Le support : a@x.fr", "Ann Lee, 2020-01-02", "x 12 345"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_found() {
        let text = "écrire à <A.b@exemple.fr>, c@d, @e.fr, mailto:f@g.gouv.fr. img@2x.png";
        let found: Vec<_> = mails(text).into_iter().map(|(_, address)| address).collect();
        assert_eq!(found, ["a.b@exemple.fr", "f@g.gouv.fr"]);
    }
}

//! What there is to say about addresses, as diagnostics.
use super::address::Address;
use super::gather::{Found, Place};
use super::history::{History, Known};
use super::verdict::Verdict;
use crate::model::{Code, Date, Diagnostic, Sources, Span, codes};
use std::collections::{BTreeMap, BTreeSet};

/// How long before its end a certificate is spoken of.
const SOON: i64 = 21 * 24 * 3600;

/// Everything there is to say, each address at the first place where it stands; one that has moved at each of its
/// places, so that all can be mended at once.
pub(super) fn all(
    found: &BTreeMap<Address, Found>,
    history: &History,
    sources: &Sources,
    now: i64,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut hosts = BTreeSet::new();
    let mut known: Vec<_> = found
        .iter()
        .filter(|(_, found)| !found.skipped)
        .filter_map(|(address, found)| Some((&found.places, address, history.of(address)?)))
        .collect();
    // In the order of the guide, so that a host's certificate is spoken of where the host is named first.
    known.sort_by_key(|(places, ..)| *places);
    for (places, address, known) in known {
        let Some(first) = places.first() else { continue };
        let ends =
            known.outcome.certificate_ends.filter(|ends| ends.saturating_sub(now) < SOON && *ends > now);
        if let Some(day) = ends.and_then(Date::from_unix_seconds)
            && hosts.insert(address.host())
        {
            let diagnostic = Diagnostic::new(codes::EXTERNAL_CERTIFICATE_ENDS, first.span.clone());
            diagnostics.push(diagnostic.arg("host", address.host()).arg("day", day));
        }
        match (known.outcome.verdict, &known.outcome.to) {
            (Verdict::Moved, Some(to)) => {
                diagnostics.extend(places.iter().map(|place| moved(place, address, to, sources)));
            }
            (verdict, _) => {
                diagnostics.extend(code(verdict, known, now).map(|code| troubled(code, places, known)));
            }
        }
    }
    diagnostics
}

fn code(verdict: Verdict, known: &Known, now: i64) -> Option<Code> {
    match verdict {
        Verdict::Gone if known.is_lost(now) => Some(codes::EXTERNAL_GONE),
        Verdict::Gone => Some(codes::EXTERNAL_FAILING),
        Verdict::Blocked => Some(codes::EXTERNAL_BLOCKED),
        Verdict::Flaky => Some(codes::EXTERNAL_FLAKY),
        Verdict::Unreachable => Some(codes::EXTERNAL_UNREACHABLE),
        Verdict::Refused => Some(codes::EXTERNAL_REFUSED),
        Verdict::Ok | Verdict::Moved | Verdict::Skipped => None,
    }
}

fn troubled(code: Code, places: &[Place], known: &Known) -> Diagnostic {
    let first = &places[0];
    let mut diagnostic = Diagnostic::new(code, first.span.clone())
        .arg("url", first.url.as_str())
        .arg("why", known.outcome.why.key())
        .arg("status", known.outcome.status.map_or_else(String::new, |status| status.to_string()))
        .arg("to", known.outcome.to.as_deref().unwrap_or_default())
        .arg("others", places.len() - 1)
        .arg("runs", usize::try_from(known.failures).unwrap_or(usize::MAX));
    if let Some(day) = known.first_failure.and_then(Date::from_unix_seconds) {
        diagnostic = diagnostic.arg("since", day);
    }
    diagnostic
}

/// Something that has moved. Mended where the file holds the address as such and the new one means the same in every
/// place where it can stand; not where it gives up encryption, nor where it leads to the first page of a site, which is what many
/// sites do with pages that are gone.
fn moved(place: &Place, from: &Address, to: &str, sources: &Sources) -> Diagnostic {
    let with_fragment = place.fragment.as_ref().filter(|_| !to.contains('#'));
    let new = with_fragment.map_or_else(|| to.to_owned(), |fragment| format!("{to}#{fragment}"));
    let span = &place.span;
    let diagnostic = Diagnostic::new(codes::EXTERNAL_MOVED, span.clone()).arg("url", place.url.as_str());
    let diagnostic = diagnostic.arg("to", new.as_str());
    let target = Address::read(to).ok();
    if !from.is_home() && target.as_ref().is_some_and(|(target, _)| target.is_home()) {
        return diagnostic.help("help-home");
    }
    let opens = from.is_secure() && target.is_some_and(|(target, _)| !target.is_secure());
    match written(place, from, sources) {
        Some(span) if !opens && is_plain(&new) => diagnostic.fix(span, new),
        _ => diagnostic,
    }
}

/// Where the file holds the address of a place and nothing else, but for the quotes that YAML may have around it.
fn written(place: &Place, from: &Address, sources: &Sources) -> Option<Span> {
    let Span { file, start, end } = &place.span;
    let (start, end) = (*start as usize, *end as usize);
    let text = std::str::from_utf8(sources.get(file)?.bytes.get(start..end)?).ok()?;
    let quoted = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let (address, fragment) = Address::read(quoted.unwrap_or(text)).ok()?;
    let inside = usize::from(quoted.is_some());
    (address == *from && fragment == place.fragment).then(|| Span::new(file, start + inside, end - inside))
}

/// Whether an address is read as it is by Markdown and YAML, whatever stands around it.
fn is_plain(url: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&+=%".contains(&byte);
    url.bytes().all(plain) && !url.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::super::verdict::{Outcome, Why};
    use super::*;
    use crate::model::{Arg, Severity, Source, SourcePath};

    const DAY: i64 = 24 * 3600;
    const TEXT: &str = "É😀 https://a.fr/x#y et https://a.fr/x\n";

    /// Two places of `https://a.fr/x`, the first with a fragment.
    fn said(outcome: &Outcome, now: &[i64]) -> Vec<Diagnostic> {
        let file = SourcePath::new("guide/a.md");
        let place = |url: &str| {
            let at = TEXT.rfind(url).unwrap();
            let span = Span::new(&file, at, at + url.len());
            Place {
                span,
                url: url.to_owned(),
                fragment: url.split_once('#').map(|(_, place)| place.to_owned()),
            }
        };
        let address = Address::read("https://a.fr/x").unwrap().0;
        let places = vec![place("https://a.fr/x#y"), place("https://a.fr/x")];
        let mut history = History::default();
        for now in now {
            history.learn(&address, outcome.clone(), *now);
        }
        let found = BTreeMap::from([(address, Found { places, skipped: false })]);
        let sources = Sources::from([(file, Source::new(TEXT))]);
        all(&found, &history, &sources, *now.last().unwrap())
    }

    fn moved_to(to: &str) -> Vec<Diagnostic> {
        said(&Outcome { to: Some(to.to_owned()), ..Outcome::new(Verdict::Moved, Why::Status) }, &[0])
    }

    #[test]
    fn gone_is_an_error_after_its_grace() {
        let gone = Outcome { status: Some(404), ..Outcome::new(Verdict::Gone, Why::Status) };
        let first = said(&gone, &[0]);
        assert_eq!(
            (first.len(), first[0].code, first[0].severity),
            (1, codes::EXTERNAL_FAILING, Severity::Warning)
        );
        assert!(first[0].args.contains(&("others", Arg::Number(1))), "{first:?}");
        let last = said(&gone, &[0, DAY, 8 * DAY]);
        assert_eq!((last.len(), last[0].code, last[0].severity), (1, codes::EXTERNAL_GONE, Severity::Error));
        let since = Date::parse("1970-01-01").unwrap();
        assert!(
            last[0].args.contains(&("since", Arg::Date(since)))
                && last[0].args.contains(&("runs", Arg::Number(3)))
        );
    }

    #[test]
    fn what_moved_is_mended_at_each_place() {
        let fixed = |to| {
            let diagnostics = moved_to(to);
            assert_eq!(diagnostics.len(), 2);
            diagnostics
                .iter()
                .map(|diagnostic| diagnostic.fix.as_ref().map(|fix| fix.text.clone()))
                .collect::<Vec<_>>()
        };
        let both = |first: &str, second: &str| vec![Some(first.to_owned()), Some(second.to_owned())];
        assert_eq!(fixed("https://b.fr/z"), both("https://b.fr/z#y", "https://b.fr/z"));
        assert_eq!(fixed("https://b.fr/z#w"), both("https://b.fr/z#w", "https://b.fr/z#w"));
        assert_eq!(fixed("https://b.fr/"), [None, None], "to the first page");
        assert_eq!(fixed("https://b.fr/a,b"), [None, None], "a comma ends a value in YAML");
        assert_eq!(fixed("http://b.fr/z"), [None, None], "encryption is given up");
        assert_eq!(moved_to("https://b.fr/")[0].help, Some("help-home"));
        let at = moved_to("https://b.fr/z")[0].fix.as_ref().map(|fix| fix.span.start);
        assert_eq!(at, Some(7), "after É, 😀 and a blank");
    }

    #[test]
    fn certificates_are_spoken_of_in_time() {
        let with = |days: i64| {
            let outcome =
                Outcome { certificate_ends: Some(days * DAY), ..Outcome::new(Verdict::Ok, Why::Status) };
            said(&outcome, &[0]).into_iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
        };
        assert_eq!((with(20), with(21), with(-1)), (vec!["external/certificate-ends"], vec![], vec![]));
    }
}

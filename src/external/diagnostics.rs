//! Turns what is known of the addresses into diagnostics.
use super::address::Address;
use super::gather::{AddressUse, AddressUses};
use super::history::{History, KnownAddress};
use super::verdict::{Reason, Verdict};
use crate::model::{Code, Date, Diagnostic, Sources, Span, codes};
use std::collections::{BTreeMap, BTreeSet};

/// How long before it expires a certificate is reported.
const SOON: i64 = 21 * 24 * 3600;

/// All diagnostics. An address is reported where it is used first, but one that has moved at each use, so that all can
/// be fixed at once.
pub(super) fn all(
    linked: &BTreeMap<Address, AddressUses>,
    history: &History,
    sources: &Sources,
    now: i64,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut hosts = BTreeSet::new();
    let mut known: Vec<_> = linked
        .iter()
        .filter(|(_, linked)| !linked.skipped)
        .filter_map(|(address, linked)| Some((&linked.uses, address, history.of(address)?)))
        .collect();
    // In the order of the guide, so that a certificate is reported where its host is used first.
    known.sort_by_key(|(uses, ..)| *uses);
    for (uses, address, known) in known {
        let Some(first) = uses.first() else { continue };
        let ends =
            known.outcome.certificate_ends.filter(|ends| *ends > now && ends.saturating_sub(now) < SOON);
        if let Some(day) = ends.and_then(Date::from_unix_seconds)
            && hosts.insert(address.host())
        {
            let diagnostic = Diagnostic::new(codes::EXTERNAL_CERTIFICATE_ENDS, first.span.clone());
            diagnostics.push(diagnostic.arg("host", address.host()).arg("day", day));
        }
        match (known.outcome.verdict, &known.outcome.to) {
            (Verdict::Moved, Some(to)) => {
                diagnostics.extend(uses.iter().map(|one| moved_diagnostic(one, address, to, sources)));
            }
            (verdict, _) => {
                diagnostics.extend(code(verdict, known, now).map(|code| failed(code, uses, known)));
            }
        }
    }
    diagnostics
}

fn code(verdict: Verdict, known: &KnownAddress, now: i64) -> Option<Code> {
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

/// The value that selects the sentence in the messages: the name in the file of results.
fn name_of(why: Reason) -> String {
    let name = serde_json::to_value(why).expect("a name is JSON");
    name.as_str().unwrap_or_default().to_owned()
}

fn failed(code: Code, uses: &[AddressUse], known: &KnownAddress) -> Diagnostic {
    let first = &uses[0];
    let mut diagnostic = Diagnostic::new(code, first.span.clone())
        .arg("url", first.url.as_str())
        .arg("why", name_of(known.outcome.why))
        .arg("status", known.outcome.status.map_or_else(String::new, |status| status.to_string()))
        .arg("to", known.outcome.to.as_deref().unwrap_or_default())
        .arg("others", uses.len() - 1)
        .arg("runs", usize::try_from(known.failures).unwrap_or(usize::MAX));
    if let Some(day) = known.first_failure.and_then(Date::from_unix_seconds) {
        diagnostic = diagnostic.arg("since", day);
    }
    diagnostic
}

/// The diagnostic of an address that has moved. It has a fix if the file holds the address literally and the new one
/// can stand there unchanged; never from `https` to `http`, and never to a home page, because many sites redirect
/// removed pages there.
fn moved_diagnostic(address_use: &AddressUse, from: &Address, to: &str, sources: &Sources) -> Diagnostic {
    let with_fragment = address_use.fragment.as_ref().filter(|_| !to.contains('#'));
    let new = with_fragment.map_or_else(|| to.to_owned(), |fragment| format!("{to}#{fragment}"));
    let span = &address_use.span;
    let diagnostic =
        Diagnostic::new(codes::EXTERNAL_MOVED, span.clone()).arg("url", address_use.url.as_str());
    let diagnostic = diagnostic.arg("to", new.as_str());
    let target = Address::read(to).ok();
    if !from.is_home() && target.as_ref().is_some_and(|(target, _)| target.is_home()) {
        return diagnostic.help("help-home");
    }
    let opens = from.is_secure() && target.is_some_and(|(target, _)| !target.is_secure());
    match literal_span(address_use, from, sources) {
        Some(span) if !opens && is_plain(&new) => diagnostic.fix(span, new),
        _ => diagnostic,
    }
}

/// The span of the address, if the file holds it literally, with or without the quotes of YAML.
fn literal_span(address_use: &AddressUse, from: &Address, sources: &Sources) -> Option<Span> {
    let Span { file, start, end } = &address_use.span;
    let (start, end) = (*start as usize, *end as usize);
    let bytes = sources.get(file)?.bytes();
    let text = std::str::from_utf8(bytes.get(start..end)?).ok()?;
    let quoted = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let (address, fragment) = Address::read(quoted.unwrap_or(text)).ok()?;
    let inside = usize::from(quoted.is_some());
    (address == *from && fragment == address_use.fragment)
        .then(|| Span::new(file, start + inside, end - inside))
}

/// Whether Markdown and YAML read the address unchanged, wherever it stands.
fn is_plain(url: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&+=%".contains(&byte);
    url.bytes().all(plain) && !url.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::super::verdict::CheckResult;
    use super::*;
    use crate::model::{Arg, Severity, Source, SourcePath};

    const DAY: i64 = 24 * 3600;
    const TEXT: &str = "É😀 https://a.fr/x#y et https://a.fr/x\n";

    /// The diagnostics for two uses of `https://a.fr/x`, the first with a fragment.
    fn diagnostics_of(outcome: &CheckResult, now: &[i64]) -> Vec<Diagnostic> {
        let file = SourcePath::new("guide/a.md");
        let address_use = |url: &str| {
            let at = TEXT.rfind(url).unwrap();
            let span = Span::new(&file, at, at + url.len());
            let fragment = url.split_once('#').map(|(_, fragment)| fragment.to_owned());
            AddressUse { span, url: url.to_owned(), fragment }
        };
        let address = Address::read("https://a.fr/x").unwrap().0;
        let uses = vec![address_use("https://a.fr/x#y"), address_use("https://a.fr/x")];
        let mut history = History::default();
        for now in now {
            history.record_result(&address, outcome.clone(), *now);
        }
        let linked = BTreeMap::from([(address, AddressUses { uses, skipped: false })]);
        let sources = Sources::from_iter([(file, Source::new(TEXT))]);
        all(&linked, &history, &sources, *now.last().unwrap())
    }

    fn moved_to(to: &str) -> Vec<Diagnostic> {
        let moved = CheckResult::new(Verdict::Moved, Reason::Status);
        diagnostics_of(&CheckResult { to: Some(to.to_owned()), ..moved }, &[0])
    }

    #[test]
    fn gone_is_an_error_after_its_grace() {
        let gone = CheckResult { status: Some(404), ..CheckResult::new(Verdict::Gone, Reason::Status) };
        let first = diagnostics_of(&gone, &[0]);
        let severity_of = |all: &[Diagnostic]| (all.len(), all[0].code, all[0].severity);
        assert_eq!(severity_of(&first), (1, codes::EXTERNAL_FAILING, Severity::Warning));
        assert!(first[0].args.contains(&("others", Arg::Number(1))), "{first:?}");
        let last = diagnostics_of(&gone, &[0, DAY, 8 * DAY]);
        assert_eq!(severity_of(&last), (1, codes::EXTERNAL_GONE, Severity::Error));
        let since = Date::parse("1970-01-01").unwrap();
        assert!(last[0].args.contains(&("since", Arg::Date(since))));
        assert!(last[0].args.contains(&("runs", Arg::Number(3))));
    }

    #[test]
    fn what_moved_is_mended_at_each_place() {
        let fixed = |to| {
            let diagnostics = moved_to(to).into_iter();
            diagnostics.map(|diagnostic| diagnostic.fix.map(|fix| fix.text)).collect::<Vec<_>>()
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
            let outcome = CheckResult::new(Verdict::Ok, Reason::Status);
            let outcome = CheckResult { certificate_ends: Some(days * DAY), ..outcome };
            let diagnostics = diagnostics_of(&outcome, &[0]);
            diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
        };
        assert_eq!((with(20), with(21), with(-1)), (vec!["external/certificate-ends"], vec![], vec![]));
    }
}

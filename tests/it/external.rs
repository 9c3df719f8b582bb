//! Checks addresses against real sites on ports of this machine.
use super::external_sites::{self, ExternalSite};
use super::specs::{message_faults, printed};
use super::support::{clean_build, guide_of, options};
use jalon::external::{self, Checked, Network, Progress, RequestLimits, Verdict};
use jalon::messages::{self, Style};
use jalon::model::{Arg, Diagnostic, Language, Sources};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// 2026-11-23, noon, in seconds since 1970.
const NOW: i64 = 1_795_435_200;
const BETWEEN: Duration = Duration::from_millis(40);

/// Limits short enough for tests.
fn limits() -> RequestLimits {
    RequestLimits {
        between: BETWEEN,
        connect: Duration::from_secs(2),
        per_request: Duration::from_secs(3),
        patience: Duration::from_secs(4),
        unanswered: 99,
        ..RequestLimits::default()
    }
}

fn network(sites: &[&ExternalSite]) -> Network {
    Network { limits: limits(), allowed: sites.iter().map(|site| site.at).collect(), roots: Vec::new() }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// A guide whose page links to these addresses.
fn guide<'a>(urls: impl IntoIterator<Item = &'a String>) -> Sources {
    let links: String = urls.into_iter().flat_map(|url| ["- [lien](", url, ")\n"]).collect();
    guide_of(&[
        ("guide/jalon.yaml", "title: G\nlanguage: fr\n"),
        ("guide/index.md", &format!("# G\n\n{links}")),
    ])
}

fn check(sources: &Sources, root: &Path, network: &Network, now: i64) -> Checked {
    let built = clean_build(sources, options());
    let site = built.site.as_ref().expect("a build has a site");
    let checked = external::check(site, &built.parsed, sources, root, network, now, &mut |_| {});
    let checked = checked.expect("the network can be used");
    assert_eq!(checked.diagnostics.iter().flat_map(message_faults).collect::<Vec<_>>(), [""; 0]);
    checked
}

fn arg(diagnostic: &Diagnostic, wanted: &str) -> String {
    let found = diagnostic.args.iter().find(|(name, _)| *name == wanted);
    found.map_or_else(String::new, |(_, value)| match value {
        Arg::Text(text) => text.clone(),
        other => format!("{other:?}"),
    })
}

/// The code and the reason reported for each address.
fn diagnostics_of(checked: &Checked) -> BTreeMap<String, String> {
    let diagnostics_of = |diagnostic: &Diagnostic| {
        (
            arg(diagnostic, "url"),
            format!("{} {}", &diagnostic.code.name["external/".len()..], arg(diagnostic, "why")),
        )
    };
    checked.diagnostics.iter().map(diagnostics_of).collect()
}

/// Each behaviour of a site, by its path, with the expected verdict; none if the address works.
const BEHAVIOURS: &[(&str, &str)] = &[
    ("/200", ""),
    ("/204", ""),
    ("/head-405", ""),
    ("/head-501", ""),
    ("/head-404", ""),
    ("/head-hangs-up", ""),
    ("/interim", ""),
    ("/301", "moved "),
    ("/301-chain", "moved "),
    ("/308", "moved "),
    ("/301-home", "moved "),
    ("/302", ""),
    ("/303", ""),
    ("/307", ""),
    ("/302-then-301", ""),
    ("/301-then-404", "failing status"),
    ("/deep/relative", ""),
    ("/secret", ""),
    ("/loop", "flaky circle"),
    ("/self", "flaky circle"),
    ("/step-1", "flaky too-many"),
    ("/no-location", "flaky no-target"),
    ("/ftp", "refused scheme"),
    ("/file", "refused scheme"),
    ("/escape-target", "refused scheme"),
    ("/private", "refused private"),
    ("/metadata", "refused private"),
    ("/other-port", "refused private"),
    ("/mapped", "refused private"),
    ("/by-name", "refused private"),
    ("/as-number", "refused private"),
    ("/unspecified", "refused private"),
    ("/404", "failing status"),
    ("/410", "failing status"),
    ("/401", "blocked status"),
    ("/403", "blocked status"),
    ("/405", "blocked status"),
    ("/429", "blocked status"),
    ("/451", "blocked status"),
    ("/999", "blocked status"),
    ("/wall", "blocked wall"),
    ("/500", "flaky status"),
    ("/503", "flaky status"),
    ("/101", "flaky status"),
    ("/silent", "flaky timeout"),
    ("/slow-head", "flaky timeout"),
    ("/slow-body", ""),
    ("/endless-head", "flaky garbage"),
    ("/endless-line", "flaky garbage"),
    ("/ten-gigabytes", ""),
    ("/chunks", ""),
    ("/bomb", ""),
    ("/cut-body", ""),
    ("/empty", "flaky closed"),
    ("/garbage", "flaky garbage"),
    ("/http-0.9", "flaky garbage"),
    ("/half-a-line", "flaky closed"),
    ("/escape", "flaky garbage"),
];

#[test]
fn every_behaviour_has_its_verdict_and_no_site_gets_too_many_requests() {
    let (site, other, rude) = (
        ExternalSite::open(external_sites::any),
        ExternalSite::open(external_sites::any),
        ExternalSite::open(external_sites::rude),
    );
    site.leads_to(&other);
    let mut expected: BTreeMap<String, &str> =
        BEHAVIOURS.iter().map(|(path, diagnostics_of)| (site.url(path), *diagnostics_of)).collect();
    expected.insert(rude.url("/"), "flaky closed");
    expected.insert(other.url("/asked-directly"), "refused private");
    expected.insert("http://[::1]:9/".to_owned(), "refused private");
    expected.insert("http://192.168.1.1/".to_owned(), "refused private");
    let closed = ExternalSite::open(external_sites::rude);
    let nobody = closed.at;
    drop(closed);
    expected.insert(format!("http://{nobody}/"), "unreachable connect");
    let mut network = network(&[&site, &rude]);
    network.allowed.push(nobody);

    let (sources, root) = (guide(expected.keys()), folder());
    let begun = Instant::now();
    let checked = check(&sources, root.path(), &network, NOW);
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(40), "it ends: {took:?}");
    let diagnostics_of = diagnostics_of(&checked);
    let wrong: Vec<_> = expected
        .iter()
        .map(|(url, expected)| (url, *expected, diagnostics_of.get(url).map_or("", String::as_str)))
        .filter(|(_, expected, diagnostics_of)| expected != diagnostics_of)
        .collect();
    assert!(wrong.is_empty(), "address, expected, said: {wrong:#?}");
    assert_eq!(other.connections(), 0, "nobody was led to another port");

    let requests = site.requests();
    // Requests to one site are started in turn, so the n-th cannot come before n pauses.
    for (number, request) in (0_u32..).zip(&requests) {
        assert!(request.at - begun >= BETWEEN * number, "request {number}: {}", request.line);
    }
    assert!(site.most_busy() <= 2, "{} at once", site.most_busy());
    assert!(site.sent() < 64 << 20, "{} bytes of bodies were taken", site.sent());
    let secret = |text: &str| text.to_lowercase().contains("authorization") || text.contains("secret@");
    assert!(!requests.iter().any(|request| secret(&request.text)), "no name, no password");
    let asked =
        |path: &str| requests.iter().filter(|request| request.line.ends_with(&format!(" {path}"))).count();
    assert_eq!((asked("/200"), asked("/404"), asked("/ten-gigabytes"), asked("/silent")), (1, 4, 2, 1));

    let words = messages::words(Language::French);
    for style in [
        Style::Human(messages::Colour::Off, messages::Detail::All),
        Style::Short,
        Style::Json,
        Style::Sarif,
        Style::Junit,
    ] {
        let text = messages::render(&checked.diagnostics, &sources, &words, style);
        assert!(!text.chars().any(|letter| letter.is_control() && letter != '\n'), "{text}");
        assert!(!text.contains('\u{202e}'), "{text}");
    }

    let again = check(&sources, root.path(), &network, NOW + 3000);
    assert_eq!(
        (site.requests().len(), again.diagnostics),
        (requests.len(), checked.diagnostics),
        "known answers hold"
    );
    assert!(again.hosts.values().all(|tally| tally.asked == 0));
}

#[test]
fn a_name_that_resolves_to_a_private_address_is_refused() {
    let (site, other) = (ExternalSite::open(external_sites::any), ExternalSite::open(external_sites::any));
    let at = |site: &ExternalSite| format!("http://localhost:{}/204", site.at.port());
    let urls = [at(&site), at(&other), site.url("/name-of-here")];
    let checked = check(&guide(&urls), folder().path(), &network(&[&site]), NOW);
    assert_eq!(diagnostics_of(&checked), BTreeMap::from([(urls[1].clone(), "refused private".to_owned())]));
    assert_eq!((other.connections(), checked.hosts["localhost"].asked), (0, 2));
}

#[test]
fn a_site_that_asks_for_a_pause_gets_it() {
    let site = ExternalSite::open(external_sites::any);
    let urls = ["/429-seconds", "/429-date", "/503-seconds"].map(|path| site.url(path));
    let begun = Instant::now();
    let checked = check(&guide(&urls), folder().path(), &network(&[&site]), NOW);
    assert_eq!((diagnostics_of(&checked), site.requests().len()), (BTreeMap::new(), 6));
    assert!(begun.elapsed() >= Duration::from_secs(1));

    for path in ["/429-hour", "/429-ever"] {
        let site = ExternalSite::open(external_sites::any);
        let urls = [site.url(path), site.url("/later"), site.url("/much-later")];
        let network = Network { limits: RequestLimits { per_host: 1, ..limits() }, ..network(&[&site]) };
        let begun = Instant::now();
        let diagnostics_of = diagnostics_of(&check(&guide(&urls), folder().path(), &network, NOW));
        assert_eq!(
            diagnostics_of.get(&urls[0]).map(String::as_str),
            Some("blocked wait"),
            "{path}: {diagnostics_of:?}"
        );
        assert!(begun.elapsed() < Duration::from_secs(10), "{path}");
        if path == "/429-hour" {
            assert_eq!(
                (diagnostics_of.len(), site.lines()),
                (3, vec!["HEAD /429-hour".to_owned()]),
                "the others wait, too"
            );
        }
    }
}

#[test]
fn a_site_that_never_answers_is_left_alone() {
    let site = ExternalSite::open(|_, mut stream| {
        external_sites::request(&mut stream);
        std::thread::sleep(Duration::from_millis(600));
    });
    let urls: Vec<String> = (0..6).map(|number| site.url(&format!("/{number}"))).collect();
    let whole = Duration::from_millis(300);
    let network = Network {
        limits: RequestLimits { unanswered: 2, per_host: 1, per_request: whole, ..limits() },
        ..network(&[&site])
    };
    let diagnostics_of = diagnostics_of(&check(&guide(&urls), folder().path(), &network, NOW));
    let count =
        |wanted: &str| diagnostics_of.values().filter(|diagnostics_of| *diagnostics_of == wanted).count();
    assert_eq!((count("flaky timeout"), count("unreachable silent"), site.connections()), (2, 4, 2));
}

#[test]
fn certificates_are_checked() {
    let fine = ExternalSite::open(|_, stream| external_sites::secure(stream, "leaf.der"));
    let expired = ExternalSite::open(|_, stream| external_sites::secure(stream, "expired.der"));
    let rude = ExternalSite::open(external_sites::rude);
    let plain = ExternalSite::open(|_, mut stream| {
        stream.write_all(b"HTTP/1.1 400 Plain\r\n\r\n").unwrap_or_default();
        external_sites::request(&mut stream);
    });
    let url = |site: &ExternalSite, host: &str| format!("https://{host}:{}/", site.at.port());
    let urls = [
        url(&fine, "localhost"),
        url(&fine, "127.0.0.1"),
        url(&expired, "localhost"),
        url(&rude, "localhost"),
        url(&plain, "localhost"),
    ];
    let authority =
        fs::read(crate::support::package_root().join("tests/external/ca.der")).expect("it is there");
    let mut network = Network { roots: vec![authority], ..network(&[&fine, &expired, &rude, &plain]) };
    // 2099-12-11, three weeks before the certificate expires.
    let late = 4_102_444_800 - 21 * 86_400;
    let codes = |now: i64, network: &Network| {
        let checked = check(&guide(&urls), folder().path(), network, now);
        let known = checked.diagnostics.iter().map(|diagnostic| {
            let about = arg(diagnostic, "url") + &arg(diagnostic, "host");
            (about, diagnostic.code.name, arg(diagnostic, "why"))
        });
        known.collect::<Vec<_>>()
    };
    let end = |host: &str| (host.to_owned(), "external/certificate-ends", String::new());
    let troubles = [
        (urls[2].clone(), "external/unreachable", "expired".to_owned()),
        (urls[3].clone(), "external/flaky", "closed".to_owned()),
        (urls[4].clone(), "external/unreachable", "tls".to_owned()),
    ];
    assert_eq!(codes(NOW, &network), troubles);
    assert_eq!(codes(late, &network), troubles, "three weeks are time enough");
    assert_eq!(codes(late + 1, &network), [&[end("localhost"), end("127.0.0.1")], &troubles[..]].concat());
    network.roots.clear();
    network.limits.per_request = Duration::from_millis(500);
    let silent = ExternalSite::open(|_, mut stream| drop(external_sites::request(&mut stream)));
    network.allowed.push(silent.at);
    let waited = diagnostics_of(&check(&guide(&[url(&silent, "localhost")]), folder().path(), &network, NOW));
    assert_eq!(waited.into_values().collect::<Vec<_>>(), ["flaky timeout"]);
    network.limits.per_request = limits().per_request;
    let untrusted = codes(NOW, &network);
    assert_eq!((untrusted[0].1, untrusted[0].2.as_str()), ("external/unreachable", "certificate"));
}

#[test]
fn an_address_is_requested_once_and_its_places_are_reported() {
    let site = ExternalSite::open(external_sites::any);
    let (gone, moved) = (site.url("/404"), site.url("/301"));
    let page = format!(
        "# É😀\r\n\r\nÀ 😀 lire : [ici]({gone}#été) puis [là]({moved}#à) et <{moved}>.\r\n\r\n[réf]: {moved}\r\n[Par réf][réf]\r\n"
    );
    let tools = format!("outil:\n  name: Outil\n  url: {moved}\nautre:\n  name: Autre\n  url: \"{moved}\"\n");
    let settings = format!(
        "title: G\nlanguage: fr\nreport_to: {gone}\ncheck: {{external: {{skip: [\"http://*/passer/*\"]}}}}\n"
    );
    let sources = guide_of(&[
        ("guide/jalon.yaml", &settings),
        ("guide/index.md", "# G\n\n<tool:outil> <tool:autre>\n"),
        ("guide/a.md", &page),
        ("guide/b.md", &format!("# B\n\n[x]({gone}) [y]({})\n", site.url("/passer/x"))),
        ("guide/c.md", &format!("---\ndraft: true\n---\n# C\n\n[x]({})\n", site.url("/brouillon"))),
        ("guide/registry/tools.yaml", &tools),
    ]);
    let checked = check(&sources, folder().path(), &network(&[&site]), NOW);
    let mut lines = site.lines();
    lines.sort();
    assert_eq!(lines, ["GET /404", "HEAD /301", "HEAD /404", "HEAD /fine"]);
    let lines: Vec<String> =
        printed(&checked.diagnostics, &sources).iter().map(ToString::to_string).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.split(" «").next().unwrap_or_default()).collect();
    assert_eq!(
        lines,
        [
            "- warning external/failing guide/a.md:3:18",
            "- warning external/moved guide/a.md:3:60",
            "- warning external/moved guide/a.md:3:94",
            "- warning external/moved guide/a.md:6:1",
            "- warning external/moved guide/registry/tools.yaml:3:8",
            "- warning external/moved guide/registry/tools.yaml:6:8",
        ]
    );
    assert_eq!(arg(&checked.diagnostics[0], "others"), "Number(2)");
    let fine = site.url("/fine");
    let fixes: Vec<_> =
        checked.diagnostics.iter().map(|diagnostic| diagnostic.fix.as_ref().map(|fix| &*fix.text)).collect();
    let with_place = format!("{fine}#%C3%A0");
    assert_eq!(
        fixes[..4],
        [None, Some(&*with_place), Some(&*fine), None],
        "a reference has its address elsewhere"
    );
    assert_eq!(fixes[4..], [Some(&*fine), Some(&*fine)]);
    let tally = &checked.hosts["127.0.0.1"];
    assert_eq!((tally.all, tally.asked, tally.verdicts[&Verdict::Skipped]), (3, 2, 1));
}

#[test]
fn broken_responses_and_endless_addresses_do_no_harm() {
    let site = ExternalSite::open(external_sites::any);
    let mut urls: Vec<String> = (0..120).map(|number| site.url(&format!("/random-{number}"))).collect();
    urls.push(site.url(&format!("/{}", "x".repeat(70_000))));
    let limits =
        RequestLimits { between: Duration::from_millis(1), per_request: Duration::from_secs(1), ..limits() };
    let (root, sources) = (folder(), guide(&urls));
    let built = clean_build(&sources, options());
    let site_of = built.site.as_ref().expect("a build has a site");
    let kept = root.path().join(".jalon/external.json");
    let mut seen = 0;
    let mut progress = |at: &Progress<'_>| {
        seen += 1;
        assert_eq!((at.done, at.all, at.host), (seen, 121, "127.0.0.1"));
        assert!(seen < 16 || kept.is_file(), "what was learnt is saved on the way");
    };
    let network = Network { limits, ..network(&[&site]) };
    let checked =
        external::check(site_of, &built.parsed, &sources, root.path(), &network, NOW, &mut progress)
            .expect("the network can be used");
    assert_eq!(
        (seen, checked.diagnostics.iter().flat_map(message_faults).collect::<Vec<_>>()),
        (121, Vec::new())
    );
    let diagnostics_of = diagnostics_of(&checked);
    assert!(
        diagnostics_of.values().any(|diagnostics_of| diagnostics_of == "unreachable too-long"),
        "{diagnostics_of:?}"
    );
    let words = messages::words(Language::English);
    let text = messages::render(&checked.diagnostics, &sources, &words, Style::Short);
    assert!(!text.chars().any(|letter| letter.is_control() && letter != '\n'), "{text}");
}

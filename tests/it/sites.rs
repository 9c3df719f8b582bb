//! Small guides with all that is published of them. `SNAPSHOTS=overwrite cargo test --test it` writes
//! `tests/sites/NAME/out` anew; read the difference before you commit it.
use crate::markup;
use crate::support::{
    assert_no_errors, clean_build, diagnostics_of, files_below, first_guide, options, package_root, pages,
    read, site_root,
};
use jalon::pipeline::Build;
use std::collections::{BTreeMap, BTreeSet};

/// The generated text files. Styles, scripts, fonts and assets are copied; other tests check them.
fn content(built: &Build) -> BTreeMap<String, String> {
    let is_content = |path: &str| {
        ["html", "xml", "txt", "vcf"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
            && !path.starts_with("theme/")
            && !path.starts_with("fichiers/")
    };
    let files = built.files.iter().filter(|(path, _)| is_content(path.as_str()));
    files
        .map(|(path, made)| {
            let text = std::str::from_utf8(&made.value.value).expect("content is text");
            (path.to_string(), text.replace('\r', ""))
        })
        .collect()
}

fn compare(name: &str) {
    let sources = read(&site_root(name));
    let built = clean_build(&sources, options());
    assert_no_errors(&built, &sources);
    let mut found = content(&built);
    found.insert("diagnostics.log".to_owned(), diagnostics_of(&built, &sources));
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let out = package_root().join("tests/sites").join(name).join("out");
    for (path, text) in &found {
        let expected = out.join(path);
        // A changed style changes its stamp on every page, which is not a difference to review.
        let text = without_stamps(text);
        let data = if expected.exists() {
            snapbox::Data::read_from(&expected, Some(snapbox::data::DataFormat::Text))
        } else if std::env::var_os("SNAPSHOTS").is_some() {
            std::fs::create_dir_all(expected.parent().expect("it is in a folder")).expect("a folder is made");
            std::fs::write(&expected, "").expect("a file is made");
            snapbox::Data::read_from(&expected, Some(snapbox::data::DataFormat::Text))
        } else {
            panic!("tests/sites/{name}/out/{path} is missing; see the top of this file");
        };
        assert.eq(text, data.raw());
    }
    let prefix = format!("tests/sites/{name}/out/");
    for path in files_below(&prefix) {
        let inside = &path[prefix.len()..];
        assert!(found.contains_key(inside), "{path} is no longer published; delete it");
    }
}

/// The text with addresses of theme files without their stamps.
fn without_stamps(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let files = [
        "style.css?",
        "code.css?",
        "tabs.css?",
        "panel.css?",
        "script.js?",
        "code.js?",
        "progress.js?",
        "ticks-tools.css?",
        "ticks-tools.js?",
        "ticks.js?",
        "rank.js?",
        "box.js?",
        "reading.js?",
    ];
    while let Some(at) = files.iter().filter_map(|name| rest.find(name).map(|at| at + name.len())).min() {
        out.push_str(&rest[..at]);
        out.push_str("[STAMP]");
        rest = rest[at..].trim_start_matches(|letter: char| letter.is_ascii_hexdigit());
    }
    out.push_str(rest);
    out
}

#[test]
fn a_guide_with_everything_is_published_as_before() {
    compare("tout");
}

#[test]
fn a_small_guide_is_published_as_before() {
    compare("small");
}

/// The target of a relative address: a path below the root, and what follows `#`.
pub(crate) fn follow(page: &str, href: &str) -> (String, Option<String>) {
    let (path, anchor) = match href.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return (page.to_owned(), anchor);
    }
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            // The page for unknown addresses looks for its files above itself.
            ".." => assert!(parts.pop().is_some() || page == "404.html", "{page}: {href} leaves the site"),
            name => parts.push(name),
        }
    }
    let mut target = parts.join("/");
    if path.ends_with('/') || path.ends_with("..") || path == "." || target.is_empty() {
        target = if target.is_empty() { "index.html".to_owned() } else { format!("{target}/index.html") };
    }
    (percent_decoded(&target), anchor.map(|anchor| percent_decoded(&anchor)))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits.and_then(|two| u8::from_str_radix(two, 16).ok()).filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).expect("addresses are UTF-8")
}

/// Whether an address leads to another site or program.
pub(crate) fn is_external(href: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:", "data:"].iter().any(|scheme| href.starts_with(scheme))
}

/// Parses every page strictly and follows every link; the errors, one line each.
pub(crate) fn faults(built: &Build, only: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    // The page for unknown addresses is shown at any depth, so its links begin at the root of the host.
    let base = built.site.as_ref().and_then(|site| site.settings.base_url.clone()).unwrap_or_default();
    let root = base.splitn(4, '/').nth(3).map(|path| format!("/{path}"));
    let mut ids: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut links = Vec::new();
    for (path, text) in pages(built).filter(|(path, _)| only(path)) {
        match markup::read(text) {
            Err(why) => wrong.push(format!("{path}: {why}")),
            Ok(page) => {
                let all = page.all(&|_| true);
                let own = all.iter().filter_map(|element| element.attribute("id")).map(str::to_owned);
                ids.insert(path, own.collect());
                for element in all {
                    if let Some(href) = element.attribute("href").or(element.attribute("src")) {
                        links.push((path, href.to_owned()));
                    }
                    if let Some(script) =
                        element.attributes().find(|name| name.starts_with("on") || *name == "style")
                    {
                        wrong.push(format!("{path}: <{} {script}>", element.name));
                    }
                }
                if page.named("h1").len() != 1 {
                    wrong.push(format!("{path}: {} titles", page.named("h1").len()));
                }
            }
        }
    }
    for (page, href) in links.into_iter().filter(|(_, href)| !is_external(href)) {
        let local =
            root.as_ref().filter(|_| page == "404.html").and_then(|root| href.strip_prefix(root.as_str()));
        let local = local.map(|path| if path.is_empty() { "./" } else { path });
        let (target, anchor) = follow(page, local.unwrap_or(&href));
        if !built.files.contains_key(&jalon::model::OutPath::new(target.as_str())) {
            wrong.push(format!("{page}: {href} leads to {target}, which is not there"));
        } else if let (Some(anchor), Some(ids)) = (anchor, ids.get(target.as_str()))
            && !ids.contains(&anchor)
        {
            wrong.push(format!("{page}: {href} leads to a place that is not there"));
        }
    }
    wrong
}

#[test]
fn every_page_is_valid_and_every_link_works() {
    for (name, sources) in [
        ("the first guide", first_guide()),
        ("tout", read(&site_root("tout"))),
        ("small", read(&site_root("small"))),
    ] {
        for portable in [false, true] {
            let mut how = options();
            how.portable = portable;
            how.drafts = portable;
            let built = clean_build(&sources, how);
            let wrong = faults(&built, &|_| true);
            assert!(wrong.is_empty(), "{name}, portable {portable}: {wrong:#?}");
        }
    }
}

#[test]
fn messages_of_diagnostics_are_complete() {
    for (_, sources) in crate::support::site_guides() {
        let built = clean_build(&sources, options());
        let text = diagnostics_of(&built, &sources);
        assert!(!text.contains("{$") && !text.contains("“”"), "{text}");
    }
}

//! Sites assembled from small guides. The specs hold what is reported on the way.
use super::fixture;
use crate::model::{EntryKey, Generated, Kind, PageId, PageUrl, Site, SourcePath};

fn site(files: &[(&str, &str)]) -> Site {
    fixture::site(files, false).value
}

/// The site of pages and files without content.
fn site_of<const N: usize>(paths: [&str; N]) -> Site {
    site(&paths.map(|path| (path, "")))
}

fn urls(site: &Site) -> Vec<&str> {
    site.pages.iter().map(|page| page.url.as_str()).collect()
}

fn source(path: &str) -> SourcePath {
    SourcePath::new(format!("guide/{path}"))
}

#[test]
fn pages_are_in_reading_order_under_their_folders() {
    let site = site_of([
        "2-b.md",
        "1-a/index.md",
        "1-a/10-z.md",
        "1-a/2-y.md",
        "1-a/x.md",
        "index.md",
        "contact.md",
    ]);
    assert_eq!(urls(&site), ["/", "/a/", "/a/y/", "/a/z/", "/a/x/", "/b/", "/contact/"]);
    assert_eq!(site.pages[1].children, [PageId(2), PageId(3), PageId(4)]);
    assert_eq!((site.pages[2].parent, site.pages[0].parent), (Some(PageId(1)), None));
}

#[test]
fn a_folder_without_index_gets_a_page() {
    let site = site_of(["index.md", "1-prise-de-poste/2-b/c.md"]);
    assert_eq!(urls(&site), ["/", "/prise-de-poste/", "/prise-de-poste/b/", "/prise-de-poste/b/c/"]);
    let made = site.page_of(&source("1-prise-de-poste/index.md")).unwrap();
    assert!(!made.written);
    assert_eq!((made.outline.title.as_str(), made.outline.order), ("Prise de poste", Some(1)));
}

#[test]
fn a_guide_without_pages_has_a_home() {
    let made = fixture::site(&[], false);
    assert_eq!(urls(&made.value), ["/"]);
    let diagnostic = &made.diagnostics[0];
    assert_eq!((diagnostic.code.name, &diagnostic.span.file), ("file/no-index", &source("jalon.yaml")));
}

#[test]
fn drafts_and_expired_pages_are_left_out() {
    let files = [
        ("index.md", ""),
        ("a/b.md", ""),
        ("a/index.md", "---\ndraft: true\nslug: autre\n---\n"),
        ("old.md", "---\nexpires: 2026-11-22\n---\n"),
        ("today.md", "---\nexpires: 2026-11-23\n---\n"),
    ];
    let made = fixture::site(&files, false);
    assert_eq!(
        urls(&made.value),
        ["/", "/autre/", "/autre/b/", "/today/"],
        "the address is that of the draft"
    );
    assert_eq!(made.value.unpublished, [source("a/index.md"), source("old.md")]);
    assert_eq!(made.diagnostics, []);
    assert_eq!(fixture::site(&files, true).value.unpublished, [source("old.md")]);
}

#[test]
fn withdrawn_pages_keep_their_addresses_unless_something_else_has_them() {
    let past = "---\nexpires: 2026-11-22\n---\n";
    let files = [
        ("index.md", ""),
        ("a/b.md", ""),
        ("a/old.md", past),
        ("a/index.md", past),
        ("c/index.md", past),
        ("c/d.md", past),
        ("moved.md", past),
        ("new.md", "---\naliases: [/moved/]\n---\n"),
        ("e.md", "---\nexpires: 2026-11-22\ndraft: true\n---\n"),
    ];
    let former = |drafts| {
        let site = fixture::site(&files, drafts).value;
        let pair = |page: &crate::model::Withdrawn| format!("{} {}", page.url, site.page(page.section).url);
        site.withdrawn.iter().map(pair).collect::<Vec<_>>()
    };
    assert_eq!(former(false), ["/a/old/ /a/", "/c/d/ /", "/c/ /"]);
    assert_eq!(former(true), ["/a/old/ /a/", "/c/d/ /", "/c/ /", "/e/ /"]);
}

#[test]
fn the_first_of_two_pages_keeps_the_address() {
    let site = site_of(["index.md", "1-a.md", "2-a.md", "A.md", "3-b/x.md", "4-b/y.md"]);
    assert_eq!(urls(&site), ["/", "/a/", "/b/", "/b/x/", "/b/y/"]);
    assert_eq!(site.by_source[&source("2-a.md")], site.by_source[&source("1-a.md")]);
}

#[test]
fn assets_are_below_the_address_of_their_folder() {
    let site = site_of([
        "index.md",
        "1-a/index.md",
        "1-a/1-plan.pdf",
        "1-a/Images/été.png",
        "a",
        "1-a/con.txt",
        "_notes/x.png",
        "jalon.yaml",
        "registry/contact.yaml",
    ]);
    let paths: Vec<_> = site.assets.values().map(|asset| asset.path.as_str()).collect();
    assert_eq!(paths, ["a/1-plan.pdf", "a/images/été.png", "a/con.txt", "a"]);
}

#[test]
fn aliases_lead_to_their_pages() {
    let site = site(&[
        ("index.md", ""),
        ("a.md", "---\naliases: /vieux\n---\n"),
        ("b.md", "---\naliases: /vieux/\n---\n"),
        ("c.md", "---\naliases: /a/\n---\n"),
        ("d.md", "---\naliases: dehors\n---\n"),
        ("e.md", "---\naliases: /search/\n---\n"),
    ]);
    let from: Vec<_> = site.redirects.iter().map(|redirect| redirect.from.as_str()).collect();
    assert_eq!((from, site.redirects[0].to), (vec!["/vieux/"], PageId(1)));
}

#[test]
fn pages_that_the_author_lacks_are_generated() {
    let site = site(&[
        ("index.md", ""),
        ("tools.md", ""),
        ("qui.md", "<contact:*>\n"),
        ("registry/contacts.yaml", "c: {name: C, kind: desk}\n"),
        ("registry/tools.yaml", "t: {name: T}\n"),
        ("registry/terms.yaml", "w: {name: W}\n"),
        ("registry/roles.yaml", "idle: {name: I}\n"),
    ]);
    let place = |kind| site.directories.get(&kind).map(PageUrl::as_str);
    assert_eq!(place(Kind::Contact), Some("/qui/"));
    assert_eq!(place(Kind::Tool), Some("/tools/"), "the author's page has the address");
    assert_eq!(place(Kind::Term), Some("/glossary/"));
    assert_eq!(place(Kind::Role), None);
    assert!(!site.generated.contains_key(&Generated::Directory(Kind::Tool)));
    assert!(!site.generated.keys().any(|page| matches!(page, Generated::Role(_))));
    assert!(site.generated.contains_key(&Generated::NotFound));
}

#[test]
fn each_page_is_one_use_in_reading_order() {
    let site = site(&[
        ("index.md", "<tool:t>\n\n## B\n\n<tool:t> <tool:x>\n"),
        ("a.md", "<tool:t>\n"),
        ("registry/tools.yaml", "t: {name: T}\nu: {name: U}\n"),
    ]);
    let pages: Vec<_> = site.uses[&EntryKey::new(Kind::Tool, "t")].iter().map(|place| place.page).collect();
    assert_eq!((site.uses.len(), pages), (1, vec![PageId(0), PageId(1)]));
}

#[test]
fn a_section_orders_its_pages() {
    let site = site(&[
        ("index.md", "---\npages: [z.md, b/, off.md, a.md, a.md, missing.md]\n---\n"),
        ("a.md", ""),
        ("b/index.md", ""),
        ("b/y.md", ""),
        ("b/x.md", ""),
        ("c.md", ""),
        ("2-d.md", ""),
        ("off.md", "---\ndraft: true\n---\n"),
        ("z.md", ""),
    ]);
    assert_eq!(urls(&site), ["/", "/z/", "/b/", "/b/x/", "/b/y/", "/a/", "/d/", "/c/"]);
    assert_eq!(site.pages[0].children, [PageId(1), PageId(2), PageId(5), PageId(6), PageId(7)]);
}

#[test]
fn an_index_that_is_no_page_orders_its_section_all_the_same() {
    let draft = "---\ndraft: true\npages: [c.md, b.md]\n---\n";
    let site = site(&[("index.md", ""), ("a/index.md", draft), ("a/b.md", ""), ("a/c.md", "")]);
    assert_eq!(urls(&site), ["/", "/a/", "/a/c/", "/a/b/"]);
}

#[test]
fn steps_know_their_journey() {
    let site = site(&[
        ("index.md", "---\nsteps: [b.md, a.md, off.md, aa.md]\n---\n"),
        ("a.md", ""),
        ("b.md", ""),
        ("off.md", "---\ndraft: true\n---\n"),
    ]);
    assert_eq!(site.pages[0].steps, [PageId(2), PageId(1)]);
    assert_eq!(site.pages[1].step, Some((2, 2, PageId(0))));
}

#[test]
fn the_highest_layer_gives_a_theme_file() {
    let site = site_of([
        "index.md",
        "themes/default/templates/page.html",
        "themes/default/templates/base.html",
        "themes/default/strings/en.ftl",
        "themes/default/strings/fr.ftl",
        "themes/default/README.md",
        "theme/templates/page.html",
        "theme/README.md",
        "strings/en.ftl",
    ]);
    let given = |name: &str| site.theme.files[name].0.as_str();
    assert_eq!(given("templates/page.html"), "guide/theme/templates/page.html");
    assert_eq!(given("templates/base.html"), "themes/default/templates/base.html");
    let strings: Vec<_> = site.theme.strings.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(strings, ["themes/default/strings/en.ftl", "guide/strings/en.ftl"]);
}

#[test]
fn a_theme_takes_files_from_its_parents() {
    let with_theme = |name: &str| {
        let settings = format!("title: G\nlanguage: en\ntheme: {name}\n");
        let mut files = vec![("index.md", ""), ("jalon.yaml", settings.as_str())];
        files.extend([
            ("themes/default/templates/default.html", ""),
            ("themes/calme/templates/calme.html", ""),
            ("themes/calme/theme.yaml", "parent: sobre\n"),
            ("themes/sobre/templates/sobre.html", ""),
            ("themes/a/templates/a.html", ""),
            ("themes/a/theme.yaml", "parent: b\n"),
            ("themes/b/templates/b.html", ""),
            ("themes/b/theme.yaml", "parent: a\n"),
        ]);
        site(&files).theme.files.into_keys().collect::<Vec<_>>()
    };
    let of_calme = ["templates/calme.html", "templates/default.html", "templates/sobre.html"];
    assert_eq!(with_theme("calme"), of_calme);
    assert_eq!(with_theme("clame"), ["templates/default.html"]);
    assert_eq!(with_theme("a").len(), 3, "parents in a circle");
}

#[test]
fn a_guide_has_limits() {
    let settings = "title: G\nlanguage: en\nlimits: {page: 4, pages: 2}\n";
    let site =
        site(&[("jalon.yaml", settings), ("index.md", ""), ("a.md", ""), ("b.md", "12345"), ("c.md", "")]);
    assert_eq!((urls(&site), &site.unpublished[..]), (vec!["/", "/a/"], &[source("b.md")][..]));
}

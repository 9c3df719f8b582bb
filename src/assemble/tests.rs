//! Sites assembled from small guides.
use super::fixture::TestGuide;
use crate::model::{
    Date, Document, EntryKey, Generated, Kind, Mention, Outline, PageId, Site, SourcePath, Withdrawn,
};

fn urls(site: &Site) -> Vec<&str> {
    site.pages.iter().map(|page| page.url.as_str()).collect()
}

fn source(path: &str) -> SourcePath {
    SourcePath::new(format!("guide/{path}"))
}

#[test]
fn pages_are_in_reading_order_under_their_folders() {
    let guide = TestGuide::default().pages(&[
        "2-b.md",
        "1-a/index.md",
        "1-a/10-z.md",
        "1-a/2-y.md",
        "1-a/x.md",
        "index.md",
        "contact.md",
    ]);
    let site = guide.site().value;
    assert_eq!(urls(&site), ["/", "/a/", "/a/y/", "/a/z/", "/a/x/", "/b/", "/contact/"]);
    assert_eq!(site.pages[1].children, [PageId(2), PageId(3), PageId(4)]);
    assert_eq!(site.pages[2].parent, Some(PageId(1)));
    assert_eq!(site.pages[0].parent, None);
    assert!(guide.diagnostics().is_empty(), "{:?}", guide.diagnostics());
}

#[test]
fn a_folder_without_index_gets_a_page() {
    let guide = TestGuide::default().pages(&["index.md", "1-prise-de-poste/2-b/c.md"]);
    let site = guide.site().value;
    assert_eq!(urls(&site), ["/", "/prise-de-poste/", "/prise-de-poste/b/", "/prise-de-poste/b/c/"]);
    let made = site.page_of(&source("1-prise-de-poste/index.md")).unwrap();
    assert!(!made.written);
    assert_eq!((made.outline.title.as_str(), made.outline.order), ("Prise de poste", Some(1)));
    let file = "1-prise-de-poste/2-b/c.md file/no-index name=guide/1-prise-de-poste";
    assert_eq!(guide.diagnostics(), [file.to_owned(), format!("{file}/2-b")]);
}

#[test]
fn a_guide_without_pages_has_a_home() {
    let guide = TestGuide::default();
    assert_eq!(urls(&guide.site().value), ["/"]);
    assert_eq!(guide.diagnostics(), ["jalon.yaml file/no-index name=guide"]);
}

#[test]
fn drafts_and_expired_pages_are_left_out() {
    let mut guide = TestGuide::default()
        .pages(&["index.md", "a/b.md"])
        .page("a/index.md", |_, outline| {
            outline.draft = true;
            outline.slug = "autre".to_owned();
        })
        .page("old.md", |_, outline| outline.expires = Date::parse("2026-11-22"))
        .page("today.md", |_, outline| outline.expires = Date::parse("2026-11-23"));
    let site = guide.site().value;
    assert_eq!(urls(&site), ["/", "/autre/", "/autre/b/", "/today/"], "the address stays that of the draft");
    assert_eq!(site.unpublished, [source("a/index.md"), source("old.md")]);
    assert!(guide.diagnostics().is_empty(), "{:?}", guide.diagnostics());
    guide.drafts = true;
    assert_eq!(guide.site().value.unpublished, [source("old.md")]);
}

#[test]
fn withdrawn_pages_keep_their_addresses_unless_something_else_has_them() {
    let past = |_: &mut Document, outline: &mut Outline| outline.expires = Date::parse("2026-11-22");
    let mut guide = TestGuide::default()
        .pages(&["index.md", "a/b.md"])
        .page("a/old.md", past)
        .page("a/index.md", past)
        .page("c/index.md", past)
        .page("c/d.md", past)
        .page("moved.md", past)
        .page("new.md", |_, outline| outline.aliases = vec!["/moved/".to_owned()])
        .page("e.md", |document, outline| {
            past(document, outline);
            outline.draft = true;
        });
    let former = |guide: &TestGuide| {
        let site = guide.site().value;
        let pair_of = |page: &Withdrawn| (page.url.to_string(), site.page(page.section).url.to_string());
        site.withdrawn.iter().map(pair_of).collect::<Vec<_>>()
    };
    let pair = |url: &str, section: &str| (url.to_owned(), section.to_owned());
    let mut expected = vec![pair("/a/old/", "/a/"), pair("/c/d/", "/"), pair("/c/", "/")];
    assert_eq!(former(&guide), expected);
    guide.drafts = true;
    expected.push(pair("/e/", "/"));
    assert_eq!(former(&guide), expected);
}

#[test]
fn the_first_of_two_pages_keeps_the_address() {
    let guide = TestGuide::default().pages(&["index.md", "1-a.md", "2-a.md", "A.md", "3-b/x.md", "4-b/y.md"]);
    let site = guide.site().value;
    assert_eq!(urls(&site), ["/", "/a/", "/b/", "/b/x/", "/b/y/"]);
    assert_eq!(site.by_source[&source("2-a.md")], site.by_source[&source("1-a.md")]);
    let conflicts: Vec<_> =
        guide.diagnostics().into_iter().filter(|diagnostic| diagnostic.contains("address/")).collect();
    assert_eq!(
        conflicts,
        [
            "2-a.md address/duplicate address=/a/ other=guide/1-a.md",
            "4-b/y.md address/duplicate address=/b/ other=guide/3-b",
            "A.md address/clash address=/A/ other=guide/1-a.md",
        ]
    );
}

#[test]
fn assets_are_below_the_address_of_their_folder() {
    let guide = TestGuide::default().pages(&["index.md", "1-a/index.md"]).files(&[
        "guide/1-a/1-plan.pdf",
        "guide/1-a/Images/été.png",
        "guide/a",
        "guide/1-a/con.txt",
        "guide/_notes/x.png",
        "guide/jalon.yaml",
        "guide/registry/contact.yaml",
    ]);
    let site = guide.site().value;
    let paths: Vec<_> = site.assets.values().map(|asset| asset.path.as_str()).collect();
    assert_eq!(paths, ["a/1-plan.pdf", "a/images/été.png", "a/con.txt", "a"]);
    assert_eq!(
        guide.diagnostics(),
        [
            "registry/contact.yaml registry/unknown-file name=contact.yaml nearest=contacts.yaml",
            "1-a/con.txt address/windows-name name=con.txt",
            "a address/clash address=/a other=guide/1-a/index.md",
        ]
    );
}

#[test]
fn aliases_lead_to_their_pages() {
    let alias =
        |text: &'static str| move |_: &mut _, outline: &mut Outline| outline.aliases.push(text.to_owned());
    let guide = TestGuide::default()
        .pages(&["index.md"])
        .page("a.md", alias("/vieux"))
        .page("b.md", alias("/vieux/"))
        .page("c.md", alias("/a/"))
        .page("d.md", alias("dehors"))
        .page("e.md", alias("/search/"));
    let site = guide.site().value;
    let from: Vec<_> = site.redirects.iter().map(|redirect| redirect.from.as_str()).collect();
    assert_eq!((from, site.redirects[0].to), (vec!["/vieux/"], PageId(1)));
    assert_eq!(
        guide.diagnostics(),
        [
            "b.md address/duplicate-alias address=/vieux/ other=guide/a.md",
            "c.md address/alias-over-page address=/a/ other=guide/a.md",
            "e.md address/alias-over-page address=/search/ other=/search/",
        ]
    );
}

#[test]
fn pages_that_the_author_lacks_are_generated() {
    let guide = TestGuide::default()
        .pages(&["index.md", "tools.md"])
        .page("qui.md", |_, outline| outline.directories.push(Kind::Contact))
        .entries(Kind::Contact, &["c"])
        .entries(Kind::Tool, &["t"])
        .entries(Kind::Term, &["w"])
        .entries(Kind::Role, &["idle"]);
    let site = guide.site().value;
    let place = |kind| site.directories.get(&kind).map(crate::model::PageUrl::as_str);
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
    let mention = |id: &str| Mention { entry: EntryKey::new(Kind::Tool, id), anchor: None };
    let guide = TestGuide::default()
        .entries(Kind::Tool, &["t", "u"])
        .page("index.md", |_, outline| outline.mentions = vec![mention("t"), mention("t"), mention("x")])
        .page("a.md", |_, outline| outline.mentions = vec![mention("t")]);
    let uses = guide.site().value.uses;
    let pages: Vec<_> = uses[&EntryKey::new(Kind::Tool, "t")].iter().map(|place| place.page).collect();
    assert_eq!((uses.len(), pages), (1, vec![PageId(0), PageId(1)]));
}

#[test]
fn steps_know_their_journey() {
    let guide = TestGuide::default()
        .page("index.md", |_, outline| {
            outline.steps = ["b.md", "a.md", "off.md", "aa.md"].map(source).to_vec();
        })
        .pages(&["a.md", "b.md"])
        .page("off.md", |_, outline| outline.draft = true);
    let site = guide.site().value;
    assert_eq!(site.pages[0].steps, [PageId(2), PageId(1)]);
    assert_eq!(site.pages[1].step, Some((2, 2, PageId(0))));
    assert_eq!(
        guide.diagnostics(),
        ["index.md link/draft target=off.md", "index.md front/unknown-step target=aa.md nearest=a.md"]
    );
}

#[test]
fn the_highest_layer_gives_a_theme_file() {
    let guide = TestGuide::default().pages(&["index.md"]).files(&[
        "themes/default/templates/page.html",
        "themes/default/templates/base.html",
        "themes/default/strings/en.ftl",
        "themes/default/strings/fr.ftl",
        "themes/default/README.md",
        "guide/theme/templates/page.html",
        "guide/theme/templates/pages.html",
        "guide/theme/README.md",
        "guide/strings/en.ftl",
    ]);
    let site = guide.site().value;
    let given = |name: &str| site.theme.files[name].0.as_str();
    assert_eq!(given("templates/page.html"), "guide/theme/templates/page.html");
    assert_eq!(given("templates/base.html"), "themes/default/templates/base.html");
    let strings: Vec<_> = site.theme.strings.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(strings, ["themes/default/strings/en.ftl", "guide/strings/en.ftl"]);
    assert_eq!(
        guide.diagnostics(),
        ["theme/templates/pages.html theme/unknown-file name=templates/pages.html \
             nearest=templates/page.html"]
    );
}

#[test]
fn a_theme_takes_files_from_its_parents() {
    let wants = |name: &'static str| {
        move |settings: &mut crate::model::Settings| settings.theme.value = name.to_owned()
    };
    let themes = || {
        TestGuide::default()
            .pages(&["index.md"])
            .theme("default", None)
            .theme("calme", Some("sobre"))
            .theme("sobre", None)
            .theme("a", Some("b"))
            .theme("b", Some("a"))
    };
    let files = |guide: &TestGuide| guide.site().value.theme.files.into_keys().collect::<Vec<_>>();
    let calme = themes().settings(wants("calme"));
    assert_eq!(files(&calme), ["templates/calme.html", "templates/default.html", "templates/sobre.html"]);
    assert!(calme.diagnostics().is_empty(), "{:?}", calme.diagnostics());
    let unknown = themes().settings(wants("clame"));
    assert_eq!(unknown.diagnostics(), ["jalon.yaml settings/unknown-theme name=clame nearest=calme"]);
    assert_eq!(files(&unknown), ["templates/default.html"]);
    let round = themes().settings(wants("a")).site();
    let diagnostic = &round.diagnostics[0];
    assert_eq!(
        (diagnostic.code.name, diagnostic.span.file.as_str()),
        ("theme/parent-loop", "themes/b/theme.yaml")
    );
    assert_eq!(round.value.theme.files.len(), 3);
}

#[test]
fn a_guide_has_limits() {
    let guide = TestGuide::default()
        .pages(&["index.md", "a.md", "b.md", "c.md"])
        .files(&["guide/b.md"])
        .settings(|settings| {
            settings.limits.page = 4;
            settings.limits.pages = 2;
        });
    let site = guide.site().value;
    assert_eq!((urls(&site), &site.unpublished[..]), (vec!["/", "/a/"], &[source("b.md")][..]));
    assert_eq!(
        guide.diagnostics(),
        ["b.md file/too-large size=10 limit=4", "c.md file/too-many-pages limit=2"]
    );
}

//! What every page shows around its own content, and how it writes text and addresses.
use super::address;
use super::terms::Terms;
use crate::model::{
    AccessibilityStatus, Anchor, Arg, Date, Diagnostic, EntryKey, Generated, HtmlMode, Kind, Language, Nav,
    Noted, OutPath, PageUrl, Publisher, Site,
};
use crate::output::assets::files::{marked, versioned};
use crate::output::assets::ticks;
use crate::output::theme::template::{self, Shown, Templates, shown};
use crate::stamp::{Stamp, Stamped};
use crate::text::day;
use crate::text::typography;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The strict policy of every page: nothing from elsewhere, nothing inline.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// The most entries that one level of a menu shows: a page's cost must not grow with the site.
pub(crate) const MENU_LIMIT: usize = 30;

/// The plain data of a [`Chrome`].
#[derive(Clone, Debug, Hash)]
pub(crate) struct Facts {
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) description: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) edit_url: Option<String>,
    pub(crate) report_to: Option<String>,
    pub(crate) html: HtmlMode,
    pub(crate) portable: bool,
    pub(crate) publisher: Publisher,
    /// Files of the theme that pages name, with the stamp that marks their content.
    style: String,
    font: Option<OutPath>,
    script: String,
    ticks: String,
    /// What the script for checklists puts under each of them, as HTML.
    pub(crate) ticks_form: String,
    /// None where the site has no index of its own.
    search_scripts: Option<[String; 2]>,
    pub(crate) roles: Vec<RoleFact>,
    /// Pages of the first level.
    pub(crate) top: Vec<Nav>,
    /// Generated pages that the foot of every page names: key, title, address.
    footer: Vec<(&'static str, String, PageUrl)>,
    pub(crate) search: PageUrl,
    pub(crate) has_feed: bool,
    accessibility: &'static str,
}

/// A role and its page.
#[derive(Clone, Debug, Hash)]
pub(crate) struct RoleFact {
    pub(crate) key: EntryKey,
    pub(crate) name: String,
    pub(crate) short: String,
    description: Option<String>,
    /// From 1, in the order of the registry: its colour and shape.
    pub(crate) number: usize,
    pub(crate) url: Option<PageUrl>,
    reader: bool,
}

/// How deep pages share their view of the site; deeper ones make their own.
const VIEW_DEPTHS: usize = 12;

/// Parts of every page that say nothing about the page, by their names in `site`.
const SHARED: [(&str, &str); 3] =
    [("head_links", "parts/head-links.html"), ("tools", "parts/tools.html"), ("footer", "parts/footer.html")];

/// What every page of a build shares.
pub(crate) struct Chrome {
    pub(crate) facts: Facts,
    pub(crate) templates: Arc<Noted<Templates>>,
    pub(crate) terms: Terms,
    /// What templates call `site`, by the depth of the page: there the addresses of pages far apart are the same.
    views: Vec<Shown>,
    /// What there is to say about the theme.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl fmt::Debug for Chrome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Chrome").field("facts", &self.facts).finish_non_exhaustive()
    }
}

/// A link as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkView<'a> {
    pub(crate) title: Cow<'a, str>,
    pub(crate) href: String,
}

#[derive(Serialize)]
struct RoleView<'a> {
    name: String,
    short: String,
    description: Option<String>,
    href: String,
    number: &'a usize,
}

#[derive(Serialize)]
struct FootView<'a> {
    key: &'a str,
    title: &'a str,
    href: String,
}

#[derive(Serialize)]
struct SiteView<'a> {
    title: String,
    description: Option<String>,
    language: &'a str,
    home: String,
    search: String,
    style: String,
    font: Option<String>,
    script: String,
    ticks: String,
    search_head: Option<String>,
    search_scripts: Option<String>,
    search_words: &'a str,
    links: Vec<FootView<'a>>,
    roles: Vec<RoleView<'a>>,
    feed: Option<String>,
    base_url: Option<&'a str>,
    accessibility_mention: &'a str,
    csp: &'a str,
    publisher: Option<String>,
}

impl Chrome {
    pub(crate) fn new(site: &Site, templates: Arc<Noted<Templates>>, has_feed: bool) -> Stamped<Self> {
        let settings = &*site.settings;
        let roles = roles(site);
        let terms = Terms::new(site);
        let facts = Facts {
            title: settings.title.clone(),
            language: settings.language,
            description: settings.description.clone(),
            base_url: settings.base_url.clone(),
            edit_url: settings.edit_url.clone(),
            report_to: settings.report_to.clone(),
            html: settings.html,
            portable: site.options.portable,
            publisher: settings.publisher.clone(),
            style: versioned(site, "static/style.css"),
            // From a disk, browsers give a font to a style and to nobody else.
            font: templates.value.font.clone().filter(|_| !site.options.portable),
            script: versioned(site, "static/script.js"),
            // Made of all the rest, below.
            ticks: String::new(),
            ticks_form: String::new(),
            search_scripts: settings
                .search_index
                .then(|| ["rank", "box"].map(|name| versioned(site, &format!("static/search/{name}.js")))),
            roles,
            top: top(site),
            footer: footer(site, &templates.value),
            search: Generated::Search.url(settings.language),
            has_feed,
            accessibility: match settings.accessibility.status {
                AccessibilityStatus::Full if settings.accessibility.audit.is_some() => "accessibility-full",
                AccessibilityStatus::Partial if settings.accessibility.audit.is_some() => {
                    "accessibility-partial"
                }
                _ => "accessibility-none",
            },
        };
        let mut chrome = Self { facts, templates, terms, views: Vec::new(), diagnostics: Vec::new() };
        let (form, diagnostics) = ticks::form(&chrome);
        chrome.facts.ticks = marked(site, ticks::SCRIPT, &form);
        chrome.facts.ticks_form = form;
        chrome.diagnostics.extend(diagnostics);
        let stamp = Stamp::of(&(&chrome.facts, chrome.templates.value.stamp, chrome.terms.stamp()));
        let deepest = site.pages.iter().map(|page| page.url.depth()).max().unwrap_or_default().max(1);
        for depth in (0..=deepest).take(VIEW_DEPTHS) {
            let view = chrome.site_view_at(&page_at(depth));
            chrome.views.push(view.value);
            chrome.diagnostics.extend(view.diagnostics);
        }
        Stamped::with(chrome, stamp)
    }

    /// Fills a part that says the same wherever it stands and has no addresses.
    pub(crate) fn fill_shared(&self, part: &str) -> Noted<Vec<u8>> {
        self.templates.value.fill(part, vec![("site", self.site_facts(&page_at(0)))], 4 << 10)
    }

    /// How a page writes addresses.
    pub(crate) fn from<'a>(&'a self, page: &'a PageUrl) -> address::From<'a> {
        let anywhere = page.as_str() == "/404.html" && !self.facts.portable;
        let root = anywhere.then_some(self.facts.base_url.as_deref()).flatten().and_then(root_path);
        address::From::new(page, self.facts.portable, root)
    }

    /// Generated pages that the foot of every page names: key, title, address.
    pub(crate) fn footer(&self) -> &[(&'static str, String, PageUrl)] {
        &self.facts.footer
    }

    /// Text as the guide's language sets it.
    pub(crate) fn set(&self, text: &str) -> String {
        self.lent(text).into_owned()
    }

    /// The same, lent where it is set well already.
    pub(crate) fn lent<'t>(&self, text: &'t str) -> Cow<'t, str> {
        typography::set(self.facts.language, text, None)
    }

    /// Words of the interface without variables.
    pub(crate) fn say(&self, key: &str) -> String {
        self.templates.value.say(key, &[])
    }

    /// Says since when something is out of date.
    pub(crate) fn outdated(&self, since: Date) -> String {
        self.say_with("outdated", &[("date", day::words(self.facts.language, since).into())])
    }

    /// Words of the interface.
    pub(crate) fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.templates.value.say(key, args)
    }

    /// A link as templates see it.
    pub(crate) fn link<'n>(&self, from: address::From<'_>, nav: &'n Nav) -> LinkView<'n> {
        LinkView { title: self.lent(&nav.title), href: from.page(&nav.url, None) }
    }

    /// The role of an entry.
    pub(crate) fn role(&self, key: &EntryKey) -> Option<&RoleFact> {
        self.facts.roles.iter().find(|role| role.key == *key)
    }

    /// The absolute address of a page, when it is known where the site will be.
    pub(crate) fn absolute(&self, page: &PageUrl) -> Option<String> {
        let base = self.facts.base_url.as_deref()?;
        Some(format!(
            "{base}{}",
            address::From::nowhere(&PageUrl::new("/")).page(page, None).trim_start_matches("./")
        ))
    }

    /// The absolute address of a place in a page.
    pub(crate) fn absolute_place(&self, page: &PageUrl, anchor: Option<&Anchor>) -> Option<String> {
        let page = self.absolute(page)?;
        let anchor = anchor
            .map(|anchor| address::From::nowhere(&PageUrl::new("/")).page(&PageUrl::new("/"), Some(anchor)));
        Some(page + &anchor.unwrap_or_default())
    }

    /// The absolute address of a file.
    pub(crate) fn absolute_file(&self, file: &OutPath) -> Option<String> {
        let base = self.facts.base_url.as_deref()?;
        Some(format!("{base}{}", address::From::nowhere(&PageUrl::new("/")).file(file)))
    }

    /// What templates call `site`, for one page.
    pub(crate) fn site_view(&self, page: &PageUrl) -> Shown {
        match self.views.get(page.depth()).filter(|_| self.from(page).root.is_none()) {
            Some(view) => view.clone(),
            None => self.site_view_at(page).value,
        }
    }

    /// What the search says, in the order in which its script counts.
    fn search_words(&self) -> String {
        let hole = |name: &'static str| (name, Arg::from(format!("{{{name}}}")));
        let mut words = vec![
            self.say("search-none"),
            self.say("search-one"),
            self.say_with("search-many", &[hole("count")]),
            self.say_with("search-mended", &[hole("words")]),
        ];
        let more = ["failed", "results", "more", "close", "roles", "all-roles"];
        words.extend(more.iter().map(|key| self.say(&format!("search-{key}"))));
        let kinds = ["contact", "tool", "resource", "role", "organisation", "term"];
        words.extend(kinds.iter().map(|kind| self.say(&format!("kind-{kind}"))));
        words.join("|")
    }

    /// The same, and what there is to say about the theme.
    fn site_view_at(&self, page: &PageUrl) -> Noted<Shown> {
        let site = self.site_facts(page);
        let mut diagnostics = Vec::new();
        let shared_part = |(name, part): (&'static str, &str)| {
            let made = self.templates.value.part(part, vec![("site", site.clone())]);
            diagnostics.extend(made.diagnostics);
            (name, made.value)
        };
        let shared = SHARED.map(shared_part);
        Noted { value: template::with(site, shared), diagnostics }
    }

    fn site_facts(&self, page: &PageUrl) -> Shown {
        let from = self.from(page);
        let facts = &self.facts;
        shown(&SiteView {
            title: self.set(&facts.title),
            description: facts.description.as_deref().map(|text| self.set(text)),
            language: facts.language.tag(),
            home: from.page(&PageUrl::new("/"), None),
            search: from.page(&facts.search, None),
            style: versioned_href(from, &facts.style),
            font: facts.font.as_ref().map(|font| from.file(font)),
            script: versioned_href(from, &facts.script),
            ticks: versioned_href(from, &facts.ticks),
            search_head: facts.search_scripts.is_some().then(|| from.file(&OutPath::new("search/head.js"))),
            search_scripts: (facts.search_scripts.as_ref())
                .map(|scripts| scripts.each_ref().map(|script| versioned_href(from, script)).join(" ")),
            search_words: &self.search_words(),
            links: facts
                .footer
                .iter()
                .map(|(key, title, url)| FootView { key, title, href: from.page(url, None) })
                .collect(),
            roles: facts
                .roles
                .iter()
                .filter(|role| role.reader)
                .filter_map(|role| {
                    Some(RoleView {
                        name: self.set(&role.name),
                        short: self.set(&role.short),
                        description: role.description.as_deref().map(|text| self.set(text)),
                        href: from.page(role.url.as_ref()?, None),
                        number: &role.number,
                    })
                })
                .collect(),
            feed: facts.has_feed.then(|| from.file(&OutPath::new("feed.xml"))),
            base_url: facts.base_url.as_deref(),
            accessibility_mention: &self.say(facts.accessibility),
            csp: CONTENT_POLICY,
            publisher: (facts.publisher.name.as_deref())
                .filter(|name| !name.starts_with('['))
                .map(|name| self.set(name)),
        })
    }
}

/// A page of a depth that shares no folder with any other, so that what it writes as addresses holds for all pages of
/// that depth.
pub(crate) fn page_at(depth: usize) -> PageUrl {
    PageUrl::new(format!("/{}", "-/".repeat(depth)))
}

/// The path of an absolute address: `/a/b/` of `https://x.example/a/b/`.
fn root_path(base: &str) -> Option<&str> {
    let after = base.split_once("://")?.1;
    Some(&after[after.find('/')?..])
}

fn versioned_href(from: address::From<'_>, file: &str) -> String {
    match file.split_once('?') {
        Some((path, mark)) => format!("{}?{mark}", from.file(&OutPath::new(path))),
        None => from.file(&OutPath::new(file)),
    }
}

fn roles(site: &Site) -> Vec<RoleFact> {
    let mut found: Vec<_> = site.entries_of(Kind::Role).collect();
    found.sort_by_key(|entry| entry.span.start);
    found
        .into_iter()
        .enumerate()
        .map(|(at, entry)| RoleFact {
            key: entry.key.clone(),
            name: entry.name().to_owned(),
            short: entry.short_name().to_owned(),
            description: entry.record.text("description").map(str::to_owned),
            number: at + 1,
            url: site.generated.get(&Generated::Role(entry.key.clone())).cloned(),
            reader: entry.record.flag("reader").unwrap_or(false),
        })
        .collect()
}

/// Pages right below the home page.
fn top(site: &Site) -> Vec<Nav> {
    let children = site.pages.first().map(|home| home.children.as_slice()).unwrap_or_default();
    children
        .iter()
        .take(MENU_LIMIT)
        .map(|id| {
            let page = site.page(*id);
            Nav { title: page.outline.nav_title.clone(), url: page.url.clone() }
        })
        .collect()
}

fn footer(site: &Site, templates: &Templates) -> Vec<(&'static str, String, PageUrl)> {
    let named = BTreeMap::from([
        (Generated::Map, ("map", 1)),
        (Generated::Search, ("search", 1)),
        (Generated::Directory(Kind::Contact), ("contacts", 2)),
        (Generated::Directory(Kind::Tool), ("tools", 3)),
        (Generated::Directory(Kind::Term), ("glossary", 4)),
        (Generated::Whole, ("whole", 5)),
        (Generated::Accessibility, ("accessibility", 6)),
        (Generated::Legal, ("legal", 7)),
        (Generated::PersonalData, ("personal-data", 8)),
    ]);
    let mut found: Vec<_> = site
        .generated
        .iter()
        .filter_map(|(page, url)| {
            let (key, rank) = named.get(page)?;
            Some((*rank, *key, templates.say(&title_key(page), &[]), url.clone()))
        })
        .collect();
    found.sort_by_key(|(rank, ..)| *rank);
    found.into_iter().map(|(_, key, title, url)| (key, title, url)).collect()
}

/// The message that titles a generated page.
pub(crate) fn title_key(page: &Generated) -> String {
    let name = match page {
        Generated::Directory(kind) => kind.file(),
        Generated::Role(_) => "role",
        Generated::Whole => "whole",
        Generated::Map => "map",
        Generated::Search => "search",
        Generated::Accessibility => "accessibility",
        Generated::Legal => "legal",
        Generated::PersonalData => "personal-data",
        Generated::NotFound => "not-found",
    };
    format!("title-{name}")
}

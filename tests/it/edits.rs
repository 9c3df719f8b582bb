//! Changes that an author can make to any guide. Each says whether it applies to the guide at hand.
use crate::support::{day, put, replace, text};
use jalon::model::{Options, SourcePath, Sources};

/// A guide with the options of its build.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) sources: Sources,
    pub(crate) options: Options,
}

impl Work {
    /// The guide with a change made; none if the change does not apply.
    pub(crate) fn with(&self, edit: fn(&mut Work) -> bool) -> Option<Work> {
        let mut work = self.clone();
        edit(&mut work).then_some(work)
    }
}

/// A change with its name.
pub(crate) type Edit = (&'static str, fn(&mut Work) -> bool);

/// All changes.
pub(crate) const EDITS: &[Edit] = &[
    ("nothing", |_| true),
    ("a sentence in the last page", |work| add(work, last_page, "\nUne phrase de plus, avec CCP1.\n")),
    ("a sentence in the home page", |work| add(work, |_| path("guide/index.md"), "\nUne phrase de plus.\n")),
    ("a task more", |work| add(work, last_page, "\n## Encore\n\n- [ ] Relire la page.\n")),
    ("a title", |work| line(work, page_with("\ntitle: "), "title: ", "title: Un autre titre")),
    ("a short title", |work| line(work, page_with("\nnav_title: "), "nav_title: ", "nav_title: Court")),
    ("a description", |work| {
        line(work, page_with("\ndescription: "), "description: ", "description: Autre.")
    }),
    ("a heading", |work| line(work, page_with("\n## "), "## ", "## Un autre intertitre")),
    ("a heading that is linked to", |work| swap(work, page_with("{#"), "{#", "{#autre-")),
    ("a telephone", |work| {
        swap(work, |_| path("guide/registry/contacts.yaml"), "phone: \"01 ", "phone: \"02 ")
    }),
    ("an address", |work| swap(work, |_| path("guide/registry/contacts.yaml"), "email: c", "email: d")),
    ("a contact more", |work| {
        let entry = "\nun-contact-de-plus:\n  name: Un contact de plus\n  kind: desk\n  for: [tout]\n  email: plus@exemple.fr\n";
        add(work, |_| path("guide/registry/contacts.yaml"), entry)
    }),
    ("a contact less", |work| cut_entry(work, "guide/registry/contacts.yaml")),
    ("a tool less", |work| cut_entry(work, "guide/registry/tools.yaml")),
    ("a term less", |work| cut_entry(work, "guide/registry/terms.yaml")),
    ("a role less", |work| cut_entry(work, "guide/registry/roles.yaml")),
    ("another id for a tool", |work| {
        swap(work, |_| path("guide/registry/tools.yaml"), "\nla-coop:", "\nla-coop-2:")
    }),
    ("another name for a contact", |work| {
        line(work, |_| path("guide/registry/contacts.yaml"), "  name: ", "  name: Un autre nom")
    }),
    ("another name for a role", |work| {
        line(work, |_| path("guide/registry/roles.yaml"), "  name: ", "  name: Un autre rôle")
    }),
    ("another name for a term", |work| {
        line(work, |_| path("guide/registry/terms.yaml"), "  name: ", "  name: convention")
    }),
    ("another address for a tool", |work| {
        line(work, |_| path("guide/registry/tools.yaml"), "  url: ", "  url: https://exemple.fr/ailleurs")
    }),
    ("a resource that gets its address", |work| {
        line(
            work,
            |_| path("guide/registry/resources.yaml"),
            "  url: null",
            "  url: https://exemple.fr/tutoriel",
        )
    }),
    ("registry file removed", |work| remove(work, |_| path("guide/registry/terms.yaml"))),
    ("registry broken", |work| add(work, |_| path("guide/registry/contacts.yaml"), "\n  - ]:\n")),
    ("title of the guide", |work| line(work, settings, "title: ", "title: Un autre guide")),
    ("the other language", |work| {
        swap(work, settings, "language: fr", "language: en")
            || swap(work, settings, "language: en", "language: fr")
    }),
    ("an address for the site", |work| add(work, settings, "\nbase_url: https://exemple.fr/guide/\n")),
    ("an address for editing", |work| add(work, settings, "\nedit_url: https://exemple.fr/edit/{path}\n")),
    ("raw HTML refused", |work| {
        swap(work, settings, "html: safe", "html: none") || add(work, settings, "\nmarkdown: {html: none}\n")
    }),
    ("raw HTML trusted", |work| {
        swap(work, settings, "html: safe", "html: trusted")
            || add(work, settings, "\nmarkdown: {html: trusted}\n")
    }),
    ("a low limit for pages", |work| add(work, settings, "\nlimits: {page: 1000}\n")),
    ("a low limit for what is published", |work| add(work, settings, "\nlimits: {output: 5000}\n")),
    ("a low weight of pages", |work| add(work, settings, "\nlimits: {weight: 80000}\n")),
    ("a low weight of the theme", |work| add(work, settings, "\nlimits: {weight: 1000}\n")),
    ("a low number of pages", |work| add(work, settings, "\nlimits: {pages: 2}\n")),
    ("a warning silenced", |work| add(work, settings, "\ncheck: {levels: {placeholder/open: off}}\n")),
    ("a warning raised", |work| add(work, settings, "\ncheck: {levels: {placeholder/open: error}}\n")),
    ("how often to review", |work| add(work, settings, "\nreview: {every: 1 month}\n")),
    ("no index of the search", |work| search_setting(work, "index: false")),
    ("a thesaurus", |work| {
        write(work, "guide/mots.dat", "UTF-8\nzigouigoui|1\n(Nom)|guide|accueil|outil\nboulot\n")
            && search_setting(work, "thesaurus: mots.dat")
    }),
    ("a thesaurus that is missing", |work| search_setting(work, "thesaurus: mots.dat")),
    ("a thesaurus outside", |work| search_setting(work, "thesaurus: ../mots.dat")),
    ("a key that is unknown", |work| add(work, settings, "\nlangue: fr\n")),
    ("settings broken", |work| add(work, settings, "\n: ] {\n")),
    ("a template", |work| {
        override_theme(work, "templates/parts/footer.html", "<footer>{{ site.title }}</footer>\n")
    }),
    ("a template broken", |work| override_theme(work, "templates/page.html", "{% if %}")),
    ("a template that cannot be filled", |work| {
        override_theme(work, "templates/page.html", "{{ page.nothing.more }}")
    }),
    ("a card", |work| override_theme(work, "templates/cards/contact.html", "<p>{{ entry.name }}</p>\n")),
    ("a style", |work| override_theme(work, "static/style.css", "body { color: black }\n")),
    ("a file that shadows nothing", |work| override_theme(work, "templates/pge.html", "x")),
    ("words", |work| reword(work, "print = Sur papier\n")),
    ("words broken", |work| reword(work, "print = { $\n")),
    ("a page more", |work| {
        write(work, "guide/5-annexe.md", "---\ntitle: Annexe\n---\n\nVoir [l'accueil](index.md).\n")
    }),
    ("a section more", |work| write(work, "guide/6-annexes/1-une.md", "# Une annexe\n\nTexte.\n")),
    ("a page that takes a generated address", |work| {
        write(work, "guide/glossaire.md", "# Glossaire\n\nTexte.\n")
    }),
    ("a page less", |work| remove(work, last_page)),
    ("home page less", |work| remove(work, |_| path("guide/index.md"))),
    ("a page renamed", |work| rename(work, |name| name.replace(".md", "-bis.md"))),
    ("a page moved", |work| rename(work, |name| format!("ailleurs/{name}"))),
    ("a page in another place of the order", |work| {
        rename(work, |name| {
            format!("0-{}", name.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-'))
        })
    }),
    ("an order of a section", |work| {
        let Some(last) = last_page(&work.sources) else { return false };
        front_of(work, &format!("{}/index.md", last.folder()), &format!("pages: [{}]", last.name()))
    }),
    ("a page that becomes a draft", |work| front(work, "draft: true")),
    ("drafts shown", |work| {
        let before = work.options.drafts;
        work.options.drafts = true;
        front(work, "draft: true") && !before
    }),
    ("a page that expires", |work| front(work, "expires: 2026-01-01")),
    ("a page with another address", |work| front(work, "slug: une-autre-adresse")),
    ("a former address", |work| front(work, "aliases: [/ancienne-adresse/]")),
    ("a page without search", |work| front(work, "search: false")),
    ("a page reviewed", |work| front(work, "last_reviewed_on: 2024-01-01\nreview_in: 6 mois")),
    ("front matter broken", |work| front(work, "roles: [")),
    ("an unclosed front matter", |work| write(work, "guide/7-ouvert.md", "---\ntitle: Ouvert\n")),
    ("an asset", |work| {
        write(work, "guide/fichiers/note.txt", "note")
            && add(work, last_page, "\n[Note (TXT)](/fichiers/note.txt)\n")
    }),
    ("another asset", |work| write(work, "guide/image.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
    ("an asset changed", |work| {
        let Some(asset) = asset(&work.sources) else { return false };
        put(&mut work.sources, &asset, b"other bytes");
        true
    }),
    ("an asset less", |work| remove(work, asset)),
    ("something dated", |work| add(work, last_page, "\n<!-- until: 2026-02-01 -->\nUne nouvelle.\n")),
    ("something not dated yet", |work| add(work, last_page, "\n<!-- until: 2031-02-01 -->\nUne nouvelle.\n")),
    ("a placeholder", |work| add(work, last_page, "\n[À COMPLÉTER : tout]\n")),
    ("a waiver", |work| {
        add(work, last_page, "\n<!-- allow placeholder/open: on attend -->\n[À COMPLÉTER : tout]\n")
    }),
    ("another day", |work| {
        work.options.today = day("2031-03-01");
        true
    }),
    ("an earlier day", |work| {
        work.options.today = day("2025-03-01");
        true
    }),
    ("addresses for a disk", |work| {
        work.options.portable = true;
        true
    }),
    ("an address given up", |work| {
        let before = text(&work.sources, "guide/urls.lock").unwrap_or_default();
        write(work, "guide/urls.lock", &format!("{before}/zzz/ gone: plus rien\n/zzzz/ -\n  #a -\n"))
    }),
    ("a lock that is cut", |work| {
        let before = text(&work.sources, "guide/urls.lock").unwrap_or_default();
        let half = before.lines().skip(4).flat_map(|line| [line, "\n"]).collect::<String>();
        write(work, "guide/urls.lock", &half)
    }),
    ("a former name", |work| swap(work, page_with("\n## "), "\n## ", "\n<!-- anchor: ancien-nom -->\n## ")),
    ("a lost link", |work| add(work, last_page, "\n[perdu](nulle-part.md) et [vide](#) et <tool:inconnu>\n")),
    ("a page that is no text", |work| {
        put(&mut work.sources, "guide/8-octets.md", b"# Titre\n\n\xff\xfe texte\n");
        true
    }),
];

#[expect(clippy::unnecessary_wraps, reason = "it stands where a search may find nothing")]
fn path(text: &str) -> Option<SourcePath> {
    Some(SourcePath::new(text))
}

/// Sets a key of the search.
fn search_setting(work: &mut Work, line: &str) -> bool {
    swap(work, settings, "\nsearch:\n", &format!("\nsearch:\n  {line}\n"))
        || add(work, settings, &format!("\nsearch: {{{line}}}\n"))
}

fn settings(_: &Sources) -> Option<SourcePath> {
    path("guide/jalon.yaml")
}

fn is_page(path: &SourcePath) -> bool {
    path.extension() == "md" && path.in_guide().is_some()
}

/// The last page of the guide that is not an index page.
fn last_page(sources: &Sources) -> Option<SourcePath> {
    sources.keys().rev().find(|path| is_page(path) && path.name() != "index.md").cloned()
}

/// The first page with a text in it, the home page left out.
fn page_with(words: &'static str) -> impl Fn(&Sources) -> Option<SourcePath> {
    move |sources| {
        let holds =
            |path: &&SourcePath| text(sources, path.as_str()).is_some_and(|text| text.contains(words));
        sources.keys().filter(|path| is_page(path) && path.as_str() != "guide/index.md").find(holds).cloned()
    }
}

fn asset(sources: &Sources) -> Option<String> {
    let kinds = ["svg", "txt", "pdf", "png", "csv"];
    let found = sources.keys().find(|path| path.in_guide().is_some() && kinds.contains(&path.extension()));
    found.map(ToString::to_string)
}

/// Appends to a file.
fn add<P: AsRefPath>(work: &mut Work, at: impl Fn(&Sources) -> Option<P>, words: &str) -> bool {
    let Some(at) = at(&work.sources) else { return false };
    let Some(before) = text(&work.sources, at.path()) else { return false };
    put(&mut work.sources, at.path(), format!("{before}{words}").as_bytes());
    true
}

fn swap<P: AsRefPath>(work: &mut Work, at: impl Fn(&Sources) -> Option<P>, from: &str, to: &str) -> bool {
    at(&work.sources).is_some_and(|at| replace(&mut work.sources, at.path(), from, to))
}

/// Replaces the first line that has this beginning.
fn line<P: AsRefPath>(work: &mut Work, at: impl Fn(&Sources) -> Option<P>, begins: &str, new: &str) -> bool {
    let Some(at) = at(&work.sources) else { return false };
    let Some(before) = text(&work.sources, at.path()) else { return false };
    let Some(old) = before.lines().find(|line| line.starts_with(begins)) else { return false };
    let old = old.to_owned();
    replace(&mut work.sources, at.path(), &old, new)
}

fn write(work: &mut Work, at: &str, words: &str) -> bool {
    put(&mut work.sources, at, words.as_bytes());
    true
}

fn remove<P: AsRefPath>(work: &mut Work, at: impl Fn(&Sources) -> Option<P>) -> bool {
    at(&work.sources).is_some_and(|at| work.sources.remove(&SourcePath::new(at.path())).is_some())
}

/// Renames the last page.
fn rename(work: &mut Work, name: impl Fn(&str) -> String) -> bool {
    let Some(old) = last_page(&work.sources) else { return false };
    let Some(source) = work.sources.remove(&old) else { return false };
    let new = SourcePath::new(format!("{}/{}", old.folder(), name(old.name())));
    work.sources.insert(new, source);
    true
}

/// Adds to the front matter of the last page.
fn front(work: &mut Work, words: &str) -> bool {
    last_page(&work.sources).is_some_and(|at| front_of(work, at.as_str(), words))
}

/// Adds to the front matter of a page.
fn front_of(work: &mut Work, at: &str, words: &str) -> bool {
    let Some(before) = text(&work.sources, at) else { return false };
    let after = match before.strip_prefix("---\n") {
        Some(rest) => format!("---\n{words}\n{rest}"),
        None => format!("---\n{words}\n---\n{before}"),
    };
    put(&mut work.sources, at, after.as_bytes());
    true
}

/// Removes the first entry from a file of the registry.
fn cut_entry(work: &mut Work, at: &str) -> bool {
    let Some(before) = text(&work.sources, at) else { return false };
    let is_id = |line: &str| line.ends_with(':') && !line.starts_with([' ', '#']);
    let mut seen = 0;
    let kept: Vec<&str> = before
        .lines()
        .filter(|line| {
            seen += usize::from(is_id(line));
            seen != 1
        })
        .collect();
    put(&mut work.sources, at, format!("{}\n", kept.join("\n")).as_bytes());
    seen > 0
}

fn override_theme(work: &mut Work, name: &str, words: &str) -> bool {
    write(work, &format!("guide/theme/{name}"), words)
}

fn reword(work: &mut Work, words: &str) -> bool {
    write(work, "guide/strings/fr.ftl", words) && write(work, "guide/strings/en.ftl", words)
}

/// A path, as a text or as a key of the sources.
trait AsRefPath {
    fn path(&self) -> &str;
}

impl AsRefPath for SourcePath {
    fn path(&self) -> &str {
        self.as_str()
    }
}

impl AsRefPath for String {
    fn path(&self) -> &str {
        self
    }
}

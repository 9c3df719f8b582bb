//! Front matter of another program in our words.
use crate::import::imported::ImportedFront;
use crate::import::quoting;
use crate::import::source::data::ForeignData;
use crate::model::{Date, FindingKind, ImportFinding, Withholding};
use crate::parse::withholding;

/// Keys that something became of, or that say nothing to readers: how a page looks, and where it stands.
const KNOWN: &[&str] = &[
    "title",
    "linkTitle",
    "linktitle",
    "nav_title",
    "sidebar_label",
    "label",
    "short_title",
    "description",
    "subtitle",
    "weight",
    "order",
    "nav_order",
    "sidebar_position",
    "sidebar",
    "slug",
    "id",
    "url",
    "permalink",
    "path",
    "aliases",
    "alias",
    "redirect_from",
    "redirectFrom",
    "redirects",
    "layout",
    "template",
    "type",
    "draft",
    "date",
    "lastmod",
    "last_modified_at",
    "updated",
    "lastUpdated",
    "last_update",
    "parent",
    "has_children",
    "grand_parent",
    "hide",
    "toc",
    "icon",
    "menu",
    "build",
    "_build",
    "published",
    "sitemap",
    "next",
    "prev",
    "pagination_next",
    "pagination_prev",
    "editLink",
    "editUrl",
    "custom_edit_url",
    "tableOfContents",
    "outline",
    "lang",
    "sort_by",
    "page_template",
    "insert_anchor_links",
    "in_search_index",
    "render",
    "hide_title",
    "hide_table_of_contents",
    "displayed_sidebar",
    "sidebar_class_name",
    "uid",
    "ms.date",
    "ms.topic",
    "ms.author",
    "navbar",
    "pageClass",
    "nav_exclude",
    "search",
    "status",
    "linkTitleIcon",
    "layoutOptions",
    "if",
    "hidden",
    "robots",
];

/// Reads the keys.
pub(super) fn read(
    file: &str,
    front: &ForeignData,
    today: Date,
    findings: &mut Vec<ImportFinding>,
) -> ImportedFront {
    let line = |keys: &[&str]| {
        let value = keys.iter().find_map(|key| front.at(key).text());
        value
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty())
    };
    let mut read = ImportedFront {
        title: line(&["title"]),
        nav_title: line(&[
            "nav_title",
            "linkTitle",
            "linktitle",
            "sidebar_label",
            "sidebar.label",
            "short_title",
        ]),
        description: line(&["description", "subtitle"]),
        ..ImportedFront::default()
    };
    let changed = line(&["lastmod", "last_modified_at", "updated", "last_update.date", "lastUpdated"]);
    let day = changed.and_then(|text| Date::parse(text.get(..10)?));
    read.last_reviewed_on = day.filter(|day| *day <= today);
    let withholding = withholding(&yaml(front));
    for (key, withheld) in &withholding {
        let finding = |key: &'static str, name: &str| {
            ImportFinding::new(FindingKind::Changed, key, file, 1).arg("name", name)
        };
        match withheld {
            Withholding::Draft => {
                read.draft = true;
                findings.push(finding("withheld", key));
            }
            Withholding::Search => read.unsearched = true,
            Withholding::Hidden => {
                read.unsearched = true;
                findings.push(finding("hidden", key));
            }
            Withholding::From(day) if *day > today => {
                read.draft = true;
                findings.push(finding("withheld", key));
            }
            Withholding::Until(day) if *day < today => {
                read.draft = true;
                findings.push(finding("withheld", key));
            }
            Withholding::Until(day) => read.expires = Some(*day),
            Withholding::From(_) => {}
        }
    }
    let is_lost = |key: &&str| !KNOWN.contains(key) && withholding.iter().all(|(known, _)| known != key);
    let lost: Vec<&str> = front.pairs().iter().map(|(key, _)| key.as_str()).filter(is_lost).collect();
    if !lost.is_empty() {
        let found = ImportFinding::new(FindingKind::Changed, "front-keys", file, 1);
        findings.push(found.arg("name", lost.join(", ")));
    }
    read
}

/// The keys as YAML on one line each, whatever they were written in.
fn yaml(front: &ForeignData) -> String {
    let pair =
        |(key, value): &(String, ForeignData)| format!("{}: {}", quoting::quoted(key), value_of(value, 0));
    front.pairs().iter().map(pair).collect::<Vec<_>>().join("\n")
}

fn value_of(value: &ForeignData, depth: usize) -> String {
    if depth > 8 {
        return "null".to_owned();
    }
    let all = |items: Vec<String>| items.join(", ");
    match value {
        ForeignData::Null => "null".to_owned(),
        ForeignData::Flag(flag) => flag.to_string(),
        ForeignData::Number(number) => number.clone(),
        ForeignData::Text(text) => quoting::quoted(text),
        ForeignData::List(items) => {
            format!("[{}]", all(items.iter().map(|item| value_of(item, depth + 1)).collect()))
        }
        ForeignData::Map(pairs) => {
            let pair = |(key, value): &(String, ForeignData)| {
                format!("{}: {}", quoting::quoted(key), value_of(value, depth + 1))
            };
            format!("{{{}}}", all(pairs.iter().map(pair).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::front::split;

    fn done(front: &str) -> (ImportedFront, Vec<&'static str>) {
        let mut findings = Vec::new();
        let text = format!("---\n{front}\n---\n");
        let read = read("a.md", &split(&text).front, Date::new(2026, 11, 23).unwrap(), &mut findings);
        (read, findings.iter().map(|found| found.key).collect())
    }

    #[test]
    fn withheld_pages_stay_withheld() {
        for front in [
            "draft: true",
            "published: false",
            "date: 2027-01-01",
            "expiryDate: 2026-01-01",
            "build: {render: never}",
            "status: draft",
        ] {
            let (read, found) = done(front);
            assert!(read.draft && found == ["withheld"], "{front}: {found:?}");
        }
        for front in ["date: 2020-01-01", "published: true", "title: A", "layout: page"] {
            assert!(!done(front).0.draft, "{front}");
        }
        let (read, found) = done("expiryDate: 2027-01-01");
        assert_eq!((read.expires.unwrap().to_string().as_str(), found.as_slice()), ("2027-01-01", &[][..]));
        assert_eq!(done("cascade: {draft: true}").1, ["front-keys"]);
        assert!(done("robots: noindex").0.unsearched);
    }

    #[test]
    fn keys_are_in_our_words() {
        let (read, found) = done(
            "title: \"A: b\"\nsidebar_label: C\ndescription: >\n  d\n  e\nlastmod: 2026-01-02T10:00:00Z\ntags: [x]",
        );
        assert_eq!(
            (read.title.as_deref(), read.nav_title.as_deref(), read.description.as_deref()),
            (Some("A: b"), Some("C"), Some("d e"))
        );
        assert_eq!(
            (read.last_reviewed_on.unwrap().to_string().as_str(), found.as_slice()),
            ("2026-01-02", &["front-keys"][..])
        );
    }
}

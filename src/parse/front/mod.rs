//! The front matter of a page: YAML between two lines of `---` to a [`Front`].
//!
//! 1. `table`: the keys, with the shape of each.
//! 2. This file reads the YAML by the table and takes the values out of the record.
//! 3. `alias_room`: where one more former address can be written.
pub(super) mod alias_room;
mod table;

pub(super) use table::FRONT;

use super::fields::Reader;
use super::plain::date_issues;
use super::yaml;
use super::yaml::{SourceText, YamlNode};
use crate::model::{
    AliasRoom, ChecklistMode, Diagnostic, EntryKey, Front, Given, Located, Record, SourcePath, Span, Value,
    codes,
};
use table::FAMILY;

/// Bytes of a page's head; more is a page without its closing line, or no page.
const LIMIT: usize = 64 << 10;

/// What the reader makes of front matter.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub(super) front: Front,
    /// Where it takes one more former address.
    pub(super) alias_room: Option<AliasRoom>,
    /// Whether the YAML itself is wrong, so that something may be missing.
    pub(super) is_broken: bool,
}

/// Reads the YAML between the `---` lines, which begins at `offset` in the file.
pub(super) fn read(
    file: &SourcePath,
    yaml: &str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    // What stands before is one line, `---`, and perhaps a byte order mark.
    let source = SourceText { file, text: yaml, offset, line: 2 };
    if yaml.len() > LIMIT {
        let diagnostic = Diagnostic::new(codes::FRONT_TOO_LARGE, Span::new(file, offset, offset + 1));
        diagnostics.push(diagnostic.arg("limit", LIMIT));
        let front = Front { title: Given::Refused, ..Front::default() };
        return FrontMatter { front, ..FrontMatter::default() };
    }
    let before = diagnostics.len();
    let tree = yaml::read(&source, codes::YAML_DUPLICATE_KEY, diagnostics);
    let is_broken = diagnostics.len() > before;
    let alias_room = alias_room::inside(&source, &tree);
    match &tree.node {
        YamlNode::Null | YamlNode::Broken => FrontMatter { front: Front::default(), alias_room, is_broken },
        YamlNode::Map { .. } => {
            let mut reader = Reader::new(&source, &FAMILY, "FR", diagnostics);
            let front = front(&reader.record(FRONT, &tree, None));
            FrontMatter { front, alias_room, is_broken: is_broken || reader.is_broken }
        }
        _ => {
            let diagnostic = Diagnostic::new(codes::YAML_NOT_A_MAP, tree.span.clone());
            diagnostics.push(diagnostic.arg("found", tree.word()));
            FrontMatter { is_broken: true, ..FrontMatter::default() }
        }
    }
}

fn front(record: &Record) -> Front {
    let prose = |name| record.prose(name).into_value().map(|text| text.value);
    let date =
        |name| record.date(name).zip(record.get(name)).map(|(date, at)| Located::new(at.span.clone(), date));
    let entry = |located: &Located<Value>| match &located.value {
        Value::Entry(key) => Some(Located::<EntryKey>::new(located.span.clone(), key.clone())),
        _ => None,
    };
    let checklist = record.group("checklist");
    Front {
        title: record.prose("title"),
        nav_title: prose("nav_title"),
        description: prose("description"),
        summary: record.prose_list("summary").into_iter().map(|line| line.value).collect(),
        slug: record.prose("slug").into_value(),
        draft: record.flag("draft").unwrap_or_default(),
        roles: record.list("roles").iter().filter_map(entry).collect(),
        aliases: record.texts("aliases"),
        owner: record.get("owner").and_then(entry),
        last_reviewed_on: date("last_reviewed_on"),
        review_in: record.period("review_in"),
        expires: date("expires"),
        expired_reason: prose("expired_reason"),
        search: record.flag("search"),
        checklist: match checklist.and_then(|group| group.text("mode")) {
            Some("do-confirm") => ChecklistMode::DoConfirm,
            _ => ChecklistMode::ReadDo,
        },
        fit_pages: checklist.and_then(|group| group.number("fit_pages")),
        steps: record.prose_list("steps"),
        extra: match record.get("extra").map(|located| &located.value) {
            Some(Value::Map(pairs)) => pairs.clone(),
            _ => Vec::new(),
        },
        placeholders: record.placeholders(),
        date_issues: date_issues::of_fields(
            record,
            &["title", "nav_title", "description", "summary", "expired_reason"],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Arg, Kind};

    fn page(yaml: &str) -> (Front, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        (read(&SourcePath::new("guide/a.md"), yaml, 4, &mut diagnostics).front, diagnostics)
    }

    /// Code, what it points at, help, arguments as text.
    fn told(yaml: &str) -> Vec<(&'static str, &str, &'static str, String)> {
        let tell = |diagnostic: &Diagnostic| {
            let at = diagnostic.span.start as usize - 4..diagnostic.span.end as usize - 4;
            let arg = |(name, arg): &(&str, Arg)| match arg {
                Arg::Text(text) => format!("{name}={text}"),
                Arg::Number(number) => format!("{name}={number}"),
                Arg::Date(date) => format!("{name}={date}"),
            };
            let args: Vec<_> = diagnostic.args.iter().filter(|(name, _)| *name != "known").map(arg).collect();
            (diagnostic.code.name, &yaml[at], diagnostic.help.unwrap_or_default(), args.join(" "))
        };
        page(yaml).1.iter().map(tell).collect()
    }

    #[test]
    fn a_whole_head_is_read() {
        let (front, diagnostics) = page(concat!(
            "title: \"Étape 1 : signer\"\nnav_title: Signer\ndescription: d\nsummary: [a, b]\nslug: signer\n",
            "draft: true\nroles: rh\naliases: [/vieux/, /page.html]\nowner: support\nlast_reviewed_on: 2026-11-23\n",
            "review_in: 6 mois\nexpires: 2027-01-31\nsearch: false\nchecklist: {fit_pages: 1, mode: do-confirm}\n",
            "steps: [a.md]\nextra: {a: 1.5, b: [x, null], c: {d: yes}}\n",
        ));
        assert_eq!(diagnostics, []);
        let title = front.title.into_value().unwrap();
        assert_eq!((title.value.as_str(), title.span.start, title.span.end), ("Étape 1 : signer", 11, 30));
        assert_eq!((front.summary.len(), front.draft, front.search), (2, true, Some(false)));
        assert_eq!(front.roles[0].value, EntryKey::new(Kind::Role, "rh"));
        assert_eq!(front.owner.unwrap().value, EntryKey::new(Kind::Contact, "support"));
        assert_eq!((front.checklist, front.fit_pages), (ChecklistMode::DoConfirm, Some(1)));
        assert_eq!(front.expires.unwrap().value.to_string(), "2027-01-31");
        assert_eq!((front.aliases.len(), front.steps.len(), front.extra.len()), (2, 1, 3));
        assert_eq!(front.extra[0].1.value, Value::Text("1.5".to_owned()));
    }

    #[test]
    fn keys_that_nobody_knows() {
        let of = |yaml| told(yaml).remove(0);
        assert_eq!(
            of("titre: a\n"),
            ("front/unknown-key", "titre", "help-nearest", "key=titre nearest=title".to_owned())
        );
        assert_eq!(of("blorg: a\n").2, "help");
        assert_eq!(
            of("permalink: /a/\n"),
            ("front/foreign-key", "permalink", "help-ours", "key=permalink ours=slug".to_owned())
        );
        assert_eq!(of("tags: [a]\n"), ("front/foreign-key", "tags", "help", "key=tags ours=".to_owned()));
        assert_eq!(of("checklist: {tags: 1}\n").0, "front/unknown-key");
    }

    const SLIPS: &[(&str, &str, &str, &str, &str)] = &[
        (
            "title: 2026\n",
            "front/wrong-type",
            "2026",
            "help-quote",
            "key=title expected=line found=number quoted=\"2026\"",
        ),
        (
            "title: [À COMPLÉTER : x]\n",
            "front/wrong-type",
            "[À COMPLÉTER : x]",
            "help-quote",
            "key=title expected=line found=list quoted=\"[À COMPLÉTER : x]\"",
        ),
        (
            "title: \"a\\nb\"\n",
            "front/wrong-type",
            "\"a\\nb\"",
            "help",
            "key=title expected=line found=lines",
        ),
        (
            "title: \"a\\0b\"\n",
            "front/wrong-type",
            "\"a\\0b\"",
            "help",
            "key=title expected=line found=control",
        ),
        ("title:\n  - a\n", "front/wrong-type", "- a", "help", "key=title expected=line found=list"),
        (
            "draft: oui\n",
            "front/wrong-type",
            "oui",
            "help-nearest",
            "key=draft expected=flag found=text nearest=true",
        ),
        (
            "summary:\n  - Qui : le service RH\n",
            "yaml/colon-in-text",
            "Qui : le service RH",
            "help",
            "quoted=\"Qui : le service RH\"",
        ),
        ("summary: {a: b}\n", "front/wrong-type", "{a: b}", "help", "key=summary expected=list found=map"),
        (
            "roles: [Service RH]\n",
            "front/wrong-type",
            "Service RH",
            "help-nearest",
            "key=roles expected=entry found=text kind=role nearest=service-rh",
        ),
        (
            "owner: contact:a-b\n",
            "front/wrong-type",
            "contact:a-b",
            "help-nearest",
            "key=owner expected=entry found=text kind=contact nearest=a-b",
        ),
        ("expires: 2026-06-31\n", "date/impossible", "2026-06-31", "help", "date=2026-06-31"),
        ("expires: 31/06/2026\n", "date/impossible", "31/06/2026", "help", "date=31/06/2026"),
        (
            "expires: 30/06/2026\n",
            "front/wrong-type",
            "30/06/2026",
            "help-date",
            "key=expires expected=date found=text date=2026-06-30",
        ),
        (
            "checklist: {fit_pages: 0}\n",
            "front/wrong-type",
            "0",
            "help-range",
            "key=fit_pages expected=number found=number min=1 max=99",
        ),
        (
            "checklist: {fit_pages: '2'}\n",
            "front/wrong-type",
            "'2'",
            "help-nearest",
            "key=fit_pages expected=number found=text nearest=2",
        ),
        (
            "checklist: {mode: read_do}\n",
            "front/wrong-type",
            "read_do",
            "help-nearest",
            "key=mode expected=choice found=text choices=read-do, do-confirm nearest=read-do",
        ),
        (
            "slug: Été 2026\n",
            "front/bad-slug",
            "Été 2026",
            "help-nearest",
            "slug=Été 2026 slip=form country=FR nearest=ete-2026",
        ),
        (
            "aliases: [vieux/]\n",
            "front/bad-alias",
            "vieux/",
            "help-nearest",
            "alias=vieux/ slip=form country=FR nearest=/vieux/",
        ),
        ("aliases: [/../a]\n", "front/bad-alias", "/../a", "help", "alias=/../a slip=form country=FR"),
        ("extra: a\n", "front/wrong-type", "a", "help", "key=extra expected=map found=text"),
        ("- a\n", "yaml/not-a-map", "- a", "help", "found=list"),
        ("title: \"[TODO: titre]\"\n", "placeholder/open", "\"[TODO: titre]\"", "help", "text=titre"),
    ];

    #[test]
    fn values_of_another_shape() {
        for (yaml, code, at, help, args) in SLIPS {
            assert_eq!(told(yaml), [(*code, *at, *help, (*args).to_owned())], "{yaml}");
        }
    }

    #[test]
    fn the_pages_of_the_repository_have_nothing_but_debts() {
        for source in [
            include_str!("../../../guide/index.md"),
            include_str!("../../../guide/1-recruter/index.md"),
            include_str!("../../../guide/1-recruter/1-convention.md"),
            include_str!("../../../guide/1-recruter/2-candidature.md"),
            include_str!("../../../guide/1-recruter/3-contrat.md"),
            include_str!("../../../guide/2-formation-initiale.md"),
            include_str!("../../../guide/3-la-coop.md"),
            include_str!("../../../guide/4-ressources/index.md"),
            include_str!("../../../guide/4-ressources/1-outils.md"),
            include_str!("../../../guide/4-ressources/2-formations-continues.md"),
            include_str!("../../../guide/4-ressources/3-contacts.md"),
            include_str!("../../../guide/4-ressources/4-veille.md"),
        ] {
            let head = source.split("---\n").nth(1).unwrap();
            let (front, diagnostics) = page(head);
            assert!(
                diagnostics.iter().all(|diagnostic| diagnostic.code == codes::PLACEHOLDER_OPEN),
                "{diagnostics:?}"
            );
            assert!(front.title.value().is_some() && front.description.is_some());
        }
    }

    #[test]
    fn a_head_as_large_as_a_book_is_no_head() {
        assert_eq!(page(&"a: b\n".repeat(20_000)).1[0].code, codes::FRONT_TOO_LARGE);
        assert_eq!(page("").0, Front::default());
    }
}

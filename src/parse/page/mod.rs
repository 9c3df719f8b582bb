//! One page: its front matter, its body and what other pages may know of it.
//!
//! 1. This file cuts the page into front matter and body.
//! 2. `front` reads the one, `markdown` the other.
//! 3. `outline`: anchors, and what other pages may know; `excerpt` copies the words of a task.
mod exact;
mod excerpt;
mod outline;

use super::front::alias_room;
use super::{decode, front, markdown};
use crate::model::{Diagnostic, Document, Family, Front, Noted, Outline, SourcePath, Span, codes};
use crate::stamp::{Stamp, Stamped};
use crate::text::dates::RelativeWords;
use crate::text::slug::slug;
use exact::exact;

/// Reads a page; `stamp` is that of its bytes. A page that cannot be read as text is an empty page that keeps its name,
/// so that links to it hold.
pub(super) fn read(
    file: &SourcePath,
    bytes: &[u8],
    stamp: Stamp,
    relative: &RelativeWords,
) -> Noted<Document> {
    let mut diagnostics = Vec::new();
    let decoded = decode::text(file, bytes, &mut diagnostics);
    let (text, offset) = decoded.unwrap_or(("", 0));
    let head = split(file, text, offset, &mut diagnostics);
    let (front, room) = match head.yaml {
        Some((start, yaml)) => front::read(file, yaml, start, &mut diagnostics),
        None => (Front::default(), Some(alias_room::above(offset))),
    };

    let (title, mut raw) =
        markdown::read(file, head.body, head.body_at, front.title.is_none(), relative, &mut diagnostics);
    let about = outline::derive(file, &front, &mut raw);
    diagnostics.append(&mut raw.duplicates);
    let outline = head_facts(file, &front, title, about);

    // A build is kept in memory between two saves, and a large guide is read once for all.
    raw.body.text = String::from(raw.body.text.as_str());
    raw.body.nodes = exact(raw.body.nodes);
    raw.body.targets = exact(raw.body.targets);
    let stamp = Stamp::of(&(file, stamp));
    let unreadable = decoded.is_none()
        || head.open
        || diagnostics.iter().any(|diagnostic| diagnostic.code.family == Family::Yaml);
    Noted {
        value: Document {
            outline: Stamped::with(outline, stamp),
            front,
            body: Stamped::with(raw.body, stamp),
            links: exact(raw.links),
            headings: exact(raw.headings),
            placeholders: raw.placeholders,
            dated: raw.dated,
            date_issues: raw.date_issues,
            waivers: raw.waivers,
            html: raw.html,
            typed: exact(raw.typed),
            bold_paragraphs: raw.bold_paragraphs,
            prose: exact(raw.prose),
            acronyms: exact(raw.acronyms),
            empty_headers: raw.empty_headers,
            tasks: exact(raw.tasks),
            unreadable,
            alias_room: room.filter(|_| !unreadable),
            inner_headings: raw.inner_headings,
            returns: text.contains("\r\n"),
        },
        diagnostics,
    }
}

/// A page cut at its second `---`.
struct Head<'a> {
    /// Where the YAML begins in the file, and the YAML.
    yaml: Option<(usize, &'a str)>,
    /// Where the body begins in the file.
    body_at: usize,
    body: &'a str,
    /// Whether the second `---` is missing.
    open: bool,
}

fn split<'a>(file: &SourcePath, text: &'a str, offset: usize, diagnostics: &mut Vec<Diagnostic>) -> Head<'a> {
    let whole = Head { yaml: None, body_at: offset, body: text, open: false };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return whole };
    let start = first.len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "---" {
            let after = at + line.len();
            return Head {
                yaml: Some((offset + start, &text[start..at])),
                body_at: offset + after,
                body: &text[after..],
                open: false,
            };
        }
        at += line.len();
    }
    // Without a closing line this is a thematic break, unless what follows looks like a key.
    let next = text[start..].lines().next().unwrap_or_default();
    let like_a_key = next.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    });
    if like_a_key {
        diagnostics.push(Diagnostic::new(codes::FRONT_NOT_CLOSED, Span::new(file, offset, offset + 3)));
        return Head { yaml: None, body_at: offset + text.len(), body: "", open: true };
    }
    whole
}

/// Number and stem of a file's or folder's name: `1-convention` is 1 and `convention`.
fn numbered(name: &str) -> (Option<u32>, &str) {
    match name.split_once('-') {
        Some((digits, rest))
            if (1..=9).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && !rest.is_empty() =>
        {
            (digits.parse().ok(), rest)
        }
        _ => (None, name),
    }
}

fn head_facts(file: &SourcePath, front: &Front, title: Option<String>, about: outline::About) -> Outline {
    let stem = file.name().strip_suffix(".md").unwrap_or(file.name());
    let is_index = stem == "index";
    let folder_name = file.folder().rsplit('/').next().unwrap_or_default();
    let (order, bare) = numbered(if is_index { folder_name } else { stem });
    let written = front.title.as_ref().map(|title| title.value.trim().to_owned());
    let title = written.or(title).filter(|title| !title.is_empty()).unwrap_or_else(|| from_name(bare));
    Outline {
        nav_title: front.nav_title.clone().unwrap_or_else(|| title.clone()),
        title,
        description: front.description.clone(),
        order,
        slug: front
            .slug
            .as_ref()
            .map_or_else(|| slug(if is_index { "" } else { bare }), |written| written.value.clone()),
        draft: front.draft,
        expires: front.expires.as_ref().map(|date| date.value),
        aliases: front.aliases.iter().map(|alias| former_address(&alias.value)).collect(),
        headings: about.headings,
        anchors: about.anchors,
        html_places: about.html_places,
        former: about.former,
        mentions: about.mentions,
        directories: about.directories,
        checklists: about.checklists,
        steps: about.steps,
        search: front.search.unwrap_or(true),
        last_reviewed_on: front.last_reviewed_on.as_ref().map(|date| date.value),
    }
}

/// A title for a page that has none: the words of its file's name.
fn from_name(bare: &str) -> String {
    let words = bare.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(|| "?".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A former address with a slash at both ends, unless it is that of a file.
fn former_address(alias: &str) -> String {
    let is_file = alias.rsplit('/').next().is_some_and(|name| name.rsplit('.').next() == Some("html"));
    if is_file || alias.ends_with('/') { alias.to_owned() } else { format!("{alias}/") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Body, Branch, Element, Node};

    fn page(text: &str) -> Noted<Document> {
        read(&SourcePath::new("guide/a/b.md"), text.as_bytes(), Stamp::default(), &RelativeWords::new())
    }

    /// The nodes in a short form that shows structure and text.
    fn shape(body: &Body) -> String {
        let mut out = String::new();
        for node in &body.nodes {
            let shown = match node {
                Node::Open(Element::Heading(level, anchor)) => format!("h{level}#{}(", body.str(*anchor)),
                Node::Open(Element::Task(id, branch)) => format!(
                    "task#{}{}(",
                    body.str(*id),
                    match branch {
                        Some(Branch::Yes) => "+",
                        Some(Branch::No) => "-",
                        None => "",
                    }
                ),
                Node::Open(element) => format!("{}(", format!("{element:?}").split('(').next().unwrap()),
                Node::Close => ")".to_owned(),
                Node::Text(slice) => format!("'{}'", body.str(*slice)),
                Node::Html(slice, safe) => format!("{}{}", if *safe { "" } else { "!" }, body.str(*slice)),
                Node::Placeholder(slice) => format!("[{}]", body.str(*slice)),
                Node::Card(target) => format!("card{:?}", body.targets[*target as usize]),
                Node::Reference(target) => format!("ref{target}"),
                other => format!("{other:?}").split('(').next().unwrap().to_owned(),
            };
            out.push_str(&shown);
        }
        out
    }

    fn codes(noted: &Noted<Document>) -> Vec<&str> {
        noted.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect()
    }

    #[test]
    fn a_title_leaves_the_body() {
        let noted = page("# Un *titre*\n\nTexte.\n\n## Suite\n");
        assert_eq!(noted.value.outline.title, "Un titre");
        assert_eq!(shape(&noted.value.body), "Paragraph('Texte.')h2#suite('Suite')");
    }

    #[test]
    fn tasks_hold_text_help_and_branches() {
        let noted = page(
            "## Liste\n<role:rh>\n\n- [ ] Un ?\n\n  Aide.\n\n  - [ ] Si oui, a\n  - [ ] Si non, b\n- [x] <role:chef> Deux <due:J-3>\n",
        );
        assert_eq!(
            shape(&noted.value.body),
            "h2#liste('Liste')Banner(ref0)TaskList(task#t-un(TaskText('Un ?')TaskHelp(Paragraph('Aide.'))\
             TaskList(task#t-si-oui-a+(TaskText('Si oui, a'))task#t-si-non-b-(TaskText('Si non, b'))))\
             task#t-deux(TaskText(ref1' Deux 'Due)))"
        );
        let lists = &noted.value.outline.checklists;
        assert_eq!((lists.len(), lists[0].title.as_str(), lists[0].tasks.len()), (1, "Liste", 2));
        assert_eq!(lists[0].tasks[0].tasks.len(), 2);
        assert_eq!(lists[0].tasks[0].roles[0].id.as_str(), "rh");
        assert_eq!(lists[0].tasks[1].roles[0].id.as_str(), "chef");
        assert_eq!(lists[0].tasks[1].due.unwrap().amount, -3);
    }

    #[test]
    fn references_alone_become_cards() {
        let noted = page("<contact:a>\n\nVoir <tool:b>.\n\n- <contact:a>\n- <tool:b>\n\n<contact:*>\n");
        assert_eq!(
            shape(&noted.value.body),
            "cardEntry(EntryKey { kind: Contact, id: EntryId(\"a\") })Paragraph('Voir 'ref1'.')\
             Cards(cardEntry(EntryKey { kind: Contact, id: EntryId(\"a\") })\
             cardEntry(EntryKey { kind: Tool, id: EntryId(\"b\") }))Directory"
        );
    }

    #[test]
    fn raw_html_passes_only_in_its_strict_form() {
        assert_eq!(
            shape(&page("a <kbd>b</kbd> <i>c</i>").value.body),
            "Paragraph('a '<kbd>'b'</kbd>' '!<i>'c'!</i>)"
        );
        assert_eq!(shape(&page("a <kbd>b").value.body), "Paragraph('a '!<kbd>'b')");
        let open = "<details>\n<summary>S</summary>\n\ntexte\n\n</details>\n";
        assert_eq!(
            shape(&page(open).value.body),
            "<details><summary>S</summary>Paragraph('texte')</details>"
        );
        assert_eq!(shape(&page("<details>\n\ntexte\n").value.body), "!<details>Paragraph('texte')");
        assert_eq!(
            shape(&page("> <details>\n> <summary>a</summary>\n\n</details>").value.body),
            "Quote(!<details><summary>'a\n'</summary>)!</details>".replace("'a\n'", "a")
        );
    }

    #[test]
    fn days_and_waivers_belong_to_the_next_block() {
        let noted =
            page("<!-- until: 2026-01-19 -->\nVieux.\n\n<!-- allow link/empty: exprès -->\n[a]()\n\nfin\n");
        assert_eq!(shape(&noted.value.body), "Dated(Paragraph('Vieux.'))Paragraph('a')Paragraph('fin')");
        let waiver = &noted.value.waivers[0];
        let (from, to) = (waiver.from, waiver.to);
        let fault = &noted.diagnostics[0].span;
        assert!(from <= fault.start && fault.end <= to, "{waiver:?} {fault:?}");
        assert_eq!(codes(&page("<!-- until: 2026-02-30 -->\nx\n")), ["date/impossible"]);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "---\r\ntitle: é\r\n---\r\nVoir 😀 [l'arrivée](javascript:x).\r\n";
        let noted = page(text);
        let span = &noted.diagnostics[0].span;
        assert_eq!(&text[span.start as usize..span.end as usize], "javascript:x");
    }

    #[test]
    fn deep_nesting_is_shown_flat_and_said_once() {
        let noted = page(&"> ".repeat(10_000));
        assert_eq!(codes(&noted), ["file/too-deep"]);
        let lists = (0..3_000).map(|depth| "  ".repeat(depth) + "- a\n").collect::<Vec<_>>().concat();
        assert_eq!(codes(&page(&lists)), ["file/too-deep"]);
    }

    #[test]
    fn an_open_head_is_said() {
        assert_eq!(codes(&page("---\ntitle: x\n\ntexte\n")), ["front/not-closed"]);
        assert!(codes(&page("---\n\ntexte\n")).is_empty());
    }

    #[test]
    fn anchors_are_unique_and_authors_come_first() {
        let noted = page("## A\n## A\n## B {#a}\n## C {#a}\n");
        let anchors: Vec<_> =
            noted.value.outline.headings.iter().map(|heading| heading.anchor.as_str()).collect();
        assert_eq!(anchors, ["a-2", "a-3", "a", "c"]);
        assert_eq!(codes(&noted), ["address/duplicate-anchor"]);
    }
}

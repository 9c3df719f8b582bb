//! The text of a page to a document, and to the outline that other pages may know.
//!
//! 1. `split` cuts the text into front matter and body; `unread` finds front matter that would not be seen.
//! 2. `parse::front` and `parse::markdown` read the two.
//! 3. `anchors` names headings, former anchors and tasks. It changes the body.
//! 4. `outline` derives what other pages may know, and changes nothing: `sections` gathers mentions and checklists,
//!    `excerpt` copies the words of tasks.
//! 5. `exact` gives back the memory that lists do not need.
mod anchors;
mod exact;
mod excerpt;
mod outline;
mod sections;
mod split;
mod unread;

use super::front::{FrontMatter, alias_room};
use super::markdown::dialect;
use super::markdown::target::{self, Destination};
use super::plain::decode;
use super::{front, markdown};
use crate::colors::Grammars;
use crate::language::dates::RelativeWords;
use crate::model::{Diagnostic, Document, Front, Noted, SourcePath, Span, Target, codes};
use crate::stamp::{Stamp, Stamped};
use exact::{exact, exact_thin};
use std::borrow::Cow;

/// Reads a page; `stamp` is the stamp of its bytes. A file that is not text becomes an empty page, so that links to it do
/// not break.
pub(super) fn read(
    file: &SourcePath,
    bytes: &[u8],
    stamp: Stamp,
    relative: &RelativeWords,
    grammars: Option<&Grammars>,
) -> Noted<Document> {
    let mut diagnostics = Vec::new();
    let decoded = decode::text(file, bytes, &mut diagnostics);
    let (text, offset) = decoded.unwrap_or(("", 0));
    let text = &*conflicts(file, text, offset, &mut diagnostics);
    let parts = split::split(file, text, offset, &mut diagnostics);
    let FrontMatter { front, alias_room, is_broken } = match parts.yaml {
        Some((start, yaml)) => front::read(file, yaml, (start, parts.line), &mut diagnostics),
        None => FrontMatter { alias_room: Some(alias_room::above(offset)), ..FrontMatter::default() },
    };
    let must_open = front.title.value().is_some();
    let (heading, mut parsed) =
        markdown::read(file, parts.body, parts.body_at, must_open, (relative, grammars), &mut diagnostics);
    let anchors = anchors::name(&mut parsed, &mut diagnostics);
    let steps = steps(file, &front, &mut diagnostics);
    if let Some(first) = front.pages.first().filter(|_| file.name() != "index.md") {
        diagnostics.push(Diagnostic::new(codes::FRONT_NOT_A_SECTION, first.span.clone()));
    }
    let outline = outline::derive(file, &front, heading, steps, &mut parsed, anchors);

    // `jalon serve` keeps every document in memory.
    let (mut body, mut content) = (parsed.body, parsed.content);
    body.text = String::from(body.text.as_str());
    body.nodes = exact(body.nodes);
    body.targets = exact_thin(body.targets);
    body.code = exact_thin(body.code);
    body.tasks = exact_thin(body.tasks);
    content.links = exact(content.links);
    content.definitions = exact(content.definitions);
    content.headings = exact(content.headings);
    content.typed = exact(content.typed);
    content.prose = exact(content.prose);
    content.acronyms = exact(content.acronyms);
    content.tasks = exact(content.tasks);

    let stamp = Stamp::of(&(file, stamp));
    let unreadable = decoded.is_none() || parts.is_broken || is_broken;
    let value = Document {
        outline: Stamped::with(outline, stamp),
        front,
        body: Stamped::with(body, stamp),
        content,
        unreadable,
        needs_grammars: parsed.needs_grammars,
        alias_room: alias_room.filter(|_| !unreadable),
        returns: text.contains("\r\n"),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    Noted { value, diagnostics }
}

/// The text without two versions that were not put together, and a diagnostic for each place where they were not.
fn conflicts<'a>(
    file: &SourcePath,
    text: &'a str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    if !dialect::may_have_conflicts(text) {
        return Cow::Borrowed(text);
    }
    let (found, text) = dialect::resolve(text, &markdown::hidden(text));
    diagnostics.extend(found.into_iter().map(|mark| {
        let span = Span::new(file, offset + mark.start, offset + mark.end);
        Diagnostic::new(codes::DIALECT_CONFLICT_MARKERS, span)
    }));
    text
}

/// The pages of the journey that begins here. A step that is not the path of a page gets a diagnostic.
fn steps(file: &SourcePath, front: &Front, diagnostics: &mut Vec<Diagnostic>) -> Vec<SourcePath> {
    let mut steps = Vec::new();
    for step in &front.steps {
        if let Destination::Target(Target::Page(path, _)) = target::read(file, &step.value) {
            steps.push(path);
        } else {
            diagnostics.push(
                Diagnostic::new(codes::FRONT_UNKNOWN_STEP, step.span.clone())
                    .arg("target", step.value.as_str()),
            );
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Body, Branch, Element, Node};

    fn page(text: &str) -> Noted<Document> {
        read(&SourcePath::new("guide/a/b.md"), text.as_bytes(), Stamp::default(), &RelativeWords::new(), None)
    }

    /// The nodes in a short form.
    fn shape(body: &Body) -> String {
        let mut out = String::new();
        for node in &body.nodes {
            let shown = match node {
                Node::Open(Element::Heading(level, anchor)) => format!("h{level}#{}(", body.str(*anchor)),
                Node::Open(Element::Task(id, branch, _)) => format!(
                    "task#{}{}(",
                    body.task_anchor(*id),
                    match branch {
                        Some(Branch::Yes) => "+",
                        Some(Branch::No) => "-",
                        None => "",
                    }
                ),
                Node::Open(element) => format!("{}(", format!("{element:?}").split('(').next().unwrap()),
                Node::Close => ")".to_owned(),
                Node::Text(slice) => format!("'{}'", body.str(*slice)),
                Node::Html(slice) => format!("!{}", body.str(*slice)),
                Node::SafeHtml(slice) => body.str(*slice).to_owned(),
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
    fn dates_and_waivers_apply_to_the_next_block() {
        let noted =
            page("<!-- until: 2026-01-19 -->\nVieux.\n\n<!-- allow link/empty: exprès -->\n[a]()\n\nfin\n");
        assert_eq!(shape(&noted.value.body), "Dated(Paragraph('Vieux.'))Paragraph('a')Paragraph('fin')");
        let waiver = &noted.value.content.waivers[0];
        let (from, to) = (waiver.from, waiver.to);
        let fault = &noted.diagnostics[0].span;
        assert!(from <= fault.start && fault.end <= to, "{waiver:?} {fault:?}");
        assert_eq!(codes(&page("<!-- until: 2026-02-30 -->\nx\n")), ["date/impossible"]);
    }

    #[test]
    fn anchors_are_unique_and_explicit_ids_come_first() {
        let noted = page("## A\n## A\n## B {#a}\n## C {#a}\n");
        let anchors: Vec<_> =
            noted.value.outline.headings.iter().map(|heading| heading.anchor.as_str()).collect();
        assert_eq!(anchors, ["a-2", "a-3", "a", "c"]);
        assert_eq!(codes(&noted), ["address/duplicate-anchor"]);
    }

    #[test]
    fn a_waiver_with_a_former_code_gets_a_fix() {
        let text = "# A\n\nÉté <!-- allow front/bidi-control: voulu -->\n";
        let noted = page(text);
        let fix = noted.diagnostics[0].fix.as_ref().expect("the code is on the first line of the comment");
        assert_eq!(&text[fix.span.start as usize..fix.span.end as usize], "front/bidi-control");
        assert_eq!(fix.text, "file/bidi-control");
    }
}

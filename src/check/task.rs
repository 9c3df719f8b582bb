//! Can each task be done, by somebody, at a glance?
use super::lost::{self, COMPARED};
use super::near;
use crate::model::{
    Body, Branch, Checklist, ChecklistMode, Diagnostic, Document, EntryKey, Kind, Node, Outline, Page, Site,
    Span, Target, Task, codes,
};

/// How many tasks one section may hold: beyond that people lose their place.
const MOST: usize = 9;
/// How many words one task may have.
const WORDS: usize = 25;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    if document.content.tasks.is_empty() {
        return;
    }
    // Where nobody has a name yet, every task would be said to have nobody.
    let has_roles = site.entries_of(Kind::Role).next().is_some();
    let mut places = document.content.tasks.iter();
    for list in &document.outline.checklists {
        let mut alone = Vec::new();
        let mut tenth = None;
        for (number, task) in list.tasks.iter().enumerate() {
            let Some(place) = look(site, task, &mut places, diagnostics) else { return };
            if task.roles.is_empty() && !is_empty(&task.text) {
                alone.push(place);
            }
            if number == MOST {
                tenth = Some(place);
            }
        }
        if has_roles && list.mode == ChecklistMode::ReadDo {
            no_role(list, &alone, diagnostics);
        }
        if let Some(place) = tenth {
            let diagnostic = Diagnostic::new(codes::TASK_TOO_MANY, place.clone());
            diagnostics.push(diagnostic.arg("count", list.tasks.len()).arg("limit", MOST));
        }
    }
}

/// Said once a list, at the first task that is nobody's.
fn no_role(list: &Checklist, alone: &[&Span], diagnostics: &mut Vec<Diagnostic>) {
    if let Some(first) = alone.first() {
        let diagnostic = Diagnostic::new(codes::TASK_NO_ROLE, (*first).clone());
        diagnostics.push(diagnostic.arg("count", alone.len()).arg("total", list.tasks.len()));
    }
}

/// What there is to say about a task and those below it; the task's place.
fn look<'a>(
    site: &Site,
    task: &Task,
    places: &mut impl Iterator<Item = &'a Span>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Span> {
    let place = places.next()?;
    let diagnostic = |code| Diagnostic::new(code, place.clone());
    if is_empty(&task.text) {
        diagnostics.push(diagnostic(codes::TASK_EMPTY));
    }
    let plain = task.text.words(&task.text.nodes);
    if let Some(words) = too_many_words(site, &task.text, &plain) {
        diagnostics.push(diagnostic(codes::TASK_TOO_LONG).arg("count", words).arg("limit", WORDS));
    }
    let has = |branch| task.tasks.iter().any(|below| below.branch == Some(branch));
    if (has(Branch::Yes) || asks(&plain)) && !has(Branch::No) {
        diagnostics.push(diagnostic(codes::TASK_NO_BRANCH));
    }
    for below in &task.tasks {
        look(site, below, places, diagnostics)?;
    }
    Some(place)
}

/// Whether a task says nothing at all.
fn is_empty(text: &Body) -> bool {
    let says = |node: &Node| match node {
        Node::Text(slice) | Node::Code(slice) => !text.str(*slice).trim().is_empty(),
        Node::Image(..) | Node::Reference(_) | Node::Card(_) | Node::Placeholder(_) => true,
        _ => false,
    };
    !text.nodes.iter().any(says)
}

/// Whether a task is a question: it ends with a question mark, whatever stands in brackets behind it.
fn asks(words: &str) -> bool {
    let mut words = words.trim_end();
    while let Some(rest) = words.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| &rest[..at])) {
        words = rest.trim_end();
    }
    words.ends_with('?')
}

/// How many words a reader reads, the names of entries included, if they are too many. `plain` is the text without the
/// names.
fn too_many_words(site: &Site, text: &Body, plain: &str) -> Option<usize> {
    let names = text.nodes.iter().filter_map(|node| match node {
        Node::Reference(target) | Node::Card(target) => match text.targets.get(*target as usize)? {
            Target::Entry(key) => site.entry(key).map(|entry| count(entry.name())),
            _ => None,
        },
        _ => None,
    });
    let names: usize = names.sum();
    // Most tasks are short, which is seen without looking at their letters.
    if most_words(plain) + names <= WORDS {
        return None;
    }
    Some(count(plain) + names).filter(|words| *words > WORDS)
}

/// At least as many as there are words: what may be a blank stands between them. Without a branch, so that the compiler
/// looks at many bytes at once.
fn most_words(text: &str) -> usize {
    1 + text.bytes().filter(|byte| *byte <= b' ' || *byte >= 0xc2).count()
}

/// How many of the pieces between blanks hold a letter or a figure.
fn count(text: &str) -> usize {
    let (mut words, mut inside) = (0, false);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter.is_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
            // Small letters, most of a word, in one go.
            let more = rest[letter.len_utf8()..].bytes().take_while(u8::is_ascii_lowercase).count();
            rest = &rest[letter.len_utf8() + more..];
            continue;
        }
        inside &= !letter.is_whitespace();
        rest = &rest[letter.len_utf8()..];
    }
    words
}

/// How to say that an entry does not exist.
type Telling = fn(&Site, &EntryKey, Span, bool) -> Diagnostic;

/// How to say of a page that it names an entry that does not exist: worse when tasks of the page are given to it.
pub(super) fn telling(outline: &Outline, key: &EntryKey) -> Telling {
    fn given(tasks: &[Task], key: &EntryKey) -> bool {
        tasks.iter().any(|task| task.roles.contains(key) || given(&task.tasks, key))
    }
    let is_given = key.kind == Kind::Role && outline.checklists.iter().any(|list| given(&list.tasks, key));
    if is_given { unknown } else { lost::unknown_id }
}

/// Says that a role does not exist whose tasks are asked for.
pub(super) fn unknown(site: &Site, key: &EntryKey, place: Span, guess: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::TASK_UNKNOWN_ROLE, place).arg("id", key.id.as_str());
    diagnostic.nearest(if guess { near::id(site, key, COMPARED) } else { None })
}

#[cfg(test)]
mod tests {
    use super::{count, most_words};

    proptest::proptest! {
        #[test]
        fn no_text_has_more_words_than_it_seems(text in "([a-zé0-9’-]{0,3}[ \\t\u{a0}\u{85}\u{2028}\u{3000}]?){0,12}") {
            proptest::prop_assert!(count(&text) <= most_words(&text), "{text:?}");
        }
    }
}

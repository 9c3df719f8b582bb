//! Fingerprints by which a page or a section is recognised after it moved: hashes of its words, without markup, blanks and case.
use crate::model::{Body, Document, Element, Fingerprint, Node, Target};
use crate::stamp::Stamp;

/// The title counts, too, for pages with fewer bytes of words than this.
const SHORT: usize = 64;

/// The highest 48 bits of the stamp of some words, so that a line of the lock is short. `NONE` for no words.
pub(super) fn of_words(words: &str) -> Fingerprint {
    if words.is_empty() {
        return Fingerprint::NONE;
    }
    of_stamp(Stamp::of_bytes(words.as_bytes()))
}

/// The fingerprint of a file.
pub(super) fn of_stamp(stamp: Stamp) -> Fingerprint {
    Fingerprint(u64::from_str_radix(&stamp.to_hex()[..12], 16).unwrap_or_default().max(1))
}

/// The fingerprint of a page: its text with its headings, and with its title if the text is short.
pub(super) fn page(document: &Document) -> Fingerprint {
    let mut words = String::new();
    for node in &document.body.nodes {
        add(&document.body, *node, &mut words);
    }
    if words.len() < SHORT {
        words.push('\n');
        fold(&document.outline.title, &mut words);
    }
    of_words(&words)
}

/// The fingerprints of the sections of a page, by the number of their heading: the text down to the next heading of the
/// same level or above, without the words of headings.
pub(super) fn sections(document: &Document) -> Vec<Fingerprint> {
    let body = &*document.body;
    let mut words = String::new();
    let mut found = Vec::new();
    // Sections that have begun and not ended: number, level, start of their text.
    let mut open: Vec<(usize, u8, usize)> = Vec::new();
    // How many elements are open, counted from that of the heading.
    let mut heading = 0_usize;
    let end = |open: &mut Vec<(usize, u8, usize)>, level: u8, words: &str, found: &mut Vec<Fingerprint>| {
        while let Some((number, _, from)) = open.pop_if(|(_, above, _)| *above >= level) {
            found[number] = of_words(&words[from..]);
        }
    };
    for node in &body.nodes {
        match *node {
            Node::Open(Element::Heading(level, _)) => {
                end(&mut open, level, &words, &mut found);
                open.push((found.len(), level, words.len()));
                found.push(Fingerprint::NONE);
                heading = 1;
            }
            Node::Open(_) if heading > 0 => heading += 1,
            Node::Close => heading = heading.saturating_sub(1),
            other if heading == 0 => add(body, other, &mut words),
            _ => {}
        }
    }
    end(&mut open, 0, &words, &mut found);
    found
}

fn add(body: &Body, node: Node, words: &mut String) {
    let entry = |target: u32| match body.targets.get(target as usize) {
        Some(Target::Entry(key)) => format!("<{}:{}>", key.kind.scheme(), key.id),
        _ => String::new(),
    };
    match node {
        Node::Text(slice) | Node::Code(slice) | Node::Placeholder(slice) => fold(body.str(slice), words),
        Node::Image(number) => fold(body.str(body.images[number as usize].alt), words),
        Node::Reference(target) | Node::Card(target) => words.push_str(&entry(target)),
        Node::Directory(kind) => {
            words.push('*');
            words.push_str(kind.scheme());
        }
        _ => {}
    }
}

/// Adds letters and digits in lower case, so that an edit of punctuation does not change the fingerprint.
fn fold(text: &str, words: &mut String) {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    words.extend(letters.flat_map(char::to_lowercase));
}

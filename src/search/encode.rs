//! The index as files that a browser loads one by one: classic scripts that call one function.
//!
//! * `search/head.js` names the others and is never cached, so that no page changes when the index does.
//! * `w` files hold words, `p` files which sections hold them, `c` files the sections themselves. Each is named by its
//!   content and may be cached for ever.
use super::doc::{Doc, file_name};
use super::expand::FREE;
use super::index::Merged;
use super::stop;
use crate::text::scan::Bytes;

/// Words in a file of words.
const WORDS: usize = 4096;
/// Bytes of a file of hits.
const HITS: usize = 40_000;
/// Bytes of a file of sections, at least and at most.
const CARDS: (usize, usize) = (4_000, 40_000);
/// Files of sections of a large guide.
const CARD_FILES: usize = 250;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A number in groups of five bits, the lowest first; the sixth bit says that more follow.
fn digits(mut number: u32, out: &mut Vec<u8>) {
    loop {
        let low = (number & 31) as usize;
        number >>= 5;
        out.push(DIGITS[if number > 0 { low | 32 } else { low }]);
        if number == 0 {
            return;
        }
    }
}

/// What cannot stand between quotes as it is.
const QUOTED: Bytes = Bytes::of("\"\\").and_range(0, 0x1f);

/// A text between quotes, as JSON and JavaScript read it.
pub(super) fn quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut from = 0;
    while let Some(at) = QUOTED.next(text.as_bytes(), from) {
        out.extend_from_slice(&text.as_bytes()[from..at]);
        from = at + 1;
        match text.as_bytes()[at] {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            byte => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
        }
    }
    out.extend_from_slice(&text.as_bytes()[from..]);
    out.push(b'"');
}

/// A file of words.
struct Block {
    first: String,
    /// The file and the line of the first word's hits.
    shard: usize,
    line: usize,
    count: usize,
    content: Vec<u8>,
}

/// All files: path and content.
pub(super) fn files(index: &Merged) -> Vec<(String, Vec<u8>)> {
    let (blocks, shards) = words(index);
    let cards = cards(index);
    let mut made = Vec::new();
    let mut head = Vec::with_capacity(1024);
    head.extend_from_slice(b"jalonSearch.head({\"version\":1,\"language\":\"");
    head.extend_from_slice(index.frame.language.tag().as_bytes());
    head.extend_from_slice(
        format!("\",\"docs\":{},\"free\":{}", index.doc_count(), index.len() <= FREE).as_bytes(),
    );
    head.extend_from_slice(b",\"stop\":");
    quoted(&stop::list(index.frame.language).join(" "), &mut head);
    head.extend_from_slice(b",\"words\":[");
    for (number, block) in blocks.into_iter().enumerate() {
        let file = call("w", number, &block.content);
        let (name, mark) = file_name("w", number, &file);
        made.push((name, file));
        comma(&mut head, number);
        head.push(b'[');
        quoted(&block.first, &mut head);
        head.extend_from_slice(
            format!(",{},{},{},\"{mark}\"]", block.count, block.shard, block.line).as_bytes(),
        );
    }
    head.extend_from_slice(b"],\"hits\":[");
    for (number, shard) in shards.into_iter().enumerate() {
        let file = call("p", number, &shard);
        let (name, mark) = file_name("p", number, &file);
        made.push((name, file));
        comma(&mut head, number);
        head.extend_from_slice(format!("\"{mark}\"").as_bytes());
    }
    head.extend_from_slice(b"],\"cards\":[");
    for (number, (count, content)) in cards.into_iter().enumerate() {
        let mut file = format!("jalonSearch.file(\"c{number}\",[").into_bytes();
        file.extend_from_slice(&content);
        file.extend_from_slice(b"])\n");
        let (name, mark) = file_name("c", number, &file);
        made.push((name, file));
        comma(&mut head, number);
        head.extend_from_slice(format!("{count},\"{mark}\"").as_bytes());
    }
    head.extend_from_slice(b"],\"roles\":[");
    for (number, role) in index.frame.roles.iter().enumerate() {
        comma(&mut head, number);
        quoted(role, &mut head);
    }
    head.extend_from_slice(b"],\"masks\":\"");
    masks(index, &mut head);
    head.extend_from_slice(b"\",\"synonyms\":[");
    for (number, group) in index.synonyms.iter().enumerate() {
        comma(&mut head, number);
        head.push(b'[');
        for (number, way) in group.iter().enumerate() {
            comma(&mut head, number);
            quoted(&way.join(" "), &mut head);
        }
        head.push(b']');
    }
    head.extend_from_slice(b"]})\n");
    made.push(("search/head.js".to_owned(), head));
    made
}

fn comma(out: &mut Vec<u8>, number: usize) {
    if number > 0 {
        out.push(b',');
    }
}

/// A file that hands one text over. Words are letters and digits, so nothing in it needs escaping.
fn call(kind: &str, number: usize, content: &[u8]) -> Vec<u8> {
    let mut file = format!("jalonSearch.file(\"{kind}{number}\",\"").into_bytes();
    file.extend_from_slice(content);
    file.extend_from_slice(b"\")\n");
    file
}

/// Words, each with what it shares with the one before and how many sections hold it; and their hits: distance to the
/// section before and weight. A bar among the words says that the hits go on in the next file.
fn words(index: &Merged) -> (Vec<Block>, Vec<Vec<u8>>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut shards = Vec::new();
    let (mut shard, mut line) = (Vec::with_capacity(HITS + 1024), 0);
    let mut before = "";
    for id in 0..index.len() {
        let word = index.word(id);
        if id % WORDS == 0 {
            before = "";
            blocks.push(Block {
                first: word.to_owned(),
                shard: shards.len(),
                line,
                count: WORDS.min(index.len() - id),
                content: Vec::with_capacity(WORDS * 9),
            });
        }
        let block = blocks.last_mut().expect("the first word opens a block");
        let shared = before.chars().zip(word.chars()).take_while(|(left, right)| left == right);
        let shared: Vec<usize> = shared.take(63).map(|(letter, _)| letter.len_utf8()).collect();
        block.content.push(DIGITS[shared.len()]);
        block.content.extend_from_slice(&word.as_bytes()[shared.iter().sum()..]);
        block.content.push(b' ');
        digits(index.spread(id), &mut block.content);
        before = word;
        let mut last = 0;
        for (doc, weight) in index.hits(id) {
            digits((doc - last) << 4 | u32::from(weight), &mut shard);
            last = doc;
        }
        shard.push(b' ');
        line += 1;
        if shard.len() >= HITS {
            shards.push(std::mem::replace(&mut shard, Vec::with_capacity(HITS + 1024)));
            line = 0;
            if id % WORDS != WORDS - 1 && id + 1 < index.len() {
                block.content.push(b'|');
            }
        }
    }
    if !shard.is_empty() {
        shards.push(shard);
    }
    (blocks, shards)
}

/// Which roles sections are for, in runs: how many, then the bits.
fn masks(index: &Merged, out: &mut Vec<u8>) {
    if index.frame.roles.is_empty() {
        return;
    }
    let mut run: Option<(u64, u32)> = None;
    let mut close = |run: Option<(u64, u32)>| {
        if let Some((mask, count)) = run {
            digits(count, out);
            digits(u32::try_from(mask & 0xffff_ffff).unwrap_or(0), out);
        }
    };
    for doc in index.docs() {
        run = match run {
            Some((mask, count)) if mask == doc.roles => Some((mask, count + 1)),
            other => {
                close(other);
                Some((doc.roles, 1))
            }
        };
    }
    close(run);
}

/// Sections as lists: title, trail, page, anchor, sort, text, facts. Trail and page are 0 when they are those of the
/// section before in the same file.
fn cards(index: &Merged) -> Vec<(usize, Vec<u8>)> {
    let total: usize = index.docs().map(|doc| doc.text.len() + 100).sum();
    let size = (total / CARD_FILES).clamp(CARDS.0, CARDS.1);
    let mut made = Vec::new();
    let (mut content, mut count) = (Vec::with_capacity(size + 1024), 0);
    let mut before: Option<&Doc> = None;
    for doc in index.docs() {
        comma(&mut content, count);
        content.push(b'[');
        quoted(&doc.title, &mut content);
        content.push(b',');
        match before.filter(|before| before.trail == doc.trail) {
            Some(_) => content.push(b'0'),
            None => quoted(&doc.trail, &mut content),
        }
        content.push(b',');
        match before.filter(|before| before.page == doc.page) {
            Some(_) => content.push(b'0'),
            None => quoted(&doc.page, &mut content),
        }
        content.push(b',');
        quoted(&doc.anchor, &mut content);
        content.extend_from_slice(format!(",{},", doc.sort.number()).as_bytes());
        quoted(&doc.text, &mut content);
        for fact in &doc.facts {
            content.push(b',');
            quoted(&fact.text, &mut content);
            content.push(b',');
            quoted(&fact.href, &mut content);
        }
        content.push(b']');
        before = Some(doc);
        count += 1;
        if content.len() >= size {
            made.push((count, std::mem::replace(&mut content, Vec::with_capacity(size + 1024))));
            count = 0;
            before = None;
        }
    }
    if count > 0 {
        made.push((count, content));
    }
    made
}

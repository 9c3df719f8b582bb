//! The index as files that a browser loads one by one: classic scripts that call one function.
//!
//! * `search/head.js` names the others and is never cached, so that pages stay the same when the index changes.
//! * `w` files hold words, `p` files the sections that hold each word, `c` files the sections themselves, `t` files what the
//!   thesaurus has for words that the guide does not use. Their names contain a hash of their content, so they may be
//!   cached for ever.
use super::doc::Doc;
use super::expand::MAX_ANY_FIRST_LETTER;
use super::index::Index;
use crate::language;
use crate::stamp::{Stamp, Table};
use crate::text::byte_set::ByteSet;

/// Words of a `w` file.
const FILE_WORDS: usize = 4096;
/// Bytes of a `p` file.
const HITS_SIZE: usize = 40_000;
/// Bytes of a `c` file, at least and at most.
const CARDS_SIZE: (usize, usize) = (4_000, 40_000);
/// Bytes of a `t` file.
const SUBSTITUTES_SIZE: usize = 40_000;
/// About how many `c` files a large guide has.
const CARD_FILES: usize = 250;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes a number in groups of five bits, lowest first; a sixth bit says whether more follow.
fn write_number(mut number: u32, out: &mut Vec<u8>) {
    loop {
        let low = (number & 31) as usize;
        number >>= 5;
        out.push(DIGITS[if number > 0 { low | 32 } else { low }]);
        if number == 0 {
            return;
        }
    }
}

/// The bytes that need escaping between quotes.
const ESCAPED: ByteSet = ByteSet::of("\"\\").and_range(0, 0x1f);

/// Writes a text in quotes, as JSON and JavaScript read it.
fn write_quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut from = 0;
    while let Some(at) = ESCAPED.next(text.as_bytes(), from) {
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

/// A `w` file as the head describes it.
struct WordFile {
    first_word: String,
    /// The `p` file with the hits of the first word.
    hit_file: usize,
    /// The position of these hits in that file.
    hit_line: usize,
    count: usize,
    /// The hash in its name.
    hash: String,
}

/// Gets each file once it is complete: path below the site's root, and content.
type Put<'a> = dyn FnMut(String, Vec<u8>) + 'a;

/// Gives a file away; returns the hash in its name.
fn give(put: &mut Put<'_>, kind: &str, number: usize, content: Vec<u8>) -> String {
    let hash = Stamp::of_bytes(&content).short();
    put(format!("search/{kind}{number}-{hash}.js"), content);
    hash
}

impl Index {
    /// Makes the files that the search script loads, and gives each away once it is complete.
    pub fn files(&self, put: &mut Put<'_>) {
        let head = files(self, put);
        put("search/head.js".to_owned(), head);
    }
}

/// Makes all files but the head, which is returned.
fn files(index: &Index, put: &mut Put<'_>) -> Vec<u8> {
    let language = index.settings.language;
    let can_replace_first = index.len() <= MAX_ANY_FIRST_LETTER;
    let mut head = format!(
        "jalonSearch.head({{\"version\":1,\"language\":\"{}\",\"docs\":{},\"free\":{can_replace_first},\"stop\":",
        language.tag(),
        index.doc_count(),
    )
    .into_bytes();
    write_quoted(&language::of(language).stop_words.list.join(" "), &mut head);
    let (word_files, hit_files) = words(index, put);
    head.extend_from_slice(b",\"words\":[");
    for (number, file) in word_files.into_iter().enumerate() {
        comma(&mut head, number);
        head.push(b'[');
        write_quoted(&file.first_word, &mut head);
        let WordFile { hit_file, hit_line, count, hash, .. } = file;
        head.extend_from_slice(format!(",{count},{hit_file},{hit_line},\"{hash}\"]").as_bytes());
    }
    head.extend_from_slice(b"],\"hits\":[");
    for (number, hash) in hit_files.into_iter().enumerate() {
        comma(&mut head, number);
        head.extend_from_slice(format!("\"{hash}\"").as_bytes());
    }
    head.extend_from_slice(b"],\"cards\":[");
    for (number, (count, hash)) in cards(index, put).into_iter().enumerate() {
        comma(&mut head, number);
        head.extend_from_slice(format!("{count},\"{hash}\"").as_bytes());
    }
    head.extend_from_slice(b"],\"others\":[");
    for (number, (first, content)) in substitutes(index).into_iter().enumerate() {
        let mut file = format!("jalonSearch.file(\"t{number}\",").into_bytes();
        write_quoted(&content, &mut file);
        file.extend_from_slice(b")\n");
        let hash = give(put, "t", number, file);
        comma(&mut head, number);
        head.push(b'[');
        write_quoted(&first, &mut head);
        head.extend_from_slice(format!(",\"{hash}\"]").as_bytes());
    }
    head.extend_from_slice(b"],\"roles\":[");
    for (number, role) in index.settings.roles.iter().enumerate() {
        comma(&mut head, number);
        write_quoted(role, &mut head);
    }
    head.extend_from_slice(b"],\"masks\":\"");
    write_role_masks(index, &mut head);
    head.extend_from_slice(b"\",\"synonyms\":[");
    for (number, group) in index.synonyms.iter().enumerate() {
        comma(&mut head, number);
        head.push(b'[');
        for (number, phrase) in group.iter().enumerate() {
            comma(&mut head, number);
            write_quoted(&phrase.join(" "), &mut head);
        }
        head.push(b']');
    }
    head.extend_from_slice(b"]})\n");
    head
}

fn comma(out: &mut Vec<u8>, number: usize) {
    if number > 0 {
        out.push(b',');
    }
}

/// A `w` or `p` file, which passes one text. It holds letters, digits and a few signs, so nothing needs escaping.
fn text_file(kind: &str, number: usize, content: &[u8]) -> Vec<u8> {
    let mut file = format!("jalonSearch.file(\"{kind}{number}\",\"").into_bytes();
    file.extend_from_slice(content);
    file.extend_from_slice(b"\")\n");
    file
}

/// Makes the `w` and `p` files; returns the former, and the hashes of the latter. A word is written as the number of letters
/// that it shares with the word before, its other letters, and the number of sections that hold it; a hit as the distance to
/// the section before, and the weight. A bar among the words says that the hits continue in the next file.
fn words(index: &Index, put: &mut Put<'_>) -> (Vec<WordFile>, Vec<String>) {
    let mut word_files: Vec<WordFile> = Vec::new();
    let mut hit_files = Vec::new();
    let (mut hits, mut line) = (Vec::with_capacity(HITS_SIZE + 1024), 0);
    let mut content = Vec::with_capacity(FILE_WORDS * 9);
    let mut before = "";
    for id in 0..index.len() {
        let word = index.word(id);
        if id % FILE_WORDS == 0 {
            before = "";
            finish_words(&mut word_files, &mut content, put);
            word_files.push(WordFile {
                first_word: word.to_owned(),
                hit_file: hit_files.len(),
                hit_line: line,
                count: FILE_WORDS.min(index.len() - id),
                hash: String::new(),
            });
        }
        let shared = before.chars().zip(word.chars()).take_while(|(left, right)| left == right);
        let shared: Vec<usize> = shared.take(63).map(|(letter, _)| letter.len_utf8()).collect();
        content.push(DIGITS[shared.len()]);
        content.extend_from_slice(&word.as_bytes()[shared.iter().sum()..]);
        content.push(b' ');
        write_number(index.hit_count(id), &mut content);
        before = word;
        write_hits(index, id, &mut hits);
        line += 1;
        if hits.len() >= HITS_SIZE {
            finish_hits(&mut hit_files, &mut hits, put);
            line = 0;
            if id % FILE_WORDS != FILE_WORDS - 1 && id + 1 < index.len() {
                content.push(b'|');
            }
        }
    }
    finish_words(&mut word_files, &mut content, put);
    if !hits.is_empty() {
        finish_hits(&mut hit_files, &mut hits, put);
    }
    (word_files, hit_files)
}

/// Keys, and what each of them leads to.
type SubstituteLine<'a> = (Vec<&'a str>, Vec<&'a str>);

/// The content of `t` files, each with its first key: a line has the keys that lead to the same words, and these.
fn substitutes(index: &Index) -> Vec<(String, String)> {
    let mut made: Vec<(String, Vec<SubstituteLine<'_>>)> = Vec::new();
    let mut lines: Table<Vec<&str>, usize> = Table::default();
    let mut size = SUBSTITUTES_SIZE;
    for (key, meant) in index.substitutes.entries() {
        if size >= SUBSTITUTES_SIZE {
            made.push((key.to_owned(), Vec::new()));
            lines.clear();
            size = 0;
        }
        let (_, groups) = made.last_mut().expect("the first key opens a file");
        size += key.len() + 1;
        let line = *lines.entry(meant.clone()).or_insert_with(|| {
            size += meant.iter().map(|text| text.len() + 1).sum::<usize>();
            groups.push((Vec::new(), meant));
            groups.len() - 1
        });
        groups[line].0.push(key);
    }
    let text = |groups: Vec<SubstituteLine<'_>>| {
        let lines: Vec<_> =
            groups.iter().map(|(keys, meant)| format!("{}>{}", keys.join(","), meant.join(","))).collect();
        lines.join("\n")
    };
    made.into_iter().map(|(first, groups)| (first, text(groups))).collect()
}

/// Writes the sections that hold a word.
fn write_hits(index: &Index, id: usize, hits: &mut Vec<u8>) {
    let mut last = 0;
    for (doc, weight) in index.hits(id) {
        write_number((doc - last) << 4 | u32::from(weight), hits);
        last = doc;
    }
    hits.push(b' ');
}

/// Gives the last `w` file away, if there is one.
fn finish_words(files: &mut [WordFile], content: &mut Vec<u8>, put: &mut Put<'_>) {
    let number = files.len().wrapping_sub(1);
    if let Some(file) = files.last_mut() {
        file.hash = give(put, "w", number, text_file("w", number, content));
        content.clear();
    }
}

/// Gives the next `p` file away.
fn finish_hits(files: &mut Vec<String>, content: &mut Vec<u8>, put: &mut Put<'_>) {
    let number = files.len();
    files.push(give(put, "p", number, text_file("p", number, content)));
    content.clear();
}

/// Writes the roles of sections as runs: how many sections, then the bits of their roles.
fn write_role_masks(index: &Index, out: &mut Vec<u8>) {
    if index.settings.roles.is_empty() {
        return;
    }
    let masks: Vec<u64> = index.docs().map(|doc| doc.roles).collect();
    for run in masks.chunk_by(|left, right| left == right) {
        write_number(u32::try_from(run.len()).unwrap_or(u32::MAX), out);
        write_number(u32::try_from(run[0] & 0xffff_ffff).unwrap_or(0), out);
    }
}

/// Makes the `c` files; returns the number of their sections, and their hashes. A section is a list of title, trail, page,
/// anchor, kind, text and facts. Trail and page are 0 when they are those of the section before in the same file.
fn cards(index: &Index, put: &mut Put<'_>) -> Vec<(usize, String)> {
    let total: usize = index.docs().map(|doc| doc.text.len() + 100).sum();
    let size = (total / CARD_FILES).clamp(CARDS_SIZE.0, CARDS_SIZE.1);
    let mut made = Vec::new();
    let mut content = Vec::with_capacity(size + 1024);
    let mut count = 0;
    let mut before: Option<&Doc> = None;
    let mut finish = |content: &mut Vec<u8>, count: usize| {
        let number = made.len();
        let mut file = format!("jalonSearch.file(\"c{number}\",[").into_bytes();
        file.extend_from_slice(content);
        file.extend_from_slice(b"])\n");
        made.push((count, give(put, "c", number, file)));
        content.clear();
    };
    for doc in index.docs() {
        comma(&mut content, count);
        content.push(b'[');
        write_quoted(&doc.title, &mut content);
        content.push(b',');
        let trail_and_page = [
            (&doc.trail, before.map(|before| &before.trail)),
            (&doc.page, before.map(|before| &before.page)),
        ];
        for (text, before) in trail_and_page {
            if before == Some(text) {
                content.push(b'0');
            } else {
                write_quoted(text, &mut content);
            }
            content.push(b',');
        }
        write_quoted(&doc.anchor, &mut content);
        content.extend_from_slice(format!(",{},", doc.kind.number()).as_bytes());
        write_quoted(&doc.text, &mut content);
        for fact in &doc.facts {
            content.push(b',');
            write_quoted(&fact.text, &mut content);
            content.push(b',');
            write_quoted(&fact.href, &mut content);
        }
        content.push(b']');
        before = Some(doc);
        count += 1;
        if content.len() >= size {
            finish(&mut content, count);
            count = 0;
            before = None;
        }
    }
    if count > 0 {
        finish(&mut content, count);
    }
    made
}

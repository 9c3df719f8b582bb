//! `guide/urls.lock`: one address a line, with its anchors on the lines below.
//!
//! ```text
//! /recruter/convention/ 1f0c9a7be234
//!   #signature 08d1c2b3a495
//! /recruter/contrat/ alias: /recruter/convention/
//! /recruter/annonce/ gone: l'annonce est publiée par France Travail
//! ```
use crate::model::{
    Bytes, Diagnostic, Fingerprint, LockLine, LockState, Noted, SourcePath, Span, UrlLock, codes,
};
use crate::parse::plain::decode;
use crate::stamp::KeySet;

/// The most diagnostics about one lock.
const MOST: usize = 20;

/// Reads the lock.
pub(in crate::parse) fn read(file: &SourcePath, bytes: &Bytes) -> Noted<UrlLock> {
    let mut diagnostics = Vec::new();
    let Some((text, offset)) = decode::text(file, bytes, &mut diagnostics) else {
        return Noted { value: UrlLock::default(), diagnostics };
    };
    let mut lock = UrlLock { bytes: bytes.clone(), lines: Vec::new(), whole: true };
    let mut seen: KeySet<&str> = KeySet::default();
    let mut anchors: KeySet<&str> = KeySet::default();
    let mut at = offset;
    for whole in text.split_inclusive('\n') {
        let begin = at;
        at += whole.len();
        let bare = whole.trim_end_matches(['\n', '\r', ' ', '\t']);
        let inner = bare.trim_start();
        if inner.is_empty() || inner == "#" || inner.starts_with("# ") {
            continue;
        }
        let start = begin + bare.len() - inner.len();
        let checked = match line(inner, start) {
            Ok(line) if inner.starts_with('#') && lock.lines.is_empty() => Err(("page", line)),
            Ok(line) => {
                let address = &inner[..(line.end - line.start) as usize];
                let fresh = if inner.starts_with('#') {
                    anchors.insert(address)
                } else {
                    anchors.clear();
                    seen.insert(address)
                };
                if fresh { Ok(line) } else { Err(("twice", line)) }
            }
            Err(cause) => Err((cause, lock_line(start, start + inner.len()))),
        };
        match checked {
            Ok(line) => lock.lines.push(line),
            Err((cause, line)) => {
                lock.whole = false;
                if diagnostics.len() < MOST {
                    let span = Span::new(file, line.start as usize, line.end as usize);
                    diagnostics.push(Diagnostic::new(codes::ADDRESS_BAD_LOCK, span).arg("what", cause));
                }
            }
        }
    }
    lock.lines.shrink_to_fit();
    Noted { value: lock, diagnostics }
}

fn lock_line(start: usize, end: usize) -> LockLine {
    let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    LockLine { start: clamp(start), end: clamp(end), state: LockState::There(Fingerprint::NONE) }
}

/// Reads a line without the blanks around it. The error is the word for what is wrong.
fn line(text: &str, start: usize) -> Result<LockLine, &'static str> {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark)) {
        return Err("conflict");
    }
    let (address, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let anchor = address.strip_prefix('#');
    if !(address.starts_with('/') || anchor.is_some_and(|name| !name.is_empty())) {
        return Err("line");
    }
    let rest = rest.trim_start();
    let written = |mark: &str| {
        let words = rest.strip_prefix(mark)?.trim_start();
        let from = lock_line(start + text.len() - words.len(), start + text.len());
        Some((from.start, from.end))
    };
    let state = if let Some((from, to)) = written("gone:") {
        if from == to {
            return Err("reason");
        }
        LockState::Gone(from, to)
    } else if let Some((from, to)) = written("alias:").filter(|_| anchor.is_none()) {
        LockState::Alias(from, to)
    } else {
        LockState::There(fingerprint(rest).ok_or("line")?)
    };
    Ok(LockLine { state, ..lock_line(start, start + address.len()) })
}

/// Twelve hexadecimal digits, or a hyphen for none.
fn fingerprint(text: &str) -> Option<Fingerprint> {
    if text == "-" {
        return Some(Fingerprint::NONE);
    }
    let digits = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digits { u64::from_str_radix(text, 16).ok().map(Fingerprint) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Arg;
    use proptest::prelude::*;

    fn lock(text: impl Into<Vec<u8>>) -> Noted<UrlLock> {
        read(&UrlLock::file(), &Bytes::from(text.into()))
    }

    fn wrong(text: &str) -> Vec<String> {
        let format = |diagnostic: &Diagnostic| match &diagnostic.args[0].1 {
            Arg::Text(what) => format!("{what}@{}", diagnostic.span.start),
            other => format!("{other:?}"),
        };
        lock(text).diagnostics.iter().map(format).collect()
    }

    #[test]
    fn a_lock_is_read_line_by_line() {
        let read =
            lock("\u{feff}# mot\r\n/ 0123456789ab\r\n  #été -\r\n\t#x gone: parce que\r\n/a/ alias: /b/\r\n");
        assert_eq!(read.diagnostics, []);
        let lock = read.value;
        let names: Vec<_> = lock.lines.iter().map(|line| lock.address(line)).collect();
        assert_eq!(names, ["/", "#été", "#x", "/a/"]);
        assert_eq!(lock.lines[0].state, LockState::There(Fingerprint(0x0123_4567_89ab)));
        let LockState::Gone(from, to) = lock.lines[2].state else { panic!("it is gone") };
        assert_eq!(lock.str(from, to), "parce que");
        let groups: Vec<_> = lock.groups().map(|(head, below)| (lock.address(head), below.len())).collect();
        assert_eq!(groups, [("/", 2), ("/a/", 0)]);
        assert!(lock.whole);
    }

    #[test]
    fn broken_lines_are_named() {
        assert_eq!(wrong("#a -\n"), ["page@0"]);
        assert_eq!(wrong("/ -\n/ -\n"), ["twice@4"]);
        assert_eq!(wrong("/ -\n#a -\n#a -\n/b/ -\n#a -\n"), ["twice@9"]);
        assert_eq!(wrong("<<<<<<< HEAD\n/ -\n"), ["conflict@0"]);
        assert_eq!(wrong("/ gone:\n"), ["reason@0"]);
        for line in ["a/ -", "/a/", "/a/ 12", "/a/ 0123456789ag", "#a alias: /b/", "/a/ - -"] {
            assert_eq!(wrong(&format!("/ -\n{line}\n")), ["line@4"], "{line}");
        }
        assert_eq!(lock("x\n".repeat(1000)).diagnostics.len(), MOST);
    }

    #[test]
    fn a_huge_line_and_a_nul_are_said() {
        assert_eq!(lock(vec![b'a'; 10 << 20]).diagnostics.len(), 1);
        assert_eq!(lock("/ -\0\n").diagnostics[0].code, codes::FILE_NUL);
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let read = lock(bytes.clone());
            for line in &read.value.lines {
                prop_assert!((line.end as usize) <= bytes.len());
            }
        }

        #[test]
        fn no_text_is_too_odd(text in "([/#<=a -]{0,8}(gone:|alias:|-)?[ é]?\r?\n){0,20}") {
            prop_assert!(lock(text.as_str()).value.lines.len() <= text.lines().count());
        }
    }
}

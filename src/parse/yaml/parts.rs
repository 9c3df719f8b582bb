//! Cuts YAML with a syntax error into parts that can be read one by one.

/// A part: where it begins and ends, and the range of its key.
pub(super) type KeyedPart = (usize, usize, Option<(usize, usize)>);

/// Cuts a text before every line that begins with a key.
pub(super) fn cut_at_keys(text: &str) -> Vec<KeyedPart> {
    let mut found: Vec<KeyedPart> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let key = key_of_line(line);
        if key.is_some() || found.is_empty() && !line.trim().is_empty() && !line.starts_with(['#', '-']) {
            found.push((at, at, key.map(|length| (at, at + length))));
        }
        at += line.len();
        if let Some(last) = found.last_mut() {
            last.1 = at;
        }
    }
    found
}

/// The length of the plain key that a line begins with.
fn key_of_line(line: &str) -> Option<usize> {
    let colon = line
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| line[at + 1..].chars().next().is_none_or(char::is_whitespace))?;
    let key = line[..colon].trim_end();
    let plain = !key.is_empty()
        && !key.starts_with([' ', '\t', '#', '-', '?', '&', '*', '!', '|', '>', '%', '@', '`'])
        && !key.contains(['"', '\'', '[', ']', '{', '}', ',']);
    plain.then_some(key.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_begins_with_its_key() {
        let text = "# note\n---\na: b\n  c\nd e : f\n\n- x\nhttp://a\n\"q\": r\n";
        let found: Vec<_> = cut_at_keys(text)
            .into_iter()
            .map(|(start, end, key)| (&text[start..end], key.map(|(from, to)| &text[from..to])))
            .collect();
        assert_eq!(
            found,
            [("a: b\n  c\n", Some("a")), ("d e : f\n\n- x\nhttp://a\n\"q\": r\n", Some("d e"))]
        );
        assert_eq!(cut_at_keys("\tx: y\nz:\n"), [(0, 6, None), (6, 9, Some((6, 7)))]);
        assert_eq!(cut_at_keys(""), []);
    }
}

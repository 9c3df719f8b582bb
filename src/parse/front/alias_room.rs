//! Where the front matter of a page takes one more former address.
use crate::model::{AliasForm, AliasRoom};
use crate::parse::yaml::{SourceText, Yaml, YamlNode};

/// The place of a page that has no front matter.
pub(in crate::parse) fn above(offset: usize) -> AliasRoom {
    room(offset, offset, AliasForm::Head)
}

/// The place in front matter; none where it is written in a way that one more line or item could break.
pub(in crate::parse) fn inside(source: &SourceText<'_>, tree: &Yaml) -> Option<AliasRoom> {
    let text = source.text;
    let first_of_line = |at: usize| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    let local = |at: u32| (at as usize).saturating_sub(source.offset);
    match &tree.node {
        YamlNode::Null if text.trim().is_empty() => {}
        YamlNode::Map { pairs, flow: false } if first_of_line(local(pairs.first()?.0.span.start)) => {}
        _ => return None,
    }
    if text.lines().any(|line| line.trim_end() == "...") {
        return None;
    }
    let at = |start: usize, end: usize, form| Some(room(source.offset + start, source.offset + end, form));
    let Some((key, value)) = tree.pairs().iter().find(|(key, _)| key.value == "aliases") else {
        return at(text.len(), text.len(), AliasForm::Key);
    };
    let (start, end) = (local(value.span.start), local(value.span.end));
    match &value.node {
        YamlNode::Null => {
            let after = local(key.span.end);
            let nothing = value.span == key.span && text.get(after..=after) == Some(":");
            if nothing { at(after + 1, after + 1, AliasForm::Value) } else { None }
        }
        YamlNode::Text(_) => at(start, end, AliasForm::Lone).filter(|_| !text[start..end].contains('\n')),
        YamlNode::List { items, flow: true } => match items.last() {
            Some(last) => at(local(last.span.end), local(last.span.end), AliasForm::Next),
            None if text[start..].starts_with('[') => at(start + 1, start + 1, AliasForm::First),
            None => None,
        },
        YamlNode::List { items, flow: false } => {
            let last = local(items.last()?.span.start);
            let line = text[..last].rfind('\n').map_or(0, |end| end + 1);
            let indent = text[line..last].find('-')?;
            let plain = text[line..line + indent].bytes().all(|byte| byte == b' ')
                && text[line + indent + 1..last].trim().is_empty();
            let next = last + text[last..].find('\n')? + 1;
            let indent = u16::try_from(indent).ok()?;
            if plain { at(next, next, AliasForm::Line(indent)) } else { None }
        }
        _ => None,
    }
}

fn room(start: usize, end: usize, form: AliasForm) -> AliasRoom {
    let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    AliasRoom { start: clamp(start), end: clamp(end), form }
}

#[cfg(test)]
mod tests {
    use crate::language::dates::RelativeWords;
    use crate::model::SourcePath;
    use crate::parse::page;
    use crate::stamp::Stamp;

    /// The page with one more former address; none where there is no safe place.
    fn with(text: &str, alias: &str) -> Option<String> {
        let file = SourcePath::new("guide/a.md");
        let document =
            page::read(&file, text.as_bytes(), Stamp::default(), &RelativeWords::new(), None).value;
        let fix = document.with_alias(&file, alias)?;
        let mut after = text.to_owned();
        after.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.text);
        let read = page::read(&file, after.as_bytes(), Stamp::default(), &RelativeWords::new(), None);
        let wanted = document.outline.aliases.len() + 1;
        assert_eq!(read.value.outline.aliases.len(), wanted, "{after}");
        assert!(read.value.outline.aliases.iter().any(|one| one == alias), "{after}");
        assert_eq!(read.value.outline.title, document.outline.title, "{after}");
        Some(after)
    }

    #[test]
    fn an_alias_finds_its_place_in_every_form() {
        for (before, after) in [
            ("# T\n", "---\naliases: [/x/]\n---\n\n# T\n"),
            ("\u{feff}# T\r\n", "\u{feff}---\r\naliases: [/x/]\r\n---\r\n\r\n# T\r\n"),
            ("", "---\naliases: [/x/]\n---\n\n"),
            ("---\n---\n# T\n", "---\naliases: [/x/]\n---\n# T\n"),
            ("---\ntitle: T # oui\n---\n", "---\ntitle: T # oui\naliases: [/x/]\n---\n"),
            ("---\r\ntitle: é😀\r\n---\r\n", "---\r\ntitle: é😀\r\naliases: [/x/]\r\n---\r\n"),
            ("---\naliases: [/a/, '/b/'] # c\n---\n", "---\naliases: [/a/, '/b/', /x/] # c\n---\n"),
            ("---\naliases: []\n---\n", "---\naliases: [/x/]\n---\n"),
            ("---\naliases:\ntitle: T\n---\n", "---\naliases: [/x/]\ntitle: T\n---\n"),
            ("---\naliases: /a/\n---\n", "---\naliases: [/a/, /x/]\n---\n"),
            (
                "---\naliases:\n  - /a/ # un\n  # deux\ntitle: T\n---\n",
                "---\naliases:\n  - /a/ # un\n  - /x/\n  # deux\ntitle: T\n---\n",
            ),
            ("---\r\naliases:\r\n- /a/\r\n---\r\n", "---\r\naliases:\r\n- /a/\r\n- /x/\r\n---\r\n"),
        ] {
            assert_eq!(with(before, "/x/").as_deref(), Some(after));
        }
        assert_eq!(with("# T\n", "/a, b: c/"), None);
    }

    #[test]
    fn a_head_of_another_form_is_left_alone() {
        for text in [
            "---\n{title: T}\n---\n",
            "---\n  title: T\n---\n",
            "---\ntitle: [\n---\n",
            "---\ntitle: T\n",
            "---\ntitle: T\n...\n---\n",
            "---\naliases: null\n---\n",
            "---\naliases: {a: b}\n---\n",
            "\u{0}",
        ] {
            assert_eq!(with(text, "/x/"), None, "{text:?}");
        }
    }
}

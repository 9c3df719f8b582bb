//! Finds where a block ends.
use super::fences::Fences;
use super::lines::{SourceLine, columns};
use super::marks::{self, BlockForm};
use super::tags::tag_at;
use std::ops::Range;

/// The lines of a block, and the line behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BlockExtent {
    pub(super) inside: Range<usize>,
    pub(super) next: usize,
}

/// The extent of a block that opens on a line; none where it does not end. `room` is how many lines may still be looked at.
pub(super) fn find(
    lines: &[SourceLine],
    open: usize,
    form: &BlockForm,
    room: &mut usize,
) -> Option<BlockExtent> {
    match form {
        BlockForm::Alone => Some(BlockExtent { inside: open + 1..open + 1, next: open + 1 }),
        BlockForm::Indented => Some(indented(lines, open)),
        BlockForm::UpToTab => Some(up_to_tab(lines, open)),
        _ => closed(lines, open, form, room),
    }
}

/// The lines below that are indented by four blanks more, and empty ones between them.
fn indented(lines: &[SourceLine], open: usize) -> BlockExtent {
    let least = columns(&lines[open].text) + 4;
    let below = lines[open + 1..].iter();
    let count = below.take_while(|line| line.is_blank() || columns(&line.text) >= least).count();
    let end = open + 1 + count;
    let last = lines[open + 1..end]
        .iter()
        .rposition(|line| !line.is_blank())
        .map_or(open + 1, |last| open + 2 + last);
    BlockExtent { inside: open + 1..last, next: last }
}

/// The lines up to the next heading that is a tab, or up to a rule, which goes with it.
fn up_to_tab(lines: &[SourceLine], open: usize) -> BlockExtent {
    let mut fences = Fences::default();
    for (number, line) in lines.iter().enumerate().skip(open + 1) {
        if fences.hold(&line.text) {
            continue;
        }
        let text = line.text.trim();
        if marks::is_rule(text) {
            return BlockExtent { inside: open + 1..number, next: number + 1 };
        }
        if marks::read(text).is_some_and(|mark| mark.form == BlockForm::UpToTab) {
            return BlockExtent { inside: open + 1..number, next: number };
        }
    }
    BlockExtent { inside: open + 1..lines.len(), next: lines.len() }
}

fn closed(lines: &[SourceLine], open: usize, form: &BlockForm, room: &mut usize) -> Option<BlockExtent> {
    let mut fences = Fences::default();
    let mut depth = 1_usize;
    for (number, line) in lines.iter().enumerate().skip(open + 1) {
        *room = room.checked_sub(1)?;
        let is_code = fences.hold(&line.text);
        // A tag of a template may close code that has no fence of its own.
        if is_code {
            continue;
        }
        match change(line.text.trim(), form) {
            Some(true) => depth += 1,
            Some(false) => depth -= 1,
            None => {}
        }
        if depth == 0 {
            return Some(BlockExtent { inside: open + 1..number, next: number + 1 });
        }
    }
    None
}

/// Whether a line opens another block of the same form, or closes one.
fn change(text: &str, form: &BlockForm) -> Option<bool> {
    match form {
        BlockForm::Signs(sign, count) => {
            let rest = text.trim_start_matches(*sign);
            let found = text.len() - rest.len();
            if found != *count {
                return None;
            }
            Some(!rest.trim().is_empty())
        }
        BlockForm::Liquid(name) => {
            let inner = text.strip_prefix("{%")?.strip_suffix("%}")?.trim_matches('-').trim();
            let word = inner.split_whitespace().next().unwrap_or_default();
            if word == name { Some(true) } else { (word.strip_prefix("end") == Some(name)).then_some(false) }
        }
        // The end of any shortcode of Zola.
        BlockForm::Shortcode(_) if matches!(text, "{% end %}" | "{%- end -%}" | "{%- end %}") => Some(false),
        BlockForm::Shortcode(name) => {
            let inner = text.strip_prefix("{{<").or_else(|| text.strip_prefix("{{%"))?;
            let inner = inner.strip_suffix(">}}").or_else(|| inner.strip_suffix("%}}"))?.trim();
            if inner.ends_with('/') {
                return None;
            }
            let word = inner.split_whitespace().next().unwrap_or_default();
            if word == name {
                return Some(true);
            }
            let closing = inner.strip_prefix('/').map(str::trim);
            (closing == Some(name)).then_some(false)
        }
        BlockForm::Element(name) => {
            let tag = tag_at(text, 0).filter(|tag| tag.is(name) && !tag.is_alone)?;
            (tag.range.end == text.len()).then_some(!tag.is_close)
        }
        BlockForm::Indented | BlockForm::UpToTab | BlockForm::Alone => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(text: &str, form: &BlockForm) -> Option<BlockExtent> {
        find(&SourceLine::all(text, 0, 1), 0, form, &mut 1000)
    }

    #[test]
    fn blocks_end_where_their_programs_say() {
        let at = |inside, next| Some(BlockExtent { inside, next });
        assert_eq!(extent("!!! note\n\n    a\n\n    b\n\nc\n", &BlockForm::Indented), at(1..5, 5));
        assert_eq!(
            extent("::: a\n::: b\n:::\n```\n:::\n```\n:::\nx", &BlockForm::Signs(':', 3)),
            at(1..6, 7)
        );
        assert_eq!(extent(":::: a\n::: b\n:::\n::::\n", &BlockForm::Signs(':', 4)), at(1..3, 4));
        assert_eq!(extent("{% tab %}\n{% endtab %}\n", &BlockForm::Liquid("tab".into())), at(1..1, 2));
        assert_eq!(
            extent("{{< a >}}\n{{< a />}}\n{{< /a >}}\n", &BlockForm::Shortcode("a".into())),
            at(1..2, 3)
        );
        assert_eq!(extent("<div>\n<div>\n</div>\n</div>\n", &BlockForm::Element("div".into())), at(1..3, 4));
        let tabs = "# [A](#tab/a)\na\n\n# [B](#tab/b)\nb\n\n---\nc\n";
        assert_eq!(extent(tabs, &BlockForm::UpToTab), at(1..3, 3));
        assert_eq!(find(&SourceLine::all(tabs, 0, 1), 3, &BlockForm::UpToTab, &mut 1000), at(4..6, 7));
        assert_eq!(extent("<div>\n<div>\n", &BlockForm::Element("div".into())), None);
    }
}

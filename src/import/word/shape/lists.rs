//! Lists of paragraphs that name their depth.
use crate::import::rich::{RichBlock, RichItem, RichList};
use crate::import::word::text::ItemMark;

/// A paragraph of a list.
#[derive(Debug, Clone)]
pub(super) struct ListEntry {
    /// How deep, from 0.
    pub(super) depth: usize,
    /// Its mark.
    pub(super) mark: ItemMark,
    /// Whether a box to tick stands behind its number, and whether it is ticked.
    pub(super) task: Option<bool>,
    /// What it holds.
    pub(super) blocks: Vec<RichBlock>,
}

/// Makes lists of entries that follow each other.
pub(super) fn build(entries: &[ListEntry]) -> Vec<RichBlock> {
    let mut out: Vec<RichBlock> = Vec::new();
    let mut base = usize::MAX;
    let mut at = 0;
    while let Some(entry) = entries.get(at) {
        if entry.depth > base {
            let deeper = entries[at..].iter().take_while(|entry| entry.depth > base).count();
            let inner = build(&entries[at..at + deeper]);
            if let Some(item) = last_item(&mut out) {
                item.blocks.extend(inner);
            } else {
                out.extend(inner);
            }
            at += deeper;
            continue;
        }
        base = entry.depth;
        add(&mut out, entry);
        at += 1;
    }
    out
}

/// Adds an entry to the last list, or to a new one where its mark does not go on there.
fn add(out: &mut Vec<RichBlock>, entry: &ListEntry) {
    let (number, task) = match entry.mark {
        ItemMark::Continued => {
            if let Some(item) = last_item(out) {
                item.blocks.extend(entry.blocks.iter().cloned());
            } else {
                out.extend(entry.blocks.iter().cloned());
            }
            return;
        }
        ItemMark::Bullet => (None, None),
        ItemMark::Check(is_ticked) => (None, Some(is_ticked)),
        ItemMark::Number(number) | ItemMark::Letter(number) => (Some(number), entry.task),
    };
    let item = RichItem { task, blocks: entry.blocks.clone() };
    if let Some(RichBlock::List(list)) = out.last_mut() {
        let next = list
            .start
            .and_then(|start| start.checked_add(u32::try_from(list.items.len()).unwrap_or(u32::MAX)));
        if next == number {
            list.items.push(item);
            return;
        }
    }
    out.push(RichBlock::List(RichList { start: number, items: vec![item] }));
}

/// The last item of the list that stands last.
fn last_item(out: &mut [RichBlock]) -> Option<&mut RichItem> {
    if let Some(RichBlock::List(list)) = out.last_mut() { list.items.last_mut() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rich::{RichRun, write_blocks};

    fn entry(depth: usize, mark: ItemMark, text: &str) -> ListEntry {
        ListEntry { depth, mark, task: None, blocks: vec![RichBlock::Paragraph(vec![RichRun::text(text)])] }
    }

    #[test]
    fn depths_become_lists_in_lists() {
        use ItemMark::{Bullet, Check, Continued, Number};
        let entries = [
            entry(0, Number(3), "trois"),
            entry(2, Bullet, "profond"),
            entry(1, Check(true), "fait"),
            entry(0, Number(4), "quatre"),
            entry(0, Continued, "suite"),
            entry(0, Number(1), "un"),
            entry(0, Bullet, "point"),
        ];
        assert_eq!(
            write_blocks(&build(&entries)).text,
            "3. trois\n\n   - profond\n   - [x] fait\n\n4. quatre\n\n   suite\n\n1) un\n\n- point\n"
        );
    }
}

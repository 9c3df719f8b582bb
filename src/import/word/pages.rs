//! A shaped document cut into pages at its headings.
use super::shaped::ShapedText;
use crate::import::rich::{RichBlock, RichContent, RichRun};

/// A page of the guide to be.
#[derive(Debug, Default)]
pub(super) struct WordPage {
    /// Its title.
    pub(super) title: Vec<RichRun>,
    /// Whether it is the home page.
    pub(super) is_home: bool,
    /// 0 for the first level below the home page.
    pub(super) level: usize,
    /// The number of its title in the document.
    pub(super) number: usize,
    /// What stands on it, with the numbers in the document.
    pub(super) blocks: Vec<(usize, RichBlock)>,
}

/// The most pages that a document becomes.
const MOST_PAGES: usize = 5_000;

/// How deep a document may be cut without more pages than that.
pub(super) fn affordable_depth(shaped: &ShapedText, wanted: u8) -> u8 {
    let pages = |depth: u8| {
        let begins = |block: &RichBlock| matches!(block, RichBlock::Heading { level, .. } if *level <= depth);
        shaped.blocks.iter().filter(|(_, block)| begins(block)).count()
    };
    (0..=wanted).rev().find(|depth| pages(*depth) <= MOST_PAGES).unwrap_or(0)
}

/// Cuts a document: headings down to a level begin pages, the home page holds what stands before the first.
pub(super) fn cut(shaped: &mut ShapedText, title: Vec<RichRun>, depth: u8) -> Vec<WordPage> {
    let mut pages = vec![WordPage { title, is_home: true, ..WordPage::default() }];
    let mut above = 0;
    for (number, block) in std::mem::take(&mut shaped.blocks) {
        match block {
            RichBlock::Heading { level, runs, .. } if level <= depth => {
                above = level;
                let page = WordPage {
                    title: runs,
                    is_home: false,
                    level: usize::from(level) - 1,
                    number,
                    blocks: Vec::new(),
                };
                pages.push(page);
            }
            RichBlock::Heading { level, runs, anchor } => {
                let level = (level.saturating_sub(above) + 1).clamp(2, 6);
                push(&mut pages, number, RichBlock::Heading { level, runs, anchor });
            }
            block => push(&mut pages, number, block),
        }
    }
    for page in &mut pages {
        let footnotes = take_footnotes(&mut page.title);
        let blocks = footnotes.iter().filter_map(|place| shaped.footnotes.get(*place)).flatten();
        page.blocks.splice(0..0, blocks.map(|block| (page.number, block.clone())).collect::<Vec<_>>());
    }
    pages
}

/// Takes references to footnotes out of a title, which stands in menus too. Their text opens the page instead.
fn take_footnotes(title: &mut Vec<RichRun>) -> Vec<usize> {
    let mut places = Vec::new();
    title.retain(|run| {
        let RichContent::Note(label) = &run.content else { return true };
        places.extend(label.parse::<usize>());
        false
    });
    places
}

fn push(pages: &mut [WordPage], number: usize, block: RichBlock) {
    if let Some(page) = pages.last_mut() {
        page.blocks.push((number, block));
    }
}

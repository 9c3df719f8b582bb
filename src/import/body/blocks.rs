//! Rewrites blocks that Markdown does not know, from the outer to the inner ones.
use super::code::FenceInfo;
use super::context::{BodyContext, Gathered};
use super::ends::{self, BlockExtent};
use super::fences::{self, Fences};
use super::lines::{LineOrigin, SourceLine};
use super::lone::{abbreviation, heading, is_attributes, is_contents, is_definition};
use super::marks::{self, BlockForm, Mark, Role};
use super::pieces::{first_of_code, link, note, summary, with_title};
use super::{boxes, lines};
use crate::import::imported::ImportedTerm;
use crate::import::source::slugs::PageIds;
use crate::model::{FindingKind, ImportFinding};

/// How deep blocks may nest.
const DEPTH: usize = 24;

/// How many lines may be looked at for the ends of blocks, for each line of the page.
const LOOKS: usize = 60;

/// Rewrites the blocks of a page.
pub(super) fn rewrite(
    context: &BodyContext<'_>,
    lines: &[SourceLine],
    gathered: &mut Gathered,
) -> Vec<SourceLine> {
    let room = lines.len() * LOOKS + 10_000;
    let mut writer = BlockWriter { context, gathered, room, groups: 0, tab_ids: PageIds::default() };
    writer.lines(lines, 0)
}

struct BlockWriter<'a, 'b> {
    context: &'a BodyContext<'b>,
    gathered: &'a mut Gathered,
    /// How many lines may still be looked at for the ends of blocks.
    room: usize,
    /// How many groups of alternatives there are.
    groups: usize,
    tab_ids: PageIds,
}

/// A block that is being rewritten.
struct Block<'l> {
    mark: Mark,
    inside: &'l [SourceLine],
    origin: LineOrigin,
    depth: usize,
}

impl BlockWriter<'_, '_> {
    fn lines(&mut self, lines: &[SourceLine], depth: usize) -> Vec<SourceLine> {
        let mut out: Vec<SourceLine> = Vec::with_capacity(lines.len());
        let mut fences = Fences::default();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let was_open = fences.is_open();
            if fences.hold(&line.text) {
                out.push(if was_open { line.clone() } else { first_of_code(line) });
                at += 1;
                continue;
            }
            let (blanks, bare) = line.parts();
            if self.context.program.makes_places && marks::is_documentation(bare) {
                self.found(FindingKind::LeftOut, "block", bare, line.origin);
                at = ends::find(lines, at, &BlockForm::Indented, &mut self.room)
                    .map_or(at + 1, |extent| extent.next);
                continue;
            }
            let mark = if depth < DEPTH { marks::read(bare) } else { None };
            let Some(mark) = mark else {
                at = self.plain_line(lines, at, &mut out);
                continue;
            };
            let extent = ends::find(lines, at, &mark.form, &mut self.room);
            let (mark, extent) = match extent {
                Some(extent) => (mark, extent),
                None if Self::stays(&mark) => {
                    out.push(line.clone());
                    at += 1;
                    continue;
                }
                None => (
                    Mark { form: BlockForm::Alone, ..mark },
                    BlockExtent { inside: at + 1..at + 1, next: at + 1 },
                ),
            };
            let id = mark.id.clone();
            let block = Block { mark, inside: &lines[extent.inside.clone()], origin: line.origin, depth };
            let (written, next) = if matches!(block.mark.role, Role::Tab(_)) {
                self.tabs(lines, at, block, extent.next)
            } else {
                (self.block(block), extent.next)
            };
            let mut written = boxes::trimmed(written);
            written.splice(0..0, id.map(|id| SourceLine::new(boxes::anchor(&id), line.origin)));
            add(&mut out, written, blanks);
            at = next;
        }
        // Code that does not end would hold what follows the block, too.
        if depth > 0 {
            let origin = lines.last().map_or_else(LineOrigin::default, |line| line.origin);
            out.extend(fences.closing().map(|fence| SourceLine::new(fence, origin)));
        }
        out
    }

    /// Whether a line that opens a block without an end is text.
    fn stays(mark: &Mark) -> bool {
        matches!(mark.form, BlockForm::Signs(..))
            || matches!(mark.form, BlockForm::Element(_)) && mark.role == Role::Unknown
    }

    fn found(&mut self, kind: FindingKind, key: &'static str, name: &str, origin: LineOrigin) {
        let file = self.gathered.file(self.context, origin).to_owned();
        self.gathered.findings.push(ImportFinding::new(kind, key, file, origin.line).arg("name", name));
    }

    fn block(&mut self, block: Block<'_>) -> Vec<SourceLine> {
        let Block { mark, inside, origin, depth } = block;
        let inner = boxes::dedented(inside);
        let line = |text: String| vec![SourceLine::new(text, origin)];
        match mark.role {
            Role::Alert(alert, title) => boxes::alert(alert, &title, self.lines(&inner, depth + 1), origin),
            Role::Details(title, is_open) => {
                let (summary, inner) = if title.is_empty() { summary(&inner) } else { (title, inner) };
                let body = self.lines(&inner, depth + 1);
                boxes::details(&summary, (None, is_open), body, origin)
            }
            Role::Exclusive(name, is_open) => {
                let (summary, inner) = summary(&inner);
                let body = self.lines(&inner, depth + 1);
                boxes::details(&summary, (Some(&name), is_open), body, origin)
            }
            Role::Group => self.group(&inner, depth),
            Role::CodeGroup => self.code_group(&inner, origin),
            Role::Plain | Role::Tab(_) => self.lines(&inner, depth + 1),
            Role::Titled(title) => {
                let mut out =
                    if title.is_empty() { Vec::new() } else { line(format!("**{}**", title.trim())) };
                out.extend(line(String::new()));
                out.extend(self.lines(&inner, depth + 1));
                out
            }
            Role::Unknown => {
                self.found(FindingKind::Changed, "unwrapped", &mark.name, origin);
                self.lines(&inner, depth + 1)
            }
            Role::Code(language, title) => {
                let info = FenceInfo { language, title, marked: String::new() }.written();
                let has_own = inner.iter().any(|line| fences::mark(line.text.trim()).is_some());
                if has_own {
                    return self.lines(&inner, depth + 1);
                }
                let mut out = line(format!("```{info}"));
                out.extend(boxes::trimmed(inner));
                out.extend(line("```".to_owned()));
                out
            }
            Role::CodeTitle(title) => with_title(self.lines(&inner, depth + 1), &title),
            Role::Link(target, title) => line(link(&target, &title, &inner)),
            Role::Picture(source, alt, caption) => {
                let alt = if alt.is_empty() { caption.clone() } else { alt };
                let caption = if caption.is_empty() {
                    String::new()
                } else {
                    format!(" \"{}\"", caption.replace('"', "'"))
                };
                line(format!(
                    "![{}]({}{caption})",
                    alt.replace(['[', ']'], " "),
                    super::regions::target(&source)
                ))
            }
            Role::Caption => {
                let words = inner.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
                line(format!("*{}*", words.trim().trim_matches('*')))
            }
            Role::Nothing => Vec::new(),
            Role::Gone => {
                if inner.iter().all(SourceLine::is_blank) {
                    self.found(FindingKind::LeftOut, "block", &mark.name, origin);
                } else {
                    self.found(FindingKind::Changed, "unwrapped", &mark.name, origin);
                }
                self.lines(&inner, depth + 1)
            }
        }
    }

    /// The alternatives of a group: its tabs, or each block of code in it.
    fn group(&mut self, inner: &[SourceLine], depth: usize) -> Vec<SourceLine> {
        let has_tabs = inner
            .iter()
            .any(|line| marks::read(line.text.trim()).is_some_and(|mark| matches!(mark.role, Role::Tab(_))));
        let vuepress = inner.iter().position(|line| line.text.starts_with("@tab"));
        match (has_tabs, vuepress) {
            (false, Some(first)) => self.at_tabs(&inner[first..], depth),
            (false, None) if inner.iter().any(|line| fences::mark(line.text.trim()).is_some()) => {
                let origin = inner.first().map_or_else(LineOrigin::default, |line| line.origin);
                self.code_group(inner, origin)
            }
            _ => self.lines(inner, depth + 1),
        }
    }

    fn next_group(&mut self) -> String {
        self.groups += 1;
        format!("tabs-{}", self.groups)
    }

    /// Tabs that follow each other.
    fn tabs(
        &mut self,
        lines: &[SourceLine],
        first: usize,
        block: Block<'_>,
        next: usize,
    ) -> (Vec<SourceLine>, usize) {
        let group = self.next_group();
        let (mut out, mut next, mut block) = (Vec::new(), next, Some(block));
        let indent = lines::columns(&lines[first].text);
        while let Some(Block { mark, inside, origin, depth }) = block.take() {
            let Role::Tab(title) = mark.role else { break };
            let mut body = boxes::trimmed(self.lines(&boxes::dedented(inside), depth + 1));
            if let Some(rule) = self.context.program.tab_ids {
                let id = self.tab_ids.next(rule, &title);
                body.insert(0, SourceLine::new(boxes::anchor(&id), origin));
            }
            out.extend(boxes::details(&title, (Some(&group), false), body, origin));
            out.push(SourceLine::new("", origin));
            if mark.form == BlockForm::UpToTab
                && lines.get(next - 1).is_some_and(|line| marks::is_rule(&line.text))
            {
                break;
            }
            let blank = lines[next..].iter().take_while(|line| line.is_blank()).count();
            let Some(line) = lines.get(next + blank).filter(|line| lines::columns(&line.text) == indent)
            else {
                break;
            };
            let Some(mark) = marks::read(line.text.trim()).filter(|mark| matches!(mark.role, Role::Tab(_)))
            else {
                break;
            };
            let Some(extent) = ends::find(lines, next + blank, &mark.form, &mut self.room) else { break };
            next = extent.next;
            block = Some(Block { mark, inside: &lines[extent.inside], origin: line.origin, depth });
        }
        (out, next)
    }

    /// `@tab Title` of `VuePress`: each reaches up to the next one.
    fn at_tabs(&mut self, inner: &[SourceLine], depth: usize) -> Vec<SourceLine> {
        let group = self.next_group();
        let starts: Vec<usize> = inner
            .iter()
            .enumerate()
            .filter(|(_, line)| line.text.starts_with("@tab"))
            .map(|(at, _)| at)
            .collect();
        let mut out = Vec::new();
        for (number, start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(inner.len());
            let head = &inner[*start];
            let title = head.text.trim_start_matches("@tab").trim_start_matches(":active").split('#').next();
            let body = self.lines(&inner[start + 1..end], depth + 1);
            out.extend(boxes::details(
                title.unwrap_or_default().trim(),
                (Some(&group), false),
                body,
                head.origin,
            ));
            out.push(SourceLine::new("", head.origin));
        }
        out
    }

    /// Blocks of code, each with its title as the name of an alternative.
    fn code_group(&mut self, inner: &[SourceLine], origin: LineOrigin) -> Vec<SourceLine> {
        let group = self.next_group();
        let mut out = Vec::new();
        let mut fences = Fences::default();
        let mut block: Vec<SourceLine> = Vec::new();
        let mut title = String::new();
        for line in inner {
            let was_open = fences.is_open();
            if !fences.hold(&line.text) {
                out.push(line.clone());
                continue;
            }
            if !was_open {
                let words = fences::mark(line.text.trim()).map_or("", |(_, _, info)| info);
                let info = FenceInfo::read(words);
                let own = FenceInfo { title: String::new(), ..FenceInfo::read(words) }.written();
                title = if info.title.is_empty() { info.language } else { info.title };
                let before = &line.text[..line.text.trim_end().len() - words.trim_end().len()];
                block.push(SourceLine::new(format!("{before}{own}"), line.origin));
                continue;
            }
            block.push(line.clone());
            if !fences.is_open() {
                let body = std::mem::take(&mut block);
                out.extend(boxes::details(&title, (Some(&group), false), body, origin));
                out.push(SourceLine::new("", origin));
            }
        }
        out.extend(block);
        out
    }

    /// A line that opens no block. Gives the number of the next one.
    fn plain_line(&mut self, lines: &[SourceLine], at: usize, out: &mut Vec<SourceLine>) -> usize {
        let line = &lines[at];
        let bare = line.text.trim();
        if let Some((name, meaning)) = abbreviation(bare) {
            self.gathered.terms.push(ImportedTerm { name, definition: meaning, is_expansion: true });
            return at + 1;
        }
        if is_contents(bare) || is_attributes(bare) {
            return at + 1;
        }
        let is_python = self.context.program.kind.is_python_markdown();
        if let Some(next) = note(lines, at, is_python, out) {
            return next;
        }
        // In Python-Markdown a definition may end a paragraph.
        let is_below = out.last().is_some_and(|above| !above.is_blank() && !is_definition(above.text.trim()));
        if is_python && is_below && is_definition(bare) {
            out.push(SourceLine::new("", line.origin));
        }
        out.push(SourceLine::new(heading(&line.text), line.origin));
        at + 1
    }
}

/// Adds lines that were indented by these blanks, apart from the text around them.
fn add(out: &mut Vec<SourceLine>, written: Vec<SourceLine>, blanks: &str) {
    let written = boxes::trimmed(written);
    let Some(origin) = written.first().map(|line| line.origin) else { return };
    if out.last().is_some_and(|line| !line.is_blank()) {
        out.push(SourceLine::new("", origin));
    }
    for line in written {
        let text = if line.is_blank() { String::new() } else { format!("{blanks}{}", line.text) };
        out.push(SourceLine::new(text, line.origin));
    }
    out.push(SourceLine::new("", origin));
}

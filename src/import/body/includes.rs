//! Puts other files in the places that ask for them. Only files of the tree are looked at.
use super::context::{BodyContext, Gathered};
use super::fences::Fences;
use super::lines::{LineOrigin, SourceLine};
use super::tags::tag_at;
use crate::import::source::files::text;
use crate::import::source::front;
use crate::import::source::paths::{ends_with, folder, is_markdown, join, name, stem};
use crate::model::{FindingKind, ImportFinding};
use std::collections::BTreeMap;

/// How deep files may include each other.
const DEPTH: usize = 8;

/// The most lines of a page with all that it includes.
const LINES: usize = 100_000;

/// What a line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Include {
    path: String,
    /// Lines from one to another, from 1.
    lines: Option<(usize, usize)>,
    /// The part between marks of this name.
    part: Option<String>,
    /// Whether it is shown as code.
    is_code: bool,
    /// The title of that code.
    title: Option<String>,
}

/// Replaces the lines that ask for a file.
pub(super) fn put_in(
    context: &BodyContext<'_>,
    lines: Vec<SourceLine>,
    gathered: &mut Gathered,
) -> Vec<SourceLine> {
    let mut reader = IncludeReader { context, gathered, room: LINES };
    let components = IncludeReader::components(&lines);
    let mut out = Vec::with_capacity(lines.len());
    let last = lines.last().map_or_else(LineOrigin::default, |line| line.origin);
    reader.add(lines, context.path, &components, 0, &mut out);
    for path in &context.program.appended {
        out.push(SourceLine::new("", last));
        let line = SourceLine::new("", last);
        reader.include(&plain(path), &line, context.path, (false, 0), &mut out);
        // It says the same on every page.
        reader.gathered.findings.retain(|found| found.line != last.line || found.key != "included");
    }
    out
}

struct IncludeReader<'a, 'b> {
    context: &'a BodyContext<'b>,
    gathered: &'a mut Gathered,
    /// How many lines may still be added.
    room: usize,
}

impl IncludeReader<'_, '_> {
    /// Names that MDX gives to other Markdown files: `import Part from './_part.mdx'`.
    fn components(lines: &[SourceLine]) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for line in lines.iter().filter(|line| line.text.starts_with("import ")) {
            let Some((names, path)) = line.text["import ".len()..].split_once(" from ") else { continue };
            let path = path.trim().trim_end_matches(';').trim_matches(['"', '\'']);
            if is_markdown(path) && names.trim().starts_with(|first: char| first.is_ascii_uppercase()) {
                found.insert(names.trim().to_owned(), path.to_owned());
            }
        }
        found
    }

    fn add(
        &mut self,
        lines: Vec<SourceLine>,
        file: &str,
        components: &BTreeMap<String, String>,
        depth: usize,
        out: &mut Vec<SourceLine>,
    ) {
        let mut fences = Fences::default();
        for line in lines {
            fences.hold(&line.text);
            let Some(include) = include(&line.text, components) else {
                out.push(line);
                continue;
            };
            if depth == 0 || self.room > 0 {
                self.include(&include, &line, file, (fences.is_open(), depth), out);
            }
        }
    }

    fn include(
        &mut self,
        include: &Include,
        line: &SourceLine,
        file: &str,
        (in_code, depth): (bool, usize),
        out: &mut Vec<SourceLine>,
    ) {
        let at = self.gathered.file(self.context, line.origin).to_owned();
        let found = self.find(include, file);
        let body = found.as_ref().and_then(|path| text(self.context.tree, path)).filter(|_| depth < DEPTH);
        let (Some(path), Some(body)) = (found, body) else {
            let finding = ImportFinding::new(FindingKind::LeftOut, "include", at, line.origin.line);
            self.gathered.findings.push(finding.arg("target", include.path.as_str()));
            return;
        };
        if ends_with(&path, ".svg") && !in_code {
            // A drawing stays a file of its own.
            let words = stem(&path).replace(['-', '_'], " ");
            let (blanks, target) = (line.parts().0, super::regions::target(&path));
            out.push(SourceLine::new(format!("{blanks}![{words}](/{target})"), line.origin));
            return;
        }
        let whole = front::split(&body);
        let (body, first) = if in_code || include.is_code { (&*body, 1) } else { (whole.body, whole.line) };
        self.gathered.included.push(path.clone());
        let number = u32::try_from(self.gathered.included.len()).unwrap_or(0);
        let mut taken = part(SourceLine::all(body, number, first), include);
        taken.truncate(self.room);
        self.room -= taken.len();
        let (blanks, _) = line.parts();
        for line in &mut taken {
            if !line.is_blank() {
                line.text.insert_str(0, blanks);
            }
        }
        if include.is_code {
            let language = name(&path).rsplit_once('.').map_or("", |(_, ending)| ending);
            let title =
                include.title.as_ref().map_or_else(String::new, |title| format!(" title=\"{title}\""));
            out.push(SourceLine::new(format!("{blanks}```{language}{title}"), line.origin));
            out.append(&mut taken);
            out.push(SourceLine::new(format!("{blanks}```"), line.origin));
        } else if in_code {
            out.append(&mut taken);
        } else {
            let components = Self::components(&taken);
            self.add(taken, &path, &components, depth + 1, out);
        }
        let finding = ImportFinding::new(FindingKind::Changed, "included", at, line.origin.line);
        self.gathered.findings.push(finding.arg("target", path));
    }

    /// The file of the tree that is meant: beside the page, or below one of the folders of the program.
    fn find(&self, include: &Include, file: &str) -> Option<String> {
        let program = self.context.program;
        let own = [folder(file), folder(self.context.path)].into_iter();
        let way = include.path.trim_start_matches("@site/").trim_start_matches("@/");
        let folders = own.chain(program.snippets.iter().map(String::as_str)).chain([program.root(), ""]);
        let mut paths = folders.filter_map(|from| join(from, way.trim_start_matches('/')));
        paths.find(|path| self.context.tree.bytes(path).is_some())
    }
}

/// The lines that are asked for, without the marks of other parts.
fn part(lines: Vec<SourceLine>, include: &Include) -> Vec<SourceLine> {
    let is_mark = |line: &SourceLine| {
        ["ANCHOR:", "ANCHOR_END:", "--8<-- [start:", "--8<-- [end:", "#region", "#endregion"]
            .iter()
            .any(|mark| line.text.contains(mark))
    };
    let lines: Vec<SourceLine> = match (&include.part, include.lines) {
        (Some(part), _) => {
            let names = |mark: &str, end: &str| format!("{mark}{part}{end}");
            let begins =
                [names("ANCHOR: ", ""), names("--8<-- [start:", "]"), names("#region ", ""), names("<", ">")];
            let ends = [
                names("ANCHOR_END: ", ""),
                names("--8<-- [end:", "]"),
                "#endregion".to_owned(),
                names("</", ">"),
            ];
            let holds = |line: &SourceLine, marks: &[String]| {
                marks.iter().any(|mark| line.text.contains(mark.as_str()))
            };
            let after = lines.into_iter().skip_while(|line| !holds(line, &begins)).skip(1);
            after.take_while(|line| !holds(line, &ends)).collect()
        }
        (None, Some((from, to))) => lines
            .into_iter()
            .skip(from.saturating_sub(1))
            .take(to.saturating_sub(from.saturating_sub(1)))
            .collect(),
        (None, None) => lines,
    };
    lines.into_iter().filter(|line| !is_mark(line)).collect()
}

/// What a line asks for, if it asks for a file.
fn include(line: &str, components: &BTreeMap<String, String>) -> Option<Include> {
    let text = line.trim();
    let inside = |open: &str, close: &str| text.strip_prefix(open)?.strip_suffix(close).map(str::trim);
    if let Some(inner) = inside("{{#", "}}") {
        let (verb, path) = inner.split_once(char::is_whitespace)?;
        let is_known = matches!(verb, "include" | "rustdoc_include" | "playground" | "playpen");
        return is_known.then(|| of_mdbook(path.trim()));
    }
    if let Some(rest) = text.strip_prefix("--8<--").or_else(|| text.strip_prefix("-8<-")) {
        let path = quoted(rest.trim())?;
        return Some(of_snippet(path));
    }
    if let Some(inner) = inside("{%", "%}") {
        let (verb, rest) = inner.trim_matches('-').trim().split_once(char::is_whitespace)?;
        let is_known = matches!(verb, "include" | "include-markdown" | "include_relative" | "include_file");
        let path = quoted(rest.trim()).unwrap_or_else(|| rest.split_whitespace().next().unwrap_or_default());
        return (is_known && is_text(path)).then(|| plain(path));
    }
    if let Some(path) = inside("{!", "!}") {
        return Some(plain(path));
    }
    if let Some(inner) = inside("<!--", "-->") {
        let path = inner.strip_prefix("@include:")?.trim();
        return Some(of_comment(path));
    }
    if let Some(rest) = text.strip_prefix("<<<") {
        return of_code(rest.trim());
    }
    if let Some(rest) = text.strip_prefix("@[code") {
        let path = rest.split_once('(')?.1.split(')').next()?;
        return Some(Include { is_code: true, ..plain(path) });
    }
    of_docfx(text).or_else(|| of_hugo(text)).or_else(|| of_component(text, components))
}

fn plain(path: &str) -> Include {
    Include { path: path.to_owned(), ..Include::default() }
}

fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    text[1..].split(mark).next()
}

/// Whether an included file is one that a page can show: templates of Jekyll are not.
fn is_text(path: &str) -> bool {
    is_markdown(path) || path.rsplit_once('.').is_some_and(|(_, ending)| ending == "txt")
}

/// `file.rs`, `file.rs:2:10`, `file.rs:part`
fn of_mdbook(written: &str) -> Include {
    let written = written.split_whitespace().next().unwrap_or_default();
    let (path, rest) = written.split_once(':').unwrap_or((written, ""));
    with_part(path, rest)
}

/// `file.md`, `file.md:part`, `file.md:2:10`
fn of_snippet(written: &str) -> Include {
    let (path, rest) = written.split_once(':').unwrap_or((written, ""));
    with_part(path, rest)
}

fn with_part(path: &str, rest: &str) -> Include {
    let mut include = plain(path);
    if rest.is_empty() {
        return include;
    }
    let (from, to) = rest.split_once(':').map_or((rest, None), |(from, to)| (from, Some(to)));
    let number = |text: &str, missing: usize| if text.is_empty() { Some(missing) } else { text.parse().ok() };
    match (number(from, 1), to.map_or(Some(None), |to| number(to, usize::MAX).map(Some))) {
        (Some(from), Some(to)) => include.lines = Some((from, to.unwrap_or(from))),
        _ => include.part = Some(from.to_owned()),
    }
    include
}

/// `./file.md`, `./file.md{1,3}`, `./file.md#part`
fn of_comment(written: &str) -> Include {
    let (path, lines) = written.split_once('{').unwrap_or((written, ""));
    let (path, part) =
        path.split_once('#').map_or((path, None), |(path, part)| (path, Some(part.to_owned())));
    let lines = lines
        .trim_end_matches('}')
        .split_once([',', '-'])
        .map(|(from, to)| (from.trim().parse().unwrap_or(1), to.trim().parse().unwrap_or(usize::MAX)));
    Include { lines, part, ..plain(path.trim()) }
}

/// `@/file.js#part{2,4 js} [title]` of `VitePress`
fn of_code(written: &str) -> Option<Include> {
    let end = written.find(['{', ' ', '[']).unwrap_or(written.len());
    let (path, part) =
        written[..end].split_once('#').map_or((&written[..end], None), |(path, part)| (path, Some(part)));
    let title = written[end..]
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .map(|(title, _)| title.to_owned());
    let is_path = path.contains('/') || path.contains('.');
    let path = path.trim_start_matches("@/");
    is_path.then(|| Include { part: part.map(str::to_owned), title, is_code: true, ..plain(path) })
}

/// `[!INCLUDE [title](file.md)]`, `[!code-cs[title](file.cs#L1-L9)]`
fn of_docfx(text: &str) -> Option<Include> {
    let inner = text.strip_prefix("[!")?.strip_suffix(']')?;
    let is_code = inner
        .get(..5)
        .is_some_and(|verb| verb.eq_ignore_ascii_case("code-") || verb.eq_ignore_ascii_case("code["));
    let is_include = inner.get(..7).is_some_and(|verb| verb.eq_ignore_ascii_case("include"));
    let path = inner.split_once("](")?.1.split([')', ' ']).next()?;
    let (path, mark) = path.split_once('#').unwrap_or((path, ""));
    let number = |text: &str| text.trim_start_matches(['L', 'l']).parse::<usize>().ok();
    let (from, to) = mark.split_once('-').unwrap_or((mark, mark));
    let lines = number(from).zip(number(to));
    let part = Some(mark.to_owned()).filter(|mark| !mark.is_empty() && lines.is_none());
    let path = path.trim_start_matches("~/");
    (is_code || is_include).then(|| Include { lines, part, is_code, ..plain(path) })
}

/// `{{% readfile file="x" %}}`, `{{% include "x" %}}`
fn of_hugo(text: &str) -> Option<Include> {
    let inner = text.strip_prefix("{{<").and_then(|rest| rest.strip_suffix(">}}"));
    let inner = inner.or_else(|| text.strip_prefix("{{%").and_then(|rest| rest.strip_suffix("%}}")))?.trim();
    let (verb, rest) = inner.split_once(char::is_whitespace)?;
    let is_known = matches!(verb, "readfile" | "include" | "include-md");
    let path = rest.split_once("file=").map_or(rest, |(_, rest)| rest);
    let path = quoted(path.trim())?;
    let value = |key: &str| {
        let written = rest.split_once(&format!(" {key}=")).map(|(_, value)| value)?;
        quoted(written).or_else(|| written.split_whitespace().next())
    };
    let is_code = value("code") == Some("true")
        || value("highlight").or(value("lang")).is_some()
        || name(path).contains('.') && !is_text(path) && !ends_with(path, ".html");
    let number = |key: &str| value(key).and_then(|value| value.parse::<usize>().ok());
    let lines = match (number("start"), number("lines")) {
        (None, None) => None,
        (start, count) => {
            let start = start.unwrap_or(1);
            Some((start, count.map_or(usize::MAX, |count| start.saturating_add(count).saturating_sub(1))))
        }
    };
    is_known.then(|| Include { lines, is_code, ..plain(path) })
}

/// `<Part />`
fn of_component(text: &str, components: &BTreeMap<String, String>) -> Option<Include> {
    if components.is_empty() || !text.starts_with('<') {
        return None;
    }
    let tag = tag_at(text, 0).filter(|tag| tag.is_alone && tag.range.end == text.len())?;
    components.get(tag.name).map(|path| plain(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_ask_for_files_in_many_ways() {
        let none = BTreeMap::new();
        let read = |text: &str| {
            let found = include(text, &none)?;
            Some((found.path, found.lines, found.part, found.is_code))
        };
        let all = |path: &str| Some((path.to_owned(), None, None, false));
        for text in [
            "{{#include a.md}}",
            "--8<-- \"a.md\"",
            "{% include-markdown \"a.md\" start=\"x\" %}",
            "{! a.md !}",
            "<!--@include: a.md-->",
            "[!INCLUDE [x](a.md)]",
            "{{% readfile file=\"a.md\" %}}",
        ] {
            assert_eq!(read(text), all("a.md"), "{text}");
        }
        assert_eq!(read("{{#include a.rs:2:}}").unwrap().1, Some((2, usize::MAX)));
        assert_eq!(read("{{#rustdoc_include a.rs:here}}").unwrap().2.as_deref(), Some("here"));
        assert_eq!(read("<<< @/a.js#b{1} [T]"), Some(("a.js".into(), None, Some("b".into()), true)));
        assert_eq!(read("[!code-cs[x](a.cs#L1-L9)]"), Some(("a.cs".into(), Some((1, 9)), None, true)));
        let start = "{{< readfile file=\"a.txt\" highlight=\"c\" start=3 lines=2 >}}";
        assert_eq!(read(start), Some(("a.txt".into(), Some((3, 4)), None, true)));
        assert_eq!(read("{{< readfile file=\"a.cpp\" >}}"), Some(("a.cpp".into(), None, None, true)));
        for text in
            ["{% include nav.html %}", "{{#title x}}", "[!NOTE]", "{{< figure src=\"a\" >}}", "<<< x", "text"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_is_taken_without_marks() {
        let lines: Vec<SourceLine> = ["a", "// ANCHOR: x", "b", "// ANCHOR: y", "c", "// ANCHOR_END: x", "d"]
            .map(|text| SourceLine::new(text, LineOrigin::default()))
            .into();
        let texts = |include: &Include| {
            part(lines.clone(), include).into_iter().map(|line| line.text).collect::<String>()
        };
        assert_eq!(texts(&with_part("a", "x")), "bc");
        assert_eq!(texts(&with_part("a", "3:5")), "bc");
        assert_eq!(texts(&with_part("a", "")), "abcd");
    }
}

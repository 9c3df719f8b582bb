//! Takes out what a program does in MDX: imports, exports, expressions between braces over several lines.
use super::context::{BodyContext, Gathered};
use super::fences::Fences;
use super::lines::SourceLine;
use crate::import::source::paths;
use crate::model::{FindingKind, ForeignKind, ImportFinding};

/// The longest statement, in lines.
const LONGEST: usize = 400;

/// What an expression is called in the report.
const EXPRESSION: &str = "{…}";

/// Takes them out of a page that may hold them.
pub(super) fn take_out(
    context: &BodyContext<'_>,
    lines: Vec<SourceLine>,
    gathered: &mut Gathered,
) -> Vec<SourceLine> {
    if !paths::ends_with(context.path, ".mdx") && context.program.kind != ForeignKind::Docusaurus {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len());
    let mut fences = Fences::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if !fences.hold(&line.text)
            && let Some((statement, count)) = statement(&lines[at..])
            && (statement != Some(EXPRESSION) || begins_block(lines[..at].last()))
        {
            if let Some(name) = statement {
                let file = gathered.file(context, line.origin).to_owned();
                let found = ImportFinding::new(FindingKind::LeftOut, "script", file, line.origin.line);
                gathered.findings.push(found.arg("name", name));
            }
            // What follows does not belong to the paragraph above.
            out.push(SourceLine::new("", line.origin));
            at += count;
            continue;
        }
        out.push(line.clone());
        at += 1;
    }
    out
}

/// Whether a block may begin below a line: not in the middle of a tag whose attributes take several lines.
fn begins_block(above: Option<&SourceLine>) -> bool {
    above.is_none_or(|above| above.is_blank() || above.text.trim_end().ends_with('>'))
}

/// The statement that the first line opens: what it is called in the report (imports of components say nothing by themselves),
/// and how many lines it has.
fn statement(lines: &[SourceLine]) -> Option<(Option<&'static str>, usize)> {
    let text = &lines.first()?.text;
    let bare = text.trim();
    if text.starts_with("import ") {
        let blank = lines.iter().position(SourceLine::is_blank).unwrap_or(lines.len());
        let is_code = bare.contains(" from ")
            || bare.starts_with("import \"")
            || bare.starts_with("import '")
            || bare.starts_with("import {");
        let ends = |line: &SourceLine| line.text.trim_end().ends_with(['\'', '"', ';']);
        let last = lines[..blank].iter().position(ends).unwrap_or(0);
        return is_code.then_some((None, last + 1));
    }
    if let Some(rest) = text.strip_prefix("export ") {
        let words = ["const ", "function ", "default ", "let ", "async ", "class ", "{"];
        let is_code = words.iter().any(|word| rest.starts_with(word));
        let balanced = balanced(lines).unwrap_or(1);
        // What is no declaration to its end reaches to the next empty line.
        let blank = lines[balanced..].iter().position(SourceLine::is_blank);
        return is_code.then(|| (Some("export"), balanced + blank.unwrap_or(lines.len() - balanced)));
    }
    let is_expression =
        bare.starts_with('{') && !["{%", "{{", "{/*"].iter().any(|mark| bare.starts_with(mark));
    let count = balanced(lines).filter(|_| is_expression)?;
    let computes = bare.contains("=>") || bare.contains("&&");
    (count > 1 || computes && bare.ends_with('}')).then_some((Some(EXPRESSION), count))
}

/// How many lines it takes until every bracket that opens is closed; none where one is not.
fn balanced(lines: &[SourceLine]) -> Option<usize> {
    let mut open = 0_usize;
    let mut quote: Option<char> = None;
    for (number, line) in lines.iter().enumerate().take(LONGEST) {
        let mut letters = line.text.chars();
        while let Some(letter) = letters.next() {
            match (quote, letter) {
                (Some(_), '\\') => {
                    letters.next();
                }
                (Some(mark), letter) if mark == letter => quote = None,
                (None, '"' | '`') => quote = Some(letter),
                (None, '{' | '[' | '(') => open += 1,
                (None, '}' | ']' | ')') => open = open.checked_sub(1)?,
                _ => {}
            }
        }
        // Only a template reaches over the end of a line.
        quote = quote.filter(|mark| *mark == '`');
        if open == 0 && quote.is_none() {
            return Some(number + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_end_where_their_brackets_close() {
        let read = |text: &str| statement(&SourceLine::all(text, 0, 1));
        assert_eq!(read("import A from 'a';\n\nText\n"), Some((None, 1)));
        assert_eq!(read("import {\n  A,\n} from 'a';\nText\n"), Some((None, 3)));
        assert_eq!(read("import the file by hand.\n"), None);
        assert_eq!(read("export const a = () => (\n\n  <b>x</b>\n);\n\nText\n"), Some((Some("export"), 4)));
        assert_eq!(read("export the file.\n"), None);
        assert_eq!(
            read("{[\n  { a: \"}\" },\n].map((a) => (\n  <b>{a}</b>\n))}\nText\n"),
            Some((Some("{…}"), 5))
        );
        assert_eq!(read("{' '}\n"), None);
        assert_eq!(read("{a && <B />}\n"), Some((Some("{…}"), 1)));
        assert_eq!(read("{ never closed\n\nText\n"), None);
    }
}

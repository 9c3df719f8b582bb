//! Parts of Jekyll with words of the page in them: `{% include note.html content="…" %}`.
//!
//! What the part makes of the words is worked out where it only asks for them: `{{ include.content }}`, `{% if include.url %}`.
//! Where it does more, the words stay alone.
use super::context::{BodyContext, Gathered};
use super::fences::Fences;
use super::lines::SourceLine;
use crate::import::source::files::text;
use crate::import::source::paths::join;
use crate::model::{FindingKind, ForeignKind, ImportFinding};

/// How deep conditions may nest.
const DEPTH: usize = 16;

/// How many lines a tag may have.
const LINES: usize = 40;

/// The longest text that one tag becomes, in bytes: a part may ask for its words many times.
const LONGEST: usize = 100_000;

/// Names of arguments that hold words.
const WORDS: [&str; 5] = ["title", "content", "text", "body", "caption"];

/// An argument of a tag.
type Argument<'a> = (&'a str, &'a str);

/// Replaces such tags, in lines that are no code.
pub(super) fn put_in(
    context: &BodyContext<'_>,
    lines: Vec<SourceLine>,
    gathered: &mut Gathered,
) -> Vec<SourceLine> {
    if context.program.kind != ForeignKind::Jekyll {
        return lines;
    }
    let mut fences = Fences::default();
    let mut out = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().filter_map(without_raw);
    while let Some(line) = lines.next() {
        let is_tag = line.text.trim_start().starts_with("{%");
        if fences.hold(&line.text) || !is_tag {
            out.push(line);
            continue;
        }
        let mut whole = line.text.trim_end().to_owned();
        let mut taken = vec![line];
        while !whole.contains("%}") && taken.len() < LINES {
            let Some(next) = lines.next() else { break };
            whole.push(' ');
            whole.push_str(next.text.trim());
            taken.push(next);
        }
        match tag(&whole).map(|(name, arguments)| shown(context, name, &arguments, &taken[0], gathered)) {
            Some(text) => out.extend(text.split('\n').map(|text| SourceLine::new(text, taken[0].origin))),
            None => out.append(&mut taken),
        }
    }
    out
}

/// A line without the tags around what Jekyll shows as it is, also in code; none if it held nothing else.
fn without_raw(mut line: SourceLine) -> Option<SourceLine> {
    let may_hold = line.text.contains("raw");
    while let Some((start, end)) = may_hold.then(|| raw_tag(&line.text)).flatten() {
        line.text.replace_range(start..end, "");
        if line.text.trim().is_empty() {
            return None;
        }
    }
    Some(line)
}

/// Where `{% raw %}` or `{% endraw %}` stands.
fn raw_tag(text: &str) -> Option<(usize, usize)> {
    text.match_indices("{%").find_map(|(at, _)| {
        let end = at + text[at..].find("%}")?;
        let verb = text[at + 2..end].trim_matches('-').trim();
        matches!(verb, "raw" | "endraw").then_some((at, end + 2))
    })
}

/// The file and the arguments of a tag that stands alone and has arguments.
fn tag(whole: &str) -> Option<(&str, Vec<Argument<'_>>)> {
    let inner = whole.trim().strip_prefix("{%")?.strip_suffix("%}")?.trim_matches('-').trim();
    let (name, rest) = inner.strip_prefix("include")?.trim_start().split_once(char::is_whitespace)?;
    let mut arguments = Vec::new();
    let mut rest = rest.trim();
    while !rest.is_empty() {
        let (key, value) = rest.split_once('=')?;
        let value = value.trim_start();
        let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        let end = end_of_text(value, mark)?;
        arguments.push((key.trim(), &value[1..end]));
        rest = value[end + 1..].trim_start();
    }
    (!arguments.is_empty()).then_some((name, arguments))
}

/// Where a text in quotes ends.
fn end_of_text(value: &str, mark: char) -> Option<usize> {
    let mut ends = value.match_indices(mark).map(|(at, _)| at).skip(1);
    ends.find(|at| !value[..*at].ends_with('\\'))
}

/// What a tag shows: its part with its words, else its words alone.
fn shown(
    context: &BodyContext<'_>,
    name: &str,
    arguments: &[Argument<'_>],
    line: &SourceLine,
    gathered: &mut Gathered,
) -> String {
    let folders = context.program.snippets.iter();
    let mut files = folders.filter_map(|folder| text(context.tree, &join(folder, name)?));
    let made = files.next().and_then(|part| {
        let part = without_comments(&part);
        let mut out = String::new();
        let rest = push(&part, arguments, 0, &mut out)?;
        (rest.is_empty() && out.len() < LONGEST).then(|| out.trim().to_owned())
    });
    made.unwrap_or_else(|| {
        let file = gathered.file(context, line.origin);
        let finding = ImportFinding::new(FindingKind::Changed, "block-words", file, line.origin.line);
        gathered.findings.push(finding.arg("name", name));
        let words = WORDS.iter().flat_map(|key| arguments.iter().filter(move |(known, _)| known == key));
        words.map(|(_, value)| unquoted(value)).collect::<Vec<_>>().join("\n\n")
    })
}

fn unquoted(value: &str) -> String {
    value.replace("\\\"", "\"").replace("\\'", "'")
}

fn without_comments(part: &str) -> String {
    let mut out = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once("{% comment %}") {
        out.push_str(before);
        rest = after.split_once("{% endcomment %}").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Adds a part up to its end, or up to the end of a condition; gives what is left. None where it does more than ask for words.
fn push<'a>(part: &'a str, arguments: &[Argument<'_>], depth: usize, out: &mut String) -> Option<&'a str> {
    let mut rest = part;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        if out.len() > LONGEST || depth > DEPTH {
            return None;
        }
        out.push_str(&rest[..at]);
        let close = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
        // Some write `{% if {{include.url}} %}`.
        let end = at + 2 + rest[at + 2..].find(close)?;
        let inner = rest[at + 2..end].trim_matches('-').trim();
        rest = &rest[end + 2..];
        if close == "}}" {
            out.push_str(&value(inner, arguments)?);
            continue;
        }
        let (verb, condition) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        match verb {
            "if" | "unless" => {
                let holds = holds(condition, arguments)? != (verb == "unless");
                rest = branches(rest, holds, arguments, depth, out)?;
            }
            "else" | "endif" | "endunless" if depth > 0 => {
                return Some(&part[part.len() - rest.len() - (end + 2 - at)..]);
            }
            _ => return None,
        }
    }
    out.push_str(rest);
    Some("")
}

/// Adds one of the two branches of a condition; gives what stands behind it.
fn branches<'a>(
    rest: &'a str,
    holds: bool,
    arguments: &[Argument<'_>],
    depth: usize,
    out: &mut String,
) -> Option<&'a str> {
    let mut gone = String::new();
    let first = if holds { &mut *out } else { &mut gone };
    let rest = push(rest, arguments, depth + 1, first)?;
    let (verb, after) = rest.strip_prefix("{%")?.split_once("%}")?;
    if verb.trim_matches('-').trim() != "else" {
        return Some(after);
    }
    let second = if holds { &mut gone } else { &mut *out };
    let rest = push(after, arguments, depth + 1, second)?;
    Some(rest.strip_prefix("{%")?.split_once("%}")?.1)
}

/// The value of `include.content`, or of what is no argument and stays: `site.baseurl`.
fn value(inner: &str, arguments: &[Argument<'_>]) -> Option<String> {
    let (name, filter) =
        inner.split_once('|').map_or((inner, ""), |(name, filter)| (name.trim(), filter.trim()));
    let Some(key) = name.strip_prefix("include.") else {
        return Some(format!("{{{{ {inner} }}}}"));
    };
    let key = key_of(key)?;
    let is_known = filter.is_empty()
        || filter.split('|').all(|one| matches!(one.trim(), "markdownify" | "strip" | "escape"));
    let found = arguments.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value);
    is_known.then(|| unquoted(found))
}

/// The name of an argument; none if it is more than that.
fn key_of(name: &str) -> Option<&str> {
    let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    Some(name.trim()).filter(|name| !name.is_empty() && name.chars().all(is_of_name))
}

/// What stands between quotes; none if it is more than one text in quotes.
fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    text[1..].strip_suffix(mark).filter(|inner| !inner.contains(mark))
}

/// Whether a condition on an argument holds. None where it asks for more.
fn holds(condition: &str, arguments: &[Argument<'_>]) -> Option<bool> {
    let bare = condition.replace("{{", "").replace("}}", "");
    let (left, right) =
        bare.split_once("==").map_or((bare.as_str(), None), |(left, right)| (left, Some(right)));
    let key = key_of(left.trim().strip_prefix("include.")?)?;
    let found = arguments.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
    match right {
        Some(right) => Some(found == Some(quoted(right.trim())?)),
        None => Some(found.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(part: &str, tag_text: &str) -> Option<String> {
        let (_, arguments) = tag(tag_text)?;
        let mut out = String::new();
        let rest = push(part, &arguments, 0, &mut out)?;
        rest.is_empty().then_some(out)
    }

    #[test]
    fn parts_are_filled_with_words() {
        let note = "<div>{{include.content}} {{ site.x }}</div>";
        let with = "{% include note.html content=\"A \\\"b\\\" c\" type='x' %}";
        assert_eq!(made(note, with).as_deref(), Some("<div>A \"b\" c {{ site.x }}</div>"));
        let link = "{% if include.url %}<a href=\"{{ include.url }}\">{% else %}<b>{% endif %}{% unless include.no %}z{% endunless %}{% if include.type == \"x\" %}y{% endif %}";
        assert_eq!(made(link, with).as_deref(), Some("<b>zy"));
        let nested = "{% if include.type %}{% if include.url %}1{% else %}2{% endif %}3{% endif %}4";
        assert_eq!(made(nested, with).as_deref(), Some("234"));
    }

    #[test]
    fn what_does_more_is_left() {
        let with = "{% include a.html b=\"c\" %}";
        for part in [
            "{% for x in y %}",
            "{% if page.x %}a{% endif %}",
            "{% if include.b == \"c\" and include.d %}a{% endif %}",
            "{% if include.b == \"c\" or include.d == \"e\" %}a{% endif %}",
            "{% if include.b!=\"c\" %}a{% endif %}",
            "{% if include.b == page.c %}a{% endif %}",
            "{% if include.b.size %}a{% endif %}",
            "{{ include.b[0] }}",
            "{{ include.b | slice: 1 }}",
            "{{",
            "{% if include.b %}a",
            "a{% endif %}",
        ] {
            assert_eq!(made(part, with), None, "{part}");
        }
        for text in
            ["{% include a.html %}", "{% include a.html b=c %}", "{% include a.html b=\"c %}", "{% link a %}"]
        {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}

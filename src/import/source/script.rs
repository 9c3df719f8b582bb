//! Object literals of JavaScript and TypeScript, and JSON with comments, read without running anything.
//!
//! What is no literal (a call, a name, a function) is nothing, and so is text with a placeholder (`${…}`). A name stands for
//! the literal that it was given in the same file.
use super::data::ForeignData;

/// How deep literals may nest.
const DEPTH: usize = 64;

/// How many names may be followed in one file.
const NAMES: usize = 10_000;

/// The settings of a file: what it exports by default, `module.exports`, or the first literal that holds one of the wanted
/// keys.
pub(in crate::import) fn settings(text: &str, wanted: &[&str]) -> ForeignData {
    let marks = ["export default", "module.exports", "defineConfig(", "defineUserConfig(", "const config"];
    let starts = marks.iter().flat_map(|mark| text.match_indices(mark).map(|(at, mark)| at + mark.len()));
    let mut found = ForeignData::Null;
    let braces = text.match_indices('{').map(|(at, _)| at).filter(|at| !is_import(&text[..*at]));
    for start in starts.chain(braces.take(NAMES)) {
        let exported = exported_name(text, start);
        let open = text[start..].find('{').map(|at| start + at);
        let values = [exported, open.map_or(ForeignData::Null, |open| literal_at(text, open))];
        for value in values {
            if wanted.iter().any(|key| !value.get(key).is_null()) {
                return value;
            }
            if found.is_null() {
                found = value;
            }
        }
    }
    found
}

/// The literal whose name is exported here: `export default NAME`.
fn exported_name(text: &str, start: usize) -> ForeignData {
    let mut reader = ScriptReader { text, at: start, names: NAMES };
    reader.takes('=');
    reader.skip();
    let name = reader.name().unwrap_or_default();
    reader.named(&name, 0)
}

/// Whether a line imports names: `import type {`.
fn is_import(before: &str) -> bool {
    before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("import "))
}

/// The literal that is the value of a key, anywhere in a file.
pub(in crate::import) fn value_of(text: &str, key: &str) -> ForeignData {
    for (at, _) in text.match_indices(key).take(NAMES) {
        let is_whole =
            !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || "_$.".contains(letter));
        let rest = text[at + key.len()..].trim_start_matches(['\'', '"']).trim_start();
        if let Some(value) = rest.strip_prefix(':').filter(|_| is_whole) {
            let value = value.trim_start();
            let value = literal_at(text, text.len() - value.len());
            if !value.is_null() {
                return value;
            }
        }
    }
    ForeignData::Null
}

/// JSON, with comments and commas at the end.
pub(in crate::import) fn json(text: &str) -> ForeignData {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    literal_at(text, start)
}

fn literal_at(text: &str, at: usize) -> ForeignData {
    let mut reader = ScriptReader { text, at, names: NAMES };
    reader.value(0)
}

struct ScriptReader<'a> {
    text: &'a str,
    at: usize,
    /// How many names may still be followed.
    names: usize,
}

impl ScriptReader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Skips blanks and comments.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            let blanks = rest.len() - trimmed.len();
            let comment = if trimmed.starts_with("//") {
                trimmed.find('\n').unwrap_or(trimmed.len())
            } else if trimmed.starts_with("/*") {
                trimmed.find("*/").map_or(trimmed.len(), |end| end + 2)
            } else {
                0
            };
            self.at += blanks + comment;
            if comment == 0 {
                return;
            }
        }
    }

    fn takes(&mut self, mark: char) -> bool {
        self.skip();
        let takes = self.rest().starts_with(mark);
        self.at += if takes { mark.len_utf8() } else { 0 };
        takes
    }

    /// A value, up to the comma or bracket behind it.
    fn value(&mut self, depth: usize) -> ForeignData {
        self.skip();
        let Some(first) = self.rest().chars().next().filter(|_| depth < DEPTH) else {
            self.skip_expression();
            return ForeignData::Null;
        };
        let value = match first {
            '{' => self.map(depth),
            '[' => self.list(depth),
            '"' | '\'' | '`' => self.string().map_or(ForeignData::Null, ForeignData::Text),
            _ => return self.word(depth),
        };
        self.skip();
        // Behind the value of a literal only these may stand; else it is part of an expression.
        let rest = self.rest();
        let ends = rest.is_empty() || rest.starts_with([',', '}', ']', ';', ')']);
        let is_cast = rest.starts_with("as ") || rest.starts_with("satisfies ");
        // Without semicolons, the next statement begins.
        let is_next = rest.starts_with(|first: char| first.is_alphabetic() || matches!(first, '/' | '@'));
        if ends || is_cast || is_next || depth == 0 {
            if is_cast {
                self.skip_expression();
            }
            return value;
        }
        self.skip_expression();
        ForeignData::Null
    }

    fn map(&mut self, depth: usize) -> ForeignData {
        self.at += 1;
        let mut pairs = Vec::new();
        loop {
            self.skip();
            if self.rest().is_empty() || self.takes('}') {
                return ForeignData::Map(pairs);
            }
            if self.takes(',') {
                continue;
            }
            let before = self.at;
            let key = match self.rest().chars().next() {
                Some('"' | '\'' | '`') => self.string(),
                _ => self.name(),
            };
            match key {
                Some(key) if self.takes(':') => {
                    let value = self.value(depth + 1);
                    pairs.push((key, value));
                }
                Some(key) if matches!(self.rest().chars().next(), Some(',' | '}')) => {
                    let value = self.named(&key, depth);
                    pairs.push((key, value));
                }
                Some(key) if self.rest().starts_with('(') => {
                    // A method.
                    self.skip_expression();
                    pairs.push((key, ForeignData::Null));
                }
                _ => self.skip_expression(),
            }
            if self.at == before {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    fn list(&mut self, depth: usize) -> ForeignData {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip();
            if self.rest().is_empty() || self.takes(']') {
                return ForeignData::List(items);
            }
            if self.takes(',') {
                continue;
            }
            let before = self.at;
            items.push(self.value(depth + 1));
            if self.at == before {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        let mark = self.rest().chars().next()?;
        self.at += 1;
        let mut out = String::new();
        let mut letters = self.text[self.at..].char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' => match letters.next()?.1 {
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    'u' => {
                        let digits: String = letters.by_ref().take(4).map(|(_, digit)| digit).collect();
                        out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                    }
                    '\n' => {}
                    other => out.push(other),
                },
                letter if letter == mark => {
                    self.at += at + 1;
                    let is_made = mark == '`' && out.contains("${");
                    return (!is_made).then_some(out);
                }
                letter => out.push(letter),
            }
        }
        self.at = self.text.len();
        None
    }

    fn name(&mut self) -> Option<String> {
        let is_part = |letter: char| letter.is_alphanumeric() || "_$-".contains(letter);
        let end = self.rest().find(|letter: char| !is_part(letter)).unwrap_or(self.rest().len());
        let name = self.rest()[..end].to_owned();
        self.at += end;
        (!name.is_empty()).then_some(name)
    }

    /// A number, a word of the language, a name, or what is no literal.
    fn word(&mut self, depth: usize) -> ForeignData {
        let start = self.at;
        self.skip_expression();
        let written = self.text[start..self.at].trim();
        match written {
            "true" => ForeignData::Flag(true),
            "false" => ForeignData::Flag(false),
            "" | "null" | "undefined" => ForeignData::Null,
            _ if written.parse::<f64>().is_ok() => ForeignData::Number(written.to_owned()),
            name => {
                if let Some(path) = required(name) {
                    return ForeignData::Text(path.to_owned());
                }
                let name = name.trim_end_matches("()").to_owned();
                self.named(&name, depth)
            }
        }
    }

    /// The literal that a name was given in this file, or that a function of that name returns.
    fn named(&mut self, name: &str, depth: usize) -> ForeignData {
        let is_name = name.chars().all(|letter| letter.is_alphanumeric() || "_$".contains(letter));
        if !is_name || name.is_empty() || self.names == 0 || depth + 1 >= DEPTH {
            return ForeignData::Null;
        }
        self.names -= 1;
        for (mark, open) in [("const ", "="), ("let ", "="), ("var ", "="), ("function ", "return")] {
            let Some(at) = self.text.find(&format!("{mark}{name}")) else { continue };
            let rest = &self.text[at + mark.len() + name.len()..];
            if rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
                continue;
            }
            let Some(value) = rest.find(open).map(|end| &rest[end + open.len()..]) else { continue };
            let mut reader =
                ScriptReader { text: self.text, at: self.text.len() - value.len(), names: self.names };
            reader.skip();
            if !reader.rest().starts_with(['{', '[', '"', '\'', '`']) {
                continue;
            }
            let value = reader.value(depth + 1);
            self.names = reader.names;
            return value;
        }
        ForeignData::Null
    }

    /// Skips up to the comma or bracket that ends an expression.
    fn skip_expression(&mut self) {
        let mut open = 0_usize;
        loop {
            self.skip();
            let Some(letter) = self.rest().chars().next() else { return };
            match letter {
                '"' | '\'' | '`' => {
                    self.string();
                    continue;
                }
                '{' | '[' | '(' => open += 1,
                ',' | ';' | '}' | ']' | ')' if open == 0 => return,
                '}' | ']' | ')' => open -= 1,
                _ => {}
            }
            self.at += letter.len_utf8();
        }
    }
}

/// The path or the name in `require.resolve('…')` or `require('…')`.
fn required(written: &str) -> Option<&str> {
    let inside = written.strip_prefix("require")?;
    let inside = inside.strip_prefix(".resolve").unwrap_or(inside).trim_start().strip_prefix('(')?;
    let quoted = inside.strip_suffix(')')?.trim();
    let path = quoted.strip_prefix(['\'', '"'])?.strip_suffix(['\'', '"'])?;
    Some(path).filter(|path| !path.contains(['\'', '"']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_read_and_the_rest_is_nothing() {
        let text = "import x from 'y'\n// { title: 'no' }\nconst nav = [{ text: 'A', link: '/a/' }]\n\
                    export default defineConfig({\n  title: `Été`, base: \"/docs/\", n: 3,\n  'on': true, /* c */\n  \
                    made: `a ${b}`, call: f({ a: 1 }, [2]), nav,\n  sidebar: side(),\n  list: [1, ...more, 'b',],\n  \
                    transform(a) { return { b: 1 } },\n  after: 'x' as const,\n})\nfunction side() { return { '/': nav } }\n";
        let read = settings(text, &["title"]);
        assert_eq!(read.get("title").text(), Some("Été"));
        assert_eq!((read.get("base").text(), read.get("on").flag()), (Some("/docs/"), Some(true)));
        assert!(read.get("made").is_null() && read.get("call").is_null());
        assert_eq!(read.get("nav").items()[0].get("link").text(), Some("/a/"));
        assert_eq!(read.get("sidebar").get("/").items().len(), 1);
        assert_eq!(read.get("list").items().len(), 3);
        assert_eq!(read.get("after").text(), Some("x"));
        let named =
            "import type { A } from 'a';\nconst sides: A = {\n  one: ['b'],\n};\n\nexport default sides;\n";
        assert_eq!(settings(named, &[]).get("one").items().len(), 1);
        let required =
            settings("module.exports = { path: require.resolve('./a.js'), name: require('b' + c) }", &[]);
        assert_eq!(required.get("path").text(), Some("./a.js"));
        assert!(required.get("name").is_null());
    }

    #[test]
    fn odd_text_is_read_to_its_end() {
        for odd in ["{", "{a:", "[[[[", "{a b c", "{'", "const a = a\nexport default { b: a }", "{,,}", "{:}"]
        {
            settings(odd, &["title"]);
        }
        settings(&"[".repeat(10_000), &[]);
        assert_eq!(json("\u{feff}{\"a\": [1, 2,], // c\n}").get("a").items().len(), 2);
    }
}

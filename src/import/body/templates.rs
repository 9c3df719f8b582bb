//! Tags of templates that open a block: of Liquid, as Jekyll and `GitBook` have it, and shortcodes of Hugo.
use super::marks::{BlockForm, Mark, Role, alert_of_style, role};

/// Words and values between the marks of a template tag: `name "a" key="b"`.
#[derive(Debug)]
struct TagArguments {
    words: Vec<String>,
    pairs: Vec<(String, String)>,
}

impl TagArguments {
    fn read(text: &str) -> Self {
        let mut arguments = Self { words: Vec::new(), pairs: Vec::new() };
        let mut rest = text.trim();
        while let Some(first) = rest.chars().next() {
            let (word, after) = match first {
                '"' | '\'' | '`' => rest[1..].split_once(first).unwrap_or((&rest[1..], "")),
                _ => {
                    let end = rest
                        .find(|letter: char| letter.is_whitespace() || letter == '=')
                        .unwrap_or(rest.len());
                    rest.split_at(end)
                }
            };
            rest = after.trim_start();
            match rest.strip_prefix('=').filter(|_| !matches!(first, '"' | '\'' | '`')) {
                Some(value) => {
                    let value = value.trim_start();
                    let (value, after) = match value.chars().next() {
                        Some(mark @ ('"' | '\'' | '`')) => {
                            value[1..].split_once(mark).unwrap_or((&value[1..], ""))
                        }
                        _ => value.split_once(char::is_whitespace).unwrap_or((value, "")),
                    };
                    arguments.pairs.push((word.to_owned(), value.to_owned()));
                    rest = after.trim_start();
                }
                None if word.is_empty()
                    && after.len() == rest.len()
                    && !matches!(first, '"' | '\'' | '`') =>
                {
                    // A sign that stands for nothing here.
                    rest = &rest[first.len_utf8()..];
                }
                None => arguments.words.push(word.to_owned()),
            }
        }
        arguments
    }

    fn get(&self, keys: &[&str]) -> Option<String> {
        let value = |key: &&str| self.pairs.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        keys.iter().find_map(value).map(|(_, value)| value.clone())
    }

    fn title(&self, number: usize) -> String {
        let own = self.get(&["title", "name", "label", "header", "summary", "heading"]);
        own.or_else(|| self.words.get(number).cloned()).unwrap_or_default()
    }

    fn style(&self) -> Option<String> {
        self.get(&["style", "type", "color", "context", "level", "theme", "icon"])
            .or_else(|| self.words.first().cloned())
    }
}

/// `{% name … %}`, `{{< name … >}}`, `{{% name … %}}`
pub(super) fn template(text: &str) -> Option<Mark> {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")] {
        let Some(rest) = text.strip_prefix(open) else { continue };
        let inner = rest.strip_suffix(close)?;
        if inner.contains(close) {
            return None;
        }
        let inner = inner.trim().trim_start_matches('-').trim_end_matches('-').trim();
        let is_alone = inner.ends_with('/') && open != "{%";
        let inner = inner.trim_end_matches('/').trim();
        let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        // What closes a block without beginning is a mark of nothing.
        let is_end = name.starts_with('/') || (open == "{%" && name.starts_with("end"));
        if is_end || !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Some(Mark::new(Role::Nothing, BlockForm::Alone, name)).filter(|_| is_end);
        }
        let arguments = TagArguments::read(rest);
        let role = if open == "{%" { liquid(name, &arguments) } else { shortcode(name, &arguments) };
        let form = match role {
            _ if is_alone => BlockForm::Alone,
            Role::Picture(..) | Role::Nothing => BlockForm::Alone,
            _ if open == "{%" => BlockForm::Liquid(name.to_owned()),
            _ => BlockForm::Shortcode(name.to_owned()),
        };
        return Some(Mark::new(role, form, name));
    }
    None
}

fn liquid(name: &str, arguments: &TagArguments) -> Role {
    let target = || arguments.get(&["url", "src", "href"]).unwrap_or_default();
    match name {
        "hint" => {
            let style = arguments.style().unwrap_or_default();
            Role::Alert(
                alert_of_style(&style).unwrap_or("NOTE"),
                arguments.get(&["title"]).unwrap_or_default(),
            )
        }
        "tabs" => Role::Group,
        "tab" => Role::Tab(arguments.title(0)),
        "content-ref" | "file" | "embed" => {
            Role::Link(target(), arguments.get(&["caption"]).unwrap_or_default())
        }
        "code" => Role::CodeTitle(arguments.get(&["title"]).unwrap_or_default()),
        "highlight" => Role::Code(arguments.words.first().cloned().unwrap_or_default(), String::new()),
        "expand" | "details" => Role::Details(arguments.title(0), false),
        "raw" | "stepper" | "step" | "columns" | "column" | "updates" | "update" | "comment" => Role::Plain,
        _ => match role(name, &arguments.title(0)) {
            Role::Unknown => Role::Gone,
            known => known,
        },
    }
}

fn shortcode(name: &str, arguments: &TagArguments) -> Role {
    let own = name.rsplit('/').next().unwrap_or(name);
    match own {
        "alert" | "notice" | "hint" | "callout" | "admonition" | "message" => {
            let style = arguments.style().unwrap_or_default();
            let named = alert_of_style(&style);
            let number = usize::from(
                named.is_some() && arguments.get(&["style", "type", "color", "context"]).is_none(),
            );
            Role::Alert(named.unwrap_or("NOTE"), arguments.title(number))
        }
        "pageinfo" => Role::Alert("NOTE", String::new()),
        "tabs" | "tabpane" | "code-tabs" => Role::Group,
        "tab" => Role::Tab(arguments.title(0)),
        "details" | "expand" | "collapse" | "spoiler" => Role::Details(arguments.title(0), false),
        "highlight" | "code" => {
            Role::Code(arguments.words.first().cloned().unwrap_or_default(), String::new())
        }
        "code-toggle" => Role::Code("yaml".to_owned(), arguments.get(&["file"]).unwrap_or_default()),
        "mermaid" => Role::Code("mermaid".to_owned(), String::new()),
        "figure" | "img" | "image" | "resize_image" | "screenshot" => {
            let words = |keys: &[&str]| arguments.get(keys).unwrap_or_default();
            let source = arguments.get(&["src", "link", "path"]).or_else(|| arguments.words.first().cloned());
            let caption = arguments.get(&["caption", "title"]).unwrap_or_default();
            Role::Picture(source.unwrap_or_default(), words(&["alt"]), caption)
        }
        "youtube" | "vimeo" => {
            let id = arguments.get(&["id"]).or_else(|| arguments.words.first().cloned()).unwrap_or_default();
            let host = if own == "vimeo" { "https://vimeo.com/" } else { "https://youtu.be/" };
            Role::Link(format!("{host}{id}"), arguments.get(&["title"]).unwrap_or_default())
        }
        "gist" if arguments.words.len() > 1 => {
            let address = format!("https://gist.github.com/{}/{}", arguments.words[0], arguments.words[1]);
            Role::Link(address, String::new())
        }
        "toc" | "list-pages-in-section" | "section" | "children" | "clearboth" => Role::Nothing,
        "rawhtml" | "steps" | "cards" | "columns" | "column" | "cardpane" | "readfile" => Role::Plain,
        "card" => match arguments.get(&["link", "href", "url"]) {
            Some(link) => Role::Link(link, arguments.title(0)),
            None => Role::Titled(arguments.title(0)),
        },
        other => match role(other, &arguments.title(0)) {
            Role::Unknown => Role::Gone,
            known => known,
        },
    }
}

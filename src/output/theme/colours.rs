//! The colours of the theme that browsers show around a page.
use super::paths::{CUSTOM_STYLE, STYLE};
use crate::model::{Site, Sources};

/// The colour of the paper, if the style writes it in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ThemeColours {
    pub(crate) light: Option<String>,
    pub(crate) dark: Option<String>,
}

impl ThemeColours {
    /// Reads the variable `--paper` of the style: first for light, then for dark. What is added to the style wins.
    pub(super) fn of(site: &Site, sources: &Sources) -> Self {
        let text = |name| {
            let (path, _) = site.theme.files.get(name)?;
            std::str::from_utf8(&sources.get(path)?.bytes).ok()
        };
        let [style, custom] = [STYLE, CUSTOM_STYLE].map(|name| text(name).map(papers).unwrap_or_default());
        Self { light: custom.light.or(style.light), dark: custom.dark.or(style.dark) }
    }
}

fn papers(style: &str) -> ThemeColours {
    let values = style.split("--paper:").skip(1).filter_map(|rest| rest.split([';', '}']).next());
    let mut colours = values.flat_map(|value| {
        let inside = value.trim().strip_prefix("light-dark(").and_then(|inside| inside.strip_suffix(')'));
        inside.unwrap_or(value).split(',').map(|colour| colour.trim().to_owned()).collect::<Vec<_>>()
    });
    let mut next = || colours.next().filter(|colour| is_hex(colour));
    ThemeColours { light: next(), dark: next() }
}

fn is_hex(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::papers;

    #[test]
    fn the_paper_is_found_in_light_and_dark() {
        let read = |style| {
            let colours = papers(style);
            (colours.light.unwrap_or_default(), colours.dark.unwrap_or_default())
        };
        let twice = ":root { --paper: #fbf8f2; --ink: #000 } @media x { :root { --paper: #1b1916; } }";
        assert_eq!(read(twice), ("#fbf8f2".to_owned(), "#1b1916".to_owned()));
        assert_eq!(
            read("a { --paper: light-dark(#fff, #123456); }"),
            ("#fff".to_owned(), "#123456".to_owned())
        );
        assert_eq!(read("a { --paper: #fff }"), ("#fff".to_owned(), String::new()));
        assert_eq!(read("a { --paper: white }"), (String::new(), String::new()));
    }
}

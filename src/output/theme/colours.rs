//! The colours of the theme outside of its pages: around them, and in the picture of the guide.
use super::paths::{CUSTOM_STYLE, STYLE};
use crate::model::{Site, Sources};

/// Colours that the style writes in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ThemeColours {
    /// The paper in light and dark.
    pub(crate) light: Option<String>,
    pub(crate) dark: Option<String>,
    /// Text and accent in light.
    ink: Option<String>,
    pub(crate) accent: Option<String>,
}

impl ThemeColours {
    /// Reads variables of the style: first for light, then for dark. What is added to the style wins.
    pub(super) fn of(site: &Site, sources: &Sources) -> Self {
        let text = |name| {
            let (path, _) = site.theme.files.get(name)?;
            std::str::from_utf8(sources.get(path)?.shared_bytes()?).ok()
        };
        let [custom, style] = [CUSTOM_STYLE, STYLE].map(|name| text(name).unwrap_or_default());
        let of = |variable| {
            let [[light, dark], [other_light, other_dark]] =
                [custom, style].map(|text| values(text, variable));
            [light.or(other_light), dark.or(other_dark)]
        };
        let [light, dark] = of("--paper:");
        let [[ink, _], [accent, _]] = ["--ink:", "--accent:"].map(of);
        Self { light, dark, ink, accent }
    }

    /// Paper, text and accent in light, each as red, green and blue.
    pub(crate) fn of_social_card(&self) -> Option<[[u8; 3]; 3]> {
        Some([rgb(self.light.as_ref()?)?, rgb(self.ink.as_ref()?)?, rgb(self.accent.as_ref()?)?])
    }
}

fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?;
    let part = |at: usize| match digits.len() {
        3 => u8::from_str_radix(digits.get(at..=at)?, 16).ok().map(|digit| digit * 17),
        _ => u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok(),
    };
    Some([part(0)?, part(1)?, part(2)?])
}

/// The first two values of a variable, of which `light-dark()` has both.
fn values(style: &str, variable: &str) -> [Option<String>; 2] {
    let values = style.split(variable).skip(1).filter_map(|rest| rest.split([';', '}']).next());
    let mut colours = values.flat_map(|value| {
        let inside = value.trim().strip_prefix("light-dark(").and_then(|inside| inside.strip_suffix(')'));
        inside.unwrap_or(value).split(',').map(|colour| colour.trim().to_owned()).collect::<Vec<_>>()
    });
    let mut next = || colours.next().filter(|colour| is_hex(colour));
    [next(), next()]
}

fn is_hex(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::{rgb, values};

    #[test]
    fn the_paper_is_found_in_light_and_dark() {
        let read = |style| {
            let [light, dark] = values(style, "--paper:");
            (light.unwrap_or_default(), dark.unwrap_or_default())
        };
        let twice = ":root { --paper: #fbf8f2; --ink: #000 } @media x { :root { --paper: #1b1916; } }";
        assert_eq!(read(twice), ("#fbf8f2".to_owned(), "#1b1916".to_owned()));
        assert_eq!(
            read("a { --paper: light-dark(#fff, #123456); }"),
            ("#fff".to_owned(), "#123456".to_owned())
        );
        assert_eq!(read("a { --paper: #fff }"), ("#fff".to_owned(), String::new()));
        assert_eq!(read("a { --paper: white }"), (String::new(), String::new()));
        assert_eq!((rgb("#fbf8f2"), rgb("#0fa")), (Some([251, 248, 242]), Some([0, 255, 170])));
    }
}

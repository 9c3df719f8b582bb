//! The font that pages load together with their style, so that the first text a reader sees has it already.
use super::paths::{CUSTOM_STYLE, STYLE, published_name};
use crate::model::{OutPath, Site, Sources};

/// Whether the choice of the font depends on a file of the theme.
pub(super) fn depends_on(name: &str) -> bool {
    name == STYLE || name == CUSTOM_STYLE || is_font(name)
}

/// The font that the theme's style names, if it names exactly one and the theme has it. Which of several a page needs
/// is not known. What is added to the style may set another font, and name its file.
pub(super) fn of(site: &Site, sources: &Sources) -> Option<OutPath> {
    let text = |name| {
        let (path, _) = site.theme.files.get(name)?;
        std::str::from_utf8(sources.get(path)?.shared_bytes()?).ok()
    };
    let custom = text(CUSTOM_STYLE).filter(|style| style.contains("--font:"));
    let name = format!("static/{}", only_font(custom.or_else(|| text(STYLE))?)?);
    site.theme.files.contains_key(&name).then(|| OutPath::new(published_name(&name)))
}

/// The font that a style names, if it names exactly one.
fn only_font(style: &str) -> Option<&str> {
    let mut named = style.split("url(").skip(1).filter_map(|rest| {
        let address = rest.split(')').next()?.trim().trim_matches(['"', '\'']);
        is_font(address).then_some(address)
    });
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

fn is_font(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension == "woff2")
}

#[cfg(test)]
mod tests {
    use super::only_font;

    #[test]
    fn a_style_that_names_one_font_has_it_preloaded() {
        let one = "a { background: url(data:image/svg+xml,x) } @font-face { src: url( 'fonts/a.woff2' ) }";
        assert_eq!(only_font(one), Some("fonts/a.woff2"));
        assert_eq!(only_font(&one.repeat(2)), Some("fonts/a.woff2"));
        assert_eq!(only_font(&format!("{one} @font-face {{ src: url(\"fonts/b.woff2\") }}")), None);
        assert_eq!(only_font("a { color: red; background: url("), None);
    }
}

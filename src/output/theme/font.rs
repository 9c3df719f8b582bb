//! The font that pages ask for together with their style, so that the first text a reader sees is set in it already.
use crate::model::{OutPath, Site, Sources};
use crate::output::assets::files::published_name;

const STYLE: &str = "static/style.css";

/// Whether a file of the theme has a say in this.
pub(crate) fn decides(name: &str) -> bool {
    name == STYLE || is_font(name)
}

/// The font that the theme's style names, if it names one alone and the theme has it. Of several, nobody knows which
/// ones a page will need.
pub(crate) fn of(site: &Site, sources: &Sources) -> Option<OutPath> {
    let (path, _) = site.theme.files.get(STYLE)?;
    let style = std::str::from_utf8(&sources.get(path)?.bytes).ok()?;
    let name = format!("static/{}", only(style)?);
    site.theme.files.contains_key(&name).then(|| OutPath::new(published_name(&name)))
}

/// The font that a style names, if it names one alone.
fn only(style: &str) -> Option<&str> {
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
    use super::only;

    #[test]
    fn a_style_that_names_one_font_has_it_asked_for_early() {
        let one = "a { background: url(data:image/svg+xml,x) } @font-face { src: url( 'fonts/a.woff2' ) }";
        assert_eq!(only(one), Some("fonts/a.woff2"));
        assert_eq!(only(&one.repeat(2)), Some("fonts/a.woff2"));
        assert_eq!(only(&format!("{one} @font-face {{ src: url(\"fonts/b.woff2\") }}")), None);
        assert_eq!(only("a { color: red; background: url("), None);
    }
}

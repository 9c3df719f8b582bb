//! Which pictures other sites can show with links, and where they are published.
use crate::model::{OutPath, PageUrl};

/// The pictures that a guide has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum SocialCards {
    /// None.
    #[default]
    None,
    /// One for all pages.
    OfGuide,
    /// One for each page of the author but the home page and for each role, and one for all others.
    OfPages,
}

impl SocialCards {
    /// The picture of the guide.
    pub(crate) fn of_guide(self) -> Option<OutPath> {
        (self != Self::None).then(|| OutPath::new("theme/social-card.png"))
    }

    /// The picture of a page that has its own. Its name is that of the page, so that it changes only with the title.
    pub(crate) fn of_page(self, page: &PageUrl) -> Option<OutPath> {
        let name = page.as_str().trim_matches('/');
        (self == Self::OfPages).then(|| OutPath::new(format!("theme/social-cards/{name}.png")))
    }
}

//! The settings of the guide.
use crate::model::{
    Accessibility, External, HtmlMode, Language, Limits, Located, Parsed, Printing, Publisher, Settings,
    SourcePath, Span,
};

/// The guide's settings; defaults when there is no `guide/jalon.yaml`.
pub(super) fn read(parsed: &Parsed) -> Settings {
    parsed.settings.as_ref().map_or_else(absent, |kept| kept.value.value.clone())
}

/// The settings of a guide without a settings file.
pub(super) fn absent() -> Settings {
    Settings {
        title: String::new(),
        language: Language::default(),
        description: None,
        base_url: None,
        theme: Located::new(Span::start_of(&file()), "default".to_owned()),
        edit_url: None,
        report_to: None,
        country: "FR".to_owned(),
        review_every: None,
        publisher: Publisher::default(),
        accessibility: Accessibility::default(),
        levels: Vec::new(),
        acronyms: Vec::new(),
        html: HtmlMode::default(),
        external: External::default(),
        pdf: Printing::default(),
        synonyms: Vec::new(),
        search_index: true,
        limits: Limits::default(),
        date_issues: Vec::new(),
    }
}

/// The file of the settings, whether or not it exists.
pub(super) fn file() -> SourcePath {
    SourcePath::new("guide/jalon.yaml")
}

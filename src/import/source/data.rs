//! Settings and front matter of other programs as one sort of tree, whatever they were written in.

/// A value of a settings file or of front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::import) enum ForeignData {
    /// Nothing, or what cannot be known without running something.
    #[default]
    Null,
    Flag(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Self>),
    /// In the order of the file.
    Map(Vec<(String, Self)>),
}

impl ForeignData {
    /// The value of a key; nothing where this is no map.
    pub(in crate::import) fn get(&self, key: &str) -> &Self {
        self.pairs().iter().find(|(known, _)| known == key).map_or(&Self::Null, |(_, value)| value)
    }

    /// The value at the end of a way of keys: `output.html.site-url`.
    pub(in crate::import) fn at(&self, way: &str) -> &Self {
        way.split('.').fold(self, |value, key| value.get(key))
    }

    pub(in crate::import) fn pairs(&self) -> &[(String, Self)] {
        if let Self::Map(pairs) = self { pairs } else { &[] }
    }

    pub(in crate::import) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The items of a list, or the one value itself.
    pub(in crate::import) fn each(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// A text that is not empty.
    pub(in crate::import) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    pub(in crate::import) fn owned(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(in crate::import) fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Text(text) => match text.trim().to_lowercase().as_str() {
                "true" | "yes" => Some(true),
                "false" | "no" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    pub(in crate::import) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(text) | Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    pub(in crate::import) fn is_null(&self) -> bool {
        *self == Self::Null
    }
}

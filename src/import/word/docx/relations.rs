//! Which file of the archive a file refers to.
use crate::import::word::archive::WordArchive;
use crate::import::word::refusal::WordRefusal;
use crate::import::word::xml::read_xml;
use std::collections::HashMap;

/// What a file refers to, by the names that it uses.
#[derive(Debug, Default)]
pub(super) struct Relations {
    by_id: HashMap<String, Relation>,
    /// In the order of the file.
    ids: Vec<String>,
}

/// One thing that is referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last word of its kind: `image`, `hyperlink`, `styles`.
    pub(super) kind: String,
    /// The file in the archive, or an address outside.
    pub(super) target: String,
    /// Whether it is outside of the archive.
    pub(super) is_external: bool,
}

impl Relations {
    /// Reads the relations of a file; the archive's own for an empty name.
    pub(super) fn read(archive: &mut WordArchive<'_>, part: &str) -> Result<Self, WordRefusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let path = format!("{prefix}_rels/{name}.rels");
        let Some(bytes) = archive.xml(&path)? else { return Ok(Self::default()) };
        let root = read_xml(&path, &bytes)?;
        let mut relations = Self::default();
        for element in root.all("Relationship") {
            let value = |name| element.attribute(name).unwrap_or_default();
            let is_external = value("TargetMode").eq_ignore_ascii_case("external");
            let target = value("Target");
            let target = if is_external { target.to_owned() } else { inside(folder, target) };
            let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
            relations.ids.push(value("Id").to_owned());
            relations.by_id.insert(value("Id").to_owned(), Relation { kind, target, is_external });
        }
        Ok(relations)
    }

    /// What a name stands for.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.by_id.get(id)
    }

    /// The files of a kind, in order.
    pub(super) fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        let relations = self.ids.iter().filter_map(|id| self.by_id.get(id));
        relations
            .filter(move |relation| relation.kind == kind && !relation.is_external)
            .map(|it| it.target.as_str())
    }
}

/// A path from a folder of the archive, without `..`.
fn inside(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in target.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

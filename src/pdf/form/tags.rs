//! The tags of fields, which screen readers use.
use super::error::{FormResult, Unexpected};
use super::file::PdfFile;
use super::request::FieldRequest;
use super::value::{Dict, PdfValue};
use std::collections::{BTreeMap, BTreeSet};

const DEEPEST: usize = 100;

/// Turns the tag of each private link into that of a field, and marks lists whose items begin with a box.
pub(super) fn retag(file: &mut PdfFile, requests: &[FieldRequest]) -> FormResult<()> {
    let links: BTreeSet<u32> = requests.iter().map(|request| request.annotation).collect();
    let mut elements: BTreeMap<u32, PdfValue> = BTreeMap::new();
    for (id, dict) in file.dicts().filter(|(_, dict)| dict.is_name("S", "Link")) {
        let kids = kids(file, dict);
        let ours = |kid: &&PdfValue| {
            let object = file.follow(kid).as_dict().and_then(|kid| kid.get("Obj")?.as_ref());
            object.is_some_and(|id| links.contains(&id))
        };
        let Some(kid) = kids.iter().find(ours) else { continue };
        if kids.len() > 1 {
            return Err(Unexpected::of("shapes alone inside a field, no text", id));
        }
        elements.insert(id, kid.clone());
    }
    if elements.len() != links.len() {
        let wanted = format!("a tag for each of {} fields, not {}", links.len(), elements.len());
        return Err(Unexpected::new(wanted, 0));
    }
    let lists: BTreeSet<u32> = elements.keys().filter_map(|id| list_of_boxes(file, *id)).collect();
    for (id, kid) in elements {
        let element = file.dict_mut(id).ok_or_else(|| Unexpected::of("an element", id))?;
        element.set("S", PdfValue::name("Form"));
        element.set("K", PdfValue::List(vec![kid]));
    }
    let squares =
        PdfValue::dict([("O", PdfValue::name("List")), ("ListNumbering", PdfValue::name("Square"))]);
    for id in lists {
        let list = file.dict_mut(id).ok_or_else(|| Unexpected::of("a list", id))?;
        list.set("A", PdfValue::List(vec![squares.clone()]));
    }
    Ok(())
}

fn kids(file: &PdfFile, element: &Dict) -> Vec<PdfValue> {
    match element.get("K").map(|kids| file.follow(kids)) {
        Some(PdfValue::List(kids)) => kids.clone(),
        Some(kid) => vec![kid.clone()],
        None => Vec::new(),
    }
}

/// The list whose item has nothing but this field as its label.
fn list_of_boxes(file: &PdfFile, field: u32) -> Option<u32> {
    let parent = |id: u32| file.dict(id)?.get("P")?.as_ref();
    let mut at = parent(field)?;
    let mut is_mark = false;
    for _ in 0..DEEPEST {
        let element = file.dict(at)?;
        match element.get("S")? {
            PdfValue::Name(name) if name == "L" => return is_mark.then_some(at),
            PdfValue::Name(name) if name == "Lbl" => is_mark = kids(file, element).len() == 1,
            PdfValue::Name(name) if name == "LI" => {}
            _ => return None,
        }
        at = parent(at)?;
    }
    None
}

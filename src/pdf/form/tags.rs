//! The tags of fields: what a screen reader is told.
use super::file::File;
use super::request::Request;
use super::value::{Dict, Value};
use super::{Outcome, Unexpected};
use std::collections::{BTreeMap, BTreeSet};

/// How many elements an element may stand in.
const DEEPEST: usize = 100;

/// Turns the tag of each private link into that of a field, and tells lists of boxes that boxes are their marks.
pub(super) fn retag(file: &mut File, requests: &[Request]) -> Outcome<()> {
    let links: BTreeSet<u32> = requests.iter().map(|request| request.annotation).collect();
    let mut elements: BTreeMap<u32, Value> = BTreeMap::new();
    for (id, dict) in file.dicts().filter(|(_, dict)| dict.says("S", "Link")) {
        let kids = kids(file, dict);
        let ours = |kid: &&Value| {
            let kid = file.follow(kid).as_dict();
            kid.and_then(|kid| kid.get("Obj")).and_then(Value::as_ref).is_some_and(|id| links.contains(&id))
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
        element.set("S", Value::name("Form"));
        element.set("K", Value::List(vec![kid]));
    }
    let squares = Value::dict([("O", Value::name("List")), ("ListNumbering", Value::name("Square"))]);
    for id in lists {
        let list = file.dict_mut(id).ok_or_else(|| Unexpected::of("a list", id))?;
        list.set("A", Value::List(vec![squares.clone()]));
    }
    Ok(())
}

/// What an element holds.
fn kids(file: &File, element: &Dict) -> Vec<Value> {
    match element.get("K").map(|kids| file.follow(kids)) {
        Some(Value::List(kids)) => kids.clone(),
        Some(kid) => vec![kid.clone()],
        None => Vec::new(),
    }
}

/// The list whose item has this field for its mark and nothing else, no number.
fn list_of_boxes(file: &File, field: u32) -> Option<u32> {
    let parent = |id: u32| file.dict(id)?.get("P")?.as_ref();
    let mut at = parent(field)?;
    let mut is_mark = false;
    for _ in 0..DEEPEST {
        let element = file.dict(at)?;
        match element.get("S")? {
            Value::Name(name) if name == "L" => return is_mark.then_some(at),
            Value::Name(name) if name == "Lbl" => is_mark = kids(file, element).len() == 1,
            Value::Name(name) if name == "LI" => {}
            _ => return None,
        }
        at = parent(at)?;
    }
    None
}

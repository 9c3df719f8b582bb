//! Lists: which mark an item has, and its number.
use super::letters;
use crate::import::word::symbol;
use crate::import::word::text::ItemMark;
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;

/// The levels of a list.
const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By the id that paragraphs name: the shared list, and the numbers at which its levels begin anew.
    lists: HashMap<String, NumberedList>,
    shared: HashMap<String, HashMap<usize, ListLevel>>,
    /// Lists that take their levels from a style: the list that holds them.
    linked: HashMap<String, String>,
}

#[derive(Debug, Default)]
struct NumberedList {
    shared: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, ListLevel>,
}

#[derive(Debug, Clone, Default)]
struct ListLevel {
    format: String,
    text: String,
    start: u32,
    font: Option<String>,
}

/// Where the counting of lists is.
#[derive(Debug, Default)]
pub(super) struct Counters {
    by_list: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists whose own starts are used up.
    begun: HashMap<String, [bool; LEVELS]>,
}

/// The mark of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ItemLabel {
    /// A mark that Markdown has.
    Mark(ItemMark),
    /// Words, such as "Article 3".
    Words(String),
    /// None.
    Nothing,
}

impl Numbering {
    /// Reads the lists.
    pub(super) fn read(root: &XmlElement) -> Self {
        let mut numbering = Self::default();
        let mut of_styles: HashMap<&str, &str> = HashMap::new();
        let mut links: Vec<(&str, &str)> = Vec::new();
        for element in root.all("w:abstractNum") {
            let Some(id) = element.attribute("w:abstractNumId") else { continue };
            if let Some(style) = element.child_attribute("w:styleLink", "w:val") {
                of_styles.entry(style).or_insert(id);
            }
            links.extend(element.child_attribute("w:numStyleLink", "w:val").map(|style| (id, style)));
            numbering.shared.insert(id.to_owned(), read_levels(element));
        }
        for (id, style) in links {
            if let Some(holder) = of_styles.get(style) {
                numbering.linked.insert(id.to_owned(), (*holder).to_owned());
            }
        }
        for element in root.all("w:num") {
            let Some(id) = element.attribute("w:numId") else { continue };
            let shared = element.child_attribute("w:abstractNumId", "w:val").unwrap_or_default().to_owned();
            let mut list = NumberedList { shared, ..NumberedList::default() };
            for change in element.all("w:lvlOverride") {
                let Some(level) = change.attribute("w:ilvl").and_then(|level| level.parse::<usize>().ok())
                else {
                    continue;
                };
                let start =
                    change.child_attribute("w:startOverride", "w:val").and_then(|start| start.parse().ok());
                list.starts.extend(start.map(|start| (level, start)));
                list.levels.extend(read_levels(change));
            }
            numbering.lists.insert(id.to_owned(), list);
        }
        numbering
    }

    /// Whether a list has a level.
    pub(super) fn has_level(&self, list: &str, depth: usize) -> bool {
        self.lists.get(list).is_some_and(|list| {
            let shared = self.shared.get(self.shared_id(&list.shared));
            list.levels.contains_key(&depth) || shared.is_some_and(|levels| levels.contains_key(&depth))
        })
    }

    /// Counts an item and gives its mark.
    pub(super) fn mark(&self, list: &str, depth: usize, counters: &mut Counters) -> ItemLabel {
        let depth = depth.min(LEVELS - 1);
        let Some(numbered) = self.lists.get(list) else { return ItemLabel::Nothing };
        let shared = self.shared_id(&numbered.shared);
        let level =
            |depth: usize| numbered.levels.get(&depth).or_else(|| self.shared.get(shared)?.get(&depth));
        let Some(own) = level(depth) else { return ItemLabel::Nothing };
        let counts = counters.by_list.entry(shared.to_owned()).or_default();
        let begun = counters.begun.entry(list.to_owned()).or_default();
        let restart = numbered.starts.get(&depth).filter(|_| !begun[depth]);
        begun[depth] = true;
        let number = match (restart, counts[depth]) {
            (Some(start), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => own.start,
        };
        counts[depth] = Some(number);
        counts[depth + 1..].fill(None);
        let numbers =
            |depth: usize| counts[depth].or_else(|| level(depth).map(|level| level.start)).unwrap_or(1);
        own.mark(number, |at| written(&level(at).cloned().unwrap_or_default().format, numbers(at)))
    }

    /// The list that holds the levels, which may be that of a style.
    fn shared_id<'a>(&'a self, id: &'a str) -> &'a str {
        self.linked.get(id).map_or(id, String::as_str)
    }
}

fn read_levels(element: &XmlElement) -> HashMap<usize, ListLevel> {
    let mut levels = HashMap::new();
    for level in element.all("w:lvl") {
        let Some(depth) = level.attribute("w:ilvl").and_then(|depth| depth.parse::<usize>().ok()) else {
            continue;
        };
        let value = |name| level.child_attribute(name, "w:val");
        let letters = level.child("w:rPr").map(letters::read).unwrap_or_default();
        levels.insert(
            depth,
            ListLevel {
                format: value("w:numFmt").unwrap_or("decimal").to_owned(),
                text: value("w:lvlText").unwrap_or_default().to_owned(),
                start: value("w:start").and_then(|start| start.parse().ok()).unwrap_or(0),
                font: letters.font,
            },
        );
    }
    levels
}

impl ListLevel {
    /// The mark of an item with a number; `written_at` gives the number of a level as it is written.
    fn mark(&self, number: u32, written_at: impl Fn(usize) -> String) -> ItemLabel {
        if self.format == "bullet" {
            let sign = self.text.chars().next().and_then(|letter| symbol::sign(self.font.as_deref(), letter));
            let check = sign.and_then(symbol::check_box);
            return ItemLabel::Mark(check.map_or(ItemMark::Bullet, ItemMark::Check));
        }
        let words = self.text.chars().filter(|letter| letter.is_alphabetic()).count();
        if words >= 3 {
            let mut label = self.text.clone();
            for at in 0..LEVELS {
                let sign = format!("%{}", at + 1);
                if label.contains(&sign) {
                    label = label.replace(&sign, &written_at(at));
                }
            }
            return ItemLabel::Words(label);
        }
        match self.format.as_str() {
            "none" => ItemLabel::Nothing,
            _ if !self.text.contains('%') => {
                ItemLabel::Mark(if self.text.is_empty() { ItemMark::Continued } else { ItemMark::Bullet })
            }
            "decimal" | "decimalZero" | "ordinal" => ItemLabel::Mark(ItemMark::Number(number)),
            _ => ItemLabel::Mark(ItemMark::Letter(number)),
        }
    }
}

/// A number as a format writes it.
fn written(format: &str, number: u32) -> String {
    let letter = |first: u8| {
        let place = u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
        char::from(first + place).to_string()
    };
    match format {
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        _ => number.to_string(),
    }
}

/// A Roman number; in Arabic beyond 3,999.
fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

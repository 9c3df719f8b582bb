//! Words and those of the same or a wider meaning, for queries whose words a guide does not use.

/// A thesaurus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Thesaurus {
    /// Its groups in the order of the file.
    pub groups: Vec<WordGroup>,
}

/// Words or phrases that lead to others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WordGroup {
    /// What readers may type.
    pub typed: Vec<String>,
    /// What may be looked for instead, the best first. Where each word leads to the others, these are the typed words again.
    pub meant: Vec<String>,
}

impl Thesaurus {
    /// Reads one group a line: words between commas. Each leads to the others, or, with `>`, those before it to those behind
    /// it. Lines that begin with `#` are comments.
    pub fn of_lines(text: &str) -> Self {
        let words = |part: &str| -> Vec<String> {
            part.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let lines = text.lines().filter(|line| !(line.starts_with('#') || line.trim().is_empty()));
        let groups = lines.map(|line| match line.split_once('>') {
            Some((typed, meant)) => WordGroup { typed: words(typed), meant: words(meant) },
            None => WordGroup { typed: words(line), meant: words(line) },
        });
        Self { groups: groups.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_group() {
        let thesaurus = Thesaurus::of_lines("# Work\nhiring, recruitment\n\nboss , chief > manager\n");
        let group = |typed: [&str; 2], meant: &[&str]| WordGroup {
            typed: typed.map(str::to_owned).to_vec(),
            meant: meant.iter().map(|word| (*word).to_owned()).collect(),
        };
        let both = ["hiring", "recruitment"];
        assert_eq!(thesaurus.groups, [group(both, &both), group(["boss", "chief"], &["manager"])]);
    }
}

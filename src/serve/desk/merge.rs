//! Two texts that were made of the same one, passage by passage (as diff3 does).
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// How long a comparison may take; after that, what is left counts as different.
const DEADLINE: Duration = Duration::from_millis(500);

/// A passage of two versions of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Passage {
    /// It is the same in both.
    Same(String),
    /// It is different.
    Different { base: String, mine: String, theirs: String },
}

/// The lines of a text, each with its end.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// For each new line the number of the old one that it is; none if it is new.
pub(super) fn partners(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |line| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(line).or_insert(next)
    };
    let old: Vec<u32> = old.iter().map(|line| number(*line)).collect();
    let new: Vec<u32> = new.iter().map(|line| number(*line)).collect();
    let mut partners = vec![None; new.len()];
    let until = Some(Instant::now() + DEADLINE);
    for change in capture_diff_slices_deadline(Algorithm::Myers, &old, &new, until) {
        if let DiffOp::Equal { old_index, new_index, len } = change {
            (0..len).for_each(|at| partners[new_index + at] = Some(old_index + at));
        }
    }
    partners
}

/// For each old line the number of the new one.
fn places(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut places = vec![None; old.len()];
    for (at, partner) in partners(old, new).into_iter().enumerate() {
        if let Some(partner) = partner {
            places[partner] = Some(at);
        }
    }
    places
}

/// The passages of two versions of a text that was `base` before. All that is mine, in order, is `mine`; likewise for
/// `theirs` and `base`, but where both made the same change.
pub(super) fn passages(base: &str, mine: &str, theirs: &str) -> Vec<Passage> {
    let (base, mine, theirs) = (lines(base), lines(mine), lines(theirs));
    let (in_mine, in_theirs) = (places(&base, &mine), places(&base, &theirs));
    let mut passages = Passages::default();
    let (mut at, mut at_mine, mut at_theirs) = (0, 0, 0);
    while at < base.len() || at_mine < mine.len() || at_theirs < theirs.len() {
        let kept = |line: usize| Some((line, (*in_mine.get(line)?)?, (*in_theirs.get(line)?)?));
        let next = (at..base.len()).find_map(kept);
        let (to, to_mine, to_theirs) = next.unwrap_or((base.len(), mine.len(), theirs.len()));
        let texts = [&base[at..to], &mine[at_mine..to_mine], &theirs[at_theirs..to_theirs]];
        passages.add(texts.map(<[&str]>::concat));
        if next.is_some() {
            passages.same(base[to]);
        }
        let step = usize::from(next.is_some());
        (at, at_mine, at_theirs) = (to + step, to_mine + step, to_theirs + step);
    }
    passages.0
}

#[derive(Default)]
struct Passages(Vec<Passage>);

impl Passages {
    fn same(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Passage::Same(before)) => before.push_str(text),
            _ => self.0.push(Passage::Same(text.to_owned())),
        }
    }

    fn add(&mut self, [base, mine, theirs]: [String; 3]) {
        if mine == theirs {
            self.same(&mine);
        } else {
            self.0.push(Passage::Different { base, mine, theirs });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(base: &str, mine: &str, theirs: &str) -> String {
        let tell = |passage: &Passage| match passage {
            Passage::Same(text) => format!("={text}"),
            Passage::Different { base, mine, theirs } => format!("[{base}|{mine}|{theirs}]"),
        };
        passages(base, mine, theirs).iter().map(tell).collect::<String>().replace('\n', ".")
    }

    #[test]
    fn passages_that_one_or_both_changed_stand_apart() {
        assert_eq!(told("a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\n"), "=a.b.c.");
        assert_eq!(told("a\nb\nc\n", "a\nx\nc\n", "a\nb\nc\ny\n"), "=a.[b.|x.|b.]=c.[||y.]");
        assert_eq!(told("a\nb\n", "a\nx\n", "a\nx\n"), "=a.x.");
        assert_eq!(told("", "a\n", ""), "[|a.|]");
        assert_eq!(told("a\nb", "a\n", "a\nb\n"), "=a.[b||b.]");
    }

    proptest! {
        #[test]
        fn each_version_can_be_put_together_again(
            base in "[abc\n]{0,30}", mine in "[abc\n]{0,30}", theirs in "[abc\n]{0,30}",
        ) {
            let passages = passages(&base, &mine, &theirs);
            let side = |take: fn(&Passage) -> &str| passages.iter().map(take).collect::<String>();
            let own = side(|passage| match passage { Passage::Same(text) => text, Passage::Different { mine, .. } => mine });
            let other = side(|passage| match passage { Passage::Same(text) => text, Passage::Different { theirs, .. } => theirs });
            prop_assert_eq!((own, other), (mine, theirs));
        }
    }
}

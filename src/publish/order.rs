//! The order of new pages: one that leads to another new page comes after it. Pages that lead to each other come together.

/// The wave of each page, by the pages that it leads to (numbers of the same list). Waves begin at 0.
pub(super) fn waves(links: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Walk {
        links,
        order: vec![None; links.len()],
        lowest: vec![0; links.len()],
        wave: vec![None; links.len()],
        open: Vec::new(),
        seen: 0,
    };
    for page in 0..links.len() {
        if walk.order[page].is_none() {
            walk.from(page);
        }
    }
    walk.wave.into_iter().map(Option::unwrap_or_default).collect()
}

/// Tarjan's algorithm for groups of pages that reach each other, without recursion.
struct Walk<'a> {
    links: &'a [Vec<usize>],
    order: Vec<Option<usize>>,
    lowest: Vec<usize>,
    /// Known once the group of the page is.
    wave: Vec<Option<usize>>,
    /// Pages whose group is not known yet.
    open: Vec<usize>,
    seen: usize,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((page, at)) = path.last_mut() {
            let page = *page;
            if let Some(&next) = self.links[page].get(*at) {
                *at += 1;
                match self.order[next] {
                    None => {
                        self.enter(next);
                        path.push((next, 0));
                    }
                    Some(order) if self.wave[next].is_none() => {
                        self.lowest[page] = self.lowest[page].min(order);
                    }
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                self.lowest[*above] = self.lowest[*above].min(self.lowest[page]);
            }
            if self.order[page] == Some(self.lowest[page]) {
                self.close(page);
            }
        }
    }

    fn enter(&mut self, page: usize) {
        self.order[page] = Some(self.seen);
        self.lowest[page] = self.seen;
        self.seen += 1;
        self.open.push(page);
    }

    /// The pages opened since this one are a group; all that it leads to besides is placed already.
    fn close(&mut self, first: usize) {
        let begin = self.open.iter().rposition(|page| *page == first).unwrap_or_default();
        let group = self.open.split_off(begin);
        let leads_to = group.iter().flat_map(|page| &self.links[*page]);
        let wave = leads_to.filter_map(|page| self.wave[*page]).map(|wave| wave + 1).max().unwrap_or(0);
        for page in group {
            self.wave[page] = Some(wave);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_comes_after_those_that_it_leads_to() {
        assert_eq!(waves(&[vec![1, 2], vec![2], vec![]]), [2, 1, 0]);
        assert_eq!(waves(&[vec![]]), [0]);
    }

    #[test]
    fn pages_that_lead_to_each_other_come_together() {
        // 0 and 1 lead to each other, 2 leads to them, and they lead to 3.
        assert_eq!(waves(&[vec![1], vec![0, 3], vec![0], vec![3]]), [1, 1, 2, 0]);
    }

    #[test]
    fn long_chains_need_no_stack() {
        let links: Vec<_> =
            (0..200_000).map(|page| if page < 199_999 { vec![page + 1] } else { vec![] }).collect();
        assert_eq!(waves(&links)[0], 199_999);
    }
}

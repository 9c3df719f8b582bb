//! Random numbers that depend on the seed only (splitmix64, Steele, Lea and Flood, 2014).

/// A sequence of numbers.
pub(super) struct RandomNumbers(u64);

impl RandomNumbers {
    /// The numbers of one page. `purpose` separates what other pages must know of it from its own text.
    pub(super) fn of_page(number: usize, seed: u64, purpose: u64) -> Self {
        let mut random = Self(seed ^ (number as u64).wrapping_mul(0xd6e8_feb8_6659_fd93) ^ purpose);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit - 1`. `limit` is too small for the bias of the remainder to matter.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("smaller than a usize")
    }

    pub(super) fn pick_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    pub(super) fn pick(&mut self, choices: &[&'static str]) -> &'static str {
        let choice: &&'static str = self.pick_of(choices);
        choice
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

//! Lists that stay in memory take no more memory than they need.
use thin_vec::ThinVec;

/// Moves a list into an allocation of its exact size. `shrink_to_fit` would not do: the allocator keeps a block in place
/// when it shrinks, and the rest of the block stays unused.
pub(super) fn exact<T>(mut list: Vec<T>) -> Vec<T> {
    let mut exact = Vec::with_capacity(list.len());
    exact.append(&mut list);
    exact
}

/// What [`exact`] does, for a list that is empty in most places.
pub(super) fn exact_thin<T>(mut list: ThinVec<T>) -> ThinVec<T> {
    let mut exact = ThinVec::with_capacity(list.len());
    exact.append(&mut list);
    exact
}

//! Lists that are kept take no more room than they need.

/// The same list without room for more. An allocator leaves a block that only shrinks as large as it was.
pub(super) fn exact<T>(mut list: Vec<T>) -> Vec<T> {
    let mut exact = Vec::with_capacity(list.len());
    exact.append(&mut list);
    exact
}

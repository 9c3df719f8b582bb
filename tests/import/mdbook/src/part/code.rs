fn unseen() {}
// ANCHOR: here
fn seen() {}
// ANCHOR_END: here

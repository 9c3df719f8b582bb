//! Files that are too long, too deep or too wide to be written into a spec.

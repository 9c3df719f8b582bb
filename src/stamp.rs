//! Fingerprints, by which a build knows what has not changed.
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::io::{self, Read};
use std::ops::Deref;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3Default;

/// A hash map for short keys, faster than the standard one. For lookups only: the order of its entries differs between
/// runs.
pub type Table<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// An empty table with this capacity.
pub fn table<K, V>(room: usize) -> Table<K, V> {
    Table::with_capacity_and_hasher(room, foldhash::fast::RandomState::default())
}

/// A hash set for short keys. For lookups only.
pub type KeySet<K> = HashSet<K, foldhash::fast::RandomState>;

/// A 128-bit fingerprint of a value. It lives in memory only: the hash of a Rust value may differ between versions.
/// [`Stamp::of_bytes`] is stable and may be written to disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u128);

impl Stamp {
    /// The fingerprint of a hashable value.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = StampHasher(Xxh3Default::new());
        value.hash(&mut hasher);
        Self(hasher.0.digest128())
    }

    /// The fingerprint of these bytes; it depends on nothing else.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxhash_rust::xxh3::xxh3_128(bytes))
    }

    /// The fingerprint of all that can be read here; equal to that of these bytes.
    pub fn of_stream(mut stream: impl Read) -> io::Result<Self> {
        let mut hasher = Xxh3Default::new();
        let mut piece = vec![0; 1 << 18];
        loop {
            match stream.read(&mut piece) {
                Ok(0) => return Ok(Self(hasher.digest128())),
                Ok(count) => hasher.update(&piece[..count]),
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(why) => return Err(why),
            }
        }
    }

    /// All 32 hexadecimal digits.
    pub fn to_hex(self) -> String {
        format!("{:032x}", self.0)
    }

    /// Reads what [`Stamp::to_hex`] gives.
    pub fn from_hex(digits: &str) -> Option<Self> {
        u128::from_str_radix(digits, 16).ok().map(Self).filter(|stamp| stamp.to_hex() == digits)
    }

    /// The first eight hexadecimal digits, for names that change with the content.
    pub fn short(self) -> String {
        format!("{:08x}", self.0 >> 96)
    }
}

/// Adapts the streaming 128-bit hash to the standard `Hasher`.
struct StampHasher(Xxh3Default);

impl Hasher for StampHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.digest()
    }
}

/// A shared value with its stamp, so that hashing it again costs nothing.
#[derive(Debug)]
pub struct Stamped<T> {
    value: Arc<T>,
    stamp: Stamp,
}

impl<T: Hash> Stamped<T> {
    /// Computes the stamp once. The value cannot be changed afterwards.
    pub fn new(value: T) -> Self {
        Self { stamp: Stamp::of(&value), value: Arc::new(value) }
    }
}

impl<T> Stamped<T> {
    /// Takes a stamp that already covers all of the value.
    pub fn with(value: T, stamp: Stamp) -> Self {
        Self { stamp, value: Arc::new(value) }
    }

    /// The value, shared.
    pub fn shared(&self) -> Arc<T> {
        Arc::clone(&self.value)
    }

    /// The stamp of the value.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }
}

impl<T> Clone for Stamped<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), stamp: self.stamp }
    }
}

impl<T: Hash + Default> Default for Stamped<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Hash for Stamped<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.stamp.hash(state);
    }
}

impl<T> PartialEq for Stamped<T> {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl<T> Eq for Stamped<T> {}

impl<T> Deref for Stamped<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A product with the stamp of what it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made<T> {
    /// The stamp of the input.
    pub from: Stamp,
    /// The product.
    pub value: T,
}

/// Returns the earlier product if its input is unchanged, else makes a new one.
pub fn reuse<T: Clone>(before: Option<&Made<T>>, from: Stamp, make: impl FnOnce() -> T) -> Made<T> {
    match before {
        Some(made) if made.from == from => made.clone(),
        _ => Made { from, value: make() },
    }
}

//! A PDF file as its objects: read in the one form that Typst writes, written with its objects packed in streams.
use super::reader::Reader;
use super::value::{Dict, Value};
use super::{Outcome, Unexpected};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::BTreeMap;
use std::io::Write as _;

/// How many objects share one packed stream.
const PACK: usize = 500;
/// How many objects a file may have.
const MOST: usize = 1_000_000;

/// A numbered value, and what follows it if it is a stream.
#[derive(Clone, Debug)]
struct Object {
    value: Value,
    stream: Option<Vec<u8>>,
}

/// All objects of a file by number.
#[derive(Clone, Debug)]
pub(super) struct File {
    objects: BTreeMap<u32, Object>,
    trailer: Dict,
}

impl File {
    /// Reads a file with one classic table of places, without updates and without encryption. Anything else is refused.
    pub(super) fn read(bytes: &[u8]) -> Outcome<Self> {
        let tail = bytes.len().saturating_sub(64);
        let mark = b"startxref";
        let at = bytes[tail..].windows(mark.len()).position(|window| window == mark);
        let at = at.ok_or_else(|| Unexpected::new("startxref", bytes.len()))? + tail;
        let table = Reader::at(bytes, at + mark.len())?.whole()?;
        let mut reader = Reader::at(bytes, table)?;
        reader.expect("xref")?;
        let (first, count) = (reader.whole()?, reader.whole()?);
        if first != 0 || count > MOST {
            return Err(Unexpected::new("one table from object 0 on", table));
        }
        let mut places = Vec::new();
        for id in 0..u32::try_from(count).unwrap_or_default() {
            let (place, generation) = (reader.whole()?, reader.whole()?);
            match reader.word() {
                "n" if generation == 0 => places.push((id, place)),
                "f" => {}
                _ => return Err(Unexpected::new("an object of generation 0", place)),
            }
        }
        reader.expect("trailer")?;
        let Value::Dict(trailer) = reader.value()? else {
            return Err(Unexpected::new("a trailer", table));
        };
        if ["Prev", "Encrypt", "XRefStm"].iter().any(|key| trailer.get(key).is_some()) {
            return Err(Unexpected::new("a file without updates and encryption", table));
        }
        let mut objects = BTreeMap::new();
        for (id, place) in places {
            objects.insert(id, object(bytes, id, place)?);
        }
        Ok(Self { objects, trailer })
    }

    /// The objects that are dictionaries, in the order of their numbers.
    pub(super) fn dicts(&self) -> impl Iterator<Item = (u32, &Dict)> {
        self.objects.iter().filter_map(|(id, object)| object.value.as_dict().map(|dict| (*id, dict)))
    }

    /// The object of that number, if it is a dictionary.
    pub(super) fn dict(&self, id: u32) -> Option<&Dict> {
        self.objects.get(&id).and_then(|object| object.value.as_dict())
    }

    /// The same, to be changed.
    pub(super) fn dict_mut(&mut self, id: u32) -> Option<&mut Dict> {
        match self.objects.get_mut(&id).map(|object| &mut object.value) {
            Some(Value::Dict(dict)) => Some(dict),
            _ => None,
        }
    }

    /// The value itself, or the one that it points at.
    pub(super) fn follow<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value {
            Value::Ref(id) => self.objects.get(id).map_or(&Value::Null, |object| &object.value),
            value => value,
        }
    }

    /// The document's first dictionary.
    pub(super) fn catalog(&mut self) -> Outcome<&mut Dict> {
        let root = self.trailer.get("Root").and_then(Value::as_ref);
        let catalog = root.and_then(|id| self.dict_mut(id)).filter(|dict| dict.says("Type", "Catalog"));
        catalog.ok_or_else(|| Unexpected::new("a catalogue", 0))
    }

    /// Adds an object and gives its number.
    pub(super) fn add(&mut self, value: Value) -> Value {
        self.put(value, None)
    }

    /// Adds a stream, and compresses it.
    pub(super) fn add_stream(&mut self, dict: Dict, bytes: &[u8]) -> Value {
        self.add_packed(dict, deflated(bytes))
    }

    /// Adds a stream that is compressed already.
    pub(super) fn add_packed(&mut self, mut dict: Dict, packed: Vec<u8>) -> Value {
        dict.set("Filter", Value::name("FlateDecode"));
        dict.set("Length", Value::count(packed.len()));
        self.put(Value::Dict(dict), Some(packed))
    }

    fn put(&mut self, value: Value, stream: Option<Vec<u8>>) -> Value {
        let id = self.objects.keys().next_back().map_or(1, |last| last + 1);
        self.objects.insert(id, Object { value, stream });
        Value::Ref(id)
    }

    /// The file as bytes. What is no stream goes into compressed streams, which makes a tagged file much smaller.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out =
            Written { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), table: vec![(0, 0, u16::MAX)] };
        for (id, object) in &self.objects {
            if let Some(stream) = &object.stream {
                out.stream(*id, &object.value, stream);
            }
        }
        let loose: Vec<_> = self.objects.iter().filter(|(_, object)| object.stream.is_none()).collect();
        let mut next = self.objects.keys().next_back().map_or(1, |last| last + 1);
        for pack in loose.chunks(PACK) {
            let (mut head, mut body) = (Vec::new(), Vec::new());
            for (at, (id, object)) in pack.iter().enumerate() {
                head.extend(format!("{id} {} ", body.len()).as_bytes());
                object.value.write(&mut body);
                body.push(b'\n');
                out.diagnostic(**id, (2, next, u16::try_from(at).expect("a pack holds fewer")));
            }
            let packed = deflated(&[&head[..], &body].concat());
            let dict = Value::dict([
                ("Type", Value::name("ObjStm")),
                ("N", Value::count(pack.len())),
                ("First", Value::count(head.len())),
                ("Filter", Value::name("FlateDecode")),
                ("Length", Value::count(packed.len())),
            ]);
            out.stream(next, &dict, &packed);
            next += 1;
        }
        out.close(next, self.trailer.clone())
    }
}

/// Reads the object that stands at a place.
fn object(bytes: &[u8], id: u32, place: usize) -> Outcome<Object> {
    let mut reader = Reader::at(bytes, place)?;
    if reader.whole()? != id as usize || reader.whole()? != 0 {
        return Err(Unexpected::new("an object at its place", place));
    }
    reader.expect("obj")?;
    let value = reader.value()?;
    let mut stream = None;
    if reader.passes(b"stream") {
        reader.line_end()?;
        let length = value.as_dict().and_then(|dict| dict.get("Length")).and_then(Value::as_number);
        let length = length.ok_or_else(|| Unexpected::new("the length of a stream", place))?;
        stream = Some(reader.take(length)?.to_vec());
        reader.expect("endstream")?;
    }
    reader.expect("endobj")?;
    Ok(Object { value, stream })
}

/// What is written so far, and where each object stands: kind, place or pack, number in the pack.
struct Written {
    bytes: Vec<u8>,
    table: Vec<(u8, u32, u16)>,
}

impl Written {
    fn diagnostic(&mut self, id: u32, entry: (u8, u32, u16)) {
        let at = id as usize;
        if self.table.len() <= at {
            self.table.resize(at + 1, (0, 0, 0));
        }
        self.table[at] = entry;
    }

    fn here(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("no list takes four gigabytes")
    }

    fn stream(&mut self, id: u32, dict: &Value, stream: &[u8]) {
        self.diagnostic(id, (1, self.here(), 0));
        self.bytes.extend(format!("{id} 0 obj\n").as_bytes());
        dict.write(&mut self.bytes);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(stream);
        // Two bytes end the line: after one, a stream whose last byte is a carriage return would seem a byte shorter.
        self.bytes.extend(b"\r\nendstream\nendobj\n");
    }

    fn close(mut self, id: u32, mut trailer: Dict) -> Vec<u8> {
        let start = self.here();
        self.diagnostic(id, (1, start, 0));
        let row = |(kind, place, index): &(u8, u32, u16)| {
            let (place, index) = (place.to_be_bytes(), index.to_be_bytes());
            [&[*kind][..], &place, &index].concat()
        };
        let table = deflated(&self.table.iter().flat_map(row).collect::<Vec<u8>>());
        let widths = [1, 4, 2].map(Value::whole).to_vec();
        for (key, value) in [
            ("Type", Value::name("XRef")),
            ("Size", Value::count(self.table.len())),
            ("W", Value::List(widths)),
            ("Filter", Value::name("FlateDecode")),
            ("Length", Value::count(table.len())),
        ] {
            trailer.set(key, value);
        }
        self.stream(id, &Value::Dict(trailer), &table);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes
    }
}

/// Compresses as well as it can.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes all bytes");
    encoder.finish().expect("memory takes all bytes")
}

//! A PDF file as a list of objects. Reads the one form that Typst writes; writes the objects in compressed streams.
use super::error::{FormResult, Unexpected};
use super::reader::ValueReader;
use super::value::{Dict, PdfValue};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::BTreeMap;
use std::io::Write as _;

const OBJECTS_PER_STREAM: usize = 500;
const MAX_OBJECTS: usize = 1_000_000;

/// A numbered value, with its bytes if it is a stream.
#[derive(Clone, Debug)]
struct PdfObject {
    value: PdfValue,
    stream: Option<Vec<u8>>,
}

/// All objects of a file by number.
#[derive(Clone, Debug)]
pub(super) struct PdfFile {
    objects: BTreeMap<u32, PdfObject>,
    trailer: Dict,
}

impl PdfFile {
    /// Reads a file with one classic cross-reference table, without updates and encryption. Any other is refused.
    pub(super) fn read(bytes: &[u8]) -> FormResult<Self> {
        let tail = bytes.len().saturating_sub(64);
        let mark = b"startxref";
        let at = bytes[tail..].windows(mark.len()).position(|window| window == mark);
        let at = at.ok_or_else(|| Unexpected::new("startxref", bytes.len()))? + tail;
        let table = ValueReader::at(bytes, at + mark.len())?.whole()?;
        let mut reader = ValueReader::at(bytes, table)?;
        reader.expect("xref")?;
        let (first, count) = (reader.whole()?, reader.whole()?);
        if first != 0 || count > MAX_OBJECTS {
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
        let PdfValue::Dict(trailer) = reader.value()? else {
            return Err(Unexpected::new("a trailer", table));
        };
        if ["Prev", "Encrypt", "XRefStm"].iter().any(|key| trailer.get(key).is_some()) {
            return Err(Unexpected::new("a file without updates and encryption", table));
        }
        let objects = places.into_iter().map(|(id, place)| Ok((id, object(bytes, id, place)?)));
        Ok(Self { objects: objects.collect::<FormResult<_>>()?, trailer })
    }

    /// The objects that are dictionaries, in the order of their numbers.
    pub(super) fn dicts(&self) -> impl Iterator<Item = (u32, &Dict)> {
        self.objects.iter().filter_map(|(id, object)| object.value.as_dict().map(|dict| (*id, dict)))
    }

    pub(super) fn dict(&self, id: u32) -> Option<&Dict> {
        self.objects.get(&id).and_then(|object| object.value.as_dict())
    }

    pub(super) fn dict_mut(&mut self, id: u32) -> Option<&mut Dict> {
        match self.objects.get_mut(&id).map(|object| &mut object.value) {
            Some(PdfValue::Dict(dict)) => Some(dict),
            _ => None,
        }
    }

    /// The value, or the object that it refers to.
    pub(super) fn follow<'a>(&'a self, value: &'a PdfValue) -> &'a PdfValue {
        match value {
            PdfValue::Ref(id) => self.objects.get(id).map_or(&PdfValue::Null, |object| &object.value),
            value => value,
        }
    }

    pub(super) fn catalog(&mut self) -> FormResult<&mut Dict> {
        let root = self.trailer.get("Root").and_then(PdfValue::as_ref);
        let catalog = root.and_then(|id| self.dict_mut(id)).filter(|dict| dict.is_name("Type", "Catalog"));
        catalog.ok_or_else(|| Unexpected::new("a catalogue", 0))
    }

    /// Adds an object and returns a reference to it.
    pub(super) fn add(&mut self, value: PdfValue) -> PdfValue {
        self.put(value, None)
    }

    pub(super) fn add_stream(&mut self, dict: Dict, bytes: &[u8]) -> PdfValue {
        self.add_packed(dict, deflated(bytes))
    }

    /// Adds a stream that is compressed already.
    pub(super) fn add_packed(&mut self, mut dict: Dict, packed: Vec<u8>) -> PdfValue {
        dict.set("Filter", PdfValue::name("FlateDecode"));
        dict.set("Length", PdfValue::whole(packed.len()));
        self.put(PdfValue::Dict(dict), Some(packed))
    }

    fn put(&mut self, value: PdfValue, stream: Option<Vec<u8>>) -> PdfValue {
        let id = self.objects.keys().next_back().map_or(1, |last| last + 1);
        self.objects.insert(id, PdfObject { value, stream });
        PdfValue::Ref(id)
    }

    /// The bytes of the file. All objects but streams go into compressed streams, which makes a tagged file much
    /// smaller.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out =
            PdfWriter { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), table: vec![(0, 0, u16::MAX)] };
        for (id, object) in &self.objects {
            if let Some(stream) = &object.stream {
                out.stream(*id, &object.value, stream);
            }
        }
        let loose: Vec<_> = self.objects.iter().filter(|(_, object)| object.stream.is_none()).collect();
        let mut next = self.objects.keys().next_back().map_or(1, |last| last + 1);
        for pack in loose.chunks(OBJECTS_PER_STREAM) {
            let (mut head, mut body) = (Vec::new(), Vec::new());
            for (at, (id, object)) in pack.iter().enumerate() {
                head.extend(format!("{id} {} ", body.len()).as_bytes());
                object.value.write(&mut body);
                body.push(b'\n');
                out.record(**id, (2, next, u16::try_from(at).expect("a pack holds fewer")));
            }
            let packed = deflated(&[&head[..], &body].concat());
            let dict = PdfValue::dict([
                ("Type", PdfValue::name("ObjStm")),
                ("N", PdfValue::whole(pack.len())),
                ("First", PdfValue::whole(head.len())),
                ("Filter", PdfValue::name("FlateDecode")),
                ("Length", PdfValue::whole(packed.len())),
            ]);
            out.stream(next, &dict, &packed);
            next += 1;
        }
        out.close(next, self.trailer.clone())
    }
}

/// Reads the object at an offset.
fn object(bytes: &[u8], id: u32, place: usize) -> FormResult<PdfObject> {
    let mut reader = ValueReader::at(bytes, place)?;
    if reader.whole()? != id as usize || reader.whole()? != 0 {
        return Err(Unexpected::new("an object at its place", place));
    }
    reader.expect("obj")?;
    let value = reader.value()?;
    let mut stream = None;
    if reader.skip(b"stream") {
        reader.line_end()?;
        let length = value.as_dict().and_then(|dict| dict.get("Length")).and_then(PdfValue::as_number);
        let length = length.ok_or_else(|| Unexpected::new("the length of a stream", place))?;
        stream = Some(reader.take(length)?.to_vec());
        reader.expect("endstream")?;
    }
    reader.expect("endobj")?;
    Ok(PdfObject { value, stream })
}

/// The bytes so far, and the entry of each object: type, offset or stream, number in the stream.
struct PdfWriter {
    bytes: Vec<u8>,
    table: Vec<(u8, u32, u16)>,
}

impl PdfWriter {
    fn record(&mut self, id: u32, entry: (u8, u32, u16)) {
        let at = id as usize;
        if self.table.len() <= at {
            self.table.resize(at + 1, (0, 0, 0));
        }
        self.table[at] = entry;
    }

    fn offset(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("no list takes four gigabytes")
    }

    fn stream(&mut self, id: u32, dict: &PdfValue, stream: &[u8]) {
        self.record(id, (1, self.offset(), 0));
        self.bytes.extend(format!("{id} 0 obj\n").as_bytes());
        dict.write(&mut self.bytes);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(stream);
        // Two bytes end the line: with one, a stream that ends in a carriage return would seem a byte shorter.
        self.bytes.extend(b"\r\nendstream\nendobj\n");
    }

    fn close(mut self, id: u32, mut trailer: Dict) -> Vec<u8> {
        let start = self.offset();
        self.record(id, (1, start, 0));
        let row = |(kind, place, index): &(u8, u32, u16)| {
            let (place, index) = (place.to_be_bytes(), index.to_be_bytes());
            [&[*kind][..], &place, &index].concat()
        };
        let table = deflated(&self.table.iter().flat_map(row).collect::<Vec<u8>>());
        let widths = [1, 4, 2].map(PdfValue::whole).to_vec();
        trailer.set("Type", PdfValue::name("XRef"));
        trailer.set("Size", PdfValue::whole(self.table.len()));
        trailer.set("W", PdfValue::List(widths));
        trailer.set("Filter", PdfValue::name("FlateDecode"));
        trailer.set("Length", PdfValue::whole(table.len()));
        self.stream(id, &PdfValue::Dict(trailer), &table);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes
    }
}

/// Compresses at the highest level.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes all bytes");
    encoder.finish().expect("memory takes all bytes")
}

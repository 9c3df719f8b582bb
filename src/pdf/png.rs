//! Writes a picture with few colours as PNG: four bits a pixel, a third of what the same picture takes in full colour.
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::{self, Write};

/// The most colours that a picture can have.
pub(super) const MOST_COLOURS: usize = 16;

/// The file of a picture of this width: `pixels` are numbers of colours, row by row.
pub(super) fn png(width: usize, colours: &[[u8; 3]], pixels: &[u8]) -> io::Result<Vec<u8>> {
    let height = pixels.len() / width;
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    let mut row = Vec::with_capacity(1 + width.div_ceil(2));
    for pixels in pixels.chunks_exact(width) {
        row.clear();
        // The first byte says that the row is written as it is.
        row.push(0);
        let pairs = pixels.chunks_exact(2);
        let last = pairs.remainder().first().map(|pixel| pixel << 4);
        row.extend(pairs.map(|pair| pair[0] << 4 | pair[1]).chain(last));
        packed.write_all(&row)?;
    }
    let mut head = Vec::new();
    for size in [width, height] {
        head.extend(u32::try_from(size).map_err(io::Error::other)?.to_be_bytes());
    }
    // Four bits a pixel, colours from a palette; compressed, unfiltered and not interlaced.
    head.extend([4, 3, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let palette: Vec<u8> = colours.iter().take(MOST_COLOURS).flatten().copied().collect();
    for (name, data) in
        [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())]
    {
        add_part(&mut out, *name, &data)?;
    }
    Ok(out)
}

/// Adds a part with its length, its name and the checksum of both name and data.
fn add_part(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) -> io::Result<()> {
    let mut checksum = Crc::new();
    checksum.update(&name);
    checksum.update(data);
    out.extend(u32::try_from(data.len()).map_err(io::Error::other)?.to_be_bytes());
    out.extend(name);
    out.extend(data);
    out.extend(checksum.sum().to_be_bytes());
    Ok(())
}

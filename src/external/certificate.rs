//! Reads when a certificate expires. The only file that parses certificates.
use der::asn1::{AnyRef, GeneralizedTime, UtcTime};
use der::{Decode as _, Reader as _, Result, SliceReader, Tag, Tagged as _};
use std::time::Duration;

/// When a certificate (DER) expires, in seconds since 1970; none if it cannot be read.
pub(super) fn ends(der: &[u8]) -> Option<i64> {
    i64::try_from(not_after(der).ok()?.as_secs()).ok()
}

/// Skips to `notAfter`, the only field that is needed (RFC 5280, section 4.1).
fn not_after(der: &[u8]) -> Result<Duration> {
    let mut certificate = fields(AnyRef::from_der(der)?)?;
    let mut signed = fields(certificate.decode()?)?;
    // The version is optional and has the tag [0].
    if Tag::peek(&signed)?.is_context_specific() {
        signed.tlv_bytes()?;
    }
    for _ in ["serialNumber", "signature", "issuer"] {
        signed.tlv_bytes()?;
    }
    let mut validity = fields(signed.decode()?)?;
    validity.tlv_bytes()?;
    let last: AnyRef<'_> = validity.decode()?;
    match last.tag() {
        Tag::UtcTime => Ok(last.decode_as::<UtcTime>()?.to_unix_duration()),
        _ => Ok(last.decode_as::<GeneralizedTime>()?.to_unix_duration()),
    }
}

/// The fields of a sequence.
fn fields(sequence: AnyRef<'_>) -> Result<SliceReader<'_>> {
    sequence.tag().assert_eq(Tag::Sequence)?;
    SliceReader::new(sequence.value())
}

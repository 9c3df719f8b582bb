//! Reads when a certificate expires. The only file that parses certificates.
use x509_cert::Certificate;
use x509_cert::der::Decode as _;

/// When a certificate (DER) expires, in seconds since 1970; none if it cannot be read.
pub(super) fn ends(der: &[u8]) -> Option<i64> {
    let certificate = Certificate::from_der(der).ok()?;
    let last = certificate.tbs_certificate().validity().not_after.to_unix_duration();
    i64::try_from(last.as_secs()).ok()
}

//! When a certificate ends; the only file that reads one.
use x509_cert::Certificate;
use x509_cert::der::Decode as _;

/// The last second of a certificate (DER), in seconds since 1970; none where it cannot be read.
pub(super) fn ends(der: &[u8]) -> Option<i64> {
    let certificate = Certificate::from_der(der).ok()?;
    let last = certificate.tbs_certificate().validity().not_after.to_unix_duration();
    i64::try_from(last.as_secs()).ok()
}

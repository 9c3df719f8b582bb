//! The QR code of an address.
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The QR code as an SVG picture; none if the address is too long for one.
pub(super) fn picture(address: &str) -> Option<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            write!(path, "M{x} {y}h1v1h-1z").expect("memory takes all text");
        }
    }
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>"#
    ))
}

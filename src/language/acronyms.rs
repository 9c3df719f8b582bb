//! Acronyms that everybody knows, and words that people write in capitals, in all languages at once.

/// Whether readers need no explanation of a word in capitals.
pub fn is_known(word: &str) -> bool {
    KNOWN.binary_search(&word).is_ok() || FORMATS.iter().any(|format| word.ends_with(format))
}

/// Formats of which others are named: `XHTML`, `NOSQL`.
const FORMATS: [&str; 6] = ["CSS", "HTML", "JSON", "SQL", "XML", "YAML"];

/// Sorted: names of everyday life, of the web and of files, keys of the keyboard, words that people stress.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "ABC", "AC", "ADN", "ADSL", "AI", "AJAX", "ALL", "ALT", "ALWAYS", "AM", "AND", "ANY", "AOÛT", "API",
    "APRIL", "APRÈS", "ARM", "ASCII", "ATTENTION", "ATTN", "AUGUST", "AVANT", "AVEC", "AVIF", "AVRIL", "AWK",
    "AWS", "BAC", "BD", "BEP", "BIC", "BMW", "BOM", "BOT", "BP", "BSD", "BTP", "BTS", "CAF", "CAP", "CB", "CD",
    "CDD", "CDI", "CEDEX", "CEO", "CERN", "CEST", "CET", "CFDT", "CGT", "CGU", "CHANGELOG", "CI", "CIA", "CLI",
    "CM", "CMD", "CMS", "CNIL", "CNRS", "CO", "CORS", "COVID", "CPU", "CRLF", "CRUD", "CS", "CSS", "CSV", "CTA",
    "CTRL", "CV", "DC", "DECEMBER", "DEL", "DELETE", "DGSE", "DIMANCHE", "DJ", "DM", "DNS", "DOC", "DOM", "DVD",
    "DVI", "DÉCEMBRE", "EDF", "ENA", "ENTER", "EOF", "EOL", "ESC", "ET", "EU", "EXIF", "FALSE", "FAQ", "FAX",
    "FBI", "FEBRUARY", "FIXME", "FM", "FR", "FTP", "FÉVRIER", "GAFA", "GB", "GET", "GIF", "GIT", "GMT", "GNU",
    "GOOGLE", "GPG", "GPL", "GPS", "GPU", "GUI", "HD", "HEAD", "HEC", "HLM", "HP", "HT", "HTML", "HTTP",
    "HTTPS", "IA", "IBAN", "IBM", "ID", "IDE", "IEEE", "IETF", "IMPORTANT", "INC", "INFO", "INSEE", "IP",
    "IPTC", "IRC", "ISBN", "ISO", "IT", "JAMAIS", "JANUARY", "JANVIER", "JEUDI", "JPEG", "JPG", "JS", "JSON",
    "JSX", "JT", "JUILLET", "JUIN", "JULY", "JUNE", "JWT", "KB", "KG", "KM", "KO", "LAN", "LCD", "LED", "LG",
    "LGBT", "LICENCE", "LICENSE", "LLM", "LOL", "LTD", "LTS", "LUA", "LUNDI", "MAC", "MAI", "MAIS", "MAJ",
    "MARCH", "MARDI", "MARS", "MAY", "MB", "MD", "MERCREDI", "MIDI", "MIT", "MMS", "MO", "MP", "MS", "MUST",
    "MVC", "NA", "NAS", "NASA", "NB", "NDLR", "NE", "NEVER", "NEW", "NFC", "NO", "NON", "NOT", "NOTE",
    "NOUVEAU", "NOVEMBER", "NOVEMBRE", "NPM", "NULL", "OBLIGATOIRE", "OBS", "OCTOBER", "OCTOBRE", "OK", "OLD",
    "ON", "ONG", "ONLY", "ONU", "OR", "ORM", "OS", "OTAN", "OU", "OUI", "PAS", "PATCH", "PC", "PDF", "PDG",
    "PERL", "PGP", "PHP", "PIN", "PM", "PME", "PNG", "POST", "PPT", "PR", "PS", "PUT", "QI", "QR", "RAM",
    "RATP", "RDV", "README", "REPL", "RER", "REST", "RFID", "RGB", "RGPD", "RH", "RIB", "RSA", "RSS", "RTT",
    "SA", "SAMEDI", "SAMU", "SANS", "SAP", "SARL", "SAV", "SD", "SDK", "SED", "SEO", "SEPTEMBRE", "SHALL",
    "SHOULD", "SI", "SIDA", "SIM", "SIREN", "SIRET", "SMIC", "SMS", "SMTP", "SNCF", "SOAP", "SOS", "SQL", "SSD",
    "SSH", "SSL", "SSO", "SUV", "SVG", "SVN", "TAB", "TB", "TBD", "TCP", "TD", "TGV", "TIFF", "TLS", "TM",
    "TODO", "TOUJOURS", "TOUS", "TOUT", "TP", "TRUE", "TTC", "TTL", "TV", "TVA", "UDP", "UE", "UI", "UK", "UN",
    "UNESCO", "UNICEF", "UPS", "URGENT", "URI", "URL", "URN", "US", "USA", "USB", "UTC", "UTF", "UUID", "UX",
    "VENDREDI", "VIH", "VIM", "VIP", "VPN", "VS", "WARNING", "WAV", "WC", "WEBP", "WHOIS", "WIFI", "WTF", "WWW",
    "XML", "XMP", "YAML", "YES", "ZEP", "ZIP",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_are_sorted() {
        assert!(KNOWN.is_sorted());
        assert!(
            is_known("PDF")
                && is_known("AOÛT")
                && is_known("XHTML")
                && !is_known("ANTAI")
                && !is_known("pdf")
        );
    }
}

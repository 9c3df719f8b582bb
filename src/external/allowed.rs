//! Decides which IP addresses may be connected to: only those of the public internet.
//!
//! The ranges are those of IANA's "Special-Purpose Address Registry" for IPv4 and for IPv6.
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The resolved addresses that may be connected to, in their order. `allowed` lists exceptions, address and port.
pub(super) fn allowed_addresses(resolved: &[SocketAddr], allowed: &[SocketAddr]) -> Vec<SocketAddr> {
    resolved.iter().copied().filter(|at| is_public(at.ip()) || allowed.contains(at)).collect()
}

/// Whether an IP address belongs to the public internet.
pub(super) fn is_public(number: IpAddr) -> bool {
    match number {
        IpAddr::V4(number) => is_public_v4(number),
        IpAddr::V6(number) => is_public_v6(number),
    }
}

fn is_public_v4(number: Ipv4Addr) -> bool {
    let [a, b, c, _] = number.octets();
    let special = match a {
        // "This" network, private use, loopback.
        0 | 10 | 127 => true,
        // Shared address space of providers.
        100 => (64..128).contains(&b),
        // Link-local; private use.
        169 => b == 254,
        172 => (16..32).contains(&b),
        // IETF protocols, documentation, the former 6to4 relays; private use.
        192 => b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99),
        // Benchmarks; documentation.
        198 => b == 18 || b == 19 || (b == 51 && c == 100),
        203 => b == 0 && c == 113,
        // Multicast, reserved, broadcast.
        _ => a >= 224,
    };
    !special
}

fn is_public_v6(number: Ipv6Addr) -> bool {
    let parts = number.segments();
    let inside = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // An embedded IPv4 address: mapped, translated (NAT64), 6to4.
        [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => inside(high, low),
        // IETF protocols, Teredo among them; documentation.
        [0x2001, second, ..] => second >= 0x200 && second != 0xdb8,
        [0x3fff, second, ..] => second >= 0x1000,
        // Global unicast addresses begin with the bits 001; loopback, link-local, private and multicast addresses do
        // not.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_dialled() {
        for public in [
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:4860::8888",
            "2a01:e0a::1",
            "64:ff9b::101:101",
            "::ffff:1.1.1.1",
            "2002:101:101::1",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.0.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "2002:7f00:1::1",
            "2002:c0a8:101::",
            "2001::1",
            "2001:db8::1",
            "2001:10::1",
            "3fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
            "5f00::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[test]
    fn an_exception_is_one_number_and_one_port() {
        let at = |text: &str| text.parse::<SocketAddr>().unwrap();
        let resolved = [at("127.0.0.1:80"), at("1.1.1.1:80"), at("127.0.0.1:81"), at("[::1]:80")];
        assert_eq!(allowed_addresses(&resolved, &[]), [at("1.1.1.1:80")]);
        assert_eq!(
            allowed_addresses(&resolved, &[at("127.0.0.1:80")]),
            [at("127.0.0.1:80"), at("1.1.1.1:80")]
        );
    }
}

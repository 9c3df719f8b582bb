//! Opens connections. A name is resolved once, the IP addresses are filtered, and only those are connected to.
use super::address::Address;
use super::allowed;
use super::certificate;
use super::limits::Network;
use super::verdict::{Reason, Verdict};
use crate::failure::Failure;
use core::net::SocketAddr;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, RootCertStore};
use std::io::{self, ErrorKind};
use std::sync::Arc;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

#[derive(Debug)]
pub(super) enum Connection {
    Plain(TcpStream),
    Secure(Box<TlsStream<TcpStream>>),
}

impl Connection {
    /// When the host's certificate expires.
    pub(super) fn certificate_ends(&self) -> Option<i64> {
        let Self::Secure(stream) = self else { return None };
        certificate::ends(stream.get_ref().1.peer_certificates()?.first()?)
    }
}

/// The TLS configuration. The trusted certificates are Mozilla's and part of the program, so that results are the same
/// on every machine.
pub(super) fn trust(network: &Network) -> Result<TlsConnector, Failure> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let failed =
        |why: rustls::Error| Failure { what: "failure-external", at: "TLS".to_owned(), why: why.to_string() };
    for root in &network.roots {
        roots.add(CertificateDer::from(root.clone())).map_err(failed)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(failed)?.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Connects to the host of an address, if that is allowed.
pub(super) async fn dial(
    address: &Address,
    network: &Network,
    trust: &TlsConnector,
) -> Result<Connection, (Verdict, Reason)> {
    let resolved: Vec<SocketAddr> = match address.number() {
        Some(number) => vec![SocketAddr::new(number, address.port())],
        None => lookup_host((address.host(), address.port()))
            .await
            .map_err(|_| (Verdict::Unreachable, Reason::Name))?
            .collect(),
    };
    if resolved.is_empty() {
        return Err((Verdict::Unreachable, Reason::Name));
    }
    let numbers = allowed::allowed_addresses(&resolved, &network.allowed);
    if numbers.is_empty() {
        return Err((Verdict::Refused, Reason::Private));
    }
    let mut last = (Verdict::Unreachable, Reason::Connect);
    for number in numbers.into_iter().take(MOST_NUMBERS) {
        match timeout(network.limits.connect, TcpStream::connect(number)).await {
            Ok(Ok(stream)) if address.is_secure() => return secure(address, stream, trust).await,
            Ok(Ok(stream)) => return Ok(Connection::Plain(stream)),
            Ok(Err(_)) => last = (Verdict::Unreachable, Reason::Connect),
            Err(_) => last = (Verdict::Flaky, Reason::Timeout),
        }
    }
    Err(last)
}

/// How many IP addresses of one name are tried.
const MOST_NUMBERS: usize = 3;

async fn secure(
    address: &Address,
    stream: TcpStream,
    trust: &TlsConnector,
) -> Result<Connection, (Verdict, Reason)> {
    let name = address.number().map_or_else(
        || ServerName::try_from(address.host().to_owned()),
        |number| Ok(ServerName::from(number)),
    );
    let name = name.map_err(|_| (Verdict::Unreachable, Reason::Name))?;
    match trust.connect(name, stream).await {
        Ok(stream) => Ok(Connection::Secure(Box::new(stream))),
        Err(why) => Err(verdict_of(&why)),
    }
}

/// The verdict on a TLS handshake that failed.
fn verdict_of(why: &io::Error) -> (Verdict, Reason) {
    let inner = why.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(
            CertificateError::Expired | CertificateError::ExpiredContext { .. },
        )) => (Verdict::Unreachable, Reason::Expired),
        Some(rustls::Error::InvalidCertificate(_)) => (Verdict::Unreachable, Reason::Certificate),
        None if matches!(
            why.kind(),
            ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::BrokenPipe
                | ErrorKind::UnexpectedEof
        ) =>
        {
            (Verdict::Flaky, Reason::Closed)
        }
        _ => (Verdict::Unreachable, Reason::Tls),
    }
}

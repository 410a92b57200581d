"""Certificates for the test server, made on the spot: a good one and those that are wrong in one way each."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.links.storingsserver import DOMEIN, OPENBAAR

GOED = OPENBAAR
VERLOPEN = "9.9.9.1"
EIGEN = "9.9.9.2"
ANDERE_NAAM = "9.9.9.3"
ONBEKEND = "9.9.9.4"


def make_contexts(folder: Path) -> tuple[trustme.CA, dict[str, ssl.SSLContext]]:
    """Return the authority that the tests trust, and the server's settings by numeric address."""
    ca = trustme.CA()
    name = f"*.{DOMEIN}"
    past = datetime.now(UTC) - timedelta(days=2)
    leaves = {
        GOED: ca.issue_cert(name),
        VERLOPEN: ca.issue_cert(name, not_before=past - timedelta(days=30), not_after=past),
        ANDERE_NAAM: ca.issue_cert("*.anders.test"),
        ONBEKEND: trustme.CA().issue_cert(name),
    }
    contexts = {numeric: ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for numeric in (*leaves, EIGEN)}
    for numeric, leaf in leaves.items():
        leaf.configure_cert(contexts[numeric])
    path = folder / "eigen.pem"
    path.write_bytes(_self_signed(name))
    contexts[EIGEN].load_cert_chain(path)
    return ca, contexts


def _self_signed(name: str) -> bytes:
    """Return a key and a certificate that vouches for itself, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    return key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate.public_bytes(pem)

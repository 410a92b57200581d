"""Certificates for the test server, made on the spot: a good one and those that are wrong in one way each."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID

from tests.links.storingsserver import DOMEIN, OPENBAAR

GOED = OPENBAAR
VERLOPEN = "9.9.9.1"
EIGEN = "9.9.9.2"
ANDERE_NAAM = "9.9.9.3"
ONBEKEND = "9.9.9.4"
# Servers that send their own certificate and not the one between it and the authority: a browser fetches that from
# where their own says it is.
TUSSEN = "9.9.9.5"
TUSSEN_BINNEN = "9.9.9.6"
TUSSEN_WEG = "9.9.9.10"
TUSSEN_VALS = "9.9.9.11"
TUSSEN_LEEG = "9.9.9.12"
UITGEVER = f"uitgever.{DOMEIN}"
_AIA = {
    TUSSEN: f"http://{UITGEVER}/tussen.cer",
    TUSSEN_BINNEN: "http://10.0.0.5/tussen.cer",
    TUSSEN_WEG: f"http://{UITGEVER}/weg.cer",
    TUSSEN_VALS: f"http://{UITGEVER}/vals.cer",
    TUSSEN_LEEG: f"http://{UITGEVER}/leeg.cer",
}
UITGIFTEN: dict[str, bytes] = {}
"""What the issuer's server has, by path: filled when the certificates are made."""


def make_contexts(folder: Path) -> tuple[Path, dict[str, ssl.SSLContext]]:
    """Return the bundle of authorities that the tests trust, and the server's settings by numeric address."""
    ca = trustme.CA()
    name = f"*.{DOMEIN}"
    past = datetime.now(UTC) - timedelta(days=2)
    leaves = {
        GOED: ca.issue_cert(name),
        VERLOPEN: ca.issue_cert(name, not_before=past - timedelta(days=30), not_after=past),
        ANDERE_NAAM: ca.issue_cert("*.anders.test"),
        ONBEKEND: trustme.CA().issue_cert(name),
    }
    contexts = {numeric: ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for numeric in (*leaves, EIGEN, *_AIA)}
    for numeric, leaf in leaves.items():
        leaf.configure_cert(contexts[numeric])
    own = _Uitgifte.make(name, None, None)
    for numeric, pem in {EIGEN: own.pem, **_without_intermediate(ca, name)}.items():
        path = folder / f"{numeric}.pem"
        path.write_bytes(pem)
        contexts[numeric].load_cert_chain(path)
    bundel = folder / "bundel.pem"
    ca.cert_pem.write_to_path(str(bundel))
    return bundel, contexts


def _without_intermediate(ca: trustme.CA, name: str) -> dict[str, bytes]:
    """Return key and certificate of servers whose issuer's own certificate has to be fetched."""
    root = _Uitgifte(
        serialization.load_pem_private_key(ca.private_key_pem.bytes(), None),  # type: ignore[arg-type]
        x509.load_pem_x509_certificate(ca.cert_pem.bytes()),
    )
    good = _Uitgifte.make("tussen", root, None, ca=True)
    fake = _Uitgifte.make("vals", None, None, ca=True)
    UITGIFTEN["/tussen.cer"] = good.certificaat.public_bytes(serialization.Encoding.DER)
    UITGIFTEN["/vals.cer"] = fake.certificaat.public_bytes(serialization.Encoding.DER)
    UITGIFTEN["/leeg.cer"] = b"geen certificaat"
    return {n: _Uitgifte.make(name, fake if n == TUSSEN_VALS else good, url).pem for n, url in _AIA.items()}


@dataclass(frozen=True)
class _Uitgifte:
    """A certificate and its key."""

    sleutel: ec.EllipticCurvePrivateKey
    certificaat: x509.Certificate

    @classmethod
    def make(cls, name: str, issuer: _Uitgifte | None, aia: str | None, *, ca: bool = False) -> _Uitgifte:
        """Return one signed by `issuer` (None: by itself) that says its issuer's is at `aia`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer.certificaat.subject if issuer else subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if aia:
            where = x509.AccessDescription(
                AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(aia)
            )
            builder = builder.add_extension(x509.AuthorityInformationAccess([where]), critical=False)
        return cls(key, builder.sign(issuer.sleutel if issuer else key, hashes.SHA256()))

    @property
    def pem(self) -> bytes:
        """The key and the certificate."""
        pem = serialization.Encoding.PEM
        key = self.sleutel.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        return key + self.certificaat.public_bytes(pem)

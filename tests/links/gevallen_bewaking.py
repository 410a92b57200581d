"""The cases that try to make the check talk to what is not the public internet."""

from __future__ import annotations

from tests.links.geval import kapot, verdacht, werkt
from tests.links.storingsserver import DOMEIN, OPENBAAR, pagina, stuur_door

STUK = "/artikel/stuk"
NIET = "geen openbaar adres"

# Numeric addresses that are never to be connected to, and what they are.
VERBODEN = {
    "127.0.0.1": "loopback",
    "127.8.9.10": "loopback, verderop",
    "0.0.0.0": "deze computer",  # noqa: S104 - nothing is bound to it
    "10.1.2.3": "privé",
    "172.16.0.1": "privé 172",
    "192.168.1.1": "privé 192",
    "100.64.0.1": "CGNAT",
    "169.254.169.254": "link-local, metadata",
    "168.63.129.16": "metadata van Azure",
    "192.0.0.8": "protocol",
    "192.0.2.1": "voorbeeld",
    "192.88.99.1": "6to4-relay",
    "198.18.0.1": "meting",
    "203.0.113.9": "voorbeeld 203",
    "224.0.0.1": "multicast",
    "255.255.255.255": "omroep",
    "::1": "loopback 6",
    "::": "deze computer 6",
    "::7f00:1": "IPv4-compatibel",
    "::ffff:127.0.0.1": "IPv4-mapped",
    "::ffff:169.254.169.254": "IPv4-mapped metadata",
    "64:ff9b::7f00:1": "NAT64",
    "64:ff9b:1::a01:203": "NAT64 plaatselijk",
    "2001::1": "Teredo",
    "2001:db8::1": "voorbeeld 6",
    "2002:7f00:1::": "6to4 loopback",
    "2002:a01:203::1": "6to4 privé",
    "fc00::1": "plaatselijk 6",
    "fe80::1%1": "link-local 6",
    "fec0::1": "plaatselijk, oud",
    "ff02::1": "multicast 6",
}

NAMEN = tuple(kapot(f"naam naar {what}", {}, NIET, adressen=([numeric],)) for numeric, what in VERBODEN.items())

LETTERLIJK = tuple(
    kapot(f"getypt {what}", {}, NIET, url=f"http://{f'[{numeric}]' if ':' in numeric else numeric}/geheim")
    for numeric, what in VERBODEN.items()
    if "%" not in numeric
)

HOPS = tuple(
    kapot(
        f"omleiding naar {what}",
        {STUK: stuur_door(302, f"http://{f'[{numeric}]' if ':' in numeric else numeric}/geheim")},
        NIET,
    )
    for numeric, what in VERBODEN.items()
    if "%" not in numeric
)

LISTEN = (
    kapot(
        "omleiding naar een naam die binnen uitkomt",
        {STUK: stuur_door(301, f"http://binnen.{DOMEIN}/geheim")},
        NIET,
        adressen=([OPENBAAR],),
    ),
    # The second look-up gives another answer: each request looks up once and keeps to what it checked.
    werkt("herbinding", {STUK: pagina()}, "200", adressen=([OPENBAAR], ["127.0.0.1"])),
    kapot(
        "herbinding bij de omleiding",
        {STUK: stuur_door(302, "/b/c"), "/b/c": pagina()},
        NIET,
        adressen=([OPENBAAR], ["127.0.0.1"]),
    ),
    werkt("een van beide openbaar", {STUK: pagina()}, "200", adressen=(["127.0.0.1", "64:ff9b::909:909", OPENBAAR],)),
    kapot("getal als host", {}, NIET, url="http://2130706433/geheim", adressen=(["127.0.0.1"],)),
    kapot("zestientallig", {}, NIET, url="http://0x7f.1/geheim", adressen=(["127.0.0.1"],)),
    kapot("vreemde poort", {}, "Poort 8080 is geen gewone poort", url=f"http://poort.{DOMEIN}:8080/"),
    kapot("poort van de ander", {}, "Poort 443", url=f"http://poort.{DOMEIN}:443/"),
    kapot("wachtwoord", {}, "gebruikersnaam of wachtwoord", url=f"http://jan:geheim@pw.{DOMEIN}/"),
    kapot("naam voor de apenstaart", {}, "gebruikersnaam of wachtwoord", url=f"http://pw.{DOMEIN}@127.0.0.1/"),
    kapot("backslash", {}, "niet te lezen", url=f"http://127.0.0.1\\.pw.{DOMEIN}/"),
    kapot("bestand", {}, "'file' is geen webadres", url="file:///etc/passwd"),
    kapot("ftp", {}, "'ftp' is geen webadres", url=f"ftp://pw.{DOMEIN}/"),
    kapot("halve letter", {}, "niet te lezen", url=f"http://pw.{DOMEIN}/\udc80"),
    kapot("zonder begin", {}, "'www.nctv.nl' is geen webadres", url="www.nctv.nl"),
    kapot("geen webserver", {}, "niet te lezen", url="http:///pad"),
    kapot("halve IPv6", {}, "niet te lezen", url="http://[::1/pad#deel"),
    kapot("poort te groot", {}, "niet te lezen", url=f"http://pw.{DOMEIN}:99999/"),
    kapot("lege regel in de host", {}, "niet te lezen", url=f"http://a b.{DOMEIN}/"),
    verdacht("omleiding met wachtwoord", {STUK: stuur_door(302, f"http://a:b@pw.{DOMEIN}/")}, "wachtwoord"),
    verdacht("omleiding naar bestand", {STUK: stuur_door(302, "file:///etc/passwd")}, "'file'"),
    verdacht("omleiding onleesbaar", {STUK: stuur_door(302, "http://[::1/")}, "niet te lezen"),
)

BEWAKING = NAMEN + LETTERLIJK + HOPS + LISTEN

"""How a contact point is shown."""

from __future__ import annotations

from handreiking.soorten.soort import Kaart, Kaartrij

CONTACTKAART = Kaart(
    kop="naam",
    inleiding="waarvoor",
    sectie="Contact",
    meer="Meer punten, en de bronnen",
    in_zoeken="Contact",
    bereik=(
        Kaartrij("Telefoon", "telefoon", "material/phone-outline"),
        Kaartrij("Mail", "mail", "material/email-outline"),
        Kaartrij("Web", "webadres", "material/web", tekst="webtitel", van="webuitgever"),
        Kaartrij("Uren", "uren", "material/clock-outline"),
    ),
    rest=(
        Kaartrij("Voor wie", "voor_wie"),
        Kaartrij("Waar", "gebied", heel=False),
        Kaartrij("Eerder", "eerder"),
        Kaartrij("Van", "uitgever", heel=True),
        Kaartrij("Bron", "bron", heel=True),
        Kaartrij("Beoordeeld", "beoordeeld", heel=True),
        Kaartrij("Staat op", "onderwerpen", heel=True),
    ),
    sinds=True,
    groep="gebied",
    zonder_groep="Heel Nederland",
    bij="gebied",
    zoekwoorden="zoekwoorden",
    gezocht=("voor_wie", "telefoon", "mail", "webadres"),
)

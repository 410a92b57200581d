"""The addresses in the data, each looked at once: fetched behind a guard, judged in Dutch with its evidence.

The way of an address: `Doel` → guarded request (`bewaking`, `verbinding`, `ophalen`) → `Antwoord` → `Uitslag`
(`oordeel`), many at a time (`controle`) and from week to week (`geheugen`). Every threshold and phrase that
decides stands in `drempels`; the network and the clock come in by `omgeving`.
"""

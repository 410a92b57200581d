"""The addresses in the data, each looked at once: fetched behind a guard, judged in Dutch with its evidence.

The way of an address: `Doel` → guarded request (`bewaking`, `verbinding`, `ophalen`) → `Antwoord` → `Uitslag`
(`herkenning`, `vergelijking`, `oordeel`), many at a time (`controle`) and from week to week (`geheugen`). Every
threshold that decides stands in `drempels`, every phrase in `herkenning.yaml`; the network and the clock come in by
`omgeving`. The links within the built site are LinkChecker's (`sitecheck`).
"""

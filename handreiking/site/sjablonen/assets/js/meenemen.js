// Neem mee: de knoppen bij onderwerpen en instrumenten, en de lijst voor een overleg. De keuze blijft in de browser.
(function () {
  "use strict";
  // Elke site haar eigen keuze, ook als er meer op één server staan.
  const SLEUTEL = "meenemen " + new URL("../../", document.currentScript.src).pathname;
  const lijst = document.getElementById("pagina-meenemen");
  let keuze = [];
  let onthoudt = true;

  const ontleed = (tekst) => [...new Set((tekst || "").match(/[a-z0-9/-]+/g))];
  // De link naar de lijst noemt de keuze ook, voor een browser die niets bewaart; achter het hekje, dus onverstuurd.
  const alsAdres = () => "#lijst=" + keuze;

  function lees() {
    try { if (onthoudt) keuze = ontleed(localStorage.getItem(SLEUTEL)); } catch { onthoudt = false; }
  }

  function bewaar(ids) {
    keuze = ids;
    try {
      if (ids[0]) localStorage.setItem(SLEUTEL, ids);
      else localStorage.removeItem(SLEUTEL);
    } catch { onthoudt = false; }
  }

  const zonder = (id) => keuze.filter((ander) => ander !== id);

  function toonKnoppen() {
    lees();
    const link = document.getElementById("pagina-uwlijst");
    const gekozen = new Set(keuze);
    for (const knop of document.querySelectorAll("[data-neemmee]")) {
      const aan = gekozen.has(knop.dataset.neemmee);
      knop.setAttribute("aria-pressed", aan);
      knop.firstElementChild.textContent = aan ? "Op uw lijst" : "Neem mee";
      knop.hidden = false;
    }
    link.hash = alsAdres();
    link.lastElementChild.textContent = "Uw lijst (" + keuze.length + ")";
    link.hidden = !keuze[0];
  }

  function kies({ target }) {
    const knop = target.closest("[data-neemmee]");
    if (!knop) return;
    const id = knop.dataset.neemmee;
    lees();
    bewaar(keuze.includes(id) ? zonder(id) : [...keuze, id]);
    toonKnoppen();
  }

  const zoek = (wat) => [...lijst.querySelectorAll(wat)];
  let vorige = [];

  function toonLijst(ids, melding, terug) {
    bewaar(ids);
    vorige = terug;
    const gekozen = new Set(ids);
    for (const regel of zoek("[data-mee]")) regel.hidden = !gekozen.has(regel.dataset.mee);
    for (const vak of zoek(".vak")) vak.hidden = !vak.querySelector("[data-mee]:not([hidden])");
    for (const knop of zoek("[name=terug]")) knop.hidden = !terug[0];
    for (const knop of zoek("[data-kopieer]")) knop.dataset.kopieer = alsAdres();
    lijst.dataset.stand = ids[0] ? "gevuld" : "leeg";
    zoek("[role=status]")[0].textContent = melding + (ids[0] ? "Op uw lijst: " + ids.length + "." : "Uw lijst is leeg.");
    zoek(".vluchtig")[0].hidden = onthoudt;
    history.replaceState(null, "", onthoudt ? location.pathname : alsAdres());
  }

  // Wat in de link staat, komt bij de eigen lijst; dat is terug te draaien. Wat niet meer bestaat, valt weg.
  function open() {
    lees();
    const uitLink = ontleed(new URLSearchParams(location.hash.slice(1)).get("lijst"));
    const alle = new Set([...keuze, ...uitLink]);
    const ids = zoek("[data-mee]").map((regel) => regel.dataset.mee).filter((id) => alle.has(id));
    const erbij = keuze[0] && ids.filter((id) => !keuze.includes(id)).length;
    const weg = alle.size - ids.length;
    const verdwenen = weg === 1 ? "1 keuze bestaat niet meer en is" : weg + " keuzes bestaan niet meer en zijn";
    const melding = (erbij ? "Toegevoegd uit de link: " + erbij + ". " : "") + (weg ? verdwenen + " weggehaald. " : "");
    toonLijst(ids, melding, erbij ? keuze : []);
  }

  const DOEN = {
    afdrukken: () => print(),
    wis: () => toonLijst([], "", keuze),
    terug: () => toonLijst(vorige, "", []),
    haalweg(knop) {
      const knoppen = zoek("[data-mee]:not([hidden]) [name=haalweg]");
      const plek = knoppen.indexOf(knop);
      toonLijst(zonder(knop.value), "Weggehaald. ", keuze);
      return knoppen[plek + 1] || knoppen[plek - 1];
    },
  };

  function doe({ target }) {
    const knop = target.closest("[name]");
    const buur = knop && DOEN[knop.name] && DOEN[knop.name](knop);
    // Wie een knop gebruikt die daarna weg is, houdt een plek op de pagina.
    if (knop && !knop.offsetParent) (buur || zoek("[role=status]")[0]).focus();
  }

  const toon = lijst ? open : toonKnoppen;
  toon();
  (lijst || document).addEventListener("click", lijst ? doe : kies);
  addEventListener("storage", toon);
  addEventListener("hashchange", toon);
  addEventListener("pageshow", ({ persisted }) => persisted && toon());
  // Het hele adres van een onderwerp is pas bekend waar de site staat; van de eigen schijf zegt het niets.
  for (const adres of document.querySelectorAll("[data-adres]")) {
    if (location.protocol !== "file:") adres.textContent = adres.parentElement.querySelector("a").href;
  }
})();

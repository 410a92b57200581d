// Zoeken: de knop, het venster en de resultaten. De zoekmachine en haar woorden worden pas geladen als iemand zoekt.
(function () {
  "use strict";
  const wortel = new URL("../../", document.currentScript.src);
  const BESTANDEN = document.currentScript.dataset.bestanden.trim().split(" ");
  const PER_KEER = 10;
  const WOORD = /[\p{L}\p{M}\p{N}]+/gu;

  // Een resultaat -------------------------------------------------------------------------------------------

  function kort(zin, eerste) {
    const begin = zin.length > 240 && eerste > 120 ? zin.indexOf(" ", eerste - 80) + 1 : 0;
    const eind = zin.length - begin > 240 ? zin.lastIndexOf(" ", begin + 240) : zin.length;
    return (begin ? "… " : "") + zin.slice(begin, eind) + (eind < zin.length ? " …" : "");
  }

  function metMarkering(houder, tekst, raak) {
    let vanaf = 0;
    for (const gevonden of tekst.matchAll(WOORD)) {
      if (!raak(gevonden[0])) continue;
      const mark = document.createElement("mark");
      mark.textContent = gevonden[0];
      houder.append(tekst.slice(vanaf, gevonden.index), mark);
      vanaf = gevonden.index + gevonden[0].length;
    }
    houder.append(tekst.slice(vanaf));
    return houder;
  }

  function maak(naam, klasse, ...kinderen) {
    const element = document.createElement(naam);
    if (klasse) element.className = klasse;
    element.append(...kinderen);
    return element;
  }

  function link(adres, tekst, raak) {
    const element = maak("a");
    element.href = new URL(adres, wortel);
    return metMarkering(element, tekst, raak);
  }

  function toonTreffer({ stuk, raak, zin, anker, kop }) {
    const eerste = [...zin.matchAll(WOORD)].find((gevonden) => raak(gevonden[0]));
    const regel = maak("li", "", maak("p", "titel", link(stuk.adres, stuk.titel, raak)));
    regel.append(maak("p", "soort", stuk.soort + (stuk.bij ? " · " + stuk.bij : "")));
    if (stuk.thema) regel.dataset.thema = stuk.thema;
    if (zin) regel.append(metMarkering(maak("p"), kort(zin, eerste ? eerste.index : 0), raak));
    if (anker) regel.append(maak("p", "onder", "Onder: ", link(stuk.adres + "#" + anker, kop, raak)));
    return regel;
  }

  // Het venster ---------------------------------------------------------------------------------------------

  const laden = (bestand) => new Promise(function (gelukt, mislukt) {
    const script = document.createElement("script");
    script.src = bestand;
    script.onload = gelukt;
    script.onerror = mislukt;
    document.head.append(script);
  });

  function start() {
    const knop = document.getElementById("pagina-zoekknop");
    const venster = document.getElementById("pagina-zoeken");
    if (!knop || !venster || !venster.showModal) return;
    const [formulier, veld, stand, lijst, meer, hint, niets] =
      ["form", "input", ".stand", ".treffers", ".meer", ".hint", ".niets"].map((wat) => venster.querySelector(wat));
    let zoeker = null;
    let bezig = null;
    let treffers = [];
    let wacht = 0;
    let straks = 0;

    function haalOp() {
      bezig = bezig || Promise.all(BESTANDEN.map(laden)).then(function () {
        zoeker = handreikingZoekmachine(handreikingZoekgegevens);
        toon();
      }).catch(function () {
        bezig = null;
        meld("Zoeken lukt nu niet. Sluit dit venster en probeer het opnieuw, of gebruik het menu.");
      });
    }

    // Wie luistert, hoort het aantal pas als het typen even stilvalt.
    function meld(tekst) {
      clearTimeout(straks);
      straks = setTimeout(() => { stand.textContent = tekst; }, 400);
    }

    function toonMeer() {
      const vanaf = lijst.children.length;
      lijst.append(...treffers.slice(vanaf, vanaf + PER_KEER).map((treffer) => toonTreffer(zoeker.metZin(treffer))));
      meer.hidden = lijst.children.length >= treffers.length;
      return lijst.children[vanaf];
    }

    function toon() {
      clearTimeout(wacht);
      wacht = 0;
      const vraag = veld.value.trim();
      if (!zoeker) return meld(vraag ? "De zoekfunctie wordt geladen." : "");
      treffers = vraag.length > 1 ? zoeker.zoek(vraag) : [];
      lijst.replaceChildren();
      lijst.hidden = !treffers.length;
      toonMeer();
      venster.scrollTop = 0;
      hint.hidden = vraag !== "";
      niets.hidden = vraag.length < 2 || treffers.length > 0;
      meld(!niets.hidden ? "Niets gevonden." : !treffers.length ? "" : treffers.length === 1 ? "1 resultaat" : treffers.length + " resultaten");
    }

    // Met de pijlen van het veld door de titels, en terug.
    function stap(gebeurtenis) {
      // Wie het veld verlaat, moet niet in een lijst komen die nog wordt vervangen.
      if (wacht && ["ArrowDown", "ArrowUp", "Tab"].includes(gebeurtenis.key)) toon();
      const richting = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
      const plekken = [veld, ...lijst.querySelectorAll(".titel a")];
      const hier = plekken.indexOf(document.activeElement);
      if (!richting || hier < 0 || !plekken[hier + richting]) return;
      gebeurtenis.preventDefault();
      plekken[hier + richting].focus();
    }

    knop.addEventListener("click", function () {
      venster.showModal();
      veld.focus();
      veld.select();
      haalOp();
    });
    veld.addEventListener("input", function () {
      clearTimeout(wacht);
      wacht = setTimeout(toon, 80);
    });
    formulier.addEventListener("submit", function (gebeurtenis) {
      gebeurtenis.preventDefault();
      toon();
      const eerste = lijst.querySelector("a");
      if (eerste) eerste.focus();
    });
    meer.addEventListener("click", () => toonMeer().querySelector("a").focus());
    venster.addEventListener("keydown", stap);
    venster.querySelector(".sluiten").addEventListener("click", () => venster.close());
    venster.addEventListener("click", function (gebeurtenis) {
      const buiten = gebeurtenis.target === venster;
      const naarHier = gebeurtenis.target.closest("a") && gebeurtenis.target.closest("a").pathname === location.pathname;
      if (buiten || naarHier) venster.close();
    });
    knop.hidden = false;
  }

  start();
})();

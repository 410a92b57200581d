// Zoeken: de knop, het venster en de resultaten. De zoekmachine en haar woorden worden pas geladen als iemand zoekt.
// Wat u typt, blijft in het geheugen van deze pagina: het staat in geen adres, in geen geschiedenis en in geen opslag.
// Bewaart de browser een verlaten pagina in zijn geheugen, dan brengt Terug de resultaten terug; anders is het veld leeg.
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

  // De zoekmachine --------------------------------------------------------------------------------------------

  const laden = (bestand) => new Promise(function (gelukt, mislukt) {
    const script = document.createElement("script");
    script.src = bestand;
    script.onload = gelukt;
    script.onerror = mislukt;
    document.head.append(script);
  });

  let bezig = null;

  // Ook het filter van de instrumenten zoekt hiermee. Wat mislukt, mag later opnieuw.
  window.handreikingZoeker = function () {
    bezig = bezig || Promise.all(BESTANDEN.map(laden)).then(() => handreikingZoekmachine(handreikingZoekgegevens)).catch(function (fout) {
      bezig = null;
      throw fout;
    });
    return bezig;
  };

  // Het venster ---------------------------------------------------------------------------------------------

  const resultaten = (aantal) => aantal === 1 ? "1 resultaat" : aantal + " resultaten";
  const gehaald = (woorden) => woorden.map((woord) => "“" + woord + "”").join(" en ");

  function uitslag(vraag, { treffers, lijkt, zonder }) {
    const mist = zonder.length ? " Nergens staat " + gehaald(zonder) + "." : "";
    if (treffers.length) return resultaten(treffers.length) + (lijkt.length ? ", en " + lijkt.length + " die erop lijken." : ".") + mist;
    return "Niets gevonden met " + gehaald([vraag]) + "." + (lijkt.length ? " Wel " + resultaten(lijkt.length) + " die erop lijken." + mist : "");
  }

  function start() {
    const knop = document.getElementById("pagina-zoekknop");
    const venster = document.getElementById("pagina-zoeken");
    if (!knop || !venster || !venster.showModal) return;
    const [formulier, veld, stand, ook, lijst, meer, opLijkt, hint, uitweg] =
      ["form", "input", ".stand", ".ook", ".treffers", ".meer", ".lijkt", ".hint", ".uitweg"].map((wat) => venster.querySelector(wat));
    let zoeker = null;
    let mislukt = false;
    let gezocht = "";
    let treffers = [];
    let terugNaar = "";
    let wacht = 0;
    let straks = 0;

    function haalOp() {
      mislukt = false;
      window.handreikingZoeker().then((klaar) => { zoeker = klaar; }, () => { mislukt = true; }).then(toon);
    }

    // Wie luistert, hoort het aantal pas als het typen even stilvalt.
    function meld(tekst) {
      clearTimeout(straks);
      straks = setTimeout(() => { stand.textContent = tekst; }, 400);
    }

    const alsRegels = (rij) => rij.map((treffer) => toonTreffer(zoeker.metZin(treffer)));

    function toonMeer() {
      const vanaf = lijst.children.length;
      lijst.append(...alsRegels(treffers.slice(vanaf, vanaf + PER_KEER)));
      meer.hidden = lijst.children.length >= treffers.length;
      return lijst.children[vanaf];
    }

    function toonLijkt(vraag, rij) {
      opLijkt.hidden = !rij.length;
      opLijkt.firstElementChild.textContent = "Lijkt op " + gehaald([vraag]);
      opLijkt.lastElementChild.replaceChildren(...alsRegels(rij));
    }

    function toon() {
      clearTimeout(wacht);
      wacht = 0;
      gezocht = veld.value;
      const vraag = gezocht.trim();
      hint.hidden = mislukt || vraag !== "";
      uitweg.hidden = !mislukt;
      if (mislukt) return meld("Zoeken lukt nu niet. Sluit dit venster en probeer het opnieuw.");
      if (!zoeker) return meld(vraag ? "De zoekfunctie wordt geladen." : "");
      const gevonden = vraag.length > 1 ? zoeker.zoek(vraag) : { treffers: [], lijkt: [], ook: [], zonder: [] };
      gevonden.lijkt = gevonden.lijkt.slice(0, PER_KEER);
      treffers = gevonden.treffers;
      lijst.replaceChildren();
      lijst.hidden = !treffers.length;
      toonMeer();
      toonLijkt(vraag, gevonden.lijkt);
      ook.hidden = !gevonden.ook.length;
      ook.textContent = "Ook gezocht met: " + gevonden.ook.join(", ") + ".";
      uitweg.hidden = vraag.length < 2 || treffers.length > 0;
      venster.scrollTop = 0;
      meld(vraag.length < 2 ? "" : uitslag(vraag, gevonden));
    }

    // Met de pijlen van het veld door de titels, en terug. Niet elke browser sluit met Escape als de cursor in het veld staat.
    function stap(gebeurtenis) {
      if (gebeurtenis.key === "Escape" && !gebeurtenis.isComposing) {
        gebeurtenis.preventDefault();
        return venster.close();
      }
      // Wie het veld verlaat, moet niet in een lijst komen die nog wordt vervangen.
      if (wacht && ["ArrowDown", "ArrowUp", "Tab"].includes(gebeurtenis.key)) toon();
      const richting = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
      const plekken = [veld, ...venster.querySelectorAll(".titel a")];
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
      const eerste = venster.querySelector(".titel a");
      if (eerste) eerste.focus();
    });
    meer.addEventListener("click", () => toonMeer().querySelector("a").focus());
    venster.addEventListener("keydown", stap);
    venster.querySelector(".sluiten").addEventListener("click", () => venster.close());
    venster.addEventListener("click", function (gebeurtenis) {
      const link = gebeurtenis.target.closest("a");
      const naarHier = link && link.pathname === location.pathname;
      if (naarHier) terugNaar = location.href;
      if (naarHier || gebeurtenis.target === venster) venster.close();
    });
    // Terug van een resultaat op deze pagina, of op een andere: een browser die de pagina bewaarde, kan het veld gewist hebben.
    addEventListener("hashchange", function () {
      if (location.href !== terugNaar) return;
      terugNaar = "";
      venster.showModal();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(() => { veld.value = gezocht; }));
    knop.hidden = false;
  }

  start();
})();

// Instrumenten filteren en ordenen. Wat u kiest staat in het adres, achter het hekje: dat wordt nooit verstuurd. Wat u typt
// staat er niet in, en ook niet in de geschiedenis; alleen in de link die u zelf kopieert.
(function () {
  "use strict";
  const BEGIN = "#filter?";
  const FACETTEN = ["thema", "onderwerp", "soort", "toegang", "uitgever"];
  const formulier = document.getElementById("pagina-filter");
  const uitkomst = document.getElementById("pagina-uitslag");
  const [tekstveld, uitklap] = ["[type=search]", "details"].map((wat) => formulier.querySelector(wat));
  const [stand, gekozen, kopieer] = ["[role=status]", ".gekozen", "[data-kopieer]"].map((wat) => uitkomst.querySelector(wat));
  const geordend = document.getElementById("pagina-geordend");
  const opties = [...formulier.querySelectorAll("[data-telt]")];
  const vouw = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rijen = Array.from(document.querySelectorAll(".overzicht > li"), (li) => ({
    li,
    lijst: li.parentElement,
    tekst: vouw(li.dataset.tekst),
    bij: FACETTEN.map((facet) => li.dataset["bij" + facet].split(" ")),
  }));
  let volgorde = "";
  let zoeker = null;
  let alsof = false;
  let getypt = "";
  let wacht = 0;
  let straks = 0;

  const uitAdres = () => new URLSearchParams(location.hash.startsWith(BEGIN) ? location.hash.slice(BEGIN.length) : "");
  const uitFormulier = () => new URLSearchParams([...new FormData(formulier)].filter(([, waarde]) => waarde.trim()));

  function zonderTekst(keuze) {
    const rest = new URLSearchParams(keuze);
    rest.delete("tekst");
    return String(rest);
  }

  const zetAdres = (hoe, keuze) => history[hoe](null, "", zonderTekst(keuze) ? BEGIN + zonderTekst(keuze) : location.pathname);

  // Het adres zegt niets over wat er getypt is, dus dat blijft staan; een oude of gemailde link zegt het wel.
  function vul(keuze, ookTekst) {
    for (const veld of formulier.elements) {
      if (veld === tekstveld && !ookTekst && !keuze.has("tekst")) continue;
      if (veld.type === "checkbox") veld.checked = keuze.getAll(veld.name).includes(veld.value);
      else if (veld.name) veld.value = keuze.get(veld.name) || "";
      if (veld.selectedIndex < 0) veld.selectedIndex = 0;
    }
  }

  function namen(keuze, facet) {
    return keuze.getAll(facet).map(function (waarde) {
      const optie = opties.find(({ dataset }) => dataset.telt === facet + " " + waarde);
      return optie ? optie.dataset.naam : "“" + waarde + "”";
    }).join(" of ");
  }

  // Wat er bij de woorden hoort: waar ze letterlijk staan, en wat de zoekmachine van de site met al die woorden vindt.
  // Is dat er niet, dan wat erop lijkt.
  function zoek(vraag) {
    const woorden = vouw(vraag).split(/\s+/);
    const raak = new Set(rijen.filter(({ tekst }) => woorden.every((woord) => tekst.includes(woord))).map(({ li }) => li.id));
    const gevonden = zoeker && vraag.length > 1 ? zoeker.zoek(vraag) : { zonder: [true] };
    alsof = false;
    if (gevonden.zonder.length) return raak;
    const eigen = ({ stuk }) => stuk.soort === "Instrument";
    const doe = (treffers) => treffers.forEach(({ stuk }) => raak.add(stuk.adres.split("#")[1]));
    doe(gevonden.treffers.filter((treffer) => eigen(treffer) && treffer.dekking === 1));
    alsof = !raak.size;
    if (alsof) doe([...gevonden.treffers, ...gevonden.lijkt].filter(eigen));
    return raak;
  }

  // Een rij die door één filter wegvalt, telt mee voor wat daar te kiezen is.
  function filter(keuze) {
    const telling = {};
    const tel = (wat) => { telling[wat] = (telling[wat] || 0) + 1; };
    const gevraagd = FACETTEN.map((facet) => keuze.getAll(facet));
    const vraag = (keuze.get("tekst") || "").trim();
    const raak = zoek(vraag);
    for (const { li, bij } of rijen) {
      const mist = FACETTEN.filter((_, f) => gevraagd[f][0] && !gevraagd[f].some((id) => bij[f].includes(id)));
      if (!raak.has(li.id)) mist.push("tekst");
      li.hidden = mist[0];
      if (!mist[1]) tel(mist[0] || "over");
      FACETTEN.forEach((facet, f) => mist.every((weg) => weg === facet) && bij[f].forEach((id) => tel(facet + " " + id)));
    }
    return telling;
  }

  const VOLGORDES = {
    titel: () => 0,
    uitgever: (een, ander) => een.uitgever.localeCompare(ander.uitgever),
    nieuw: (een, ander) => ander.toegevoegd.localeCompare(een.toegevoegd),
  };

  function orden({ value, selectedOptions }) {
    if (value === volgorde) return;
    volgorde = value;
    if (!value) return rijen.forEach(({ li, lijst }) => lijst.append(li));
    const eerst = VOLGORDES[value];
    const opRij = [...rijen].sort((een, ander) => eerst(een.li.dataset, ander.li.dataset) || (een.tekst > ander.tekst ? 1 : -1));
    geordend.lastElementChild.append(...opRij.map(({ li }) => li));
    geordend.firstElementChild.textContent = selectedOptions[0].text;
  }

  function uitslag(keuze, telling) {
    const alle = rijen.length + (rijen.length === 1 ? " instrument" : " instrumenten");
    if (telling.over) return telling.over < rijen.length ? telling.over + " van " + alle + (alsof ? ", die erop lijken" : "") : alle;
    const [beste] = [...keuze.keys()].filter((facet) => telling[facet]).sort((een, ander) => telling[ander] - telling[een]);
    if (!beste) return "Niets gevonden. Haal meer dan één filter weg.";
    return "Niets gevonden. Haal het filter " + namen(keuze, beste) + " weg, dan ziet u er " + telling[beste] + ".";
  }

  function toon() {
    const keuze = uitFormulier();
    const telling = filter(keuze);
    getypt = tekstveld.value;
    orden(formulier.elements.volgorde);
    for (const vak of document.querySelectorAll(".vak")) vak.hidden = !vak.querySelector(".instrument:not([hidden])");
    for (const optie of opties) optie.textContent = optie.dataset.naam + " (" + (telling[optie.dataset.telt] || 0) + ")";
    for (const knop of gekozen.querySelectorAll("[value]")) {
      knop.hidden = !keuze.has(knop.value);
      knop.lastElementChild.textContent = namen(keuze, knop.value);
    }
    kopieer.dataset.kopieer = BEGIN + keuze;
    kopieer.parentElement.querySelector("[role=status]").textContent = "";
    // Op papier staat hoe de lijst is gefilterd.
    const gevraagd = [...gekozen.querySelectorAll("[value]:not([hidden])")].map((knop) => knop.lastElementChild.textContent);
    uitkomst.lastElementChild.textContent = gevraagd[0] ? "Gefilterd op: " + gevraagd.join("; ") : "";
    // Wie luistert, hoort de uitslag pas als het typen even stilvalt.
    clearTimeout(straks);
    straks = setTimeout(() => { stand.textContent = uitslag(keuze, telling); }, 400);
    return keuze;
  }

  // Een keuze is een stap terug in de browser; wat er getypt wordt niet.
  function verander() {
    clearTimeout(wacht);
    const keuze = toon();
    if (zonderTekst(keuze) !== String(uitAdres())) zetAdres("pushState", keuze);
  }

  function leesAdres(metTekst) {
    const keuze = uitAdres();
    vul(keuze, metTekst);
    if (keuze.has("tekst")) zetAdres("replaceState", keuze);
    toon();
  }

  // Een anker van een instrument moet te zien zijn, dus dan geldt geen filter; een anker van de pagina laat alles zo.
  function volgAdres() {
    if (location.hash.startsWith("#pagina-")) return;
    const doel = document.getElementById(location.hash.slice(1));
    leesAdres(doel);
    if (doel) doel.scrollIntoView();
  }

  // De zoekmachine komt pas als iemand in het veld gaat staan; zonder haar telt alleen wat er letterlijk staat.
  tekstveld.addEventListener("focus", function () {
    if (window.handreikingZoeker) window.handreikingZoeker().then(function (klaar) {
      zoeker = klaar;
      if (tekstveld.value.trim()) toon();
    }, () => {});
  });
  formulier.addEventListener("input", function ({ target }) {
    clearTimeout(wacht);
    if (target === tekstveld) wacht = setTimeout(verander, 200);
    else verander();
  });
  formulier.addEventListener("submit", function (gebeurtenis) {
    gebeurtenis.preventDefault();
    verander();
  });
  gekozen.addEventListener("click", function ({ target }) {
    const knop = target.closest("button");
    const keuze = uitFormulier();
    if (!knop) return;
    keuze.delete(knop.value);
    vul(knop.value ? keuze : new URLSearchParams(), true);
    verander();
    stand.focus();
  });
  addEventListener("hashchange", volgAdres);
  // Een browser die de pagina bewaarde, kan het formulier leeg hebben gemaakt.
  addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(function () {
    tekstveld.value = getypt;
    leesAdres();
  }));

  leesAdres(true);
  document.querySelector(".sprong").hidden = true;
  formulier.hidden = uitkomst.hidden = false;
})();

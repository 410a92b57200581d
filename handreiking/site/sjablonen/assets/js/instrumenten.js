// Instrumenten filteren en ordenen. De keuze staat in het adres, achter het hekje: dat wordt nooit verstuurd.
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
  let wacht = 0;
  let straks = 0;

  const uitAdres = () => new URLSearchParams(location.hash.startsWith(BEGIN) ? location.hash.slice(BEGIN.length) : "");
  const uitFormulier = () => new URLSearchParams([...new FormData(formulier)].filter(([, waarde]) => waarde.trim()));

  function vul(keuze) {
    for (const veld of formulier.elements) {
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

  // Een rij die door één filter wegvalt, telt mee voor wat daar te kiezen is.
  function filter(keuze) {
    const telling = {};
    const tel = (wat) => { telling[wat] = (telling[wat] || 0) + 1; };
    const gevraagd = FACETTEN.map((facet) => keuze.getAll(facet));
    const woorden = vouw(keuze.get("tekst") || "").split(/\s+/);
    for (const { li, tekst, bij } of rijen) {
      const mist = FACETTEN.filter((_, f) => gevraagd[f][0] && !gevraagd[f].some((id) => bij[f].includes(id)));
      if (!woorden.every((woord) => tekst.includes(woord))) mist.push("tekst");
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
    if (telling.over) return telling.over < rijen.length ? telling.over + " van " + alle : alle;
    const [beste] = [...keuze.keys()].filter((facet) => telling[facet]).sort((een, ander) => telling[ander] - telling[een]);
    if (!beste) return "Niets gevonden. Haal meer dan één filter weg.";
    return "Niets gevonden. Haal het filter " + namen(keuze, beste) + " weg, dan ziet u er " + telling[beste] + ".";
  }

  function toon() {
    const keuze = uitFormulier();
    const telling = filter(keuze);
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
    return String(keuze);
  }

  // Een letter erbij is geen nieuwe stap terug in de browser; een andere keuze wel.
  function verander(typt) {
    clearTimeout(wacht);
    const keuze = toon();
    const was = uitAdres();
    const stap = typt && was.has("tekst") ? "replaceState" : "pushState";
    if (keuze !== String(was)) history[stap](null, "", keuze ? BEGIN + keuze : location.pathname);
  }

  // Een anker van een instrument moet te zien zijn, dus dan geldt geen filter; een anker van de pagina laat alles zo.
  function volgAdres() {
    if (location.hash.startsWith("#pagina-")) return;
    vul(uitAdres());
    toon();
    const doel = document.getElementById(location.hash.slice(1));
    if (doel) doel.scrollIntoView();
  }

  formulier.addEventListener("input", function ({ target }) {
    clearTimeout(wacht);
    if (target === tekstveld) wacht = setTimeout(verander, 200, true);
    else verander();
  });
  formulier.addEventListener("submit", function (gebeurtenis) {
    gebeurtenis.preventDefault();
    verander(true);
  });
  gekozen.addEventListener("click", function ({ target }) {
    const knop = target.closest("button");
    const keuze = uitFormulier();
    if (!knop) return;
    keuze.delete(knop.value);
    vul(knop.value ? keuze : new URLSearchParams());
    verander();
    stand.focus();
  });
  addEventListener("hashchange", volgAdres);

  vul(uitAdres());
  toon();
  document.querySelector(".sprong").hidden = true;
  formulier.hidden = uitkomst.hidden = false;
})();

// De zelfscan: de uitkomst bij de antwoorden, en antwoorden onthouden, bewaren en openen. Er wordt niets verstuurd.
// De antwoorden zijn wat in het formulier is aangekruist; daarnaast wordt niets bijgehouden.
(function () {
  "use strict";
  const FORMAAT = "handreiking-zelfscan";
  const VERSIE = 1;
  const WAARDEN = ["ja", "deels", "nee", "nvt"];
  const GROOTST = 1e6;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  const vind = (wat, waar = document) => waar.querySelector(wat);
  const alle = (wat, waar = document) => [...waar.querySelectorAll(wat)];
  const formulier = vind("#pagina-zelfscan");
  const vluchtig = vind("#pagina-zelfscan-vluchtig");
  const { titel, stand } = formulier.dataset;
  // Twee handreikingen op één adres, zoals van een schijf, houden zo elk hun eigen antwoorden.
  const SLEUTEL = "zelfscan:" + titel;
  const namen = (waar) => [...new Set(alle("input", waar).map((keuze) => keuze.name))];
  const stellingen = namen(formulier);
  const onderwerpen = alle("[data-onderwerp]", formulier).map(function (deel) {
    const hetzelfde = "[data-onderwerp='" + deel.dataset.onderwerp + "']";
    return { namen: namen(deel), regel: vind(".winst " + hetzelfde), groep: vind(".acties " + hetzelfde) };
  });

  // Tellen --------------------------------------------------------------------------------------------------

  const antwoord = (naam) => formulier.elements.namedItem(naam).value;
  const leeg = () => !stellingen.some(antwoord);

  function tel(welke) {
    const aantal = { ja: 0, deels: 0, nee: 0, nvt: 0, open: 0 };
    for (const naam of welke) aantal[antwoord(naam) || "open"] += 1;
    return aantal;
  }

  function inWoorden(aantal) {
    return ["nee", "deels", "ja", "open"].filter((wat) => aantal[wat]).map((wat) => aantal[wat] + " " + wat).join(", ");
  }

  // De uitkomst ---------------------------------------------------------------------------------------------

  const beantwoord = (welke) => welke.filter(antwoord).length + " van " + welke.length + " beantwoord";

  function toonThema(rij) {
    const thema = vind("section[data-thema='" + rij.dataset.thema + "']", formulier);
    const welke = namen(thema);
    const aantal = tel(welke);
    for (const plek of alle(".beantwoord", thema)) plek.textContent = beantwoord(welke);
    for (const cel of alle("td", rij)) cel.textContent = aantal[cel.dataset.antwoord];
    for (const stuk of alle(".balk span", rij)) {
      stuk.hidden = !aantal[stuk.className];
      stuk.style.flexGrow = aantal[stuk.className];
    }
  }

  function toonOnderwerp(onderwerp) {
    const aantal = tel(onderwerp.namen);
    onderwerp.punten = 2 * aantal.nee + aantal.deels;
    onderwerp.van = aantal.nee + aantal.deels + aantal.ja;
    onderwerp.regel.hidden = onderwerp.groep.hidden = !onderwerp.punten;
    vind(".telling", onderwerp.regel).textContent = inWoorden(aantal);
    for (const rij of alle("[data-stelling]", onderwerp.groep)) {
      const gegeven = antwoord(rij.dataset.stelling);
      rij.hidden = !["nee", "deels"].includes(gegeven);
      vind(".antwoord", rij).textContent = gegeven;
    }
  }

  function toon() {
    alle(".beeld tbody tr").forEach(toonThema);
    onderwerpen.forEach(toonOnderwerp);
    // Breuken vergelijken zonder te delen: gelijk is dan echt gelijk, en blijft in de volgorde van de handreiking.
    const volgorde = onderwerpen.filter((onderwerp) => onderwerp.punten).sort((een, ander) => ander.punten * een.van - een.punten * ander.van);
    vind(".winst").append(...volgorde.map((onderwerp) => onderwerp.regel));
    vind(".acties").append(...volgorde.map((onderwerp) => onderwerp.groep));
    vind(".uitkomst .wel").hidden = !volgorde.length;
    vind(".uitkomst .geen").hidden = volgorde.length > 0;
    vind(".uitkomst .vol").hidden = leeg();
    vind(".uitkomst .leeg").hidden = !leeg();
    vind(".voortgang .beantwoord").textContent = beantwoord(stellingen);
    vind(".voortgang").hidden = leeg();
    meldStand(leeg() ? "" : stellingen.filter(antwoord).length + " van de " + stellingen.length + " stellingen beantwoord");
  }

  // Wie luistert, hoort de stand pas als het antwoorden even stilvalt.
  let straks = 0;
  function meldStand(tekst) {
    clearTimeout(straks);
    straks = setTimeout(() => { vind("#pagina-zelfscan-stand").textContent = tekst; }, 700);
  }

  // Wat mislukt, ziet er anders uit dan wat gelukt is, en begint met een ander woord.
  function meld(tekst, mislukt) {
    const plek = vind("#pagina-zelfscan-melding");
    plek.classList.toggle("mislukt", Boolean(mislukt));
    plek.textContent = mislukt ? "Niet gelukt. " + tekst : tekst;
  }

  // Bewaren en openen ---------------------------------------------------------------------------------------

  function schrijf() {
    const nu = new Date();
    const dag = [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map((deel) => String(deel).padStart(2, "0")).join("-");
    const antwoorden = Object.fromEntries(stellingen.map((naam) => [naam, antwoord(naam) || null]));
    return { formaat: FORMAAT, versie: VERSIE, titel, stand, dag, antwoorden };
  }

  // Geeft de antwoorden op de stellingen van nu, en in woorden wat er niet meer bij past; of wat er mis is.
  function lees(tekst) {
    let bewaard = null;
    try { bewaard = JSON.parse(tekst); } catch { /* geen JSON: zie hieronder */ }
    if (!bewaard || bewaard.formaat !== FORMAAT) return { fout: "Dit bestand is niet met een zelfscan bewaard, of het is beschadigd." };
    if (bewaard.versie !== VERSIE) return { fout: "Dit bestand hoort bij een andere versie van de zelfscan." };
    if (bewaard.titel !== titel) return { fout: "Dit bestand hoort bij een andere handreiking." };
    const paren = Object.entries(Object(bewaard.antwoorden));
    if (!paren.every(([naam, waarde]) => ID.test(naam) && (waarde === null || WAARDEN.includes(waarde)))) {
      return { fout: "Dit bestand is beschadigd: er staat iets anders in dan ja, deels, nee en n.v.t." };
    }
    const gegeven = paren.filter(([, waarde]) => waarde);
    const antwoorden = gegeven.filter(([naam]) => stellingen.includes(naam));
    if (!antwoorden.length) return { fout: "In dit bestand staat geen antwoord op een stelling van nu." };
    const weg = gegeven.length - antwoorden.length;
    const nieuw = stellingen.filter((naam) => !paren.some((paar) => paar[0] === naam)).length;
    const verdwenen = weg === 1 ? " antwoord op een stelling die er niet meer is." : " antwoorden op stellingen die er niet meer zijn.";
    const verschil = (weg ? " Weggelaten: " + weg + verdwenen : "") +
      (nieuw ? " Nieuw en nog open: " + nieuw + (nieuw === 1 ? " stelling." : " stellingen.") : "");
    return { antwoorden, verschil };
  }

  function vul(antwoorden) {
    formulier.reset();
    for (const [naam, waarde] of antwoorden) formulier.elements.namedItem(naam).value = waarde;
    toon();
  }

  function onthoud() {
    try {
      if (leeg()) localStorage.removeItem(SLEUTEL);
      else localStorage.setItem(SLEUTEL, JSON.stringify(schrijf()));
      vluchtig.hidden = true;
    } catch { vluchtig.hidden = false; }
  }

  // Of de browser iets kan onthouden, weet de lezer zo voordat er een antwoord is.
  function beproef() {
    try {
      localStorage.setItem(SLEUTEL + ":proef", "1");
      localStorage.removeItem(SLEUTEL + ":proef");
    } catch { vluchtig.hidden = false; }
  }

  function herinner() {
    let bewaard = null;
    try { bewaard = localStorage.getItem(SLEUTEL); } catch { return toon(); }
    if (!vluchtig.hidden) return toon();   // wat hier staat, is nieuwer dan wat is onthouden
    const { antwoorden, verschil } = lees(bewaard);
    vul(antwoorden || []);
    if (verschil) meld("De zelfscan is veranderd sinds uw antwoorden." + verschil);
  }

  function bewaar() {
    if (leeg()) return meld("U hebt nog geen stelling beantwoord.", true);
    const link = document.createElement("a");
    const bestand = schrijf();
    link.href = URL.createObjectURL(new Blob([JSON.stringify(bestand, null, 2) + "\n"], { type: "application/json" }));
    link.download = "zelfscan-" + bestand.dag + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    meld("Bewaard als " + link.download + ".");
  }

  async function haalOp(bestand) {
    if (bestand.size > GROOTST) return { fout: "Dit bestand is te groot: een zelfscan is kleiner dan 1 MB." };
    try { return lees(await bestand.text()); } catch { return { fout: "Dit bestand is niet te lezen." }; }
  }

  async function openBestand(bestand) {
    const { fout, antwoorden, verschil } = await haalOp(bestand);
    if (fout) return meld(fout + " Uw antwoorden zijn niet veranderd.", true);
    function vervang() {
      vul(antwoorden);
      onthoud();
      meld(bestand.name + " is geopend." + verschil);
    }
    if (leeg()) vervang();
    else vraag("Het bestand komt in de plaats van wat u hier hebt beantwoord.", "Ja, open het bestand", vervang);
  }

  // Wat antwoorden weghaalt, gebeurt pas na een tweede keer kiezen.
  function vraag(tekst, knop, doe) {
    const venster = vind("#pagina-vraag");
    meld("");
    vind("p", venster).textContent = tekst;
    vind("[value=ja]", venster).textContent = knop;
    venster.returnValue = "";
    venster.onclose = () => { if (venster.returnValue === "ja") doe(); };
    venster.showModal();
  }

  // Begin ---------------------------------------------------------------------------------------------------

  function bij(wat, gebeurtenis, doe) {
    vind(wat).addEventListener(gebeurtenis, doe);
  }

  formulier.addEventListener("change", function () {
    toon();
    onthoud();
  });
  bij("#pagina-bewaar", "click", bewaar);
  bij("#pagina-open", "click", () => vind("#pagina-bestand").click());
  bij("#pagina-bestand", "change", function (gebeurtenis) {
    const bestand = gebeurtenis.target.files[0];
    if (bestand) openBestand(bestand).then(() => { gebeurtenis.target.value = ""; });
  });
  bij("#pagina-wis", "click", function () {
    if (leeg()) return meld("U hebt nog geen stelling beantwoord.", true);
    vraag("Al uw antwoorden verdwijnen van deze pagina en uit deze browser.", "Ja, wis alles", function () {
      vul([]);
      onthoud();
      meld("Alle antwoorden zijn gewist.");
    });
  });
  bij("#pagina-afdrukken", "click", function () {
    document.documentElement.dataset.afdruk = "acties";
    print();
  });
  addEventListener("afterprint", () => { delete document.documentElement.dataset.afdruk; });
  // Ook na een stap terug, en als de zelfscan in een tweede tabblad openstaat, gelden de laatste antwoorden.
  addEventListener("pageshow", herinner);
  addEventListener("storage", function (gebeurtenis) {
    if (!gebeurtenis.key || gebeurtenis.key === SLEUTEL) herinner();
  });

  // Eén thema tegelijk: dat van het adres, en anders het eerste. Alles blijft met één knop te zien.
  const themas = alle(".scanthema > details");
  function toonPlek() {
    const plek = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const thema = plek && plek.closest(".scanthema > details");
    if (!thema) return false;
    thema.open = true;
    plek.scrollIntoView();
    return true;
  }
  bij("#pagina-alles", "click", function ({ target }) {
    const open = target.getAttribute("aria-pressed") !== "true";
    target.setAttribute("aria-pressed", open);
    for (const thema of themas) thema.open = open;
  });
  addEventListener("hashchange", toonPlek);

  beproef();
  for (const thema of themas) thema.open = false;
  for (const deel of alle(".met-script:not(.voortgang)")) deel.hidden = false;
  vind("#pagina-gemeente-datum").value = new Intl.DateTimeFormat("nl", { dateStyle: "long" }).format(new Date());
  if (!toonPlek()) themas[0].open = true;
  vind("#pagina-zelfscan-zonder").hidden = true;
})();

// De verwijzing bij een begrip naar het klembord. Zonder JavaScript is zij uit te klappen en zelf over te nemen.
(function () {
  "use strict";
  const GELUKT = "Gekopieerd";
  const MISLUKT = "Kopiëren lukt hier niet. De verwijzing is geselecteerd: kopieer die met uw toetsenbord.";

  // Waar een pagina niet bij het klembord mag (geen https, of geen toestemming) lukt het vaak nog met een selectie.
  function selecteer(element) {
    const bereik = document.createRange();
    bereik.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(bereik);
  }

  function kopieerSelectie(uitklap, alinea) {
    const was = uitklap.open;
    uitklap.open = true;
    selecteer(alinea);
    let gelukt = false;
    try { gelukt = document.execCommand("copy"); } catch { /* dan blijft de tekst geselecteerd staan */ }
    if (gelukt) {
      getSelection().removeAllRanges();
      uitklap.open = was;
    }
    return gelukt;
  }

  for (const vak of document.querySelectorAll(".citeer")) {
    const [uitklap, alinea, knop, stand] = ["details", "details p", "button", "[role=status]"].map((wat) => vak.querySelector(wat));
    let wis = 0;

    function meld(tekst) {
      clearTimeout(wis);
      stand.textContent = tekst;
      if (tekst === GELUKT) wis = setTimeout(() => { stand.textContent = ""; }, 8000);
    }

    knop.addEventListener("click", async function () {
      meld("");
      let gelukt = true;
      try { await navigator.clipboard.writeText(alinea.textContent); } catch { gelukt = kopieerSelectie(uitklap, alinea); }
      meld(gelukt ? GELUKT : MISLUKT);
    });
    knop.hidden = false;
  }
})();

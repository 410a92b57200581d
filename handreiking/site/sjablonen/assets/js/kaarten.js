// De kaarten van één keuze: alleen die met deze keuze in data-keuze. De keuze staat in het adres, zodat u die kunt delen.
(function () {
  "use strict";
  const vorm = document.getElementById("pagina-kies");
  if (!vorm) return;
  const veld = vorm.querySelector("select");
  const stand = vorm.querySelector("[role=status]");
  const kaarten = [...document.querySelectorAll("[data-keuze]")];

  function toon() {
    for (const kaart of kaarten) kaart.hidden = veld.value !== "" && !kaart.dataset.keuze.split(" ").includes(veld.value);
    for (const deel of document.querySelectorAll(".contact > section")) {
      const eigen = [...deel.querySelectorAll("[data-keuze]")];
      deel.hidden = eigen.length > 0 && eigen.every((kaart) => kaart.hidden);
    }
    const aantal = kaarten.filter((kaart) => !kaart.hidden).length;
    stand.textContent = veld.value ? aantal + " van de " + kaarten.length : "";
  }

  function lees() {
    const doel = document.getElementById(location.hash.slice(1));
    const keuze = location.hash.match(/^#kies=([a-z0-9-]+)$/);
    if (keuze && [...veld.options].some((optie) => optie.value === keuze[1])) veld.value = keuze[1];
    else if (doel && doel.closest("[hidden]")) veld.value = "";
    else return toon();
    toon();
    if (doel) doel.scrollIntoView();
  }

  veld.addEventListener("change", function () {
    toon();
    history.replaceState(null, "", location.href.split("#")[0] + (veld.value && "#kies=" + veld.value));
  });
  vorm.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  window.addEventListener("hashchange", lees);
  vorm.hidden = false;
  lees();
})();

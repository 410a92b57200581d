// Licht, donker of als het systeem. Wordt alleen onthouden als iemand kiest.
(function () {
  "use strict";
  const wortel = document.documentElement;
  const kleurschema = document.querySelector('meta[name="color-scheme"]');
  const schemas = { licht: "light", donker: "dark" };

  function onthouden() {
    try { return localStorage.getItem("weergave"); } catch { return null; }
  }

  function onthoud(keuze) {
    try {
      if (keuze in schemas) localStorage.setItem("weergave", keuze);
      else localStorage.removeItem("weergave");
    } catch { /* geen opslag: dan geldt de keuze alleen voor deze pagina */ }
  }

  function toon(keuze) {
    if (keuze in schemas) wortel.dataset.weergave = keuze;
    else delete wortel.dataset.weergave;
    kleurschema.content = schemas[keuze] || "light dark";
  }

  toon(onthouden() || "systeem");

  document.addEventListener("DOMContentLoaded", function () {
    const keuzes = document.getElementById("pagina-weergave");
    const gekozen = wortel.dataset.weergave || "systeem";
    keuzes.querySelector('[value="' + gekozen + '"]').checked = true;
    keuzes.addEventListener("change", function (gebeurtenis) {
      toon(gebeurtenis.target.value);
      onthoud(gebeurtenis.target.value);
    });
    keuzes.hidden = false;
  });
})();

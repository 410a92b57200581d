// Wie een onderwerp of thema aanwijst of met het toetsenbord bereikt, ziet alleen de verbanden daarvan.
(function () {
  "use strict";
  const web = document.getElementById("pagina-web");

  function toon(gebeurtenis) {
    const uit = gebeurtenis.type === "pointerleave" || gebeurtenis.type === "focusout";
    const knoop = (uit ? document.activeElement : gebeurtenis.target).closest("#pagina-web [data-knoop]");
    web.classList.toggle("gericht", !!knoop);
    for (const deel of web.querySelectorAll("[data-bij]")) {
      deel.classList.toggle("hier", !!knoop && deel.dataset.bij.split(" ").includes(knoop.dataset.knoop));
    }
  }

  for (const soort of ["pointerover", "pointerleave", "focusin", "focusout"]) web.addEventListener(soort, toon);
})();

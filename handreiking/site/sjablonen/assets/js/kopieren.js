// Een adres kopiëren. Mag de browser dat niet, dan staat het adres er om zelf te kopiëren.
(function () {
  "use strict";
  document.addEventListener("click", async function (gebeurtenis) {
    const knop = gebeurtenis.target.closest("[data-kopieer]");
    if (!knop) return;
    const [stand, veld] = knop.parentElement.querySelectorAll("[role=status], input");
    // Een plek op de eigen schijf zegt een ander niets; dan liever de plek waar de site staat, als die bekend is.
    const vast = location.protocol === "file:" && document.querySelector('link[rel="canonical"]');
    veld.value = Object.assign(new URL(vast ? vast.href : location), { hash: knop.dataset.kopieer });
    try {
      await navigator.clipboard.writeText(veld.value);
      veld.hidden = true;
      stand.textContent = "De link is gekopieerd.";
      setTimeout(() => { stand.textContent = ""; }, 8000);
    } catch {
      veld.hidden = false;
      veld.select();
      stand.textContent = "Kopieer zelf dit adres:";
    }
  });
})();

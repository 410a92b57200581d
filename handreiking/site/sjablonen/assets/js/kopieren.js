// Kopiëren: het adres van een lijst, of de lijst als tekst. Mag de browser dat niet, dan staat het er om zelf te kopiëren.
(function () {
  "use strict";
  // Een plek op de eigen schijf zegt een ander niets; dan de plek waar de site staat, en is die onbekend, dan geen link.
  const opSchijf = location.protocol === "file:";
  const vast = document.querySelector('link[rel="canonical"]');
  const woorden = (element) => element.innerText.replace(/\s+/g, " ").trim();

  function adres(hash) {
    return String(Object.assign(new URL(opSchijf ? vast.href : location), { hash }));
  }

  // Wat er te zien is: per onderdeel de titel, de zin, de kenmerken en het adres.
  function tekst() {
    const delen = [...document.querySelectorAll(".instrument")].filter((deel) => deel.offsetParent).map(function (deel) {
      const [titel, zin, kenmerken] = [".titel", ".zin", ".kenmerken"].map((wat) => deel.querySelector(wat));
      const link = titel.querySelector("a");
      const kort = [...kenmerken.querySelectorAll(":scope > span:not(.verborgen)")].map(woorden).join(", ");
      const waar = link && link.protocol !== "file:" ? link.href : "";
      return [(link || titel).firstChild.textContent.trim(), woorden(zin), kort, waar].filter(Boolean).join("\n");
    });
    return [woorden(document.querySelector("h1")), ...delen].join("\n\n");
  }

  for (const knop of document.querySelectorAll("[data-kopieer]")) knop.hidden = opSchijf && !vast;

  document.addEventListener("click", async function (gebeurtenis) {
    const knop = gebeurtenis.target.closest("[data-kopieer], [data-kopieertekst]");
    if (!knop) return;
    const alsTekst = "kopieertekst" in knop.dataset;
    const [stand, veld] = knop.parentElement.querySelectorAll("[role=status], textarea");
    veld.value = alsTekst ? tekst() : adres(knop.dataset.kopieer);
    try {
      await navigator.clipboard.writeText(veld.value);
      veld.hidden = true;
      stand.textContent = alsTekst ? "De tekst is gekopieerd." : "De link is gekopieerd.";
      setTimeout(() => { stand.textContent = ""; }, 8000);
    } catch {
      veld.hidden = false;
      veld.select();
      stand.textContent = alsTekst ? "Kopieer zelf deze tekst:" : "Kopieer zelf dit adres:";
    }
  });
})();

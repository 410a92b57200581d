// Gewijzigd sinds uw versie: alleen de dagen na die van de pdf. De dag staat in het adres, zodat een pdf ernaar kan wijzen.
(function () {
  "use strict";
  const vorm = document.getElementById("pagina-sinds");
  if (!vorm) return;
  const [veld, alles, stand] = ["input", "button", "p"].map((wat) => vorm.querySelector(wat));
  const dagen = [...document.querySelectorAll("[data-dag]")];
  let wacht = 0;

  function voluit(dag) {
    return new Date(dag).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  // Een datum die niet bestaat, geeft het veld niet terug: dan blijft alles staan.
  function toon(gevraagd) {
    const dag = veld.value;
    for (const deel of dagen) deel.hidden = dag !== "" && deel.dataset.dag <= dag;
    const aantal = document.querySelectorAll("[data-dag]:not([hidden]) li").length;
    stand.textContent =
      !dag ? (gevraagd ? "Deze datum bestaat niet of is niet af. Hieronder staat alles." : "")
      : dag < veld.min ? "De eerste uitgave is van " + voluit(veld.min) + ". Hieronder staat alles."
      : dag > veld.max ? "Deze site is van " + voluit(veld.max) + ": uw pdf is nieuwer."
      : "Sinds " + voluit(dag) + ": " + (aantal === 1 ? "1 wijziging." : (aantal || "geen") + " wijzigingen.");
    alles.hidden = !dag;
  }

  function onthoud() {
    history.replaceState(null, "", location.href.split("#")[0] + (veld.value && "#sinds=" + veld.value));
  }

  function lees() {
    const gevraagd = location.hash.match(/^#sinds=(.*)/);
    const doel = document.getElementById(location.hash.slice(1));
    if (gevraagd) veld.value = gevraagd[1];
    else if (doel && doel.hidden) veld.value = "";
    else return;
    toon(gevraagd);
    if (doel) doel.scrollIntoView();
  }

  function kies() {
    clearTimeout(wacht);
    toon(veld.validity.badInput);
    onthoud();
  }

  veld.addEventListener("input", function () {
    clearTimeout(wacht);
    wacht = setTimeout(kies, 400);
  });
  vorm.addEventListener("submit", function (gebeurtenis) {
    gebeurtenis.preventDefault();
    kies();
  });
  alles.addEventListener("click", function () {
    veld.value = "";
    kies();
    veld.focus();
  });
  window.addEventListener("hashchange", lees);
  vorm.hidden = false;
  lees();
})();

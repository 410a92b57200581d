// Begrippen en afkortingen: waar zij op een pagina het eerst staan, opent wijzen, tabben of tikken de uitleg.
// De uitleg bevat links en is dus geen tooltip (role="tooltip" heeft alleen tekst), maar een groep: aria-details zegt bij
// welk woord zij hoort, aria-expanded of zij open is. Zij staat in de pagina direct achter haar woord, zodat Tab en wie
// luistert er vanzelf komen; het woord zelf blijft een link naar de definitie.
(function () {
  "use strict";
  const RAND = 8;       // px tot de rand van het venster
  const AFSTAND = 6;    // px tussen woord en uitleg
  const uitleg = new Map();
  let open = null;      // het woord waarvan de uitleg te zien is
  let wacht = 0;
  let met = "";         // waarmee het laatst is gewezen

  function plaats() {
    const kaart = uitleg.get(open);
    const regels = open.getClientRects();
    const eerste = regels[0];
    const laatste = regels[regels.length - 1];
    const { clientWidth: breed, clientHeight: hoog } = document.documentElement;
    const zet = (naam, px) => kaart.style.setProperty(naam, px + "px");
    zet("--x", 0);
    zet("--y", 0);
    zet("--hoogte", hoog);
    const nul = kaart.getBoundingClientRect();
    const onder = hoog - laatste.bottom - AFSTAND - RAND;
    const boven = eerste.top - AFSTAND - RAND;
    const eronder = nul.height <= onder || onder >= boven;
    const hoogte = Math.min(nul.height, eronder ? onder : boven);
    const links = Math.max(RAND, Math.min((eronder ? laatste : eerste).left, breed - nul.width - RAND));
    zet("--hoogte", hoogte);
    zet("--x", links - nul.left);
    zet("--y", (eronder ? laatste.bottom + AFSTAND : eerste.top - AFSTAND - hoogte) - nul.top);
  }

  function straks(doe, ms) {
    clearTimeout(wacht);
    wacht = setTimeout(doe, ms);
  }

  function sluit() {
    clearTimeout(wacht);
    if (!open) return;
    uitleg.get(open).hidden = true;
    open.setAttribute("aria-expanded", "false");
    open = null;
  }

  function toon(woord) {
    clearTimeout(wacht);
    if (open === woord) return;
    sluit();
    open = woord;
    uitleg.get(woord).hidden = false;
    woord.setAttribute("aria-expanded", "true");
    plaats();
  }

  // Met een muis aangeklikt is een woord ook in focus; dan gaat het nog om de muis.
  const metFocus = () => open && (open.matches(":focus-visible") || uitleg.get(open).contains(document.activeElement));
  const bij = (element) => open && element && (open.contains(element) || uitleg.get(open).contains(element));

  function volg(woord, kaart) {
    woord.after(kaart);
    uitleg.set(woord, kaart);
    woord.setAttribute("aria-details", kaart.id);
    woord.setAttribute("aria-expanded", "false");
    kaart.querySelector(".sluit").addEventListener("click", function () {
      sluit();
      woord.focus({ focusVisible: false });
    });
    const voluit = kaart.querySelector(".voluit");
    if (voluit) woord.setAttribute("aria-describedby", voluit.id);

    // Wijzen: even wachten voor het opengaat, en genoeg tijd om van het woord naar de uitleg te gaan.
    for (const deel of [woord, kaart]) {
      deel.addEventListener("pointerenter", function (gebeurtenis) {
        if (gebeurtenis.pointerType === "touch") return;
        straks(() => toon(woord), 150);
      });
      deel.addEventListener("pointerleave", function (gebeurtenis) {
        if (gebeurtenis.pointerType === "touch") return;
        straks(() => { if (!metFocus()) sluit(); }, 350);
      });
      deel.addEventListener("focusout", function (gebeurtenis) {
        if (!bij(gebeurtenis.relatedTarget) && !woord.matches(":hover") && !kaart.matches(":hover")) sluit();
      });
    }
    woord.addEventListener("focus", () => { if (woord.matches(":focus-visible")) toon(woord); });
    woord.addEventListener("click", function (gebeurtenis) {
      if (met !== "touch" || !gebeurtenis.detail || open === woord) return;
      gebeurtenis.preventDefault();
      toon(woord);
    });
  }

  for (const woord of document.querySelectorAll("main a.begrip, main a.afkorting")) {
    const kaart = document.getElementById("pagina-uitleg-" + decodeURIComponent(woord.hash.slice(1)));
    if (kaart) volg(woord, kaart);
  }

  document.addEventListener("pointerdown", function (gebeurtenis) {
    met = gebeurtenis.pointerType;
    if (!bij(gebeurtenis.target)) sluit();
  }, true);

  // Escape sluit en laat de focus staan; stond die in de uitleg, dan gaat hij terug naar het woord.
  document.addEventListener("keydown", function (gebeurtenis) {
    if (gebeurtenis.key !== "Escape" || !open) return;
    const woord = open;
    const erin = uitleg.get(woord).contains(document.activeElement);
    if (erin) woord.focus();
    sluit();
  });

  window.addEventListener("resize", () => { if (open) plaats(); });
})();

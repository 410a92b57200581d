// De zoekmachine: van een vraag naar de treffers, elk met de zin waarin het staat. Rekent met MiniSearch en met wat in
// zoekgegevens.js staat, en wordt net als die pas geladen als iemand het zoekvenster opent.
var handreikingZoekmachine = (function () {
  "use strict";
  const VELDEN = { titel: 6, zoekwoorden: 2.5, samenvatting: 3, koppen: 2, tekst: 1 };
  const SOORTEN = { Onderwerp: 1.5, Thema: 1.15, Definitie: 1.25, Afkorting: 0.9, Pagina: 1, Instrument: 0.9, Contact: 0.7 };
  const VOORVOEGSEL = /^(?:ver|ont|her|mis)$/;
  const WEINIG = 0.05; // wat zoveel minder past dan het beste, blijft weg

  // Woorden -------------------------------------------------------------------------------------------------

  function vouw(tekst) {
    return tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function woorden(tekst) {
    return vouw(tekst).match(/[a-z0-9]{2,}/g) || [];
  }

  // De zoekmachine ------------------------------------------------------------------------------------------
  // In de index staat elk woord twee keer: zoals het er staat ("signalen") en als stam ("=signaal").

  // Zoals Python-Markdown een anker maakt van een kop.
  function ankerVan(kop) {
    return kop.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }

  return function (gegevens) {
    const stop = new Set(gegevens.stop.split(" "));
    const stammen = new Map();
    for (const regel of gegevens.stammen.split("|")) {
      const [stam, ...vormen] = regel.match(/[+ ]?[^+ ]+/g) || [];
      for (const vorm of vormen) stammen.set(vorm[0] === "+" ? stam + vorm.slice(1) : vorm.slice(1), stam);
    }
    const stamVan = (woord) => stammen.get(woord) || woord;
    const stukken = gegevens.stukken.map(function (rij, id) {
      const [soort, adres, titel, bij, thema, zoekwoorden, samenvatting, alle] = rij;
      const delen = alle.map(([anker, kop, tekst]) => [anker === 1 ? ankerVan(kop) : anker, kop, tekst]);
      const koppen = delen.map((deel) => deel[1]).join("\n");
      const tekst = delen.map((deel) => deel[2]).join("\n");
      return { id, soort, adres, titel, bij, thema, zoekwoorden, samenvatting, koppen, tekst, delen };
    });
    const bekend = new Set();
    const index = new MiniSearch({
      fields: Object.keys(VELDEN),
      tokenize: woorden,
      processTerm: function (woord) {
        if (stop.has(woord)) return null;
        bekend.add(woord);
        return [woord, "=" + stamVan(woord)];
      },
      searchOptions: {
        boost: VELDEN,
        boostDocument: (id) => SOORTEN[stukken[id].soort] || 1,
        tokenize: (term) => [term],
        processTerm: (term) => term,
      },
    });
    index.addAll(stukken);

    // De woorden die iets zeggen; zegt geen ervan iets ("waar staan wij"), dan allemaal.
    function inhoud(tekst) {
      const alle = woorden(tekst);
      const zegt = alle.filter((woord) => !stop.has(woord));
      return zegt.length ? zegt : alle;
    }

    // Synoniemen: op de woorden van hun sleutel, anders op de stammen, en op spelling voor wie zich vertypt of nog typt.
    // Een afkorting en waar zij voor staat zijn het ook, beide kanten op.
    const afkortingen = stukken.filter((stuk) => stuk.soort === "Afkorting").flatMap(function ({ titel, zoekwoorden }) {
      return [[titel, [zoekwoorden]], [zoekwoorden, [titel]]];
    });
    const synoniemen = [...gegevens.synoniemen, ...afkortingen].map(function ([sleutel, ook], id) {
      const letterlijk = inhoud(sleutel);
      return { id, sleutel, letterlijk, gestamd: letterlijk.map(stamVan), ook };
    });
    const sleutels = new MiniSearch({ fields: ["sleutel"], tokenize: woorden, processTerm: (woord) => woord });
    sleutels.addAll(synoniemen.filter((synoniem) => synoniem.letterlijk.length === 1));

    function van(term, gewicht, meer) {
      return { queries: [term], boostTerm: () => gewicht, ...meer };
    }

    function synoniemenOp(plek, rij, hoe) {
      const past = (sleutel) => rij.some(function (_, begin) {
        return begin <= plek && plek < begin + sleutel.length && sleutel.every((deel, nummer) => deel === rij[begin + nummer]);
      });
      return synoniemen.filter((synoniem) => past(synoniem[hoe]));
    }

    function vanSynoniem(synoniem, gewicht) {
      return synoniem.ook.map((ook) => ({ combineWith: "AND", queries: inhoud(ook).map((woord) => van("=" + stamVan(woord), gewicht)) }));
    }

    // Delen van samenstellingen: "boom" in "kastanjeboom", ook in een andere vorm ("bomen").
    // Wat na een voorzetsel of voorvoegsel komt, is er geen: "deel" in "onderdeel" en "verdeeld".
    const geenDeel = (begin) => stop.has(begin) || VOORVOEGSEL.test(begin) || (begin.length < 4 && !bekend.has(begin));

    function samenstellingen(woord) {
      const delen = [woord, stamVan(woord)].filter((deel) => deel.length > 3);
      const raak = (lang) => delen.some(function (deel) {
        const plek = lang.indexOf(deel, 3);
        return plek > 0 && !geenDeel(lang.slice(0, plek)) && (deel.length > 4 || lang.endsWith(deel));
      });
      return [...bekend].filter((lang) => raak(lang) || raak(stamVan(lang)));
    }

    // Een onbekende samenstelling uit bekende woorden: "fietspadenplan" in "fietspaden" en "plan".
    function splits(woord) {
      for (let plek = woord.length - 4; plek >= 4; plek -= 1) {
        const eind = woord.slice(plek);
        const begin = [woord.slice(0, plek), woord.slice(0, plek - 1)].find((deel) => bekend.has(deel));
        if (begin && bekend.has(eind)) return [begin, eind];
      }
      return [];
    }

    // Het langste begin dat wel voorkomt: "strateg" van "strategisch".
    function kenbaarBegin(woord) {
      let begin = woord;
      while (begin.length > 4 && ![...bekend].some((ander) => ander.startsWith(begin))) begin = begin.slice(0, -1);
      return begin.length > 4 && begin.length / woord.length > 0.45 ? begin : "";
    }

    function vraagVoor(woord, passend, laatste) {
      const kent = bekend.has(woord) || stammen.has(woord);
      const queries = [van(woord, 1), van("=" + stamVan(woord), 2)];
      for (const synoniem of passend) queries.push(...vanSynoniem(synoniem, 1.2));
      if (woord.length > 2) queries.push(van(woord, laatste || !kent ? 0.6 : 0.3, { prefix: true }));
      const lang = woord.length > 3 ? samenstellingen(woord) : [];
      for (const ander of lang) queries.push(van(ander, 0.8));
      if (!kent) {
        const begin = kenbaarBegin(woord);
        if (begin) queries.push(van(begin, begin.length / woord.length, { prefix: true }));
        for (const deel of splits(woord)) queries.push(van("=" + stamVan(deel), 1));
        if (woord.length > 3 && !passend.length && begin !== woord) {
          queries.push(van(woord, 0.8, { fuzzy: 0.25 }));
          const bijna = sleutels.search(woord, { prefix: true, fuzzy: 0.25 }).slice(0, 3);
          for (const gevonden of bijna) queries.push(...vanSynoniem(synoniemen[gevonden.id], 0.8));
        }
      }
      return { combineWith: "OR", queries };
    }

    // Elk woord telt apart; wie meer van de woorden heeft, staat hoger.
    function zoek(vraag) {
      const gevraagd = inhoud(vraag);
      const gestamd = gevraagd.map(stamVan);
      const treffers = new Map();
      gevraagd.forEach(function (woord, nummer) {
        const letterlijk = synoniemenOp(nummer, gevraagd, "letterlijk");
        const passend = letterlijk.length ? letterlijk : synoniemenOp(nummer, gestamd, "gestamd");
        for (const { id, score, terms } of index.search(vraagVoor(woord, passend, nummer === gevraagd.length - 1))) {
          const treffer = treffers.get(id) || { stuk: stukken[id], score: 0, aantal: 0, termen: new Set() };
          treffer.score += score;
          treffer.aantal += 1;
          terms.forEach((term) => treffer.termen.add(term));
          treffers.set(id, treffer);
        }
      });
      const waarde = (treffer) => treffer.score * (treffer.aantal / gevraagd.length) ** 1.5;
      const gesorteerd = [...treffers.values()].sort((een, ander) => waarde(ander) - waarde(een) || een.stuk.id - ander.stuk.id);
      return gesorteerd.filter((treffer) => waarde(treffer) > WEINIG * waarde(gesorteerd[0]));
    }

    // De zin waarin het meeste staat, met de kop erboven.
    function metZin({ stuk, termen }) {
      const raak = (woord) => woorden(woord).some((deel) => termen.has(deel) || termen.has("=" + stamVan(deel)));
      const geraakt = (tekst) => new Set(woorden(tekst).filter(raak)).size;
      let beste = { zin: "", punten: -1, anker: "", kop: "" };
      function weeg(zin, anker, kop, extra, anders) {
        const aantal = geraakt(zin);
        const punten = aantal ? aantal + extra : anders;
        if (zin && punten > beste.punten) beste = { zin, punten, anker, kop };
      }
      weeg(stuk.samenvatting, "", "", 0.5, 0);
      for (const [anker, kop, tekst] of stuk.delen) {
        const inKop = geraakt(kop) > 0;
        for (const zin of tekst.split(/\n|(?<=[.!?])\s+/)) weeg(zin, anker, kop, inKop ? 0.75 : 0, inKop ? 0.5 : 0);
      }
      return { stuk, raak, zin: beste.zin, anker: beste.anker, kop: beste.kop };
    }

    return { zoek, metZin };
  };
})();

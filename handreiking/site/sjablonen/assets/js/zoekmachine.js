// De zoekmachine: van een vraag naar de treffers, elk met de zin waarin het staat. Rekent met MiniSearch en met wat in
// zoekgegevens.js staat, en wordt net als die pas geladen als iemand zoekt.
// Een treffer heeft een woord zelf: zoals het getypt is, in een andere vorm (scholen, school), of een dat er volgens
// zoektermen.yaml voor in de plaats komt. Wat er alleen op lijkt (een tikfout, een begin, een deel van een
// samenstelling, dezelfde kern) staat apart, in `lijkt`. Van de treffers blijft er geen weg.
var handreikingZoekmachine = (function () {
  "use strict";
  const VELDEN = { titel: 6, zoekwoorden: 2.5, samenvatting: 3, koppen: 2, tekst: 1, overig: 0.5 };
  const SOORTEN = { Onderwerp: 1.5, Thema: 1.15, Definitie: 1.25, Afkorting: 0.9, Pagina: 1, Instrument: 0.9, Training: 0.9, Contact: 0.7 };
  const WEINIG = 0.15; // wat alleen lijkt en zoveel minder past dan het beste daarvan, blijft weg
  const KORTST = 4;    // letters van een deel van een samenstelling
  const UITGANG = /(?:ist(?:isch)?|isch|isme|isatie|iser(?:en|ing)|iseer|atie|eren|ering|eer|ing|en|er|ief|ie|eel|lijk|heid|iteit|aar|e)$/;

  // Woorden -------------------------------------------------------------------------------------------------

  function vouw(tekst) {
    return tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function woorden(tekst) {
    return vouw(tekst).match(/[a-z0-9]{2,}/g) || [];
  }

  // Wat met een streepje is geschreven, wordt ook zonder gezocht.
  function alleWoorden(tekst) {
    const samen = vouw(tekst).match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) || [];
    return [...woorden(tekst), ...samen.map((woord) => woord.replace(/-/g, ""))];
  }

  // Wat een woord deelt met zijn afleidingen: "evalu" van "evalueren" en "evaluatie". Korter zegt het niets.
  function kern(woord) {
    const rest = woord.replace(UITGANG, "").replace(/([aeou])\1([^aeou])$/, "$1$2");
    return rest.length > KORTST ? rest : woord;
  }

  // Het aantal letters dat anders is; twee letters verwisseld is er één. Meer dan `grens` hoeft niet precies.
  function afstand(een, ander, grens) {
    if (Math.abs(een.length - ander.length) > grens) return grens + 1;
    let [eerder, vorige] = [[], Array.from({ length: ander.length + 1 }, (_, plek) => plek)];
    for (let i = 1; i <= een.length; i += 1) {
      const rij = [i];
      for (let j = 1; j <= ander.length; j += 1) {
        rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (een[i - 1] === ander[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) rij[j] = Math.min(rij[j], eerder[j - 2] + 1);
      }
      if (Math.min(...rij) > grens) return grens + 1;
      [eerder, vorige] = [vorige, rij];
    }
    return vorige[ander.length];
  }

  // Zoals Python-Markdown een anker maakt van een kop.
  function ankerVan(kop) {
    return kop.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }

  function lijst(plek, sleutel, waarde) {
    if (!plek.has(sleutel)) plek.set(sleutel, []);
    plek.get(sleutel).push(waarde);
  }

  // De zoekmachine ------------------------------------------------------------------------------------------
  // In de index staat elk woord twee keer: zoals het er staat ("signalen") en als lemma ("=signaal").

  return function (gegevens) {
    const stop = new Set(gegevens.stop.split(" "));
    const lemmas = new Map();
    const delen = new Map();
    for (const regel of gegevens.woorden.split("|")) {
      const [eerste, ...vormen] = regel.match(/[+ ]?[^+ ]+/g) || [""];
      const lemma = eerste.replace(".", "");
      if (lemma !== eerste) delen.set(lemma, eerste.split("."));
      lemmas.set(lemma, lemma);
      for (const vorm of vormen) lemmas.set(vorm[0] === "+" ? lemma + vorm.slice(1) : vorm.slice(1), lemma);
    }
    const lemmaVan = (woord) => lemmas.get(woord) || woord;

    // De woorden die iets zeggen; zegt geen ervan iets ("waar staan wij"), dan allemaal.
    function inhoud(tekst) {
      const alle = woorden(tekst);
      const zegt = alle.filter((woord) => !stop.has(woord));
      return zegt.length ? zegt : alle;
    }

    const stukken = gegevens.stukken.map(function (rij, id) {
      const [soort, adres, titel, bij, thema, zoekwoorden, samenvatting, alle, overig = ""] = rij;
      const delen = alle.map(([anker, kop, tekst]) => [anker === 1 ? ankerVan(kop) : anker, kop, tekst]);
      const koppen = delen.map((deel) => deel[1]).join("\n");
      const tekst = delen.map((deel) => deel[2]).join("\n");
      const titelwoorden = inhoud(titel).map(lemmaVan);
      return { id, soort, adres, titel, bij, thema, zoekwoorden, samenvatting, koppen, tekst, overig, delen, titelwoorden };
    });
    const bekend = new Set(); // elk woord dat ergens staat, en zijn lemma
    const index = new MiniSearch({
      fields: Object.keys(VELDEN),
      tokenize: alleWoorden,
      processTerm: function (woord) {
        if (stop.has(woord)) return null;
        bekend.add(woord).add(lemmaVan(woord));
        return [woord, "=" + lemmaVan(woord)];
      },
      searchOptions: {
        boost: VELDEN,
        boostDocument: (id) => SOORTEN[stukken[id].soort] || 1,
        tokenize: (term) => [term],
        processTerm: (term) => term,
      },
    });
    index.addAll(stukken);

    // Synoniemen: op de woorden van hun sleutel, anders op de lemma's. Een afkorting en waar zij voor staat zijn het ook,
    // beide kanten op.
    const afkortingen = stukken.filter((stuk) => stuk.soort === "Afkorting").flatMap(function ({ titel, zoekwoorden }) {
      return [[titel, [zoekwoorden]], [zoekwoorden, [titel]]];
    });
    const synoniemen = [...gegevens.synoniemen, ...afkortingen].map(function ([sleutel, ook]) {
      const letterlijk = inhoud(sleutel);
      return { letterlijk, lemma: letterlijk.map(lemmaVan), ook };
    });
    const sleutels = new Set(synoniemen.filter(({ lemma }) => !lemma[1]).flatMap(({ lemma }) => lemma));

    // Samenstellingen op hun delen, elk als lemma; een deel staat er soms met een s ("beleids").
    const kent = (woord) => bekend.has(woord) || sleutels.has(woord) || lemmas.has(woord);
    const alsDeel = (deel) => lemmaVan(!kent(deel) && deel.endsWith("s") && kent(deel.slice(0, -1)) ? deel.slice(0, -1) : deel);
    const metDeel = new Map();
    const metKern = new Map();
    for (const woord of bekend) {
      for (const deel of delen.get(woord) || []) lijst(metDeel, alsDeel(deel), woord);
      if (lemmaVan(woord) === woord) lijst(metKern, kern(woord), woord);
    }
    const opLetter = new Map();
    for (const woord of new Set([...bekend, ...lemmas.keys(), ...sleutels])) if (woord.length >= KORTST) lijst(opLetter, woord[0], woord);
    const alleKernen = (woord) => (metKern.get(kern(woord)) || []).filter((ander) => ander !== woord);

    // Een samenstelling die nergens staat, uit delen die er wel zijn: "fietsplan" uit "fiets" en "plan". Is alleen het
    // begin bekend, dan dat; alleen het eind zegt te weinig.
    function splits(woord) {
      let begin = "";
      for (let plek = woord.length - KORTST; plek >= KORTST; plek -= 1) {
        const deel = alsDeel(woord.slice(0, plek));
        if (stop.has(deel) || !(kent(deel) || metDeel.has(deel))) continue;
        const eind = alsDeel(woord.slice(plek));
        if (kent(eind) || metDeel.has(eind)) return [deel, eind];
        if (deel.length > KORTST) begin = begin || deel;
      }
      return begin ? [begin] : [];
    }

    // De woorden die het minst anders geschreven zijn; wie zich vertypt, heeft de eerste letter meestal goed.
    function getypt(woord) {
      let grens = woord.length > 8 ? 2 : woord.length > KORTST ? 1 : 0;
      const gevonden = new Map();
      if (!grens) return [];
      for (const ander of opLetter.get(woord[0]) || []) {
        const ver = afstand(woord, ander, grens);
        if (ver > grens) continue;
        grens = ver;
        lijst(gevonden, ver, lemmaVan(ander));
      }
      return [...new Set(gevonden.get(grens))].slice(0, 5);
    }

    // Wat er gevraagd wordt -----------------------------------------------------------------------------------

    const van = (term, gewicht, meer) => ({ queries: [term], boostTerm: () => gewicht, ...meer });
    const alsLemma = (woord, gewicht) => van("=" + lemmaVan(woord), gewicht);
    const allemaal = (tekst, gewicht) => ({ combineWith: "AND", queries: inhoud(tekst).map((woord) => alsLemma(woord, gewicht)) });

    function synoniemenOp(plek, rij, hoe) {
      const past = (sleutel) => rij.some(function (_, begin) {
        return begin <= plek && plek < begin + sleutel.length && sleutel.every((deel, nummer) => deel === rij[begin + nummer]);
      });
      return synoniemen.filter((synoniem) => past(synoniem[hoe])).flatMap((synoniem) => synoniem.ook);
    }

    const ookVoor = (woord) => synoniemenOp(0, [lemmaVan(woord)], "lemma");

    function zelf(woord, ook, samen) {
      const anders = bekend.has(lemmaVan(woord)) ? 0.9 : 1.2;
      const queries = [van(woord, 1), alsLemma(woord, 2), ...ook.map((tekst) => allemaal(tekst, anders))];
      return [...queries, ...samen.map((ander) => alsLemma(ander, 2))];
    }

    function lijktOp(woord, ook, laatste) {
      const lemma = lemmaVan(woord);
      const queries = [];
      const ookAls = (ander, gewicht) => queries.push(alsLemma(ander, gewicht), ...ookVoor(ander).map((tekst) => allemaal(tekst, gewicht / 2)));
      const begint = woord.length > 2 && [...bekend].some((ander) => ander.startsWith(woord));
      if (begint) queries.push(van(woord, laatste ? 0.6 : 0.3, { prefix: true }));
      for (const ander of metDeel.get(lemma) || []) queries.push(alsLemma(ander, 0.5));
      for (const ander of alleKernen(lemma)) ookAls(ander, 1);
      if (begint || bekend.has(lemma) || metDeel.has(lemma)) return queries;
      const stukjes = delen.has(lemma) ? delen.get(lemma).map(alsDeel) : splits(woord);
      const bijna = ook.length || stukjes[1] ? [] : getypt(woord);
      for (const ander of bijna) ookAls(ander, 1);
      if (bijna.length) return queries;
      if (stukjes[1]) queries.push(allemaal(stukjes.join(" "), 2));
      stukjes.forEach(function (deel, nummer) {
        ookAls(deel, nummer ? 0.3 : 1);
        if (!nummer) for (const ander of [...(metDeel.get(deel) || []), ...alleKernen(deel)]) queries.push(alsLemma(ander, 0.8));
      });
      return queries;
    }

    // Elk woord telt apart; wie meer van de woorden heeft, en wie zo heet, staat hoger. Geeft de treffers, wat erop lijkt, de woorden
    // waarop ook is gezocht, en de woorden waarvoor er niets is.
    function zoek(vraag) {
      const alle = woorden(vraag);
      const gevraagd = inhoud(vraag);
      const gestamd = gevraagd.map(lemmaVan);
      const paren = alle.slice(1).map((woord, nummer) => [alle[nummer], woord, alle[nummer] + woord]).filter(([, , samen]) => bekend.has(lemmaVan(samen)));
      const gevonden = new Map();
      const ookGezocht = new Set();
      const zonder = [];
      gevraagd.forEach(function (woord, nummer) {
        const letterlijk = synoniemenOp(nummer, gevraagd, "letterlijk");
        const ook = letterlijk.length ? letterlijk : synoniemenOp(nummer, gestamd, "lemma");
        const samen = paren.filter((paar) => paar.includes(woord)).map((paar) => paar[2]);
        let aantal = 0;
        function tel(queries, echt) {
          if (!queries.length) return;
          for (const { id, score, terms } of index.search({ combineWith: "OR", queries })) {
            const treffer = gevonden.get(id) || { stuk: stukken[id], zelf: 0, alsof: 0, bij: new Map(), echt: new Set(), termen: new Set() };
            treffer[echt ? "zelf" : "alsof"] += score;
            if (echt) terms.forEach((term) => treffer.echt.add(term));
            treffer.bij.set(woord, Math.max(treffer.bij.get(woord) || 0, echt ? 1 : 0.5));
            terms.forEach((term) => treffer.termen.add(term));
            gevonden.set(id, treffer);
            aantal += 1;
          }
        }
        tel(zelf(woord, ook, samen), true);
        if (aantal) ook.filter((tekst) => !inhoud(tekst).every((deel) => gestamd.includes(lemmaVan(deel)))).forEach((tekst) => ookGezocht.add(tekst));
        tel(lijktOp(woord, ook, nummer === gevraagd.length - 1), false);
        if (!aantal) zonder.push(woord);
      });
      for (const treffer of gevonden.values()) {
        treffer.gestamd = gestamd;
        treffer.dekking = [...treffer.bij.values()].reduce((som, deel) => som + deel, 0) / gevraagd.length;
        const termen = treffer.echt.size ? treffer.echt : treffer.termen;
        const inTitel = treffer.stuk.titelwoorden.filter((woord) => termen.has("=" + woord)).length;
        treffer.waarde = (treffer.zelf ? treffer.zelf + treffer.alsof / 2 : treffer.alsof) * treffer.dekking ** 1.5 * (1 + (inTitel / treffer.stuk.titelwoorden.length) ** 2);
      }
      const opWaarde = [...gevonden.values()].sort((een, ander) => ander.waarde - een.waarde || een.stuk.id - ander.stuk.id);
      const lijkt = opWaarde.filter((treffer) => !treffer.echt.size);
      return {
        treffers: opWaarde.filter((treffer) => treffer.echt.size),
        lijkt: lijkt.filter((treffer) => treffer.waarde > WEINIG * lijkt[0].waarde),
        ook: [...ookGezocht],
        zonder,
      };
    }

    // De zin waarin het meeste staat, liefst met een woord dat gevraagd is, en de kop erboven.
    function metZin({ stuk, termen, gestamd }) {
      const raak = (woord) => woorden(woord).some((deel) => termen.has(deel) || termen.has("=" + lemmaVan(deel)));
      const geraakt = (tekst) => new Set(woorden(tekst).filter(raak)).size;
      let beste = { zin: "", punten: -1, anker: "", kop: "" };
      function weeg(zin, anker, kop, extra, anders) {
        const aantal = geraakt(zin);
        const zelf = aantal && woorden(zin).some((woord) => gestamd.includes(lemmaVan(woord)));
        const punten = aantal ? aantal + extra + (zelf ? 0.8 : 0) : anders;
        if (zin && punten > beste.punten) beste = { zin, punten, anker, kop };
      }
      weeg(stuk.samenvatting, "", "", 0.5, 0);
      for (const [anker, kop, tekst] of stuk.delen) {
        const inKop = geraakt(kop) > 0;
        for (const zin of tekst.replace(/([.!?])\s+/g, "$1\n").split("\n")) weeg(zin, anker, kop, inKop ? 0.75 : 0, inKop ? 0.5 : 0);
      }
      return { stuk, raak, zin: beste.zin, anker: beste.anker, kop: beste.kop };
    }

    return { zoek, metZin };
  };
})();

/* The words of the find box: texts → tokens, a question → its matter, signs → sounds. */
window.mingbaiWords = function (index) {
  "use strict";
  var RUNS = /[\u3400-\u9fff]+|[a-z0-9]+/g, HAN = /[\u3400-\u9fff]/;
  var soundOf = new Map(), simple = new Map();
  Object.keys(index.sounds).forEach(function (syllable) {
    Array.from(index.sounds[syllable]).forEach(function (sign) { soundOf.set(sign, syllable); });
  });
  Array.from(index.variants[0]).forEach(function (sign, place) {
    simple.set(sign, index.variants[1].charAt(place));
  });

  function plain(text) {
    return Array.from(text.normalize("NFKC").toLowerCase()).map(function (sign) {
      return simple.get(sign) || sign;
    }).join("");
  }

  /* Stretches of Chinese signs, Latin words and numbers of a text that is plain already. */
  function runs(text) { return text.match(RUNS) || []; }

  function bare(text) { return runs(text.toLowerCase()).join(""); }

  /* A plain text → pairs of neighbouring signs, and each sign alone; Latin words whole. */
  function tokens(text) {
    var found = new Set();
    runs(text).forEach(function (run) {
      if (!HAN.test(run)) { found.add(run); return; }
      for (var place = 0; place < run.length; place += 1) {
        found.add(run.charAt(place));
        if (place + 1 < run.length) { found.add(run.substr(place, 2)); }
      }
    });
    return found;
  }

  function without(words, text) {
    var whole = runs(text).join(" ");
    return words.reduce(function (rest, word) { return rest.split(word).join(" "); }, whole)
      .replace(/\s+/g, " ").trim() || whole;
  }

  /* A text → the syllable of each sign; "?" for a sign that the index does not read. */
  function syllables(text) {
    return Array.from(text).map(function (sign) {
      return HAN.test(sign) ? soundOf.get(sign) || "?" : sign;
    });
  }

  return {
    plain: plain,
    bare: bare,
    tokens: tokens,
    syllables: syllables,
    latin: function (text) { return /^[a-z0-9]+$/.test(text); },
    /* A question → its matter: “低保怎么办理” → “低保”; all of it where nothing would be left. */
    matter: function (text) { return without(index.stop, text).replace(/ /g, ""); },
    /* A question without its frame: “你好我想问一下低保去哪领” → “低保 领”. */
    unframed: function (text) { return without(index.frames, text); }
  };
};

/* What the rows of the head index sound like: pinyin, initials, wrong signs of the same sound. */
window.mingbaiSounds = function (index, words) {
  "use strict";
  var NAME = 0, ALIASES = 4, WORDS = 6, READINGS = 7;
  var named = null, told = null, pairs = null;

  /* Each row → the readings of its name and aliases; made when they are first asked for. */
  function ofNames() {
    named = named || index.rows.map(function (row) {
      return read([row[NAME]].concat(row[ALIASES])).concat(row[READINGS].map(function (reading) {
        return letters(reading.split(" "));
      }));
    });
    return named;
  }

  /* Each row → the readings of its other words. */
  function ofWords() {
    told = told || index.rows.map(function (row) { return read(row[WORDS]); });
    return told;
  }

  function read(texts) {
    return texts.map(function (text) { return letters(words.syllables(words.bare(text))); });
  }

  function spoken(syllables) { return " " + syllables.join(" ") + " "; }

  function letters(syllables) {
    return {
      spoken: spoken(syllables),
      joined: syllables.join(""),
      initials: syllables.map(function (each) { return each.charAt(0); }).join("")
    };
  }

  /* How well a text fits what was typed: the whole, its beginning, or somewhere within. */
  function fit(text, typed, points, least) {
    var place = text.indexOf(typed);
    if (text === typed) { return points; }
    if (place === 0) { return points - 400; }
    return place > 0 && typed.length >= least ? points - 700 : 0;
  }

  function eachRow(points) {
    return index.rows.map(function (row, id) { return { id: id, points: points(id) }; })
      .filter(function (hit) { return hit.points > 0; });
  }

  function typed(text) {
    function best(readings) {
      return readings.reduce(function (most, reading) {
        return Math.max(most, fit(reading.joined, text, 900, 5), fit(reading.initials, text, 850, 3));
      }, 0);
    }
    return eachRow(function (id) {
      return Math.max(best(ofNames()[id]), best(ofWords()[id]) - 100);
    });
  }

  /* One slip of the finger leaves one half of what was typed as it should be. */
  function slipped(text) {
    var middle = Math.floor(text.length / 2), halves = [text.slice(0, middle), text.slice(middle)];
    if (text.length < 8) { return []; }
    return eachRow(function (id) {
      return ofNames()[id].some(function (reading) {
        return Math.abs(reading.joined.length - text.length) < 2 &&
          (reading.joined.startsWith(halves[0]) || reading.joined.endsWith(halves[1]));
      }) ? 100 : 0;
    });
  }

  /* Pairs of signs in names → by their sound. */
  function pairsBySound() {
    if (pairs) { return pairs; }
    pairs = new Map();
    var names = index.rows.map(function (row) {
      return [row[NAME]].concat(row[ALIASES], row[WORDS]).join(" ");
    });
    words.tokens(names.join(" ")).forEach(function (pair) {
      if (pair.length !== 2) { return; }
      var sound = words.syllables(pair).join(" ");
      if (!pairs.has(sound)) { pairs.set(sound, []); }
      pairs.get(sound).push(pair);
    });
    return pairs;
  }

  return {
    /* Rows read as was typed in Latin letters. */
    byLetters: function (text) {
      var hits = typed(text);
      return hits.length ? hits : slipped(text);
    },
    /* A pair of signs → the pairs that sound like it: 公伤 → 工伤. */
    alike: function (pair) {
      return pairsBySound().get(words.syllables(pair).join(" ")) || [];
    },
    /* Rows whose name holds the sound of a text: 宅机地 is still 宅基地. */
    bySound: function (text) {
      var wanted = spoken(words.syllables(text));
      if (text.length < 2 || wanted.indexOf("?") >= 0) { return []; }
      return eachRow(function (id) {
        return ofNames()[id].reduce(function (best, reading) {
          var place = reading.spoken.indexOf(wanted);
          return Math.max(best, place === 0 ? 2 : place > 0 && text.length > 2 ? 1 : 0);
        }, 0);
      });
    }
  };
};

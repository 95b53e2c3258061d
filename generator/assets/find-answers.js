/* Questions → rows of the head index (find-index.js), best first.

   A question that is a name, or nearly one, is answered by nearness. Any other is a sentence: each
   of its words counts the more the fewer rows hold it, and what a row is called (俗称, 百姓叫法)
   counts most where the sentence holds all of it. */
window.mingbaiAnswers = function (index) {
  "use strict";
  var NAME = 0, WHERE = 1, WHAT = 2, ADDRESS = 3, ALIASES = 4, CODE = 5, WORDS = 6, WEIGHT = 10,
    IDENTITY = 11;
  var MOST = 12;
  var SIGN = 0.25; /* What a sign alone is worth beside a pair, */
  var ALIKE = 0.6; /* and a pair that only sounds like the one that was written; */
  var SHORT = 12; /* these are looked for in questions of at most so many signs. */
  var CALLED = 0.8, CALLED_TOO = 0.12; /* What the best phrase counts, and each further one. */
  var LIKELY = 1.15; /* How much a kind or a body that the question speaks of raises a row. */
  var PLACE = 0.5; /* How much less a sentence means a body or a page than an item. */
  var LEAST = 7.5; /* A row that answers less of a sentence is not an answer, */
  var LEAST_OF_BEST = 0.2; /* nor one that answers so much less than the best, */
  var BRIEF = 7, MOST_OF_IT = 0.55; /* nor one that lacks half of a question of a few signs. */
  var words = window.mingbaiWords(index);
  var texts = window.mingbaiTexts(index);
  var sounds = window.mingbaiSounds(index, words);
  var leanings = new Map(Object.entries(index.leanings));
  var holders = new Map(); /* What rows are called → the rows that are called so. */
  var names = index.rows.map(function (row, id) {
    var own = [row[NAME]].concat(row[ALIASES]).map(words.bare);
    var called = own.concat(row[WORDS].map(words.bare), words.bare(core(row[NAME])));
    new Set(called).forEach(function (phrase) {
      if (!holders.has(phrase)) { holders.set(phrase, []); }
      holders.get(phrase).push(id);
    });
    return {
      own: own,
      words: row[WORDS].map(words.bare),
      codes: [row[IDENTITY], row[CODE]].map(words.bare)
    };
  });

  function core(name) { return name.replace(/^对|的处罚$/g, ""); }

  /* A sentence */

  function hitOf(hits, id) {
    if (!hits.has(id)) {
      hits.set(id, { id: id, words: 0, signs: 0, told: 0, piled: 0, held: [] });
    }
    return hits.get(id);
  }

  function count(token, hits, share) {
    var found = texts.holding(token);
    var worth = share * texts.rarity(found.size);
    found.forEach(function (weight, id) {
      var hit = hitOf(hits, id);
      if (token.length < 2) { hit.signs += worth * weight; return; }
      hit.words += worth * weight;
      hit.held.push(token);
    });
    return found.size;
  }

  /* The words of a sentence in each row; for a pair that no row has, those that sound like it. */
  function countWords(sentence, hits) {
    var short = sentence.replace(/ /g, "").length <= SHORT;
    words.tokens(sentence).forEach(function (token) {
      var pair = token.length > 1 && !words.latin(token);
      if (!count(token, hits, token.length > 1 ? 1 : SIGN) && pair && short) {
        sounds.alike(token).forEach(function (other) { count(other, hits, ALIKE); });
      }
    });
  }

  /* The share of the signs of a sentence that the tokens hold. */
  function share(sentence, tokens) {
    var rest = sentence.replace(/ /g, ""), all = rest.length, held = new Set();
    tokens.forEach(function (token) {
      for (var at = rest.indexOf(token); at >= 0; at = rest.indexOf(token, at + 1)) {
        for (var place = at; place < at + token.length; place += 1) { held.add(place); }
      }
    });
    return held.size / all;
  }

  /* What rows are called, where the sentence holds it. */
  function countPhrases(sentence, hits) {
    for (var from = 0; from < sentence.length; from += 1) {
      for (var size = 2; size <= 12 && from + size <= sentence.length; size += 1) {
        var found = holders.get(sentence.substr(from, size)) || [];
        var points = texts.rarity(found.length) * Math.min(size, 6) / 2;
        found.forEach(function (id) {
          var hit = hitOf(hits, id);
          hit.piled += points;
          hit.told = Math.max(hit.told, points);
        });
      }
    }
  }

  /* A question about a prize, a fine, a permit makes items of that kind likely. */
  function leaning(kind, sentence) {
    return (leanings.get(kind) || []).some(function (word) {
      return sentence.indexOf(word) >= 0;
    }) ? LIKELY : 1;
  }

  /* The bodies that a sentence speaks of: 到发改局登记. */
  function bodiesIn(sentence) {
    return index.rows.filter(function (row, id) {
      return row[WHAT] === "部门" && names[id].own.some(function (name) {
        return name.length > 1 && sentence.indexOf(name) >= 0;
      });
    }).map(function (row) { return row[NAME]; });
  }

  /* A name */

  /* Whether all signs of *asked* stand in *name*, in this order: 农村宅基地 in 农村村民宅基地审批. */
  function inOrder(asked, name) {
    var place = -1;
    return Array.from(asked).every(function (sign) {
      place = name.indexOf(sign, place + 1);
      return place >= 0;
    });
  }

  /* How nearly a question is a name of a row, out of 1000. */
  function nearness(id, asked) {
    var row = index.rows[id], best = 0;
    function offer(points) { best = Math.max(best, points); }
    names[id].own.forEach(function (own, place) {
      if (own === asked) { offer(place ? 950 : 1000); }
      else if (own.indexOf(asked) === 0) { offer(place ? 560 : 600); }
      else if (own.indexOf(asked) > 0) { offer(place ? 360 : 400); }
      else if (asked.length > 2 && inOrder(asked, own)) { offer(place ? 350 : 390); }
    });
    names[id].words.forEach(function (own) {
      if (own === asked) { offer(row[WHAT] === "页面" ? 620 : 500); }
      else if (asked.length > 1 && own.indexOf(asked) === 0) { offer(300); }
    });
    if (row[IDENTITY] && asked.length > 1 && row[WHAT].indexOf(asked) >= 0) { offer(370); }
    return best;
  }

  /* Answers */

  function byWords(text) {
    var whole = words.bare(text), matter = words.matter(text), hits = new Map();
    var bodies = bodiesIn(whole);
    var sentence = words.unframed(text);
    countWords(sentence, hits);
    countPhrases(whole, hits);
    hits.forEach(function (hit) {
      var row = index.rows[hit.id];
      hit.near = Math.max(nearness(hit.id, whole), nearness(hit.id, matter));
      var told = CALLED * hit.told + CALLED_TOO * (hit.piled - hit.told);
      var points = 10 * (hit.words + hit.signs + told) * leaning(row[WHAT], whole);
      if (bodies.indexOf(row[WHERE]) >= 0) { points *= LIKELY; }
      if (!row[IDENTITY] && !hit.near) { points *= PLACE; }
      hit.points = hit.near ? hit.near + Math.min(points, 99) : points;
    });
    var all = Array.from(hits.values());
    var best = all.reduce(function (most, hit) { return Math.max(most, hit.points); }, 0);
    return all.filter(function (hit) {
      if (hit.near >= 300) { return true; }
      if (sentence.length <= BRIEF && !hit.told && share(sentence, hit.held) < MOST_OF_IT) {
        return false;
      }
      return hit.words + hit.told > LEAST && hit.points > best * LEAST_OF_BEST;
    });
  }

  /* Rows whose id or 编码 is just what was written, gt-002, or begins so. */
  function byCode(text) {
    var wanted = words.bare(text);
    function coded(fits) {
      return names.reduce(function (found, name, id) {
        if (name.codes.some(fits)) { found.push({ id: id, points: 1 }); }
        return found;
      }, []);
    }
    var hits = coded(function (code) { return code === wanted; });
    if (hits.length || wanted.length < 6) { return hits; }
    return coded(function (code) { return code.indexOf(wanted) === 0; });
  }

  function hitsOf(text) {
    var whole = words.bare(text);
    var hits = whole ? byCode(text) : [];
    if (!hits.length && words.latin(whole)) { hits = sounds.byLetters(whole); }
    if (hits.length || !whole) { return hits; }
    hits = byWords(text);
    var named = hits.some(function (hit) { return hit.near; });
    var sounding = named || whole.length > 8 ? [] : sounds.bySound(words.matter(text));
    return sounding.length ? sounding : hits;
  }

  return function (text) {
    return hitsOf(words.plain(text)).map(function (hit) {
      var row = index.rows[hit.id];
      return { row: row, points: hit.points * row[WEIGHT] };
    }).sort(function (one, other) {
      return other.points - one.points || one.row[NAME].length - other.row[NAME].length ||
        (one.row[ADDRESS] < other.row[ADDRESS] ? -1 : 1);
    }).slice(0, MOST).map(function (answer) { return answer.row; });
  };
};

/* The find box: a combobox over the head index (find-index.js), which is loaded, with MiniSearch, at
   the first focus. Works from a disk too: everything comes as scripts, never by fetch. */
(function () {
  "use strict";
  var NAME = 0, WHERE = 1, WHAT = 2, ADDRESS = 3, ALIASES = 4, CODE = 5, WORDS = 6, READINGS = 7,
    INITIALS = 8, VILLAGES = 9, ENDED = 10, WEIGHT = 11, IDENTITY = 12;
  var ENOUGH = 0.85; /* The share of a question that a weak answer must hold. */
  var MOST = 12;
  var VILLAGE = "mingbai.village";
  var HAN = /[\u3400-\u9fff]/;
  var holder = document.querySelector(".mb-find");
  if (!holder) { return; }
  var base = holder.getAttribute("data-base");
  var index = null, engine = null, loading = false, active = -1, shown = [];

  /* Words */

  function plain(text) {
    var signs = text.normalize("NFKC").toLowerCase();
    if (!index) { return signs; }
    return Array.from(signs).map(function (sign) {
      var place = index.variants[0].indexOf(sign);
      return place < 0 ? sign : index.variants[1].charAt(place);
    }).join("");
  }

  /* A text → pairs of neighbouring characters and the last one alone; Latin words and numbers whole. */
  function tokens(text) {
    var found = [];
    (plain(text).match(/[\u3400-\u9fff]+|[a-z0-9]+/g) || []).forEach(function (run) {
      if (!HAN.test(run)) { found.push(run); return; }
      for (var place = 0; place < run.length - 1; place += 1) { found.push(run.substr(place, 2)); }
      found.push(run.charAt(run.length - 1));
    });
    return found;
  }

  function asked(text) {
    var found = tokens(text);
    var pairs = found.filter(function (token) { return token.length > 1 || !HAN.test(token); });
    return pairs.length ? pairs : found;
  }

  /* A question → its matter: “低保怎么办理” → “低保”; all of it where nothing would be left. */
  function matter(text) {
    var whole = plain(text).replace(/[^\u3400-\u9fffa-z0-9]+/g, " ").trim();
    var rest = whole;
    index.stop.forEach(function (word) { rest = rest.split(word).join(" "); });
    rest = rest.replace(/\s+/g, " ").trim();
    return rest || whole;
  }

  function sound(text) {
    return Array.from(plain(text)).map(function (sign) {
      return HAN.test(sign) ? index.soundOf[sign] || "?" : sign.trim();
    }).join("");
  }

  /* The index */

  function prepare() {
    index = window.mingbaiFind;
    index.soundOf = {};
    Object.keys(index.sounds).forEach(function (syllable) {
      Array.from(index.sounds[syllable]).forEach(function (sign) { index.soundOf[sign] = syllable; });
    });
    engine = new window.MiniSearch({
      fields: ["name", "aliases", "words", "where", "code", "readings", "initials"],
      tokenize: tokens,
      processTerm: function (term) { return term; }
    });
    engine.addAll(index.rows.map(function (row, id) {
      return {
        id: id, name: row[NAME], aliases: row[ALIASES].join(" "), words: row[WORDS].join(" "),
        where: row[WHERE] + " " + row[WHAT] + " " + townships(row), code: row[CODE],
        readings: row[READINGS].join(" "), initials: row[INITIALS].join(" ")
      };
    }));
  }

  function townships(row) {
    return row[VILLAGES].map(function (number) { return index.villages[number][1]; }).join(" ");
  }

  function latin(term) { return /^[a-z0-9]+$/.test(term); }

  function search(words, how) {
    return engine.search(words, {
      tokenize: asked,
      combineWith: how,
      boost: { name: 4, aliases: 3, words: 2, code: 3, readings: 2, initials: 2, where: 1 },
      prefix: function (term) { return latin(term) || term.length === 1; },
      fuzzy: function (term) { return latin(term) && !/\d/.test(term) && term.length > 6 ? 0.15 : 0; }
    });
  }

  /* Whether all signs of *words* stand in *name*, in this order: 农村宅基地 in 农村村民宅基地审批. */
  function inOrder(words, name) {
    var place = -1;
    return Array.from(words).every(function (sign) {
      place = name.indexOf(sign, place + 1);
      return place >= 0;
    });
  }

  /* Whether a word is long enough to answer for a question that holds it: 没钱看病, not 老师. */
  function tells(word, words) { return word.length > 2 || word.length * 2 >= words.length; }

  /* The share of the signs of a question that a row answers. */
  function share(hit, words) {
    var held = new Set();
    hit.queryTerms.forEach(function (term) {
      for (var from = words.indexOf(term); from >= 0; from = words.indexOf(term, from + 1)) {
        for (var place = from; place < from + term.length; place += 1) { held.add(place); }
      }
    });
    return held.size / words.length;
  }

  /* How well a row answers, beyond the words it shares with the question. */
  function nearness(row, words) {
    var names = [row[NAME]].concat(row[ALIASES]);
    var best = 0;
    function offer(points) { best = Math.max(best, points); }
    names.forEach(function (name, place) {
      var own = plain(name);
      if (own === words) { offer(place ? 950 : 1000); }
      else if (own.indexOf(words) === 0) { offer(place ? 560 : 600); }
      else if (own.indexOf(words) > 0) { offer(place ? 360 : 400); }
      else if (words.length > 2 && inOrder(words, own)) { offer(place ? 350 : 390); }
      else if (words.indexOf(own) >= 0 && (row[IDENTITY] ? own.length > 1 : tells(own, words))) {
        offer(300 + own.length);
      }
    });
    row[WORDS].forEach(function (word) {
      var own = plain(word);
      if (own === words) { offer(500); }
      else if (words.length > 1 && own.indexOf(words) === 0) { offer(300); }
      else if (tells(own, words) && words.indexOf(own) >= 0) { offer(320 + own.length); }
    });
    if (row[IDENTITY] && words.length > 1 && row[WHAT].indexOf(words) >= 0) { offer(370); }
    if (latin(words)) {
      row[READINGS].forEach(function (reading) {
        if (reading === words) { offer(900); } else if (reading.indexOf(words) === 0) { offer(500); }
      });
      row[INITIALS].forEach(function (own) {
        if (own === words) { offer(850); } else if (own.indexOf(words) === 0) { offer(450); }
      });
    }
    return best;
  }

  /* Rows whose reading holds the sound of the question: 宅机地 is still 宅基地. */
  function bySound(words) {
    var wanted = sound(words.replace(/ /g, ""));
    if (wanted.length < 4 || wanted.indexOf("?") >= 0) { return []; }
    return index.rows.reduce(function (found, row, id) {
      var places = row[READINGS].map(function (reading) { return reading.indexOf(wanted); })
        .filter(function (place) { return place >= 0; });
      if (places.length) { found.push({ id: id, score: Math.min.apply(null, places) ? 1 : 2 }); }
      return found;
    }, []);
  }

  function squashed(text) { return plain(text).replace(/[^\u3400-\u9fffa-z0-9]+/g, ""); }

  /* Rows whose id or 编码 is just what was written: gt-002. */
  function byCode(text) {
    var wanted = squashed(text);
    return index.rows.reduce(function (found, row, id) {
      var codes = [row[IDENTITY], row[CODE]].map(squashed);
      if (wanted && codes.indexOf(wanted) >= 0) { found.push({ id: id, score: 0 }); }
      return found;
    }, []);
  }

  /* Rows that share some words with the question, where these are most of it or a name of theirs. */
  function loosely(words) {
    var bare = words.replace(/ /g, "");
    return search(words, "OR").filter(function (hit) {
      return share(hit, bare) >= ENOUGH || nearness(index.rows[hit.id], bare) > 0;
    });
  }

  function find(text) {
    var whole = plain(text).trim();
    if (!whole) { return []; }
    var words = matter(text);
    var hits = byCode(text);
    if (!hits.length) { hits = search(words, "AND"); }
    if (!hits.length) { hits = bySound(words); }
    if (!hits.length) { hits = loosely(words); }
    if (!hits.length && words !== whole) { hits = loosely(whole); }
    var joined = words.replace(/ /g, "");
    var bare = whole.replace(/\s+/g, "");
    return hits.map(function (hit) {
      var row = index.rows[hit.id];
      var near = Math.max(nearness(row, joined), nearness(row, bare));
      return { row: row, points: (near + Math.min(hit.score, 99)) * row[WEIGHT] };
    }).sort(function (one, other) {
      return other.points - one.points || one.row[NAME].length - other.row[NAME].length ||
        (one.row[ADDRESS] < other.row[ADDRESS] ? -1 : 1);
    }).slice(0, MOST).reduce(withOwnVillage, []);
  }

  /* A shared item of the reader's own village comes first, before the page of all villages. */
  function withOwnVillage(found, hit) {
    var row = hit.row;
    var own = ownVillage();
    var number = index.villages.findIndex(function (village) { return own && village[0] === own; });
    if (number >= 0 && row[VILLAGES].indexOf(number) >= 0) {
      var identity = row[ADDRESS].split("/").slice(-2)[0];
      found.push({
        name: row[NAME], where: "我的村：" + index.villages[number][1],
        address: "villages/" + own + "/index.html#" + identity
      });
    }
    var where = [row[WHERE], row[ENDED]].filter(Boolean).join("，");
    found.push({ name: row[NAME], where: where, address: row[ADDRESS] });
    return found;
  }

  function ownVillage() {
    try { return (JSON.parse(window.localStorage.getItem(VILLAGE) || "null") || {}).id; }
    catch (refused) { return null; }
  }

  /* The box */

  var box = document.createElement("input");
  var panel = document.createElement("div");
  var status = document.createElement("p");
  var list = document.createElement("ul");
  var otherwise = document.createElement("p");

  function dress() {
    var label = "查事项、部门、村";
    box.type = "search";
    box.className = "mb-find__box";
    box.id = "find_box";
    box.placeholder = label + "，拼音也行";
    box.autocomplete = "off";
    box.setAttribute("enterkeyhint", "search");
    box.setAttribute("spellcheck", "false");
    attributes(box, {
      role: "combobox", "aria-label": label, "aria-autocomplete": "list", "aria-haspopup": "listbox",
      "aria-expanded": "false", "aria-controls": "find_list"
    });
    panel.className = "mb-find__panel";
    panel.hidden = true;
    list.className = "mb-find__list";
    list.id = "find_list";
    attributes(list, { role: "listbox", "aria-label": "查到的" });
    otherwise.className = "mb-find__otherwise";
    otherwise.hidden = true;
    status.className = "mb-find__status";
    status.setAttribute("role", "status");
    panel.appendChild(status);
    panel.appendChild(list);
    panel.appendChild(otherwise);
    holder.replaceChildren(box, panel);
  }

  function attributes(element, told) {
    Object.keys(told).forEach(function (name) { element.setAttribute(name, told[name]); });
  }

  function load() {
    if (loading) { return; }
    loading = true;
    var left = 2;
    ["minisearch/minisearch-7.2.0.js", "find-index.js"].forEach(function (file) {
      var script = document.createElement("script");
      script.src = base + "/assets/" + file;
      script.onload = function () {
        left -= 1;
        if (!left) { prepare(); pointOn(); show(); }
      };
      script.onerror = function () { say("查找没有装好，请按拼音查。"); };
      document.head.appendChild(script);
    });
  }

  /* Where to go on when nothing is found: all names in order, and somebody to ask. */
  function pointOn() {
    var ways = [link("按拼音查全部名称", base + "/a-z/index.html")];
    if (index.hotline) { ways.push(" · ", link("打 " + index.hotline + " 问", "tel:" + index.hotline)); }
    otherwise.replaceChildren.apply(otherwise, ways);
  }

  function link(words, address) {
    var made = document.createElement("a");
    made.textContent = words;
    made.href = address;
    return made;
  }

  function say(words) {
    status.textContent = words;
    open(true);
  }

  function open(wanted) {
    panel.hidden = !wanted;
    box.setAttribute("aria-expanded", wanted && shown.length ? "true" : "false");
    if (!wanted) { choose(-1); }
  }

  function choose(number) {
    active = number;
    Array.from(list.children).forEach(function (option, place) {
      option.setAttribute("aria-selected", place === active ? "true" : "false");
    });
    if (active < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", "find_" + active);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function part(name, words) {
    var made = document.createElement("span");
    made.className = name;
    made.textContent = words;
    return made;
  }

  function option(hit, number) {
    var made = document.createElement("li");
    made.id = "find_" + number;
    attributes(made, { role: "option", "aria-selected": "false" });
    made.appendChild(part("mb-find__name", hit.name));
    made.appendChild(part("mb-find__where", hit.where));
    made.addEventListener("mousedown", function (event) { event.preventDefault(); });
    made.addEventListener("click", function () { go(number); });
    return made;
  }

  function show() {
    if (!index) { load(); return; }
    shown = find(box.value);
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren.apply(list, shown.map(option));
    if (!box.value.trim()) { open(false); return; }
    say(shown.length ? "查到" + shown.length + "条" : "没有查到，换个说法试试。");
    otherwise.hidden = shown.length > 0;
  }

  function go(number) {
    var hit = shown[number];
    if (hit) { window.location.assign(base + "/" + hit.address); open(false); }
  }

  function move(step) {
    if (panel.hidden || !shown.length) { show(); return; }
    choose((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length);
  }

  dress();
  box.addEventListener("focus", load);
  box.addEventListener("input", show);
  box.addEventListener("keydown", function (event) {
    if (event.isComposing) { return; }
    if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    else if (event.key === "Enter") { event.preventDefault(); go(active < 0 ? 0 : active); }
    else if (event.key === "Escape") { event.preventDefault(); open(false); }
  });
  document.addEventListener("click", function (event) {
    if (!holder.contains(event.target)) { open(false); }
  });
  holder.addEventListener("focusout", function (event) {
    if (!holder.contains(event.relatedTarget)) { open(false); }
  });
})();

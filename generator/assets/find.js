/* The find box: a combobox over the head index (find-index.js), which is loaded, with what reads
   it, at the first focus. Works from a disk too: everything comes as scripts, never by fetch. All
   are asked for by one version, so that a kept index never meets scripts of another edition. */
(function () {
  "use strict";
  var NAME = 0, WHERE = 1, ADDRESS = 3, VILLAGES = 8, ENDED = 9;
  var PARTS = ["words", "text", "sounds", "answers", "index"];
  var VILLAGE = "mingbai.village";
  var holder = document.querySelector(".mb-find");
  if (!holder) { return; }
  var base = holder.getAttribute("data-base"), version = holder.getAttribute("data-version");
  var index = null, answers = null, loading = false, active = -1, shown = [];

  /* Answers */

  function find(text) { return answers(text).reduce(withOwnVillage, []); }

  /* A shared item of the reader's own village comes first, before the page of all villages. */
  function withOwnVillage(found, row) {
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
      role: "combobox", "aria-label": label, "aria-autocomplete": "list",
      "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": "find_list"
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
    var left = PARTS.length;
    PARTS.forEach(function (part) {
      var script = document.createElement("script");
      script.src = base + "/assets/find-" + part + ".js?" + version;
      script.onload = function () {
        left -= 1;
        if (!left) { prepare(); pointOn(); show(); }
      };
      script.onerror = function () { say("查找没有装好，请按拼音查。"); };
      document.head.appendChild(script);
    });
  }

  function prepare() {
    index = window.mingbaiFind;
    answers = window.mingbaiAnswers(index);
    holder.setAttribute("data-ready", "");
  }

  /* Where to go on when nothing is found: all names in order, and somebody to ask. */
  function pointOn() {
    var ways = [link("按拼音查全部名称", base + "/a-z/index.html")];
    if (index.hotline) {
      ways.push(" · ", link("打 " + index.hotline + " 问", "tel:" + index.hotline));
    }
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

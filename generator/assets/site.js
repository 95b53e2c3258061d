/* What pages can do beyond being read: tables that filter, and the reader's own village, kept on
   this device only. Every page is whole without this file. */
(function () {
  "use strict";
  var VILLAGE = "mingbai.village";

  function element(tag, name, words) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (words) { made.textContent = words; }
    return made;
  }

  /* Tables */

  function filterable(holder, number) {
    var rows = Array.prototype.slice.call(holder.querySelectorAll("tbody tr"));
    if (rows.length < 2) { return; }
    var bar = element("div", "mb-filter");
    var box = element("input");
    var status = element("p");
    var choice = null;
    box.type = "search";
    box.autocomplete = "off";
    box.placeholder = holder.getAttribute("data-filter");
    box.setAttribute("aria-label", box.placeholder);
    box.id = "filter_" + number;
    status.setAttribute("role", "status");
    bar.appendChild(box);
    if (holder.getAttribute("data-group")) {
      choice = choices(rows, holder.getAttribute("data-group"));
      bar.appendChild(choice);
    }
    bar.appendChild(status);
    holder.insertBefore(bar, holder.firstChild);

    function show() {
      var words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      var group = choice ? choice.value : "";
      var shown = 0;
      rows.forEach(function (row) {
        var key = (row.getAttribute("data-key") || "").toLowerCase();
        var fits = words.every(function (word) { return key.indexOf(word) >= 0; });
        row.hidden = !fits || Boolean(group && row.getAttribute("data-group") !== group);
        if (!row.hidden) { shown += 1; }
      });
      status.textContent = words.length || group
        ? "显示" + shown + holder.getAttribute("data-unit") + "，共" + rows.length : "";
    }

    box.addEventListener("input", show);
    if (choice) { choice.addEventListener("change", show); }
  }

  function choices(rows, label) {
    var list = element("select");
    var seen = {};
    list.setAttribute("aria-label", label);
    list.appendChild(new Option("全部" + label, ""));
    rows.forEach(function (row) {
      var group = row.getAttribute("data-group");
      if (group && !seen[group]) {
        seen[group] = true;
        list.appendChild(new Option(group, group));
      }
    });
    return list;
  }

  /* The reader's village */

  function kept() {
    try { return JSON.parse(window.localStorage.getItem(VILLAGE) || "null"); }
    catch (refused) { return null; }
  }

  function keep(village) {
    try {
      if (village) { window.localStorage.setItem(VILLAGE, JSON.stringify(village)); }
      else { window.localStorage.removeItem(VILLAGE); }
    } catch (refused) { /* It lasts for this page. */ }
  }

  function offerToKeep(place) {
    var village = { id: place.getAttribute("data-village"), name: place.getAttribute("data-name") };
    var button = element("button", "mb-button");
    button.type = "button";

    function show() {
      var own = kept();
      var chosen = own && own.id === village.id;
      button.textContent = chosen ? "这是我的村，点一下取消" : "把" + village.name + "设为我的村";
      button.setAttribute("aria-pressed", chosen ? "true" : "false");
    }

    button.addEventListener("click", function () {
      var own = kept();
      keep(own && own.id === village.id ? null : village);
      show();
    });
    show();
    place.appendChild(button);
  }

  function showKept(place) {
    var own = kept();
    var find = document.querySelector(".mb-find");
    if (!own || !find || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(own.id)) { return; }
    var link = element("a", "mb-chip", "我的村：" + own.name);
    link.href = find.getAttribute("data-base") + "/villages/" + own.id + "/index.html";
    place.appendChild(link);
  }

  /* What is folded away: a link to it opens it, and paper shows all of it */

  function openTarget() {
    var place = document.getElementById(window.location.hash.slice(1));
    if (!place) { return; }
    for (var part = place; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") { part.open = true; }
    }
    place.scrollIntoView();
  }

  function openForPaper() {
    document.querySelectorAll("details:not([open])").forEach(function (folded) {
      folded.open = true;
      folded.setAttribute("data-folded", "");
    });
  }

  function foldAgain() {
    document.querySelectorAll("details[data-folded]").forEach(function (opened) {
      opened.open = false;
      opened.removeAttribute("data-folded");
    });
  }

  /* A second click on the same link changes no address, so clicks count too. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === window.location.hash) { openTarget(); }
  });
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", openForPaper);
  window.addEventListener("afterprint", foldAgain);
  openTarget();

  document.querySelectorAll("[data-filter]").forEach(filterable);
  document.querySelectorAll(".mb-mine").forEach(offerToKeep);
  document.querySelectorAll(".mb-chosen").forEach(showKept);
})();

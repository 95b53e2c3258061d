/* Drawings: a step of the list and its box lead to each other, and a drawing opens in full size,
   where it can be made larger. Every page is whole without this file: a line of the list then leads
   to the drawing, and the link to the full size opens the file of the drawing. */
(function () {
  "use strict";
  var STEP = 1.25;
  var LEAST = 0.2;
  var MOST = 5;

  function boxesOf(id) {
    return Array.prototype.slice.call(document.querySelectorAll('svg a[href="#' + id + '"]'));
  }

  function isShown(part) {
    return part.getClientRects().length > 0;
  }

  /* The step that the address names is marked in the drawings too. */
  function mark() {
    document.querySelectorAll("svg a.c-here").forEach(function (box) {
      box.classList.remove("c-here");
    });
    var id = window.location.hash.slice(1);
    if (!/^[\w-]+$/.test(id)) { return; }
    boxesOf(id).forEach(function (box) { box.classList.add("c-here"); });
  }

  function goToBox(event, link) {
    var line = link.closest("li");
    var box = line && boxesOf(line.id).filter(isShown)[0];
    if (!box) { return; }
    event.preventDefault();
    window.history.pushState(null, "", "#" + line.id);
    mark();
    box.scrollIntoView({ block: "center", inline: "center" });
    box.focus({ preventScroll: true });
  }

  /* Full size */

  function element(tag, name, words) {
    var made = document.createElement(tag);
    made.className = name;
    if (words) { made.textContent = words; }
    return made;
  }

  function fullSize(drawing) {
    var natural = drawing.viewBox.baseVal;
    var dialog = element("dialog", "mb-full");
    var bar = element("div", "mb-full__bar");
    var sheet = element("div", "mb-full__sheet");
    var picture = drawing.cloneNode(true);
    var title = drawing.querySelector("title").textContent;
    var scale = 1;

    function show(wanted, x, y) {
      var next = Math.min(MOST, Math.max(LEAST, wanted));
      var grown = next / scale;
      var left = (sheet.scrollLeft + x) * grown - x;
      var top = (sheet.scrollTop + y) * grown - y;
      scale = next;
      picture.setAttribute("width", Math.round(natural.width * scale));
      picture.setAttribute("height", Math.round(natural.height * scale));
      sheet.scrollLeft = left;
      sheet.scrollTop = top;
    }

    function inMiddle(wanted) {
      show(wanted, sheet.clientWidth / 2, sheet.clientHeight / 2);
    }

    function wide() { return (sheet.clientWidth - 28) / natural.width; }
    function whole() { return Math.min(wide(), (sheet.clientHeight - 28) / natural.height); }

    function button(words, name, act) {
      var made = element("button", "mb-full__button", words);
      made.type = "button";
      if (name) { made.setAttribute("aria-label", name); }
      made.addEventListener("click", act);
      bar.appendChild(made);
    }

    bar.appendChild(element("p", "mb-full__title", title));
    button("＋", "放大", function () { inMiddle(scale * STEP); });
    button("－", "缩小", function () { inMiddle(scale / STEP); });
    button("全图", "", function () { inMiddle(whole()); });
    button("关闭", "", function () { dialog.close(); });
    dialog.setAttribute("aria-label", title);
    sheet.tabIndex = 0;
    sheet.setAttribute("role", "region");
    sheet.setAttribute("aria-label", "图，可以上下左右移动；按加号放大，减号缩小，0看全图");
    sheet.appendChild(picture);
    dialog.appendChild(bar);
    dialog.appendChild(sheet);
    document.body.appendChild(dialog);

    dialog.addEventListener("close", function () { dialog.remove(); });
    dialog.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (event.key === "+" || event.key === "=") { inMiddle(scale * STEP); }
      else if (event.key === "-") { inMiddle(scale / STEP); }
      else if (event.key === "0") { inMiddle(whole()); }
    });
    sheet.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) { return; }
      var place = sheet.getBoundingClientRect();
      event.preventDefault();
      show(scale * Math.exp(-event.deltaY / 300), event.clientX - place.left,
        event.clientY - place.top);
    }, { passive: false });
    picture.addEventListener("click", function (event) {
      if (event.target.closest("a")) { dialog.close(); }
    });
    pinch(sheet, function () { return scale; }, show);
    drag(sheet);
    dialog.showModal();
    inMiddle(Math.min(1.6, wide()));
    sheet.scrollTop = 0;
    sheet.focus();
  }

  /* Two fingers make it larger or smaller; one finger moves it, which the browser does. */
  function pinch(sheet, scale, show) {
    var began = null;

    function apart(touches) {
      return Math.hypot(touches[0].clientX - touches[1].clientX,
        touches[0].clientY - touches[1].clientY);
    }

    sheet.addEventListener("touchstart", function (event) {
      began = event.touches.length === 2 ? { apart: apart(event.touches), scale: scale() } : null;
    }, { passive: true });
    sheet.addEventListener("touchmove", function (event) {
      if (!began || event.touches.length !== 2) { return; }
      var place = sheet.getBoundingClientRect();
      var one = event.touches[0];
      var other = event.touches[1];
      event.preventDefault();
      show(began.scale * apart(event.touches) / began.apart,
        (one.clientX + other.clientX) / 2 - place.left,
        (one.clientY + other.clientY) / 2 - place.top);
    }, { passive: false });
  }

  /* A mouse drags it; a drag is no click on what lies under it. */
  function drag(sheet) {
    var from = null;
    var moved = false;

    sheet.addEventListener("pointerdown", function (event) {
      moved = false;
      if (event.pointerType !== "mouse" || event.button) { return; }
      from = { x: event.clientX + sheet.scrollLeft, y: event.clientY + sheet.scrollTop };
    });
    window.addEventListener("pointerup", function () { from = null; });
    sheet.addEventListener("pointermove", function (event) {
      if (!from) { return; }
      var left = from.x - event.clientX;
      var top = from.y - event.clientY;
      moved = moved || Math.hypot(left - sheet.scrollLeft, top - sheet.scrollTop) > 4;
      if (moved) { sheet.scrollLeft = left; sheet.scrollTop = top; }
    });
    sheet.addEventListener("dragstart", function (event) { event.preventDefault(); });
    sheet.addEventListener("click", function (event) {
      if (moved) { event.preventDefault(); event.stopPropagation(); }
    }, true);
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || !event.target.closest) { return; }
    var back = event.target.closest("a.mb-step__back");
    var full = event.target.closest("a[data-full]");
    if (back) { goToBox(event, back); }
    if (!full || !window.HTMLDialogElement || event.ctrlKey || event.metaKey) { return; }
    var views = full.closest(".mb-chart__part").querySelectorAll(".mb-chart__view svg");
    var drawing = Array.prototype.filter.call(views, isShown)[0];
    if (drawing) { event.preventDefault(); fullSize(drawing); }
  });
  window.addEventListener("hashchange", mark);
  window.addEventListener("popstate", mark);
  mark();
})();

/* Light or dark as the reader's system has it, or as chosen here; and the menu of a phone closes
   when one looks elsewhere. Runs while the header is read, so that nothing flashes. */
(function () {
  "use strict";
  var KEY = "mingbai.scheme";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var button = document.querySelector(".mb-scheme");
  var menu = document.querySelector(".mb-menu");

  function kept() {
    try { return window.localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function keep(scheme) {
    try { window.localStorage.setItem(KEY, scheme); } catch (refused) { /* It lasts for this page. */ }
  }

  function show(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    button.setAttribute("aria-label", scheme === "slate" ? "换成浅色显示" : "换成深色显示");
  }

  function current() {
    return document.body.getAttribute("data-md-color-scheme");
  }

  document.documentElement.classList.add("js");
  show(kept() || (dark.matches ? "slate" : "default"));
  dark.addEventListener("change", function () {
    if (!kept()) { show(dark.matches ? "slate" : "default"); }
  });

  button.hidden = false;
  button.addEventListener("click", function () {
    var scheme = current() === "slate" ? "default" : "slate";
    keep(scheme);
    show(scheme);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", function (event) {
    if (menu.open && !menu.contains(event.target)) { menu.open = false; }
  });
})();

/* Loads the page anew when the server has made a newer edition of the site. */
(function () {
  "use strict";
  var edition = document.currentScript.getAttribute("data-edition");
  var news = new EventSource("/.mingbai-serve/news?after=" + edition);
  news.onmessage = function () {
    news.close();
    window.location.reload();
  };
})();

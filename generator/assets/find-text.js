/* The texts of the head index, one for each field, and which rows hold a token. */
window.mingbaiTexts = function (index) {
  "use strict";
  var NAME = 0, WHERE = 1, WHAT = 2, ALIASES = 4, WORDS = 6, VILLAGES = 8, PASSAGES = 12;
  var count = index.rows.length;
  var known = new Map();
  /* What a token is worth in each field; a sign alone counts only where texts are short. */
  var fields = [
    field(1, true, function (row) { return row[NAME]; }),
    field(1, true, function (row) { return row[ALIASES].join(" "); }),
    field(1.1, true, function (row) { return row[WORDS].join(" "); }),
    field(0.5, false, function (row) { return row[PASSAGES]; }),
    field(0.3, false, function (row) { return row[WHERE] + " " + row[WHAT] + townships(row); })
  ];

  function townships(row) {
    return row[VILLAGES].map(function (number) {
      return " " + index.villages[number][1];
    }).join("");
  }

  function field(weight, short, text) {
    var starts = new Int32Array(count + 1), length = 0;
    var texts = index.rows.map(function (row, id) {
      var own = text(row).toLowerCase();
      starts[id] = length;
      length += own.length + 1;
      return own;
    });
    starts[count] = length;
    return { weight: weight, short: short, all: texts.join("\n"), starts: starts };
  }

  function look(own, token, found) {
    var id = 0, last = -1;
    for (var at = own.all.indexOf(token); at >= 0; at = own.all.indexOf(token, at + 1)) {
      while (own.starts[id + 1] <= at) { id += 1; }
      if (id === last) { continue; }
      last = id;
      var before = found.get(id) || 0;
      found.set(id, Math.max(before, own.weight) + 0.4 * Math.min(before, own.weight));
    }
  }

  return {
    /* A token → the rows that hold it, each with what it is worth there. */
    holding: function (token) {
      var found = known.get(token);
      if (!found) {
        found = new Map();
        fields.forEach(function (own) {
          if (own.short || token.length > 1) { look(own, token, found); }
        });
        known.set(token, found);
      }
      return found;
    },
    /* How telling something is that so many rows have. */
    rarity: function (rows) { return Math.log2(1 + count / Math.max(rows, 1)); }
  };
};

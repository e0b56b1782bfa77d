"use strict";
/* Sort and filter an index of claims; the table is whole without it. */
(() => {
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const make = (name, told, ...inside) => {
    const made = Object.assign(document.createElement(name), told);
    made.append(...inside);
    return made;
  };
  const liven = (root) => {
    const heads = [...root.querySelectorAll("thead th")];
    const body = root.querySelector("tbody");
    const rows = [...body.rows].map((row) => ({ row, words: fold(row.textContent) }));
    const said = (row, place) => row.cells[place].textContent;
    const key = (row, place) => row.cells[place].dataset.key ?? said(row, place);
    const search = make("input", { type: "search", placeholder: "Search numbers and sentences" });
    search.setAttribute("aria-label", search.placeholder);
    const status = make("output", {});
    const choices = new Map();
    const show = () => {
      const wanted = fold(search.value).split(" ");
      let shown = 0;
      for (const { row, words } of rows) {
        const chosen = [...choices].every(([place, at]) => !at.value || said(row, place) === at.value);
        row.hidden = !(chosen && wanted.every((word) => words.includes(word)));
        shown += !row.hidden;
      }
      status.value = `${shown} of ${rows.length} shown`;
    };
    const compare = (one, two) => {
      const apart = Number(one) - Number(two);
      return one && two && !Number.isNaN(apart) ? apart : one.localeCompare(two, "en");
    };
    const order = (place, head) => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = [...body.rows].sort((a, b) => compare(key(a, place), key(b, place)));
      body.append(...(up ? sorted : sorted.reverse()));
    };
    heads.forEach((head, place) => {
      const button = make("button", { type: "button" }, head.textContent);
      button.addEventListener("click", () => order(place, head));
      head.replaceChildren(button);
      const values = [...new Set(rows.map(({ row }) => said(row, place)))].sort();
      if (values.length < 2 || !("few" in head.dataset)) return;
      const name = button.textContent;
      const every = make("option", { value: "" }, `${name}: all`);
      const choice = make("select", {}, every, ...values.map((value) => make("option", { value }, value)));
      choice.setAttribute("aria-label", name);
      choice.addEventListener("input", show);
      choices.set(place, choice);
    });
    search.addEventListener("input", show);
    root.querySelector(".box").before(
      make("div", { className: "sought", role: "search" }, search, ...choices.values(), status),
    );
    show();
  };
  for (const root of document.querySelectorAll(".accord-index:not([data-live])")) {
    root.dataset.live = "";
    liven(root);
  }
})();

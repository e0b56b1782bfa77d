"use strict";
/* Filter, search, long tables by the page, and deep links; the page is whole without any of it. */
(() => {
  const panel = document.querySelector(".filters");
  const open = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && !name.startsWith("?") && document.getElementById(name);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.hidden) at.hidden = false;
    }
    if (target.tagName === "DIV" || target.tagName === "ARTICLE") target.scrollIntoView();
  };
  addEventListener("hashchange", open);

  const contents = document.querySelector(".contents");
  if (contents) {
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a")) contents.open = false;
    });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && contents.open) {
        contents.open = false;
        contents.querySelector("summary").focus();
      }
    });
  }
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const hide = (node, hidden) => {
    if (node && node.hidden !== hidden) node.hidden = hidden;
  };
  const { group = ",", least = 4 } = document.documentElement.dataset;
  const written = (number) => {
    const digits = String(number);
    return digits.length < least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, group);
  };
  const PAGE = 100;
  const tables = [...document.querySelectorAll(".table")].map((table) => {
    const sought = Boolean(table.querySelector('tbody a[href^="#claim-"]'));
    const rows = [...table.querySelectorAll("tbody tr")];
    const listed = rows.map((row) => ({ row, words: sought ? fold(row.textContent) : "" }));
    return { table, sought, listed, room: PAGE, more: null };
  });
  const turn = (one, fits) => {
    const fitting = one.listed.filter(fits);
    const kept = new Set(fitting.slice(0, one.room));
    for (const entry of one.listed) hide(entry.row, !kept.has(entry));
    const left = fitting.length - kept.size;
    if (left && !one.more) {
      one.more = Object.assign(document.createElement("button"), { type: "button", className: "more" });
      one.more.addEventListener("click", () => {
        one.room += PAGE;
        turn(one, one.fits);
      });
      one.table.querySelector(".scroll").after(one.more);
    }
    one.fits = fits;
    if (one.more) {
      hide(one.more, !left);
      one.more.textContent = `Show ${Math.min(PAGE, left)} more of ${written(left)}`;
    }
    return fitting.length;
  };
  for (const one of tables) turn(one, () => true);
  open();
  if (!panel) return;

  const cards = new Map();
  for (const card of document.querySelectorAll("[data-card]")) cards.set(card.dataset.card, card);
  const facts = [...document.querySelectorAll(".matrix .fact")].map((row) => {
    const card = cards.get(row.dataset.fact);
    const words = fold([row.dataset.search, row.textContent, card ? card.textContent : ""].join(" "));
    return { row, card, words };
  });
  const state = { q: "", verdict: "", source: "", unit: "" };
  const fields = panel.querySelectorAll("[data-filter]");
  const buttons = panel.querySelectorAll("button[data-verdict]");
  const status = panel.querySelector(".status");

  let parts = [];
  const sought = (words) => parts.every((word) => words.includes(word));
  const fits = ({ row, words }) =>
    (!state.verdict || row.dataset.verdict === state.verdict) &&
    (!state.unit || row.dataset.unit === state.unit) &&
    (!state.source || row.dataset.source.includes(`|${state.source}|`)) &&
    sought(words);

  const show = () => {
    let shown = 0;
    parts = fold(state.q).split(" ");
    for (const fact of facts) {
      const fit = fits(fact);
      shown += fit;
      hide(fact.row, !fit);
      hide(fact.card, !fit);
    }
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset.verdict === state.verdict));
    for (const field of fields) field.value = state[field.dataset.filter] || "";
    let found = 0;
    let listed = 0;
    for (const one of tables.filter((table) => table.sought)) {
      one.room = PAGE;
      found += turn(one, (entry) => sought(entry.words));
      listed += one.listed.length;
    }
    const below = state.q && listed ? `; ${written(found)} of ${written(listed)} in the tables below` : "";
    status.textContent =
      shown < facts.length || below ? `${written(shown)} of ${written(facts.length)} facts shown${below}` : "";
  };

  const keep = () => {
    const said = Object.entries(state).filter(([, value]) => value);
    const page = location.href.split("#")[0];
    history.replaceState(null, "", said.length ? `#?${new URLSearchParams(said)}` : page);
    show();
  };

  const recall = () => {
    const said = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    if (location.hash && !location.hash.startsWith("#?")) return;
    for (const name of Object.keys(state)) state[name] = said.get(name) || "";
    show();
  };

  for (const field of fields)
    field.addEventListener("input", () => {
      state[field.dataset.filter] = field.value;
      keep();
    });
  for (const button of buttons)
    button.addEventListener("click", () => {
      state.verdict = button.dataset.verdict;
      keep();
    });
  addEventListener("hashchange", recall);
  panel.hidden = false;
  recall();
})();

"use strict";
/* Filter, search and deep links; the page is whole without any of it. */
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
  open();

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
  if (!panel) return;

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const cards = new Map();
  for (const card of document.querySelectorAll("[data-card]")) cards.set(card.dataset.card, card);
  const facts = [...document.querySelectorAll(".matrix .fact")].map((row) => {
    const card = cards.get(row.dataset.fact);
    const words = fold([row.dataset.search, row.textContent, card ? card.textContent : ""].join(" "));
    return { row, card, words };
  });
  const listed = [...document.querySelectorAll(".table")]
    .filter((table) => table.querySelector('tbody a[href^="#claim-"]'))
    .flatMap((table) => [...table.querySelectorAll("tbody tr")])
    .map((row) => ({ row, words: fold(row.textContent) }));
  const state = { q: "", verdict: "", source: "", unit: "" };
  const fields = panel.querySelectorAll("[data-filter]");
  const buttons = panel.querySelectorAll("button[data-verdict]");
  const status = panel.querySelector(".status");

  let parts = [];
  const sought = (words) => parts.every((word) => words.includes(word));
  const hide = (node, hidden) => {
    if (node && node.hidden !== hidden) node.hidden = hidden;
  };
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
    for (const { row, words } of listed) {
      const fit = sought(words);
      hide(row, !fit);
      found += fit;
    }
    const below = state.q && listed.length ? `; ${found} of ${listed.length} in the tables below` : "";
    status.textContent =
      shown < facts.length || below ? `${shown} of ${facts.length} facts shown${below}` : "";
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

// What goes together is matched by drag, or by a tap on one and then the other; the selects keep it, and are what is sent.
// The cards are for pointers alone: keyboards and screen readers have the selects.
import { draggable } from "./drag.js";

const list = document.querySelector("[data-match]");
const status = document.querySelector("[data-arranged]");
const rows = [...(list?.children ?? [])];
const select = (row) => row.querySelector("select");
const pool = document.createElement("ul");
let picked = null;
let current = null;

function show() {
  const used = rows.map((row) => select(row).value);
  list.classList.toggle("is-waiting", Boolean(picked));
  for (const row of rows) {
    row.classList.toggle("is-current", row === current);
    row.classList.toggle("is-matched", Boolean(select(row).value));
  }
  for (const card of pool.children) {
    card.classList.toggle("is-picked", card === picked);
    card.classList.toggle("is-used", used.includes(card.dataset.value));
  }
}

function choose(card, row) {
  picked = card;
  current = row;
  if (picked && current) {
    const field = select(current);
    field.value = picked.dataset.value;
    status.textContent = `${current.querySelector("label").textContent} – ${picked.textContent}`;
    picked = current = null;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  show();
}

function rowAt({ clientX, clientY }) {
  return rows.find((row) => row.contains(document.elementFromPoint(clientX, clientY)));
}

function makeCard({ value, text }) {
  const card = document.createElement("li");
  card.textContent = text;
  card.lang = select(rows[0]).lang;
  card.dataset.value = value;
  card.addEventListener("click", () => choose(card === picked ? null : card, current));
  const rest = () => {
    card.classList.remove("is-dragged");
    card.style.translate = "";
  };
  draggable(card, {
    accepts: () => true,
    begin: () => {
      choose(card, null);
      card.classList.add("is-dragged");
    },
    move: (event, pressed) => {
      card.style.translate = `${event.clientX - pressed.clientX}px ${event.clientY - pressed.clientY}px`;
      current = rowAt(event);
      show();
    },
    drop: (event) => {
      const row = rowAt(event);
      rest();
      choose(row ? card : null, row);
    },
    cancel: () => {
      rest();
      choose(null, null);
    },
  });
  return card;
}

if (list) {
  pool.className = "pool";
  pool.ariaHidden = "true";
  pool.append(...[...select(rows[0]).options].filter(({ value }) => value).map(makeCard));
  list.after(pool);
  list.classList.add("is-arranged");
  for (const row of rows) {
    row.addEventListener("click", (event) => {
      if (picked) event.preventDefault();
      if (picked || !event.target.closest("select, label")) choose(picked, row);
    });
    select(row).addEventListener("focus", () => choose(picked, row));
    select(row).addEventListener("input", () => choose(null, null));
  }
  show();
  document.querySelector("[data-by-hand]").hidden = false;
}

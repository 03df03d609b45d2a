// Events are put in order by arrows or by drag; the selects keep their places, and are what is sent.
import { draggable } from "./drag.js";

const EDGE = 56;
const list = document.querySelector("[data-order]");
const status = document.querySelector("[data-arranged]");
const items = () => [...list.children];
const place = (item) => items().indexOf(item);
const select = (item) => item.querySelector("select");

// The others make way, so that the focus stays on what is moved.
function shift(item, to) {
  while (place(item) > to) item.after(item.previousElementSibling);
  while (place(item) < to && item.nextElementSibling) item.before(item.nextElementSibling);
}

function settle(item) {
  items().forEach((each, at) => { select(each).value = at + 1; });
  markEnds();
  const words = { what: item.querySelector("label").textContent, place: place(item) + 1, total: items().length };
  status.textContent = status.dataset.arranged.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

function markEnds() {
  for (const [at, item] of items().entries()) {
    const [up, down] = item.querySelectorAll("button");
    up.ariaDisabled = at === 0;
    down.ariaDisabled = at === items().length - 1;
  }
}

function arrow(item, sign, name, step) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button arrow", textContent: sign });
  button.ariaLabel = `${list.dataset[name]}: ${item.querySelector("label").textContent}`;
  button.addEventListener("click", () => {
    if (button.ariaDisabled === "true") return;
    shift(item, place(item) + step);
    settle(item);
    item.scrollIntoView({ block: "nearest" });
  });
  return button;
}

function enhance(item) {
  const tools = document.createElement("div");
  const grip = document.createElement("span");
  tools.className = "arrows";
  grip.className = "grip";
  tools.append(select(item), arrow(item, "↑", "up", -1), arrow(item, "↓", "down", 1));
  item.prepend(grip);
  item.append(tools);
  select(item).addEventListener("change", ({ target }) => {
    if (!target.value) return;
    shift(item, target.value - 1);
    settle(item);
  });

  let from = 0;
  let top = 0;
  const rest = () => {
    item.classList.remove("is-dragged");
    item.style.translate = "";
  };
  draggable(item, {
    accepts: ({ target, pointerType }) => !target.closest(".arrows") && (pointerType === "mouse" || target === grip),
    begin: () => {
      [from, top] = [place(item), item.offsetTop];
      item.classList.add("is-dragged");
    },
    move: (event, pressed) => {
      const middle = top + event.pageY - pressed.pageY + item.offsetHeight / 2;
      const before = (other) => middle < other.offsetTop + other.offsetHeight / 2;
      while (item.previousElementSibling && before(item.previousElementSibling)) shift(item, place(item) - 1);
      while (item.nextElementSibling && !before(item.nextElementSibling)) shift(item, place(item) + 1);
      item.style.translate = `0 ${top + event.pageY - pressed.pageY - item.offsetTop}px`;
      if (event.clientY < EDGE) scrollBy(0, -8);
      if (event.clientY > innerHeight - EDGE) scrollBy(0, 8);
    },
    drop: () => {
      rest();
      settle(item);
    },
    cancel: () => {
      rest();
      shift(item, from);
    },
  });
}

if (list) {
  items().forEach(enhance);
  const places = new Set(items().map((item) => select(item).value));
  const isPlaced = places.size === items().length && !places.has("");
  if (isPlaced) list.append(...items().sort((one, other) => select(one).value - select(other).value));
  markEnds();
  list.classList.add("is-arranged");
  document.querySelector("[data-by-hand]").hidden = false;
}

// The questions of a quiz are put in order by drag; the arrows stay for the keyboard. The order is saved at once.
import { draggable } from "./drag.js";

const EDGE = 56;
const list = document.querySelector("[data-drag-order]");
const status = document.querySelector("[data-ordered]");
const items = () => [...list.children];

async function save(moved) {
  const form = new FormData();
  form.append("csrf_token", list.dataset.token);
  for (const item of items()) form.append("item", item.dataset.item);
  try {
    const answer = await fetch(list.dataset.dragOrder, { method: "POST", body: form });
    if (!answer.ok) throw new Error(answer.status);
    const words = { place: items().indexOf(moved) + 1, total: items().length };
    status.textContent = status.dataset.ordered.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  } catch {
    status.textContent = status.dataset.unordered;
    status.className = "flash flash-warning";
  }
}

function enhance(item) {
  const grip = document.createElement("span");
  grip.className = "grip";
  item.prepend(grip);
  let before = null;
  let top = 0;
  const rest = () => {
    item.classList.remove("is-dragged");
    item.style.translate = "";
  };
  draggable(item, {
    accepts: ({ target, pointerType }) => !target.closest(".actions, a") && (pointerType === "mouse" || target === grip),
    begin: () => {
      [before, top] = [item.nextElementSibling, item.offsetTop];
      item.classList.add("is-dragged");
    },
    move: (event, pressed) => {
      const middle = top + event.pageY - pressed.pageY + item.offsetHeight / 2;
      const isAbove = (other) => middle < other.offsetTop + other.offsetHeight / 2;
      // the others make way: what is moved in the document loses the pointer
      while (item.previousElementSibling && isAbove(item.previousElementSibling)) item.after(item.previousElementSibling);
      while (item.nextElementSibling && !isAbove(item.nextElementSibling)) item.before(item.nextElementSibling);
      item.style.translate = `0 ${top + event.pageY - pressed.pageY - item.offsetTop}px`;
      if (event.clientY < EDGE) scrollBy(0, -8);
      if (event.clientY > innerHeight - EDGE) scrollBy(0, 8);
    },
    drop: () => {
      rest();
      save(item);
    },
    cancel: () => {
      rest();
      list.insertBefore(item, before);
    },
  });
}

if (list) items().forEach(enhance);

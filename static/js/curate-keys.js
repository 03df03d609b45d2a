// The workbench by keyboard: j and k move; a, e, r, u press the button of that name; ? shows the keys.
// Away from a decided candidate u takes back what was decided last.
const cards = [...document.querySelectorAll("[data-candidate]")];
const help = document.querySelector("[data-keys-help]");
const opener = document.querySelector("[data-open-dialog]");
const decided = location.hash.slice(1);
const current = () => cards.findIndex((card) => card.contains(document.activeElement));
const button = (card, key) => card?.querySelector(`[data-key="${key}"]`);

function move(step) {
  const card = cards[Math.min(Math.max(current() + step, 0), cards.length - 1)];
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const wanted = button(cards[current()], key) ?? (key === "u" ? button(document, "undo-last") : null);
  wanted?.click();
}

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, .item-form, dialog")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") help.showModal();
  else if ("aeru".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

// After a decision the next candidate that waits is at hand, also where the decided one is not shown any more. The
// browser itself goes to the one in the address, and only then has done.
const place = (id) => Number(id.slice(1));
const next = cards.find((card) => card.dataset.state === "waiting" && place(card.id) >= place(decided));
if (/^c\d+$/.test(decided)) addEventListener("load", () => requestAnimationFrame(() => next?.focus()));

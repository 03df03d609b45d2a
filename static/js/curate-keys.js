// The workbench by keyboard: j and k move; a, e, r, u press the button of that name; ? shows the keys.
const cards = [...document.querySelectorAll("[data-candidate]")];
const help = document.querySelector("[data-keys-help]");
const opener = document.querySelector("[data-open-dialog]");
const current = () => cards.findIndex((card) => card.contains(document.activeElement));

function move(step) {
  const from = current();
  const card = cards[Math.min(Math.max(from + step, 0), cards.length - 1)];
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") help.showModal();
  else if ("aeru".includes(event.key)) cards[current()]?.querySelector(`[data-key="${event.key}"]`)?.click();
  else return;
  event.preventDefault();
});
document.querySelector(`[data-candidate="${location.hash.slice(1)}"]`)?.focus();

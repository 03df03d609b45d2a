// a, b, c… or 1, 2, 3… picks an option; sending it, with Enter, stays a step of its own.
const inputs = [...document.querySelectorAll("[data-options] input")];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=text], textarea, select")) return;
  const input = inputs[("abcdefghi".indexOf(event.key.toLowerCase()) + 1 || Number(event.key)) - 1];
  if (!input) return;
  input.checked = input.type === "radio" || !input.checked;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
});

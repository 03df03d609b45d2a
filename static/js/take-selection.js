// Words selected in the text become a line of the evidence.
const button = document.querySelector("[data-take-selection]");
const sheet = document.querySelector("[data-selectable]");
const status = document.querySelector("[data-selection-status]");
let selected = "";

if (button && sheet) {
  button.hidden = false;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words && sheet.contains(selection.anchorNode) && sheet.contains(selection.focusNode)) selected = words;
  });
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.takeSelection);
    status.textContent = selected ? status.dataset.taken : status.dataset.nothing;
    if (!selected) return;
    field.value = [field.value.trim(), selected].filter(Boolean).join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    selected = "";
  });
}

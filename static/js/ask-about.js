// Words selected in the text can be asked about: a link beside them opens the form with the words as its proof.
const sheet = document.querySelector("[data-ask]");
const link = document.createElement("a");
link.className = "button beside-words ask-about";
link.hidden = true;

function offer() {
  const selection = document.getSelection();
  const words = selection.toString().replace(/\s+/g, " ").trim();
  const isInside = sheet.contains(selection.anchorNode) && sheet.contains(selection.focusNode);
  link.hidden = !(isInside && words && words.length <= 2000);
  if (link.hidden) return;
  link.href = `${sheet.dataset.ask}?${new URLSearchParams({ evidence: words })}`;
  const { bottom } = selection.getRangeAt(0).getBoundingClientRect();
  const { top, height } = sheet.getBoundingClientRect();
  const place = Math.min(Math.max(bottom - top, 0), height - 50) + sheet.scrollTop;
  link.style.setProperty("top", `${place}px`);
}

if (sheet) {
  link.textContent = sheet.dataset.askWords;
  sheet.append(link);
  document.addEventListener("selectionchange", offer);
}

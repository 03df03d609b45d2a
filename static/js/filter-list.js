// A field that leaves of a long list the lines that hold the words typed.
const bare = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");

for (const field of document.querySelectorAll("[data-filters]")) {
  const lines = [...document.getElementById(field.dataset.filters).querySelectorAll("[data-line]")];
  field.closest("[hidden]").hidden = false;
  field.addEventListener("input", () => {
    const words = bare(field.value).split(/\s+/);
    for (const line of lines) line.hidden = !words.every((word) => bare(line.textContent).includes(word));
  });
}

// What is half typed survives a closed page: kept on this device until the form is sent.
const form = document.querySelector("form[data-keep-draft]");

if (form) {
  const place = `draft:${form.dataset.keepDraft}`;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type) && field.tagName !== "BUTTON");
  const hasErrors = document.querySelector("[data-focus-first]");

  if (!hasErrors) {
    const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
    for (const field of fields()) {
      if (!(field.name in kept)) continue;
      if (["radio", "checkbox"].includes(field.type)) field.checked = kept[field.name].includes(field.value);
      else if (kept[field.name][0]) field.value = kept[field.name][0];
    }
  }
  form.addEventListener("input", () => {
    const draft = {};
    for (const field of fields()) {
      if (["radio", "checkbox"].includes(field.type) && !field.checked) continue;
      (draft[field.name] ??= []).push(field.value);
    }
    localStorage.setItem(place, JSON.stringify(draft));
  });
  form.addEventListener("submit", () => localStorage.removeItem(place));
}

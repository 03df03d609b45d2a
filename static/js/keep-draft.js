// What is half typed survives a closed page or a lost network: kept on this device until it has arrived.
const form = document.querySelector("form[data-keep-draft]");
const place = `draft:${form?.dataset.keepDraft}`;
const typed = [...(form?.elements ?? [])].filter((field) => field.name && /^(text|search|textarea|radio|checkbox|select-)/.test(field.type));
const canBeTicked = (field) => ["radio", "checkbox"].includes(field.type);

function keep(isSent) {
  const values = {};
  for (const field of typed) {
    if (!canBeTicked(field) || field.checked) (values[field.name] ??= []).push(field.value);
  }
  try {
    localStorage.setItem(place, JSON.stringify({ values, isSent }));
  } catch {
    localStorage.removeItem(place); // a whole book does not fit; an older draft of it would mislead
  }
}

function restore(values) {
  for (const field of typed.filter(({ name }) => name in values)) {
    if (canBeTicked(field)) field.checked = values[field.name].includes(field.value);
    else [field.value] = values[field.name];
  }
}

if (form) {
  const { values, isSent } = JSON.parse(localStorage.getItem(place) ?? "{}");
  // Sent, and come to by a link: it arrived. Sent, and come back to: it may not have.
  const isCopy = document.querySelector("[data-kept-copy]:not([hidden])");
  const hasArrived = isSent && !isCopy && performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (hasArrived) localStorage.removeItem(place);
  else if (values && !document.querySelector(".error-summary")) restore(values);
  if (isCopy && isSent) keep(false); // no network: it is still to be sent
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
}

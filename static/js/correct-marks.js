// A mark that is clicked opens its form beside the text; without this the same forms stand on a page of their own.
const sheet = document.querySelector("[data-marks]");
const dialog = document.querySelector("[data-mark-dialog]");
const span = (ref) => ref.split("-").slice(1).map(Number);
const length = (ref) => span(ref)[1] - span(ref)[0];

async function open(ref) {
  const response = await fetch(`${sheet.dataset.marks}/${ref}`).catch(() => null);
  const form = response?.ok && new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".mark-form");
  if (!form) return location.assign(`${sheet.dataset.marks}/${ref}`);
  const leave = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: dialog.dataset.close });
  leave.addEventListener("click", () => dialog.close());
  form.append(leave);
  dialog.replaceChildren(form);
  dialog.showModal();
}

sheet?.addEventListener("dblclick", (event) => event.preventDefault());
sheet?.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-refs]");
  if (!mark || !document.getSelection().isCollapsed) return;
  const refs = mark.dataset.refs.split(" ").sort((one, other) => length(one) - length(other));
  open(refs[0]);
});

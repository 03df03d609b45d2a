// A mark that is clicked can be corrected beside the text; without this the same forms stand on a page of their own.
const sheet = document.querySelector("[data-marks]");
const dialog = document.querySelector("[data-mark-dialog]");
const button = Object.assign(document.createElement("button"), { type: "button", className: "button beside-words correct-mark", hidden: true });
const length = (ref) => ref.split("-").slice(1).reduce((start, end) => end - start);

async function open(ref) {
  const address = `${sheet.dataset.marks}/${ref}`;
  const response = await fetch(address).catch(() => null);
  const form = response?.ok && new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".mark-form");
  if (!form) return location.assign(address);
  const leave = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: dialog.dataset.close });
  leave.addEventListener("click", () => dialog.close());
  form.querySelector(".actions").append(leave);
  dialog.replaceChildren(form);
  dialog.showModal();
}

if (sheet) {
  button.textContent = dialog.getAttribute("aria-label");
  sheet.append(button);
  button.addEventListener("click", () => open(button.dataset.ref));
  sheet.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-refs]");
    if (event.target !== button) button.hidden = !mark;
    if (!mark) return;
    [button.dataset.ref] = mark.dataset.refs.split(" ").sort((one, other) => length(one) - length(other));
    button.style.setProperty("top", `${mark.offsetTop + mark.offsetHeight}px`);
  });
}

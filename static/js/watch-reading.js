// A long text is being read: the page asks how far it is, and turns into the workbench when it is done.
const bar = document.querySelector("[data-percent]");
const words = document.querySelector("[data-percent-words]");

async function ask() {
  const response = await fetch(location.href).catch(() => null);
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-percent]");
    if (!found) return location.reload();
    bar.value = found.value;
    words.textContent = found.value;
  }
  setTimeout(ask, 1500);
}

if (bar) setTimeout(ask, 1500);

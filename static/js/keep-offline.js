// Lets the browser keep what a lost network needs. Another language is another script: its offline page is fetched anew.
navigator.serviceWorker?.register(`/sw.js?lang=${document.documentElement.lang}`).catch(() => {});

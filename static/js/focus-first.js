// What is wrong is read first: the summary of errors takes the focus.
document.querySelector("[data-focus-first]")?.focus();

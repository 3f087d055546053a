// A tab that is reloaded finds its app again by this name. The name is not in the store while the page is there:
// a tab that is made as a copy of another gets a copy of the store, and is to have an app of its own.
const KEPT_AS = "readycheck-tab";
const tab = sessionStorage.getItem(KEPT_AS) ?? crypto.randomUUID();
sessionStorage.removeItem(KEPT_AS);
addEventListener("pagehide", () => sessionStorage.setItem(KEPT_AS, tab));

// 80 columns in a narrow window too, as long as letters that small can be read.
const SMALLEST_LETTERS = 9, LETTERS = 16, COLUMNS = 80, WIDTH_OF_A_LETTER = 0.6;
const terminal = document.querySelector("#terminal");
terminal.dataset.sessionWebsocketUrl += tab;
terminal.dataset.fontSize = Math.min(
  LETTERS, Math.max(SMALLEST_LETTERS, Math.floor(terminal.clientWidth / COLUMNS / WIDTH_OF_A_LETTER)),
);

// Ctrl+V pastes, as everywhere in a browser: the terminal would make a control character of it.
addEventListener("keydown", (event) => {
  if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v") event.stopImmediatePropagation();
}, { capture: true });

// Keys go to the terminal as soon as the app has painted: nobody has to click first.
// At the end: has the app ended, or the whole server?
new MutationObserver((_, observer) => {
  const { classList } = document.body;
  if (classList.contains("-closed")) {
    observer.disconnect();
    fetch("/").then((answer) => answer.ok, () => false).then((there) => classList.add(there ? "-ended" : "-stopped"));
  } else if (classList.contains("-first-byte")) {
    document.querySelector(".xterm-helper-textarea").focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });

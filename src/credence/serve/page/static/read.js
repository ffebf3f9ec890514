// A file dropped on the text is handed in as if it had been chosen; and it is said that reading takes a while.

for (const form of document.querySelectorAll("form.hand-in")) {
  const file = form.querySelector('input[type="file"]');
  const text = form.querySelector("textarea");
  text.addEventListener("dragover", (event) => event.preventDefault());
  text.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    text.value = "";
    file.focus();
  });
  form.addEventListener("submit", () => {
    const waiting = form.parentElement.querySelector("[data-waiting]");
    if (waiting) waiting.hidden = false;
  });
}

// Shows which words are a claim's, and which claim words are, while one of them is pointed at or has the focus.

const notes = document.querySelectorAll("li[data-claim]");
const marks = document.querySelectorAll("mark[data-claims]");
const refs = document.querySelectorAll("a.ref[data-claim]");

/** Show some claims and no others. */
function show(numbers) {
  for (const each of notes) each.classList.toggle("shown", numbers.includes(each.dataset.claim));
  for (const each of marks) each.classList.toggle("shown", each.dataset.claims.split(" ").some((n) => numbers.includes(n)));
}

/** Bring a claim's note into sight where notes scroll beside the text. */
function reveal(number) {
  const note = document.querySelector(`li[data-claim="${number}"]`);
  const box = note?.closest(".notes");
  if (box && getComputedStyle(box).overflowY === "auto") box.scrollTop = note.offsetTop - 48;
}

function watch(each, numbers) {
  for (const begins of ["pointerenter", "focusin"]) each.addEventListener(begins, () => show(numbers));
  for (const ends of ["pointerleave", "focusout"]) each.addEventListener(ends, () => show([]));
}

for (const each of marks) {
  const numbers = each.dataset.claims.split(" ");
  watch(each, numbers);
  each.addEventListener("pointerenter", () => reveal(numbers.at(-1)));
}
for (const each of refs) {
  watch(each, [each.dataset.claim]);
  each.addEventListener("focusin", () => reveal(each.dataset.claim));
}
for (const each of notes) watch(each, [each.dataset.claim]);

// The queue by keyboard, while the focus is on a finding and not in a field: j and k move, a accepts, r rejects.

const items = [...document.querySelectorAll(".queue > li")];

/** Send a finding's verdict, or ask for the reason first. */
function judge(item, verdict) {
  const form = item.querySelector("form.judge");
  if (!form) return;
  const reason = form.elements.namedItem("reason");
  if (reason.value.trim()) form.requestSubmit(form.querySelector(`button[value="${verdict}"]`));
  else reason.focus();
}

for (const [at, item] of items.entries()) {
  item.tabIndex = 0;
  item.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { j: items[at + 1], k: items[at - 1] }[event.key];
    if (next) next.focus();
    else if (event.key === "a") judge(item, "accept");
    else if (event.key === "r") judge(item, "reject");
    else return;
    event.preventDefault();
  });
}

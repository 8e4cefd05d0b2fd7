"use strict";
(() => {
  const items = [...document.querySelectorAll(".claim[data-keys]")];
  const keys = items.map((item) => new Set((item.dataset.keys || "").split(" ")));
  const form = document.querySelector(".filters");
  document.documentElement.classList.add("scripted");

  const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  const plain = (words) => words.replace(/[\\`*_[\]<>&|~#@$]/g, "\\$&");

  function chosen() {
    const groups = [];
    const outcomes = [...form.querySelectorAll("input:checked")].map((box) => box.value);
    if (outcomes.length) groups.push(outcomes);
    for (const select of form.querySelectorAll("select")) if (select.value) groups.push([select.value]);
    return groups;
  }

  function filter() {
    const groups = chosen();
    let shown = 0;
    items.forEach((item, index) => {
      const fits = groups.every((group) => group.some((key) => keys[index].has(key)));
      item.hidden = !fits;
      shown += fits;
    });
    const total = items.length.toLocaleString("en");
    form.querySelector("output").textContent =
      shown === items.length ? `${total} shown` : `${shown.toLocaleString("en")} of ${total} shown`;
  }

  function reveal() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const target = name && document.getElementById(name);
    if (!target) return;
    const item = target.closest(".claim[data-keys]");
    if (item && item.hidden) form.reset();
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const own = target.closest("details") || target.querySelector(":scope > details");
    if (own) own.open = true;
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }

  function noted(note) {
    const lines = [];
    const words = text(note.querySelector("summary .ours"));
    const change = note.querySelector(".change");
    const tone = text(note.querySelector(".head .tone")) || text(note.querySelector("h4"));
    const rule = text(note.querySelector(".rule"));
    lines.push(`**${plain(tone)}**${rule ? ` (${plain(rule)})` : ""}${words ? ` ${plain(words)}` : ""}`);
    const message = text(note.querySelector(".message"));
    if (message) lines.push(plain(message));
    if (change) {
      const parts = [...change.childNodes].map((node) =>
        node.nodeName === "DEL" ? `~~${plain(node.textContent)}~~`
          : node.nodeName === "INS" ? `**${plain(node.textContent)}**` : plain(node.textContent));
      lines.push(parts.join("").replace(/\s+/g, " ").trim());
    }
    for (const passage of note.querySelectorAll("figure.passage")) {
      lines.push(`> ${plain(text(passage.querySelector("blockquote")))}`);
      lines.push(`> — ${plain(text(passage.querySelector("figcaption")))}`, "");
    }
    return lines.join("\n\n").replace(/(^|\n)(> .*)\n\n(?=> )/g, "$1$2\n>\n").trim();
  }

  function markdown(item) {
    const title = text(item.querySelector("h3")) || item.dataset.id || "";
    const parts = [`### ${plain(title)}`];
    for (const words of item.querySelectorAll(".words")) parts.push(plain(text(words)));
    for (const reason of item.querySelectorAll(".expectation, .reason")) parts.push(plain(text(reason)));
    for (const note of item.querySelectorAll(".note")) parts.push(noted(note));
    return parts.filter(Boolean).join("\n\n") + "\n";
  }

  async function copy(button, words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = document.createElement("textarea");
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const label = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".copy")) copy(button, markdown(button.closest(".claim")));
    else if (button.matches(".copy-all")) {
      copy(button, items.filter((item) => !item.hidden).map(markdown).join("\n"));
    } else if (button.matches(".unfold")) unfold(button);
  });

  function unfold(button) {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    for (const note of document.querySelectorAll(".agreeing")) note.open = open;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
  }
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".agreeing")) details.open = true;
  });
})();

"use strict";
(() => {
  const items = [...document.querySelectorAll(".claim[data-keys]")];
  const keys = items.map((item) => new Set((item.dataset.keys || "").split(" ")));
  const form = document.querySelector(".filters");
  document.documentElement.classList.add("scripted");

  const squeezed = (words) => words.replace(/\s+/g, " ").trim();
  const plain = (words) => words.replace(/[\\`*_[\]<>&|~#@$]/g, "\\$&");

  // What an element says as Markdown: signs apart from what follows them, changed words marked.
  function told(element) {
    let words = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) words += plain(node.nodeValue);
      else if (node.matches(".fact .sign, button")) continue;
      else if (node.matches(".sign")) words += `${node.textContent} `;
      else if (node.matches("del")) words += `~~${told(node)}~~`;
      else if (node.matches("ins")) words += `**${told(node)}**`;
      else words += told(node);
    }
    return words;
  }

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
    if (item && item.hidden) { form.reset(); filter(); } // now: what is hidden takes no focus
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const own = target.closest("details") || target.querySelector(":scope > details");
    if (own) own.open = true;
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }

  function noted(note) {
    const lines = [];
    for (const part of note.querySelectorAll(":scope > .head, :scope > h4, :scope > .passage, :scope > .why")) {
      if (!part.matches(".passage")) lines.push(squeezed(told(part)));
      else lines.push([...part.children].map((child) => `> ${squeezed(told(child))}`).join("\n>\n"));
    }
    return lines.join("\n\n");
  }

  function markdown(item) {
    const title = item.querySelector("h3");
    const parts = [`### ${squeezed(title ? told(title) : plain(item.dataset.id))}`];
    for (const part of item.querySelectorAll(".words, .expectation, .reason, .meta, .note")) {
      parts.push(part.matches(".note") ? noted(part) : squeezed(told(part)));
    }
    return parts.join("\n\n") + "\n";
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

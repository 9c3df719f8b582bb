// A button that copies each block of code. Loaded on pages with code, which is readable without it.
(function () {
  "use strict";

  const [copy, copied, failed] = document.currentScript.dataset.words.split("|");
  const said = document.body.appendChild(document.createElement("p"));
  said.className = "visually-hidden";
  said.setAttribute("role", "status");

  // Without a secure connection there is no clipboard, but the old command.
  async function write(code) {
    try {
      await navigator.clipboard.writeText(code.textContent.trimEnd());
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }

  for (const pre of document.querySelectorAll("pre")) {
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.className = "code-box";
    button.type = "button";
    button.textContent = copy;
    button.onclick = async () => {
      const words = (await write(pre)) ? copied : failed;
      button.textContent = said.textContent = words;
      setTimeout(() => { button.textContent = copy; said.textContent = ""; }, 3000);
    };
    pre.replaceWith(box);
    box.append(button, pre);
  }
})();

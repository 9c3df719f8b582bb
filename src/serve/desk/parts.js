// What the parts of the desk share. All of it stands in a shadow of its own, which the page's styles do not reach.

/** Asks the desk; gives the status and what it says. Without a server the status is 0. */
async function askDesk(action, wanted) {
  try {
    const answer = await fetch("/_jalon/edit/" + action, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wanted),
    });
    const isJson = (answer.headers.get("content-type") ?? "").startsWith("application/json");
    return { status: answer.status, body: isJson ? await answer.json() : {} };
  } catch {
    return { status: 0, body: {} };
  }
}

/** A field with its label. */
function field(label, control, className = "field") {
  const name = make("label", "", label);
  const box = make("div", className, name, control);
  control.id = "field-" + (field.count = (field.count ?? 0) + 1);
  name.htmlFor = control.id;
  return box;
}

/** A choice; each option is a value and its words. */
function selection(options) {
  const select = make("select", "");
  for (const [value, words] of options) {
    const option = make("option", "", words);
    option.value = value;
    select.append(option);
  }
  return select;
}

/**
 * Asks something in a dialog; gives what `result` says, or null if it was closed. `result` may give null itself, for what is
 * not complete.
 */
function askInDialog(root, title, content, { yes, no }, result) {
  return new Promise((done) => {
    const dialog = make("dialog", "dialog");
    const heading = make("h2", "", title);
    heading.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", heading.id);
    const form = make("form", "", heading, ...content);
    const accept = make("button", "main", yes);
    form.append(make("p", "actions", yes ? accept : null, button(no, "", () => dialog.close())));
    form.method = "dialog";
    let answer = null;
    form.addEventListener("submit", (event) => {
      answer = result();
      if (answer === null) event.preventDefault();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(answer);
    });
    dialog.answer = (value) => {
      answer = value;
      dialog.close();
    };
    dialog.append(form);
    root.append(dialog);
    dialog.showModal();
  });
}

/** A text without accents and capitals, to compare. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

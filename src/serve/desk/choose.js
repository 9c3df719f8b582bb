// Two versions of a text, passage by passage, to choose from.

/** How many lines of a passage that is the same in both are shown, at each end. */
const AROUND = 2;

/** Shows the passages in `box`; gives the text that was put together, or null. */
function choosePassages(box, passages, words) {
  return new Promise((done) => {
    const asked = [];
    const parts = passages.map((passage) => ("same" in passage ? same(passage.same) : different(passage, asked, words)));
    const form = make("form", "conflict", make("h3", "", words["choose"]), ...parts);
    const accept = make("button", "main", words["choose-take"]);
    form.append(make("p", "actions", accept, button(words.cancel, "", () => end(null))));
    const end = (text) => {
      form.remove();
      done(text);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = asked.map((ask) => ask());
      let at = 0;
      end(passages.map((passage) => ("same" in passage ? passage.same : chosen[at++])).join(""));
    });
    box.replaceChildren(form);
    form.querySelector("input, button").focus();
  });
}

function same(text) {
  const lines = text.split("\n");
  const short = lines.length <= 2 * AROUND + 2 ? lines : [...lines.slice(0, AROUND), "…", ...lines.slice(-AROUND - 1)];
  return make("pre", "same", short.join("\n").trim());
}

function different({ mine, theirs, proposed }, asked, words) {
  const name = `passage-${asked.length}`;
  const option = (value, label, text) => {
    const input = make("input", "");
    input.type = "radio";
    input.name = name;
    input.value = value;
    input.required = true;
    input.checked = proposed === value;
    return make("label", "choice", make("span", "", input, " ", label), make("pre", value, text.trim() === "" ? words["choose-nothing"] : text.trimEnd()));
  };
  const both = mine.trim() === "" || theirs.trim() === "" ? null : option("both", words["choose-both"], "");
  both?.querySelector("pre").remove();
  const set = make("fieldset", "", make("legend", "", `${words["choose-passage"]} ${asked.length + 1}`), option("mine", words["choose-mine"], mine), option("theirs", words["choose-theirs"], theirs), both);
  const texts = { mine, theirs, both: mine.endsWith("\n") ? mine + theirs : `${mine}\n${theirs}` };
  asked.push(() => texts[set.querySelector("input:checked").value]);
  return set;
}

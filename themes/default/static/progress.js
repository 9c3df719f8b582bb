// On the home page: how many tasks of each role are ticked on this device. ticks.js loads it where any is.
(function () {
  "use strict";

  const { src, dataset } = document.querySelector("script[data-progress]");
  const prefix = "jalon:" + new URL("..", src).pathname + ":";
  const kept = new Map(Object.entries(localStorage).filter(([name]) => name.startsWith(prefix)));

  const state = (key, preset) => {
    const value = kept.get(prefix + key);
    return value === undefined ? preset : value !== "0";
  };

  // As ticks.js counts: what belongs to an answer counts once it is chosen.
  function count(tasks, sum) {
    for (const { key, done, answer, yes, no, below } of tasks) {
      const given = answer === undefined ? null : ["yes", "no"].find((name) => state(key + "=" + name, answer === name));
      sum.total += 1;
      if (answer === undefined ? state(key, done === true) : given) sum.done += 1;
      count((given === "yes" ? yes : given === "no" ? no : null) ?? [], sum);
      count(below ?? [], sum);
    }
    return sum;
  }

  globalThis.jalonTasks = (roles) => {
    for (const place of document.querySelectorAll("[data-role-tasks]")) {
      const { total, done } = count(roles[place.dataset.roleTasks] ?? [], { total: 0, done: 0 });
      if (done === 0) continue;
      place.textContent = dataset.done.replace("{done}", done).replace("{total}", total);
      place.hidden = false;
    }
  };
  document.head.append(Object.assign(document.createElement("script"), { src: dataset.tasks }));
})();

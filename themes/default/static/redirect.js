// Leads from a former address to the page, and to the place in it: a refresh by `<meta>` would drop what stands behind `#`.
const { target } = document.currentScript.dataset;
location.replace(target + location.search + location.hash);

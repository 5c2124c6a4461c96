/** Puts the page together, from the data that it carries. */
const data = JSON.parse(document.getElementById("data").textContent);
const trials = new Trials(data);

trials.finalists(document.getElementById("finalists"));
trials.history(document.getElementById("history"));
trials.parallel(document.getElementById("parallel"));
for (const axis of data.axes) {
  trials.slice(document.querySelector(`[data-parameter=${axis.name}]`), axis);
}
document.querySelector(".hint").hidden = !trials.hasOutliers();
for (const frame of document.querySelectorAll(".scroll")) {
  watchScrolling(frame, null);
}

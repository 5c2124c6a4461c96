/** Puts the page together, from the data that it carries. */
const data = JSON.parse(document.getElementById("data").textContent);
const tabs = new Tabs([...document.querySelectorAll("[data-tab]")]);

const trial = document.getElementById("trial");
const pad = data.model && new Pad(trial, new Classifier(data.model));

const cell = document.getElementById("cell");

/** Asks the model about a picture of the page. */
function ask(picture) {
  cell.close();
  tabs.show("trial");
  pad.use(picture);
  trial.querySelector(".drawing").scrollIntoView({block: "nearest"});
}
if (pad) {
  for (const example of document.querySelectorAll("button.example")) {
    example.addEventListener("click", () => ask(example.querySelector("img")));
  }
}

const gallery = data.gallery && new Gallery(data.gallery, ask);
const more = document.querySelector("button.more");
if (more) {
  gallery.extend(document.querySelector("#mistakes .examples"), more);
}
const [scrollHint, pressHint] = document.querySelectorAll(".hint");
const matrix = document.querySelector(".matrix");
if (gallery) {
  pressHint.hidden = false;
  new Matrix(matrix, cell, gallery);
}
for (const frame of document.querySelectorAll(".scroll")) {
  watchScrolling(frame, frame.contains(matrix) ? scrollHint : null);
}

const curves = {
  loss: {
    fromZero: true,
    format: numbers.loss,
    series: [{name: "training", key: "trainingLoss"}, {name: "validation", key: "validationLoss"}],
  },
  accuracy: {
    format: numbers.share,
    series: [{name: "training", key: "trainingAccuracy"}, {name: "validation", key: "validationAccuracy"}],
  },
  learningRate: {
    fromZero: true,
    format: String,
    series: [{name: "learning rate", key: "learningRate"}],
  },
};
for (const element of document.querySelectorAll("[data-curves]")) {
  charts.curves(element, data.epochs, curves[element.dataset.curves]);
}
const reliability = document.getElementById("reliability");
if (reliability) {
  charts.reliability(reliability, data.bins);
}
if (data.trend) {
  const {points, minimumAccuracy, maximumLoss} = data.trend;
  const trends = {
    accuracy: {format: numbers.share, limit: minimumAccuracy, ends: ({least, most}) => [least, most]},
    loss: {format: numbers.loss, limit: maximumLoss},
  };
  for (const element of document.querySelectorAll("[data-trend]")) {
    const {trend} = element.dataset;
    charts.trend(element, points, {key: trend, ...trends[trend]});
  }
}

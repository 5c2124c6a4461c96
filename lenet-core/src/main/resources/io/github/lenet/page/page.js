/** Puts the page together, from the data that it carries. */
const data = JSON.parse(document.getElementById("data").textContent);
const tabs = new Tabs([...document.querySelectorAll("[data-tab]")]);

const trial = document.getElementById("trial");
const pad = data.model && new Pad(trial, new Classifier(data.model));

if (pad) {
  for (const example of document.querySelectorAll("button.example")) {
    example.addEventListener("click", () => {
      tabs.show("trial");
      pad.use(example.querySelector("img"));
      trial.querySelector(".drawing").scrollIntoView({block: "nearest"});
    });
  }
}

const curves = {
  loss: {
    yFormat: d3.format("~g"),
    fromZero: true,
    series: [{name: "training", key: "trainingLoss"}, {name: "validation", key: "validationLoss"}],
  },
  accuracy: {
    yFormat: d3.format("~%"),
    series: [{name: "training", key: "trainingAccuracy"}, {name: "validation", key: "validationAccuracy"}],
  },
  learningRate: {
    yFormat: d3.format("~g"),
    fromZero: true,
    series: [{name: "learning rate", key: "learningRate"}],
  },
};
for (const element of document.querySelectorAll("[data-curves]")) {
  charts.curves(element, data.epochs, curves[element.dataset.curves]);
}
charts.reliability(document.getElementById("reliability"), data.bins);

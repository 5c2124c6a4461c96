/** The charts of a search. In all of them, a trial has the same mark, and what was made better the same scale. */
class Trials {
  /** Room for each axis of the parallel coordinates, and half of it for the texts of the first one. */
  static STEP = 150;

  /** Room for a number of few digits. */
  static APART = 20;

  /** Room for half a mark between the ends of an axis and its values. */
  static INSET = 8;

  constructor({axes, tuning}) {
    this.axes = axes;
    this.tuning = tuning;
    this.trials = tuning.trials;
    this.objective = tuning.objective;
    this.format = numbers[this.objective === "loss" ? "loss" : "share"];
    this.title = `${this.objective[0].toUpperCase()}${this.objective.slice(1)}`;
    this.measured = this.trials.filter((trial) => trial.state !== "failed");
    this.limits = this.limit(this.measured.map((trial) => trial[this.objective]));
  }

  isBetter(value, other) {
    return this.objective === "loss" ? value < other : value > other;
  }

  /** From the best value to the worst that is no outlier by Tukey's rule: one bad trial must not press the others flat. */
  limit(values) {
    const [low, high] = charts.extent(values.length === 0 ? [0, 1] : values);
    const [first, third] = [d3.quantile(values, 0.25), d3.quantile(values, 0.75)];
    const reach = 1.5 * (third - first);
    if (values.length === 0 || reach === 0) {
      return [low, high];
    }
    return this.objective === "loss" ? [low, Math.min(high, third + reach)] : [Math.max(low, first - reach), high];
  }

  /** Where a trial lies on the scale of the objective: a failed one at the worse end, like an outlier. */
  place(y, trial) {
    const [low, high] = y.domain();
    const worst = this.objective === "loss" ? high : low;
    return y(trial.state === "failed" ? worst : Math.max(low, Math.min(high, trial[this.objective])));
  }

  hasOutliers() {
    const [low, high] = this.limits;
    return this.measured.some((trial) => trial[this.objective] < low || trial[this.objective] > high);
  }

  describe(trial) {
    const values = this.axes.map(({name}) => `${name} ${trial.values[name]}`).join(", ");
    const gave = trial.state === "failed" ? trial.failure : `${this.objective} ${this.format(trial[this.objective])}`;
    return `trial ${trial.number}, ${trial.state}: ${gave}; ${values}`;
  }

  /** Stopped trials are hollow, failed ones crosses; the present values and the best are larger, and have a shape of their own. */
  mark(selection) {
    const {best} = this.tuning;
    const symbols = {failed: d3.symbolTimes, current: d3.symbolDiamond, best: d3.symbolStar, other: d3.symbolCircle};
    const role = ({number, state}) =>
      state === "failed" ? "failed" : number === 0 ? "current" : number === best.trial ? "best" : "other";
    return selection
      .attr("class", (trial) => `trial ${trial.state} ${trial.number === 0 ? "current" : role(trial)}`)
      .attr("d", (trial) => d3.symbol(symbols[role(trial)], role(trial) === "other" ? 36 : 90)());
  }

  /** Marks for trials, those that matter most on top. */
  marks(svg, x, y) {
    const weight = ({number, state}) => (number === 0 || number === this.tuning.best.trial ? 2 : Number(state === "completed"));
    this.mark(svg.append("g").selectAll("path").data(d3.sort(this.trials, weight)).join("path"))
      .attr("transform", (trial) => `translate(${x(trial)},${this.place(y, trial)})`)
      .append("title")
      .text((trial) => this.describe(trial));
  }

  /** What the marks mean, those that there are. */
  legend(element) {
    const {best} = this.tuning;
    const plain = this.trials.filter(({number}) => number !== 0 && number !== best.trial);
    const kinds = [
      {name: "present values", trial: this.trials[0]},
      {name: "best with fresh seeds", trial: best.trial && this.trials[best.trial]},
      {name: "completed", trial: plain.find(({state}) => state === "completed")},
      {name: "stopped early", trial: plain.find(({state}) => state === "stopped")},
      {name: "failed", trial: plain.find(({state}) => state === "failed")},
    ].filter(({trial}) => trial);
    const list = d3.select(element).append("ul").attr("class", "legend marks");
    const items = list.selectAll("li").data(kinds).join("li");
    this.mark(
      items
        .append("svg")
        .attr("viewBox", "-8 -8 16 16")
        .attr("aria-hidden", true)
        .selectAll("path")
        .data(({trial}) => [trial])
        .join("path"));
    items.append("span").text(({name}) => name);
    if (this.trials.some(({state}) => state === "completed")) {
      list.append("li").attr("class", "series0").text("best so far");
    }
  }

  /** What each trial gave, in their order, and the best so far of those that were trained to the end. */
  history(element) {
    const [x, y] = charts.scales([0, Math.max(1, this.trials.length - 1)], this.limits);
    const xTicks = x.ticks(8).filter(Number.isInteger);
    const svg = charts.frame(element, x, y, {xTitle: "Trial", yTitle: this.title, xTicks});
    const steps = [];
    for (const trial of this.trials.filter(({state}) => state === "completed")) {
      const last = steps.at(-1);
      if (!last || this.isBetter(trial[this.objective], last.value)) {
        steps.push({number: trial.number, value: trial[this.objective]});
      }
    }
    if (steps.length > 0) {
      steps.push({number: this.trials.length - 1, value: steps.at(-1).value});
      const line = d3.line((step) => x(step.number), (step) => y(step.value)).curve(d3.curveStepAfter);
      const path = svg.append("g").attr("class", "series series0").append("path").attr("d", line(steps));
      path.append("title").text(`best so far: ${this.format(steps.at(-1).value)}`);
    }
    this.marks(svg, (trial) => x(trial.number), y);
    this.legend(element);
  }

  /** What was tried of a hyperparameter. */
  values({name}) {
    return this.trials.map((trial) => trial.values[name]);
  }

  /** A scale for the values of a hyperparameter, on the pixels of a range: those of the space, and the present one. */
  scale(axis, range) {
    const {ends, isLog, values} = axis;
    const tried = this.values(axis);
    if (values.length > 0) {
      return d3.scalePoint(new Set([...values, ...tried.map(String)]), range).padding(0.5);
    }
    const domain = d3.extent([...ends, ...tried]);
    // A present value of 0 has no logarithm.
    return isLog && domain[0] > 0 ? d3.scaleLog(domain, range) : d3.scaleLinear(domain, range);
  }

  /** Those places of a scale that have a number, or all texts. Whole numbers that were tried are shown if there is room for all. */
  static ticks(scale, count, values) {
    if (scale.bandwidth) {
      return scale.domain();
    }
    const tried = d3.sort(new Set(values));
    const isApart = d3.pairs(tried.map(scale)).every(([place, next]) => Math.abs(next - place) >= Trials.APART);
    if (tried.length > 0 && tried.every(Number.isInteger) && isApart) {
      return tried;
    }
    const ticks = scale.ticks(count);
    if (!scale.base || ticks.length <= count) {
      return ticks;
    }
    const leading = (tick) => Number(tick.toExponential()[0]);
    const rounder = ticks.filter((tick) => [1, 2, 5].includes(leading(tick)));
    return rounder.length <= count ? rounder : ticks.filter((tick) => leading(tick) === 1);
  }

  static tickFormat(scale) {
    return scale.bandwidth ? String : charts.TICK;
  }

  static at(scale, value) {
    return scale(scale.bandwidth ? String(value) : value);
  }

  /** What each trial gave, by one hyperparameter. */
  slice(element, axis) {
    const {WIDTH, MARGIN} = charts;
    const x = this.scale(axis, [MARGIN.left + Trials.INSET, WIDTH - MARGIN.right - Trials.INSET]);
    const [, y] = charts.scales([0, 1], this.limits);
    const xTicks = Trials.ticks(x, 7, this.values(axis));
    const svg = charts.frame(element, x, y, {xTitle: axis.name, yTitle: this.title, xTicks, xFormat: Trials.tickFormat(x)});
    this.marks(svg, (trial) => Trials.at(x, trial.values[axis.name]), y);
  }

  /** A line for each trial, through its values to what it gave. */
  parallel(element) {
    const {HEIGHT, MARGIN} = charts;
    const names = [...this.axes.map(({name}) => name), this.title];
    const width = Trials.STEP * names.length;
    const svg = d3
      .select(element)
      .style("--width", `${width}px`)
      .append("svg")
      .attr("viewBox", `0 0 ${width} ${HEIGHT}`)
      .attr("role", "img")
      .attr("aria-label", element.dataset.title);
    const x = d3.scalePoint(names, [0, width]).padding(0.5);
    const range = [HEIGHT - MARGIN.bottom, MARGIN.top];
    const scales = this.axes.map((axis) => this.scale(axis, range));
    const [, y] = charts.scales([0, 1], this.limits);
    const places = (trial) => [
      ...this.axes.map(({name}, index) => [x(name), Trials.at(scales[index], trial.values[name])]),
      [x(this.title), this.place(y, trial)],
    ];
    // By rank, because the good ones lie close together.
    const ranked = d3.sort(this.measured, (trial) => trial[this.objective] * (this.objective === "loss" ? -1 : 1));
    const strength = d3.scalePow([0, Math.max(1, ranked.length - 1)], [0.08, 0.9]).exponent(2);
    const failed = this.trials.filter(({state}) => state === "failed");
    const special = ({number}) => (number === 0 ? "current" : number === this.tuning.best.trial ? "best" : "");
    svg
      .append("g")
      .attr("class", "lines")
      .selectAll("path")
      .data(d3.sort([...failed, ...ranked], (trial) => Number(special(trial) !== "")))
      .join("path")
      .attr("class", (trial) => `trial ${trial.state} ${special(trial)}`)
      .attr("stroke-opacity", (trial) => (special(trial) || trial.state === "failed" ? 1 : strength(ranked.indexOf(trial))))
      .attr("d", (trial) => d3.line()(places(trial)))
      .append("title")
      .text((trial) => this.describe(trial));
    names.forEach((name, index) => {
      const scale = scales[index] ?? y;
      const values = this.axes[index] ? this.values(this.axes[index]) : [];
      const axis = d3.axisLeft(scale).tickValues(Trials.ticks(scale, 6, values)).tickFormat(Trials.tickFormat(scale));
      svg.append("g").attr("class", "axis").attr("transform", `translate(${x(name)},0)`).call(axis);
      svg.append("text").attr("text-anchor", "middle").attr("x", x(name)).attr("y", HEIGHT - 12).text(name);
    });
  }

  /** From the best to the worst seed of each finalist, and their mean. */
  finalists(element) {
    const {WIDTH, HEIGHT, MARGIN} = charts;
    const {finalists, current, best} = this.tuning;
    const shown = finalists.filter(({loss}) => loss !== null);
    if (shown.length === 0) {
      return;
    }
    const [x] = charts.scales(charts.extent(shown.flatMap(({loss}) => [loss.minimum, loss.maximum])), [0, 1]);
    const y = d3.scalePoint(shown.map(({trial}) => trial), [MARGIN.top, HEIGHT - MARGIN.bottom]).padding(0.5);
    const yFormat = (trial) => (trial === 0 ? "present" : `trial ${trial}`);
    const svg = charts.frame(element, x.nice(), y, {xTitle: "Loss", xTicks: x.ticks(4), yFormat});
    if (current.loss) {
      const mean = x(current.loss.mean);
      svg.append("line").attr("class", "ideal").attr("x1", mean).attr("x2", mean).attr("y1", MARGIN.top).attr("y2", HEIGHT - MARGIN.bottom);
    }
    const groups = svg
      .append("g")
      .selectAll("g")
      .data(shown)
      .join("g")
      .attr("class", ({trial}) => `spread ${trial === 0 ? "current" : trial === best.trial ? "best" : ""}`)
      .attr("transform", ({trial}) => `translate(0,${y(trial)})`);
    groups.append("line").attr("x1", ({loss}) => x(loss.minimum)).attr("x2", ({loss}) => x(loss.maximum));
    groups.append("circle").attr("cx", ({loss}) => x(loss.mean)).attr("r", 4);
    groups
      .append("title")
      .text(
        ({trial, loss}) =>
          `trial ${trial}: ${numbers.loss(loss.mean)}, from ${numbers.loss(loss.minimum)} to ${numbers.loss(loss.maximum)}`);
  }
}

/** The charts of the page, drawn with D3 as SVG that takes its colours from the style sheet. */
const charts = {
  WIDTH: 420,
  HEIGHT: 260,
  MARGIN: {top: 12, right: 16, bottom: 40, left: 56},

  /** As few digits as a number needs. */
  TICK: d3.format("~g"),

  /** A frame with two axes. */
  frame(element, x, y, {xTitle, yTitle, xTicks = null, xFormat = charts.TICK, yFormat = charts.TICK}) {
    const {WIDTH, HEIGHT, MARGIN} = charts;
    const svg = d3
      .select(element)
      .append("svg")
      .attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`)
      .attr("role", "img")
      .attr("aria-label", element.dataset.title);
    const columns = d3.axisBottom(x).ticks(6).tickValues(xTicks).tickFormat(xFormat);
    const rows = d3.axisLeft(y).ticks(5).tickFormat(yFormat).tickSize(MARGIN.left + MARGIN.right - WIDTH).tickPadding(8);
    svg.append("g").attr("transform", `translate(0,${HEIGHT - MARGIN.bottom})`).call(columns);
    svg.append("g").attr("transform", `translate(${MARGIN.left},0)`).call(rows);
    svg.selectAll(".domain").remove();
    svg
      .append("text")
      .attr("text-anchor", "end")
      .attr("x", WIDTH - MARGIN.right)
      .attr("y", HEIGHT - 4)
      .text(xTitle);
    if (yTitle) {
      svg
        .append("text")
        .attr("transform", "rotate(-90)")
        .attr("text-anchor", "end")
        .attr("x", -MARGIN.top)
        .attr("y", 12)
        .text(yTitle);
    }
    return svg;
  },

  scales(xDomain, yDomain) {
    const {WIDTH, HEIGHT, MARGIN} = charts;
    return [
      d3.scaleLinear(xDomain, [MARGIN.left, WIDTH - MARGIN.right]),
      d3.scaleLinear(yDomain, [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(),
    ];
  },

  /** Where the values of a chart lie; those that are all the same, as after a single epoch, in the middle of a few others. */
  extent(values, fromZero) {
    const [least, most] = d3.extent(values);
    const spread = least === most ? Math.abs(most) / 20 || 1 : 0;
    return [fromZero ? 0 : least - spread, most + spread];
  },

  /** A value for each epoch, as one line for each series: {name, key}. */
  curves(element, epochs, {series, format, fromZero}) {
    const shown = series.filter(({key}) => epochs.some((epoch) => epoch[key] !== null));
    const values = shown.flatMap(({key}) => epochs.map((epoch) => epoch[key])).filter((value) => value !== null);
    const last = epochs.length;
    const [x, y] = charts.scales(last === 1 ? [0, 2] : [1, last], charts.extent(values, fromZero));
    const xTicks = d3.ticks(1, last, 8).filter(Number.isInteger);
    const svg = charts.frame(element, x, y, {xTitle: "Epoch", xTicks});
    shown.forEach(({name, key}, index) => {
      const points = epochs.filter((epoch) => epoch[key] !== null);
      const group = svg.append("g").attr("class", `series series${index}`);
      group.append("path").attr("d", d3.line((epoch) => x(epoch.epoch), (epoch) => y(epoch[key]))(points));
      group
        .selectAll("circle")
        .data(points)
        .join("circle")
        .attr("cx", (epoch) => x(epoch.epoch))
        .attr("cy", (epoch) => y(epoch[key]))
        .attr("r", points.length > 40 ? 1.5 : 3)
        .append("title")
        .text((epoch) => `epoch ${epoch.epoch}, ${name}: ${format(epoch[key])}`);
    });
    charts.legend(element, shown.map(({name}) => name));
  },

  /** How many times as far as others lie apart something may lie from them, and still be near: Tukey's outer fences. */
  REACH: 3,

  /** How many of those that are not near are named below a chart; the table has all of them. */
  SHOWN_OUTLIERS: 5,

  /** Whether a value lies so near to a range that both can be drawn without making a line of the range. */
  isNear(value, [least, most]) {
    const reach = charts.REACH * (most - least);
    return value >= least - reach && value <= most + reach;
  },

  /** The points near to the middle half of them; all of them if only equal ones would be left. */
  withoutOutliers(points, key, ends) {
    const ranges = points.map((point) => d3.extent([point[key], ...ends(point)]));
    const middle = [d3.quantile(ranges, 0.25, ([least]) => least), d3.quantile(ranges, 0.75, ([, most]) => most)];
    const near = points.filter((point) => charts.isNear(point[key], charts.extent(middle)));
    return near.every((point) => point[key] === near[0][key]) ? points : near;
  },

  /**
   * What each verified build gave: a point, or a cross where it missed its gate, with a line between its ends, where the
   * true value lies; and a broken line at the limit. What is so far away that all others would lie on one line is a
   * triangle at the edge, and no limit.
   */
  trend(element, builds, {key, format, limit, ends = () => []}) {
    const points = builds.filter((build) => build[key] !== null);
    const values = charts.withoutOutliers(points, key, ends).flatMap((point) => [point[key], ...ends(point)]);
    const [least, most] = charts.extent(values);
    const isNear = limit !== null && charts.isNear(limit, [least, most]);
    const [first, last] = [builds[0].number, builds.at(-1).number];
    const [x, y] = charts.scales(
      first === last ? [first - 1, last + 1] : [first, last],
      isNear ? d3.extent([least, most, limit]) : [least, most]);
    const svg = charts.frame(element, x, y, {xTitle: "Build", xTicks: d3.ticks(first, last, 8).filter(Number.isInteger)});
    const [bottom, top] = y.domain();
    const isBeyond = (point) => point[key] < bottom || point[key] > top;
    const place = (value) => y(Math.min(Math.max(value, bottom), top));
    const isDense = points.length > 40;
    const group = svg.append("g").attr("class", "series series0");
    group
      .selectAll("line")
      .data(points.filter((point) => ends(point).length > 0))
      .join("line")
      .attr("stroke-opacity", isDense ? 0.25 : 0.5)
      .attr("x1", (point) => x(point.number))
      .attr("x2", (point) => x(point.number))
      .attr("y1", (point) => place(ends(point)[0]))
      .attr("y2", (point) => place(ends(point)[1]));
    group.append("path").attr("d", d3.line((point) => x(point.number), (point) => place(point[key]))(points));
    if (isNear) {
      const [left, right] = x.range();
      const line = svg.append("line").attr("class", "ideal").attr("x1", left).attr("x2", right);
      line.attr("y1", y(limit)).attr("y2", y(limit)).append("title").text(`limit: ${limit}`);
    }
    const marks = {true: d3.symbol(d3.symbolCircle, isDense ? 7 : 28), false: d3.symbol(d3.symbolTimes, isDense ? 36 : 90)};
    const arrow = d3.symbol(d3.symbolTriangle, isDense ? 36 : 72);
    group
      .selectAll(".mark")
      .data(points)
      .join("path")
      .attr("class", (point) => `mark ${point.passed ? "passed" : "failed"}${isBeyond(point) ? " beyond" : ""}`)
      .attr("d", (point) => (isBeyond(point) ? arrow() : marks[point.passed]()))
      .attr("transform", (point) => {
        const turned = point[key] < bottom ? " rotate(180)" : "";
        return `translate(${x(point.number)},${place(point[key])})${turned}`;
      })
      .append("title")
      .text((point) => {
        const interval = ends(point).length > 0 ? ` (${point.interval})` : "";
        const beyond = isBeyond(point) ? ", beyond the edge of the chart" : "";
        return `${point.label}: ${format(point[key])}${interval}, ${point.passed ? "passed" : "failed"}${beyond}`;
      });
    const outliers = points.filter(isBeyond).map((point) => `build ${point.number} (${format(point[key])})`);
    if (outliers.length > 0) {
      const {SHOWN_OUTLIERS} = charts;
      const others = outliers.length > SHOWN_OUTLIERS ? ` and ${outliers.length - SHOWN_OUTLIERS} more` : "";
      const text = `Beyond the edge, at a triangle: ${outliers.slice(0, SHOWN_OUTLIERS).join(", ")}${others}.`;
      d3.select(element).append("p").attr("class", "muted").text(text);
    }
  },

  legend(element, names) {
    if (names.length > 1) {
      const items = d3.select(element).append("ul").attr("class", "legend").selectAll("li").data(names).join("li");
      items.attr("class", (_, index) => `series${index}`).text((name) => name);
    }
  },

  /**
   * How often answers are right, by how sure the model is of them: a bar for each bin of the calibration, the paler the
   * fewer answers it has, and a line from bins.least to bins.most, where the true share lies.
   */
  reliability(element, bins) {
    const [x, y] = charts.scales([0, 1], [0, 1]);
    const svg = charts.frame(element, x, y, {xTitle: "Probability of the answer", yTitle: "Share that is right"});
    const answered = bins.filter((bin) => bin.count > 0);
    const share = (bin) => bin.correct / bin.count;
    // The most weight is that of the fullest bin; a square root, so that the others can still be told apart.
    const weight = d3.scaleSqrt([0, d3.max(answered, (bin) => bin.count)], [0.05, 1]);
    svg.append("line").attr("class", "ideal").attr("x1", x(0)).attr("y1", y(0)).attr("x2", x(1)).attr("y2", y(1));
    const groups = svg.append("g").attr("class", "bins").selectAll("g").data(answered).join("g");
    groups
      .append("rect")
      .attr("fill-opacity", (bin) => 0.5 * weight(bin.count))
      .attr("x", (bin) => x(bin.lower) + 1)
      .attr("width", (bin) => x(bin.upper) - x(bin.lower) - 2)
      .attr("y", (bin) => y(share(bin)))
      .attr("height", (bin) => y(0) - y(share(bin)));
    groups
      .append("line")
      .attr("x1", (bin) => x(bin.meanConfidence))
      .attr("x2", (bin) => x(bin.meanConfidence))
      .attr("y1", (bin) => y(bin.least))
      .attr("y2", (bin) => y(bin.most));
    groups
      .append("circle")
      .attr("cx", (bin) => x(bin.meanConfidence))
      .attr("cy", (bin) => y(share(bin)))
      .attr("r", (bin) => 1.5 + 3 * weight(bin.count));
    groups
      .append("title")
      .text(
        (bin) =>
          `${bin.correct} of ${bin.count} right (${numbers.share(share(bin))}),` +
          ` at a mean probability of ${numbers.share(bin.meanConfidence)}`);
  },
};

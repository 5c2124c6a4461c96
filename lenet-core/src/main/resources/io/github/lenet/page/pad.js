/** A pad to draw on, whose drawing is classified with every frame in which it changes. */
class Pad {
  /** Share of the pad's width that the pen is wide: between two and three of the 20 pixels that MNIST gives a digit. */
  static PEN = 0.1;

  /** With more classes than this, the most probable ones are shown, and not all in their own order. */
  static MOST_ROWS = 10;

  /** The grey value of a pad that is drawn on with dark ink. */
  static LIGHT = 255;

  constructor(element, classifier) {
    this.classifier = classifier;
    this.canvas = element.querySelector(".pad");
    this.canvas.height = Math.round((this.canvas.width * classifier.model.height) / classifier.model.width);
    this.canvas.parentElement.classList.toggle("light", classifier.model.paper === Pad.LIGHT);
    this.context = this.canvas.getContext("2d", {willReadFrequently: true});
    this.seen = element.querySelector(".seen").getContext("2d");
    this.answer = element.querySelector(".answer");
    this.rows = Pad.createRows(element.querySelector(".probabilities"), classifier.model.classNames.length);
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
    this.canvas.addEventListener("pointermove", (event) => this.draw(event));
    for (const end of ["pointerup", "pointercancel"]) {
      this.canvas.addEventListener(end, () => (this.last = null));
    }
    element.querySelector(".clear").addEventListener("click", () => this.clear());
    this.clear();
  }

  static createRows(list, classes) {
    return Array.from({length: Math.min(classes, Pad.MOST_ROWS)}, () => {
      const row = list.appendChild(document.createElement("li"));
      row.append(...["name", "bar", "share"].map((name) => {
        const part = document.createElement("span");
        part.className = name;
        return part;
      }));
      return row;
    });
  }

  clear() {
    this.last = null;
    this.context.fillStyle = this.classifier.model.paper === Pad.LIGHT ? "white" : "black";
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.changed();
  }

  begin(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.last = this.position(event);
    this.draw(event);
  }

  draw(event) {
    if (!this.last) {
      return;
    }
    // A fast pen moves several times within a frame.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const move of events.length ? events : [event]) {
      const [x, y] = this.position(move);
      this.context.strokeStyle = this.classifier.model.paper === Pad.LIGHT ? "black" : "white";
      this.context.lineWidth = Pad.PEN * this.canvas.width;
      this.context.lineCap = this.context.lineJoin = "round";
      this.context.beginPath();
      this.context.moveTo(...this.last);
      this.context.lineTo(x, y);
      this.context.stroke();
      this.last = [x, y];
    }
    this.changed();
  }

  position(event) {
    const box = this.canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * this.canvas.width) / box.width,
      ((event.clientY - box.top) * this.canvas.height) / box.height,
    ];
  }

  /** Classifies the drawing once before the next frame, however often it changes until then. */
  changed() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      const {height, width, paper} = this.classifier.model;
      const planes = this.planes(this.context, this.canvas);
      const blank = planes.every(({values}) => values.every((value) => value === paper));
      const prepare = preparation.named[this.classifier.model.preparation];
      const prepared = planes.map((plane) => prepare(plane, height, width));
      this.show(blank || prepared.includes(null) ? null : prepared.flat());
    });
  }

  /** The channels that the model takes, one after the other: strokes are grey, and have three equal ones in colour. */
  planes(context, {width, height}) {
    const rgba = context.getImageData(0, 0, width, height).data;
    return Array.from({length: this.classifier.model.channels}, (_, channel) => (
      {width, height, values: rgba.filter((_, i) => i % 4 === channel)}));
  }

  /** Shows an image of the data set, which is classified as it is. */
  use(image) {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    const {height, width} = this.classifier.model;
    this.context.imageSmoothingEnabled = false;
    this.context.drawImage(image, 0, 0, this.canvas.width, this.canvas.height);
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    this.show(this.planes(context, canvas).flatMap(({values}) => Array.from(values)));
  }

  /** @param pixels what the model is asked, or null if nothing is drawn */
  show(pixels) {
    const {channels, height, width, classNames} = this.classifier.model;
    const image = this.seen.createImageData(width, height);
    const plane = channels === 1 ? 0 : height * width;
    image.data.forEach((_, i) => (image.data[i] = i % 4 === 3 ? 255 : pixels?.[(i % 4) * plane + (i >> 2)] ?? 0));
    this.seen.putImageData(image, 0, 0);
    const probabilities = pixels ? this.classifier.probabilities(pixels) : classNames.map(() => 0);
    const order = probabilities.map((_, label) => label).sort((a, b) => probabilities[b] - probabilities[a]);
    const shown = order.length > this.rows.length ? order.slice(0, this.rows.length) : [...order].sort((a, b) => a - b);
    this.rows.forEach((row, i) => {
      row.classList.toggle("best", pixels !== null && shown[i] === order[0]);
      row.querySelector(".name").textContent = classNames[shown[i]];
      row.querySelector(".bar").style.setProperty("--share", probabilities[shown[i]]);
      row.querySelector(".share").textContent = numbers.share(probabilities[shown[i]]);
    });
    this.canvas.parentElement.classList.toggle("empty", pixels === null);
    this.answer.textContent = pixels ? classNames[order[0]] : "–";
  }
}

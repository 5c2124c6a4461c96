/** The pictures that the page carries beyond those that stand in it. */
class Gallery {
  /** Mistakes that are added at once. */
  static STEP = 96;

  /**
   * @param data height, width, classNames, sorted, mistakes and right; pictures are {image, truth, answer, probability, png, file}
   * @param choose what happens with the picture that is pressed
   */
  constructor(data, choose) {
    this.data = data;
    this.choose = choose;
    this.template = document.getElementById("example").content.querySelector("li");
  }

  element({image, truth, answer, probability, png, file}) {
    const {classNames} = this.data;
    const right = truth === answer;
    const item = this.template.cloneNode(true);
    const picture = item.querySelector("img");
    picture.src = `data:image/png;base64,${png}`;
    picture.alt = `Test image ${image}${file ? ` (${file})` : ""}: ${classNames[truth]}, answered with ${classNames[answer]}${probability && ` at ${probability}`}`;
    picture.title = picture.alt;
    item.querySelector("b").textContent = classNames[truth];
    const mark = item.querySelector("span > span");
    mark.className = right ? "right" : "wrong";
    mark.textContent = `→ ${classNames[answer]} ${right ? "✓" : "✗"}`;
    const button = item.querySelector("button");
    button.append(probability);
    button.addEventListener("click", () => this.choose(picture));
    return item;
  }

  /** Lets a button add the next mistakes to a list that shows the first of them. */
  extend(list, button) {
    const left = this.data.mistakes.slice(list.children.length);
    button.hidden = left.length === 0;
    button.addEventListener("click", () => {
      const next = left.splice(0, Gallery.STEP).map((picture) => this.element(picture));
      list.append(...next);
      next[0].querySelector("button").focus();
      button.hidden = left.length === 0;
    });
  }

  /** What lies behind a cell of the confusion matrix, in the order in which it is worth looking at. */
  ofCell(truth, answer) {
    return this.data[truth === answer ? "right" : "mistakes"].filter(
      (picture) => picture.truth === truth && picture.answer === answer);
  }
}

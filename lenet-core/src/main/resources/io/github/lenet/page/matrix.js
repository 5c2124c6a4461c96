/** Lets a pointer or the keyboard open the cells of the confusion matrix, after the grid of the ARIA Authoring Practices. */
class Matrix {
  constructor(table, dialog, gallery) {
    this.dialog = dialog;
    this.gallery = gallery;
    this.cells = [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1));
    table.setAttribute("role", "grid");
    this.cells.flat().forEach((cell) => (cell.tabIndex = -1));
    const first = this.cells.flat().find((cell) => cell.className === "wrong") ?? this.cells[0][0];
    first.tabIndex = 0;
    for (const cell of this.cells.flat().filter((cell) => cell.className !== "none")) {
      cell.setAttribute("aria-haspopup", "dialog");
    }
    table.addEventListener("click", (event) => this.open(event.target.closest("td")));
    table.addEventListener("keydown", (event) => this.press(event));
    dialog.querySelector(":scope > button").addEventListener("click", () => dialog.close());
  }

  position(cell) {
    const row = this.cells.findIndex((cells) => cells.includes(cell));
    return [row, row < 0 ? -1 : this.cells[row].indexOf(cell)];
  }

  press(event) {
    const [row, column] = this.position(event.target);
    if (row < 0) {
      return;
    }
    const last = this.cells.length - 1;
    const next = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, last],
    }[event.key];
    if (next) {
      event.preventDefault();
      this.focus(...next.map((index) => Math.min(Math.max(index, 0), last)));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.open(event.target);
    }
  }

  /** One cell at a time is a stop of the Tab key. */
  focus(row, column) {
    this.cells.flat().forEach((cell) => (cell.tabIndex = -1));
    this.cells[row][column].tabIndex = 0;
    this.cells[row][column].focus();
  }

  open(cell) {
    const [truth, answer] = this.position(cell);
    if (truth < 0 || cell.className === "none") {
      return;
    }
    this.focus(truth, answer);
    const pictures = this.gallery.ofCell(truth, answer);
    const [title, text] = this.dialog.querySelectorAll("h2, p");
    title.textContent = cell.title;
    text.textContent = this.describe(truth === answer, pictures.length, Number(cell.textContent));
    this.dialog.querySelector("ul").replaceChildren(...pictures.map((picture) => this.gallery.element(picture)));
    this.dialog.showModal();
  }

  describe(right, shown, all) {
    const order = this.gallery.data.sorted ? `, the ${right ? "least sure" : "surest"} first` : "";
    return `${shown < all ? `${shown} of them` : "All of them"}${order}.`;
  }
}

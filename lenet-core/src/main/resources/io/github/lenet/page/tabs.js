/** Turns the parts of the page into tabs, after the pattern of the ARIA Authoring Practices; on paper all are shown. */
class Tabs {
  constructor(panels) {
    this.list = document.createElement("div");
    this.list.className = "tabs";
    this.list.setAttribute("role", "tablist");
    this.list.setAttribute("aria-label", "Parts of the report");
    this.panels = panels;
    this.tabs = panels.map((panel, index) => this.createTab(panel, index));
    panels[0].before(this.list);
    this.list.addEventListener("keydown", (event) => this.move(event));
    const named = panels.findIndex((panel) => `#${panel.id}` === location.hash);
    this.select(Math.max(named, 0));
  }

  createTab(panel, index) {
    const tab = this.list.appendChild(document.createElement("button"));
    tab.type = "button";
    tab.id = `${panel.id}-tab`;
    tab.textContent = panel.dataset.tab;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => this.select(index));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    return tab;
  }

  move(event) {
    const current = this.tabs.indexOf(document.activeElement);
    const last = this.tabs.length - 1;
    const next = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.select(next);
      this.tabs[next].focus();
    }
  }

  select(index) {
    this.tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", i === index);
      tab.tabIndex = i === index ? 0 : -1;
      this.panels[i].classList.toggle("hidden", i !== index);
    });
  }

  show(id) {
    this.select(this.panels.findIndex((panel) => panel.id === id));
  }
}

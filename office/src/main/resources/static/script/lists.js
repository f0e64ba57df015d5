// A list sorts by its headers, and the order stands in the address. Only a list that is there as a whole: one of many pages is sorted by
// the office, or else the first page alone would seem to be the first of all.
(() => {
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const main = document.getElementById("main");

  const shown = (row, column) => row.cells[column]?.innerText.trim() ?? "";

  const figure = (text) => {
    const digits = text.replace(/[^0-9.-]/g, "");
    return digits === "" || Number.isNaN(Number(digits)) ? null : Number(digits);
  };

  // what is empty stands last either way
  const compare = (column, isFigure, sign) => (one, other) => {
    const [a, b] = [shown(one, column), shown(other, column)];
    const [x, y] = isFigure ? [figure(a), figure(b)] : [a || null, b || null];
    if (x === null || y === null) {
      return (x === null) - (y === null);
    }
    return sign * (isFigure ? x - y : words.compare(x, y));
  };

  const isRow = (row, width) => !row.classList.contains("sum") && row.cells.length === width;

  const sort = (table, column, descends) => {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const all = [...body.rows];
    const rows = all.filter((row) => isRow(row, heads.length));
    const rest = all.filter((row) => !rows.includes(row));
    rows.sort(compare(column, heads[column].classList.contains("n"), descends ? -1 : 1));
    body.append(...rows, ...rest);
    heads.forEach((head, at) => {
      if (at === column) {
        head.setAttribute("aria-sort", descends ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  };

  const keep = (list, column, descends) => {
    const address = new URL(location.href);
    address.searchParams.set("order", `${list}.${column}.${descends ? "down" : "up"}`);
    history.replaceState(history.state, "", address);
  };

  const offer = (table, list) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.innerText.trim() === "" || head.querySelector("a, input")) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorts";
      button.title = main.dataset.sortWord;
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const descends = head.getAttribute("aria-sort") === "ascending";
        sort(table, column, descends);
        keep(list, column, descends);
      });
      head.append(button);
    });
  };

  const isLaterPage = ["after", "before"].some((key) => new URLSearchParams(location.search).has(key));

  const isWhole = (table) => !isLaterPage && table.closest(".card, main").querySelector('a[rel="next"]') === null;

  const isSortable = (table) =>
    table.tHead?.rows.length === 1 &&
    table.tBodies.length === 1 &&
    table.tHead.querySelector("[colspan]") === null &&
    table.tBodies[0].rows.length > 1 &&
    // a line that explains the one above would lose it
    [...table.tBodies[0].rows].every((row) => row.classList.contains("sum") || isRow(row, table.tHead.rows[0].cells.length)) &&
    isWhole(table);

  const tables = [...main.querySelectorAll("table[data-list]")];
  tables.forEach((table, list) => {
    if (isSortable(table)) {
      offer(table, list);
    }
  });
  const [list, column, direction] = (new URLSearchParams(location.search).get("order") ?? "").split(".");
  const table = tables[Number(list)];
  if (direction && table && isSortable(table) && table.tHead.rows[0].cells[Number(column)]) {
    sort(table, Number(column), direction === "down");
  }
})();

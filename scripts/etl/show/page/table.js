// A heading sorts its column, and turns the order at the next click; what was not measured stays at the end.
(() => {
  const table = document.querySelector('#table table');
  if (!table) { return; }
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const value = (row, column) => {
    const cell = row.cells[column];
    if (column === 0) { return cell.firstChild.textContent.toLowerCase(); }
    return cell.dataset.v === '' ? NaN : Number(cell.dataset.v);
  };
  const missing = v => typeof v === 'number' && Number.isNaN(v);
  const sort = (column, sign) => {
    const rows = [...body.rows].map(row => [value(row, column), row]);
    rows.sort(([a], [b]) => (missing(a) - missing(b)) || (missing(a) ? 0 : sign * (a < b ? -1 : a > b ? 1 : 0)));
    body.append(...rows.map(([, row]) => row));
    heads.forEach((head, i) => head.setAttribute('aria-sort', i !== column ? 'none' : sign > 0 ? 'ascending' : 'descending'));
  };
  heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () =>
    sort(column, head.getAttribute('aria-sort') === 'ascending' ? -1 : 1)));
})();

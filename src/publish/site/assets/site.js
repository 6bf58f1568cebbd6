// Adds search and filters to tables. Pages are whole without it.
'use strict';

const MOST_CHOICES = 200;
let tables = 0;

for (const region of document.querySelectorAll('[data-search]')) addSearch(region);

/** @param {HTMLElement} region */
function addSearch(region) {
  const table = region.querySelector('table');
  const [noun, nouns] = region.dataset.search.split('|');
  tables += 1;
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    text: plain(row.textContent),
    values: [...row.cells].map(valuesOf),
  }));
  const form = make('form', 'app-search');
  form.setAttribute('role', 'search');
  form.setAttribute('aria-label', table.caption.textContent.trim());
  const search = make('input', 'govuk-input');
  search.type = 'search';
  search.autocomplete = 'off';
  form.append(field(`search-${tables}`, `Search ${nouns}`, search));
  const filters = [...table.tHead.rows[0].cells]
    .map((head, column) => ({ head, column }))
    .filter(({ head }) => head.hasAttribute('data-filter'))
    .map(({ head, column }) => filter(head, column))
    .filter((one) => one !== undefined);
  const clear = make('button', 'govuk-button govuk-button--secondary', 'Show all');
  clear.type = 'reset';
  const count = make('p', 'app-search__count');
  count.setAttribute('role', 'status');
  form.append(clear, count);
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(show));
  region.before(form);
  show();

  function filter(head, column) {
    const values = [...new Set(rows.flatMap((one) => one.values[column]))].sort((a, b) =>
      a < b ? -1 : 1,
    );
    if (values.length < 2 || values.length > MOST_CHOICES) return undefined;
    const select = make('select', 'govuk-select');
    select.append(new Option('All', ''), ...values.map((value) => new Option(value)));
    form.append(field(`filter-${tables}-${column}`, head.textContent.trim(), select));
    return { column, select };
  }

  function show() {
    const words = plain(search.value).split(' ');
    let shown = 0;
    for (const { row, text, values } of rows) {
      const wanted =
        words.every((word) => text.includes(word)) &&
        filters.every(
          ({ column, select }) => select.value === '' || values[column].includes(select.value),
        );
      row.hidden = !wanted;
      if (wanted) shown += 1;
    }
    const all = rows.length;
    count.textContent =
      shown === all
        ? `${all} ${all === 1 ? noun : nouns}`
        : `${shown} of ${all} ${nouns} shown. Totals are those of all.`;
    if (!table.tFoot && shown !== all) count.textContent = `${shown} of ${all} ${nouns} shown`;
    clear.hidden =
      shown === all && search.value === '' && filters.every(({ select }) => select.value === '');
  }
}

/** The values of a cell: those marked, else its text. */
function valuesOf(cell) {
  const marked = [...cell.querySelectorAll('[data-value]')].map(
    (one) => one.dataset.value || one.textContent.trim(),
  );
  return marked.length > 0 ? marked : [cell.textContent.trim()];
}

/** Text as it is compared: without capitals, accents and doubled spaces. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function field(id, words, control) {
  const label = make('label', 'govuk-label', words);
  label.htmlFor = id;
  control.id = id;
  const place = make('div', 'app-search__field');
  place.append(label, control);
  return place;
}

function make(name, className, text = '') {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

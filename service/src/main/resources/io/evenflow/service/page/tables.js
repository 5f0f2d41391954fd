// Tables of a scenario's objects, with the columns, units and words of its JSON Schema.
import { input, make } from '/assets/cell.js';
import { at, columnsOf, unitOf, wordsOf } from '/assets/fields.js';
import { another } from '/assets/fresh.js';

const SHOWN = 100;

// What was opened stays open when tables are drawn again.
const opened = new Set();
const added = new Map();

export const forgetOpened = () => {
  opened.clear();
  added.clear();
};

const heading = ({ path, field }) => {
  const unit = unitOf(field);
  return make('th', { scope: 'col', title: field.description ?? '' }, wordsOf(path), ...(unit ? [' ', make('small', {}, unit)] : []));
};

const focus = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();

// A row's list of further objects, behind a button with their number.
const within = (scenario, whole, column, named, row) => {
  const path = [...whole, ...column.path];
  const key = path.join('/');
  const words = wordsOf(column.path);
  const count = at(scenario.get(), path)?.length ?? 0;
  const button = make('button', { type: 'button', class: 'small', 'aria-expanded': 'false', 'aria-label': `${words} of ${named}` }, `${count} ${words}`);
  let shown = null;
  const toggle = (open) => {
    shown?.remove();
    shown = null;
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      shown = make('tr', { class: 'within' }, make('td', { colspan: '99' }, make('strong', {}, `${words} of ${named}`), table(scenario, path, column.items)));
      row().after(shown);
      opened.add(key);
      scenario.again();
    } else {
      opened.delete(key);
    }
  };
  button.addEventListener('click', () => toggle(!shown));
  return [button, () => opened.has(key) && toggle(true)];
};

// A list of objects at a path of the scenario.
export const table = (scenario, whole, shape) => {
  const name = whole.join('/');
  const rows = at(scenario.get(), whole) ?? [];
  const all = columnsOf(shape.properties, shape.required);
  const kind = whole.filter((each) => typeof each === 'string').join('/');
  const wanted = added.get(kind) ?? new Set();
  const isShown = (column) => column.needed || wanted.has(column.path.join('.')) || rows.some((row) => at(row, column.path) !== undefined);
  const part = make('div', { class: 'edited' });

  const line = (shown, index) => {
    const named = rows[index].id ?? `row ${index + 1}`;
    const path = [...whole, index];
    const reopen = [];
    const made = make('tr');
    const cells = shown.map((column) => {
      const words = wordsOf(column.path);
      const content = column.items ? within(scenario, path, column, named, () => made) : input(scenario, path, column, `${words} of ${named}`);
      if (column.items) {
        reopen.push(content.pop());
      }
      return make('td', { 'data-label': `${words} ${unitOf(column.field)}`.trim() }, ...content);
    });
    const remove = make('button', { type: 'button', 'aria-label': `Remove ${named}`, class: 'small' }, '×');
    remove.addEventListener('click', () => scenario.remove(whole, index).then(() => focus(`${name}/add`)));
    made.append(...cells, make('td', { class: 'end' }, remove));
    return [made, reopen];
  };

  const draw = (most) => {
    const shown = all.filter(isShown);
    const others = all.filter((column) => !isShown(column));
    const head = make('tr', {}, ...shown.map(heading), make('th', {}, make('span', { class: 'hidden' }, 'Remove')));
    const lines = rows.slice(0, most).map((row, index) => line(shown, index));
    const add = make('button', { type: 'button', 'data-key': `${name}/add` }, rows.length > 0 ? 'Add another' : 'Add one');
    add.addEventListener('click', () => {
      const made = another(rows, shape, scenario.get(), whole);
      scenario.add(whole, made).then(() => focus([name, rows.length, ...(shown[0]?.path ?? ['id'])].join('/')));
    });
    const bar = make('div', { class: 'actions' }, add);
    if (rows.length > most) {
      const rest = make('button', { type: 'button' }, `Show all ${rows.length}`);
      rest.addEventListener('click', () => draw(rows.length));
      bar.append(rest);
    }
    if (others.length > 0 && rows.length > 0) {
      const more = make('select', { 'aria-label': `Show another column of ${wordsOf([kind.split('/').at(-1)])}` }, make('option', {}, 'Another column …'));
      others.forEach((column) => more.append(make('option', { value: column.path.join('.') }, wordsOf(column.path))));
      more.addEventListener('change', () => {
        added.set(kind, wanted.add(more.value));
        draw(most);
      });
      bar.append(more);
    }
    const scroll = make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': wordsOf([kind.split('/').at(-1)]) });
    scroll.append(make('table', {}, make('thead', {}, head), make('tbody', {}, ...lines.map(([made]) => made))));
    if (scenario.isDraft(whole)) {
      const note = make('p', { class: 'wrong', role: 'alert', 'data-row': [...whole, rows.length - 1].join('/') });
      lines.at(-1)[0].after(make('tr', { class: 'note' }, make('td', { colspan: '99' }, note)));
    }
    part.replaceChildren(...(rows.length > 0 ? [scroll] : [make('p', { class: 'quiet' }, 'None.')]), bar);
    lines.forEach(([, reopen]) => reopen.forEach((each) => each()));
  };
  // A new row is the last, and must be seen.
  draw(scenario.isDraft(whole) ? rows.length : SHOWN);
  return part;
};

// Single values, a line each; an empty one has its default.
export const lines = (scenario, columns, wordsFrom) => {
  const rows = columns.map((column) => {
    const words = wordsOf(column.path.slice(wordsFrom(column.path)));
    const unit = unitOf(column.field);
    return make(
      'tr',
      {},
      make('th', { scope: 'row', title: column.field.description ?? '' }, words, ...(unit ? [' ', make('small', {}, unit)] : [])),
      make('td', {}, ...input(scenario, [], column, words)),
    );
  });
  return make('div', { class: 'scroll' }, make('table', { class: 'limits' }, make('tbody', {}, ...rows)));
};

// Tables of a scenario's objects, with the columns, units and words of its JSON Schema.
const SHOWN = 100;
let nextId = 0;

const make = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
};

// A field may also be null; then the schema has its kind beside it.
const kindOf = (field) => field.anyOf?.find((each) => each.type !== 'null') ?? field;

const isObject = (field) => kindOf(field).type === 'object';

const isCell = (field) => {
  const kind = kindOf(field);
  return ['string', 'number', 'integer', 'boolean'].includes(kind.type) || kind.enum !== undefined || kind.anyOf !== undefined;
};

// Fields that fit a cell, those of objects within objects too, as paths.
const columnsOf = (properties, required, before = []) => Object.entries(properties).flatMap(([name, field]) => {
  const path = [...before, name];
  if (isObject(field)) {
    const kind = kindOf(field);
    return columnsOf(kind.properties, required.includes(name) ? kind.required : [], path);
  }
  return isCell(field) ? [{ path, field, needed: required.includes(name) }] : [];
});

const unitOf = (field) => field.description?.match(/Unit: (p\.u\.|[^.]+)/)?.[1] ?? '';

const wordsOf = (path) => path.join(' ')
  .replace(/ perKw$/, '')
  .replace(/(?:PerKwh|PerMwh|PerKw|Kwh|Kw|Mw|Mwh|Pu)(?=$| )/g, '')
  .replace(/([a-z])([A-Z])/g, '$1 $2')
  .toLowerCase();

const at = (object, path) => path.reduce((found, name) => found?.[name], object);

// Sets or removes a value; objects that become empty go, too.
const put = (object, [name, ...rest], value) => {
  if (rest.length > 0) {
    object[name] = object[name] ?? {};
    put(object[name], rest, value);
    if (Object.keys(object[name]).length === 0) {
      delete object[name];
    }
  } else if (value === undefined) {
    delete object[name];
  } else {
    object[name] = value;
  }
};

const textOf = (value) => {
  if (value === undefined) {
    return '';
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

// What was typed; what is no value goes to the server as it is, which says so.
const valueOf = (text, field) => {
  const kind = kindOf(field);
  if (text === '') {
    return undefined;
  }
  if (kind.type === 'string') {
    return text;
  }
  if (text === 'null' || text === 'true' || text === 'false') {
    return JSON.parse(text);
  }
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => number.test(part))) {
    return parts.length === 1 ? Number(text) : parts.map(Number);
  }
  return text;
};

const clock = (scenario, period) => {
  const { start, stepMinutes, firstPeriodMinutes } = scenario.horizon;
  const offset = start.match(/([+-])(\d\d):(\d\d)$/);
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (60 * offset[2] + 1 * offset[3]) : 0;
  const minutes = period === 0 ? 0 : (firstPeriodMinutes ?? stepMinutes) + (period - 1) * stepMinutes;
  const local = new Date(Date.parse(start) + (shift + minutes) * 60000);
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()];
  return `${day} ${local.toISOString().slice(11, 16)}`;
};

// An input of one value: `whole` is where it stands in the scenario, `path` within that.
const input = (scenario, whole, column, label) => {
  const { path, field } = column;
  const key = [...whole, ...path].join('/');
  const id = `wrong-${nextId += 1}`;
  const isText = kindOf(field).type === 'string';
  const box = make('input', { 'aria-label': label, title: field.description ?? '', class: isText ? 'word' : 'figure' });
  const hint = make('small', { class: 'hint' });
  const wrong = make('p', { class: 'wrong', id });
  const isPeriod = unitOf(field) === 'period';
  const value = () => at(scenario.get(), [...whole, ...path]);
  const explain = () => {
    const period = Number(box.value);
    hint.textContent = isPeriod && box.value !== '' && Number.isInteger(period) ? clock(scenario.get(), period) : '';
  };
  box.value = textOf(value());
  explain();
  const settled = () => {
    box.removeAttribute('aria-invalid');
    box.removeAttribute('aria-describedby');
    wrong.textContent = '';
  };
  box.addEventListener('change', () => {
    explain();
    const text = box.value.trim();
    if (text === textOf(value())) {
      scenario.forget(key, settled);
      return;
    }
    scenario.edit({
      key,
      apply: (copy) => put(copy, [...whole, ...path], valueOf(text, field)),
      settled,
      refused: (sentence) => {
        box.setAttribute('aria-invalid', 'true');
        box.setAttribute('aria-describedby', id);
        wrong.textContent = sentence;
      },
    });
  });
  return [box, hint, wrong];
};

const heading = ({ path, field }) => {
  const unit = unitOf(field);
  return make('th', { scope: 'col', title: field.description ?? '' }, wordsOf(path), ...(unit ? [' ', make('small', {}, unit)] : []));
};

// Another row like the last, under an id that is free.
const another = (rows, shape) => {
  const last = rows.at(-1);
  if (!last) {
    return Object.fromEntries(shape.required.map((name) => [name, kindOf(shape.properties[name]).type === 'string' ? `${name}1` : 1]));
  }
  const made = structuredClone(last);
  if (made.id !== undefined) {
    const stem = made.id.replace(/\d+$/, '');
    let count = rows.length;
    do {
      count += 1;
      made.id = `${stem}${count}`;
    } while (rows.some((row) => row.id === made.id));
  }
  return made;
};

// A list of objects at a path of the scenario.
export const table = (scenario, whole, shape) => {
  const rows = at(scenario.get(), whole) ?? [];
  const all = columnsOf(shape.properties, shape.required);
  const shown = all.filter((column) => column.needed || rows.some((row) => at(row, column.path) !== undefined));
  const others = all.filter((column) => !shown.includes(column));
  const part = make('div', { class: 'edited' });
  const draw = (most) => {
    const head = make('tr', {}, ...shown.map(heading), make('th', {}, make('span', { class: 'hidden' }, 'Remove')));
    const body = rows.slice(0, most).map((row, index) => {
      const named = row.id ?? `row ${index + 1}`;
      const remove = make('button', { type: 'button', 'aria-label': `Remove ${named}`, class: 'small' }, '×');
      remove.addEventListener('click', () => scenario.change((copy) => at(copy, whole).splice(index, 1)));
      const cells = shown.map((column) => make(
        'td',
        { 'data-label': `${wordsOf(column.path)} ${unitOf(column.field)}`.trim() },
        ...input(scenario, [...whole, index], column, `${wordsOf(column.path)} of ${named}`),
      ));
      return make('tr', {}, ...cells, make('td', {}, remove));
    });
    const add = make('button', { type: 'button' }, rows.length > 0 ? 'Add one like the last' : 'Add one');
    add.addEventListener('click', () => scenario.change((copy) => {
      put(copy, whole, [...(at(copy, whole) ?? []), another(rows, shape)]);
    }));
    const bar = make('div', { class: 'actions' }, add);
    if (rows.length > most) {
      const rest = make('button', { type: 'button' }, `Show all ${rows.length}`);
      rest.addEventListener('click', () => draw(rows.length));
      bar.append(rest);
    }
    if (others.length > 0 && rows.length > 0) {
      const more = make('select', { 'aria-label': 'Show another column' }, make('option', {}, 'Another column …'));
      others.forEach((column, index) => more.append(make('option', { value: index }, wordsOf(column.path))));
      more.addEventListener('change', () => {
        shown.push(...others.splice(Number(more.value), 1));
        draw(most);
      });
      bar.append(more);
    }
    const scroll = make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': wordsOf(whole) });
    scroll.append(make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)));
    part.replaceChildren(...(rows.length > 0 ? [scroll] : [make('p', { class: 'quiet' }, 'None.')]), bar);
  };
  draw(SHOWN);
  return part;
};

// Limits of the grid and of the substation, a line each; an empty one is the case's.
export const limits = (scenario) => {
  const { properties } = scenario.schema();
  const lines = [
    ...columnsOf({ limits: properties.limits }, []),
    ...columnsOf({ substation: properties.substation }, []),
  ].map((column) => {
    const words = wordsOf(column.path.slice(1));
    const unit = unitOf(column.field);
    return make(
      'tr',
      {},
      make('th', { scope: 'row', title: column.field.description }, words, ...(unit ? [' ', make('small', {}, unit)] : [])),
      make('td', {}, ...input(scenario, [], column, words)),
    );
  });
  return make('div', { class: 'scroll' }, make('table', { class: 'limits' }, make('tbody', {}, ...lines)));
};

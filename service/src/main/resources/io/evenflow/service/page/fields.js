// Fields of a scenario's objects as its JSON Schema has them: which there are, in whose words, how they are written.

// A field may also be null; then the schema has its kind beside it.
export const kindOf = (field) => {
  const kinds = field.anyOf?.filter((each) => each.type !== 'null');
  return kinds?.length === 1 ? kindOf(kinds[0]) : field;
};

const isObject = (field) => kindOf(field).type === 'object';

// A list of objects has a table of its own.
const isTable = (field) => kindOf(field).type === 'array' && kindOf(field).items.type === 'object';

export const choicesOf = (field) => kindOf(field).enum ?? (kindOf(field).type === 'boolean' ? ['true', 'false'] : undefined);

// Numbers by period, or one for all.
export const isSeries = (field) => {
  const kind = kindOf(field);
  return kind.items?.type === 'number' || kind.anyOf?.some((each) => each.type === 'array') === true;
};

// Fields that fit a cell, those of objects within objects too, as paths.
export const columnsOf = (properties, required, before = []) => Object.entries(properties).flatMap(([name, field]) => {
  const path = [...before, name];
  const needed = required.includes(name);
  if (isObject(field)) {
    const kind = kindOf(field);
    return columnsOf(kind.properties, needed ? kind.required : [], path);
  }
  return [{ path, field, needed, items: isTable(field) ? kindOf(field).items : undefined }];
});

export const unitOf = (field) => field.description?.match(/Unit: (p\.u\.|[^.]+)/)?.[1] ?? '';

export const wordsOf = (path) => path.join(' ')
  .replace(/ per(?:Kw|Mwh)$/, '')
  .replace(/(?:PerKwh|PerMwh|PerKw|PerTonne|Minutes|Kwh|Kw|Mwh|Mw|Pu|Kva|Kvar|Mva)(?=$| )/g, '')
  .replace(/([a-z])([A-Z])/g, '$1 $2')
  .toLowerCase();

export const at = (object, path) => path.reduce((found, name) => found?.[name], object);

// Sets or removes a value; objects that become empty go, too.
export const put = (object, [name, ...rest], value) => {
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

const isPoints = (field) => kindOf(field).items?.type === 'array';

export const textOf = (value) => {
  if (value === undefined) {
    return '';
  }
  return Array.isArray(value) ? value.map((each) => (Array.isArray(each) ? each.join(': ') : each)).join(', ') : String(value);
};

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

// What is no number goes to the server as it is, which says so.
const numberOr = (text) => (number.test(text) ? Number(text) : text);

export const valueOf = (text, field) => {
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
  if (isPoints(field)) {
    return parts.map((part) => part.split(':').map((each) => numberOr(each.trim())));
  }
  if (kind.type === 'array') {
    return kind.items.type === 'string' ? parts : parts.map(numberOr);
  }
  if (!parts.every((part) => number.test(part))) {
    return text;
  }
  return parts.length === 1 ? Number(text) : parts.map(Number);
};

const clock = (scenario, period) => {
  const { start, stepMinutes, firstPeriodMinutes } = scenario.horizon;
  const offset = start.match(/([+-])(\d\d):(\d\d)$/);
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (60 * offset[2] + 1 * offset[3]) : 0;
  const minutes = period === 0 ? 0 : (firstPeriodMinutes ?? stepMinutes) + (period - 1) * stepMinutes;
  const local = new Date(Date.parse(start) + (shift + minutes) * 60000);
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()];
  return Number.isNaN(local.getTime()) ? '' : `${day} ${local.toISOString().slice(11, 16)}`;
};

// What a value comes to: the time of a period, the ends of a series.
export const hintOf = (scenario, field, text) => {
  const value = valueOf(text.trim(), field);
  if (unitOf(field) === 'period') {
    return Number.isInteger(value) ? clock(scenario, value) : '';
  }
  return isSeries(field) && Array.isArray(value) && value.length > 1 && value.every(Number.isFinite)
    ? `${value.length} numbers, ${Math.min(...value)} to ${Math.max(...value)}`
    : '';
};

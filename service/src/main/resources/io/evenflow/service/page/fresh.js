// New rows: like the last one where there is one, else what is required, with something to begin with.
import { kindOf } from '/assets/fields.js';

const BEGIN = {
  batteryKwh: 60, capacityKwh: 100, startEnergyKwh: 30, arrivalEnergyKwh: 20, targetEnergyKwh: 40, availableKw: 10, max: 11,
};

const free = (stem, rows) => {
  let count = rows.length;
  let id;
  do {
    count += 1;
    id = `${stem}${count}`;
  } while (rows.some((row) => row.id === id));
  return id;
};

const singular = (name) => name.replace(/ies$/, 'y').replace(/s$/, '');

const value = (name, field, scenario, whole) => {
  const kind = kindOf(field);
  const station = scenario.stations?.[0]?.id ?? 'station1';
  if (name === 'id') {
    return singular(whole.at(-1));
  }
  if (name === 'station') {
    return station;
  }
  if (kind.type === 'object') {
    return object(kind, scenario, [...whole, name]);
  }
  if (kind.type === 'array') {
    return [kind.items.type === 'object' ? object(kind.items, scenario, [...whole, name]) : station];
  }
  return name === 'departure' ? scenario.horizon.periods : BEGIN[name] ?? kind.minimum ?? 1;
};

const object = (shape, scenario, whole) => {
  const made = {};
  const names = [...shape.required];
  if (!names.includes('station') && shape.properties.station && scenario.stations?.length > 0) {
    names.push('station');
  }
  names.forEach((name) => { made[name] = value(name, shape.properties[name], scenario, whole); });
  return made;
};

// What comes after the last in time.
const later = (last, shape, scenario) => {
  const made = Object.fromEntries(shape.required.map((name) => [name, last[name]]));
  if ('arrival' in made) {
    made.arrival = last.departure;
    made.departure = scenario.horizon.periods;
  } else {
    made.period = last.period + 1;
  }
  return made;
};

export const another = (rows, shape, scenario, whole) => {
  const last = rows.at(-1);
  if (!last) {
    const made = object(shape, scenario, whole);
    return made.id === undefined ? made : { ...made, id: free(made.id, rows) };
  }
  const names = Object.keys(shape.properties);
  if (!names.includes('id') && (names.includes('arrival') || names.includes('period'))) {
    return later(last, shape, scenario);
  }
  const made = structuredClone(last);
  return made.id === undefined ? made : { ...made, id: free(made.id.replace(/\d+$/, ''), rows) };
};

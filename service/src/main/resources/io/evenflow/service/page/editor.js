// The scenario at hand as tables. Each change is read by the server at once: what it refuses is marked at its field
// and stays out of the scenario until it makes sense.
import { mark } from '/assets/cell.js';
import { at, columnsOf, put } from '/assets/fields.js';
import { forgetOpened, lines, table } from '/assets/tables.js';
import { attempt, say, submit } from '/assets/runs.js';

const place = document.getElementById('editor');
const said = document.getElementById('refused');
const state = document.getElementById('state');
let schema = null;
let good = null;
let edits = [];
let draft = null; // a row that does not fit yet: where it is to be, and what it is
let drawn = null;
let queue = Promise.resolve();

const keyOf = ({ whole, index }) => [...whole, index].join('/');

const check = async (scenario) => {
  const answer = await fetch('/api/v1/scenario/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(scenario),
  });
  return [answer.ok, await answer.json()];
};

const withRow = (scenario) => {
  const copy = structuredClone(scenario);
  put(copy, draft.whole, [...(at(copy, draft.whole) ?? []), structuredClone(draft.made)]);
  return copy;
};

// Marks what is open, after tables were drawn.
const again = () => {
  edits.filter((edit) => edit.wrong).forEach((edit) => {
    const box = place.querySelector(`[data-key="${CSS.escape(edit.key)}"]`);
    if (box) {
      box.value = edit.text;
    }
    mark(edit.key, edit.wrong);
  });
  const note = draft && place.querySelector(`[data-row="${CSS.escape(keyOf(draft))}"]`);
  if (note) {
    note.textContent = draft.wrong ?? '';
  }
};

// What the tables show: what makes sense, and the new row.
const shown = () => {
  if (!draft) {
    return good;
  }
  if (drawn?.of !== good || drawn.row !== draft) {
    drawn = { of: good, row: draft, scenario: withRow(good) };
  }
  return drawn.scenario;
};

const show = () => {
  const open = edits.length + (draft ? 1 : 0);
  state.textContent = open === 0 ? 'All of it makes sense.' : `${open} ${open === 1 ? 'change is' : 'changes are'} not in the scenario yet.`;
  state.className = `status ${open === 0 ? 'good' : 'bad'}`;
};

// Takes over some edits, with the new row or without, if they make sense; what is wrong where they do not.
const takeOver = async (some, isWithRow) => {
  const next = isWithRow ? withRow(good) : structuredClone(good);
  some.forEach((edit) => edit.apply(next));
  const [fits, answer] = await check(next);
  if (!fits) {
    return `${answer.detail}. ${answer.maybe}`;
  }
  good = next;
  some.forEach((edit) => mark(edit.key, null));
  edits = edits.filter((edit) => !some.includes(edit));
  if (isWithRow) {
    draft = null;
    draw();
  }
  return null;
};

// Takes over what makes sense: all that is open together, else one by one until none more does.
const settle = async () => {
  if (draft) {
    // What is said of the row is about the row alone.
    if (edits.length === 0 || await takeOver(edits, true) !== null) {
      draft.wrong = await takeOver([], true);
    }
    again();
  }
  for (let found = true; found && edits.length > 0;) {
    found = false;
    for (const some of [edits, ...(edits.length > 1 ? edits.map((edit) => [edit]) : [])]) {
      const wrong = await takeOver(some, false);
      found = wrong === null;
      if (found) {
        break;
      }
      if (some.length === 1) {
        some[0].wrong = wrong;
        mark(some[0].key, wrong);
      }
    }
  }
  show();
};

const guarded = (work) => {
  queue = queue.then(work).catch(() => say(said, 'The service does not answer.', 'Maybe it was stopped.'));
  return queue;
};

const mend = () => say(said, 'Some fields are marked as not making sense.', 'Maybe mend them before rows come or go.');

// What tables do with the scenario: change a value, add a row, remove one.
const scenarioOf = {
  get: shown,
  again,
  isDraft: (whole) => draft?.whole.join('/') === whole.join('/'),
  edit: (edit) => guarded(async () => {
    if (draft && edit.key.startsWith(`${keyOf(draft)}/`)) {
      const copy = withRow(good);
      edit.apply(copy);
      draft = { ...draft, made: at(copy, [...draft.whole, draft.index]) };
    } else {
      // In its turn: an answer that is on its way may still speak of the edit before.
      edits = edits.filter((other) => other.key !== edit.key);
      mark(edit.key, null);
      if (!edit.isAsBefore) {
        edits.push(edit);
      }
    }
    await settle();
  }),
  // Rows come and go only where the scenario makes sense without open fields.
  add: (whole, made) => guarded(async () => {
    say(said);
    if (edits.length > 0 || draft) {
      mend();
      return;
    }
    draft = { whole, index: at(good, whole)?.length ?? 0, made };
    draw();
    await settle();
  }),
  remove: (whole, index) => guarded(async () => {
    say(said);
    if (scenarioOf.isDraft(whole) && draft.index === index) {
      draft = null;
      draw();
      return;
    }
    if (edits.length > 0 || draft) {
      mend();
      return;
    }
    const next = structuredClone(good);
    at(next, whole).splice(index, 1);
    const [fits, problem] = await check(next);
    if (fits) {
      good = next;
      draw();
    } else {
      say(said, problem.detail, problem.maybe);
    }
  }),
};

const TABLES = {
  sessions: ['sessions'],
  vehicles: ['vehicles'],
  stations: ['stations'],
  groups: ['groups'],
  solar: ['solar'],
  batteries: ['batteries'],
  ratings: ['limits', 'branchRatings'],
  branchScaling: ['branchScaling'],
  adjustments: ['loads', 'adjustments'],
};

// Single values of what is named; a path of prices would be one of the server's.
const columns = (...names) => names.flatMap((name) => columnsOf({ [name]: schema.properties[name] }, []))
  .filter(({ path, items }) => !items && path.join('.') !== 'prices.file');

// Who types while tables are drawn again goes on typing.
const stayAt = (before) => {
  const key = before?.dataset?.key;
  const box = key && !before.isConnected && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (box) {
    box.focus();
    if (box.value !== before.value) {
      box.value = before.value;
      box.dispatchEvent(new Event('change'));
    }
  }
};

const draw = () => {
  const { activeElement: before } = document;
  const fill = (id, content) => document.getElementById(id).replaceChildren(content);
  for (const [id, path] of Object.entries(TABLES)) {
    const list = path.slice(1).reduce((found, name) => found.properties[name], schema.properties[path[0]]);
    fill(id, table(scenarioOf, path, list.items));
    const count = document.getElementById(id).closest('details')?.querySelector('.count');
    if (count) {
      count.textContent = at(shown(), path)?.length || 'none';
    }
  }
  fill('limits', lines(scenarioOf, columns('limits', 'substation'), () => 1));
  const day = columns('horizon', 'currency', 'prices', 'substationCostPerMwh', 'loads', 'emissions');
  fill('day', lines(scenarioOf, day, (path) => (path[0] === 'horizon' ? 1 : 0)));
  document.getElementById('name').value = good.name;
  again();
  stayAt(before);
  show();
};

export const open = async (scenario) => {
  schema ??= await (await fetch('/api/v1/scenario/schema')).json();
  good = { ...scenario, format: 'evenflow-scenario/2' };
  edits = [];
  draft = null;
  say(said);
  forgetOpened();
  draw();
  for (const part of place.querySelectorAll('details')) {
    part.open = part.querySelector('.edited table') !== null;
  }
  place.hidden = false;
};

document.getElementById('name').addEventListener('change', (event) => {
  const text = event.target.value.trim();
  scenarioOf.edit({
    key: 'name', text, isAsBefore: text === good.name, apply: (scenario) => { scenario.name = text; },
  });
});

const run = place.querySelector('form');
run.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = run.querySelector('button.primary');
  attempt(button, said, async () => {
    await queue;
    if (edits.length > 0 || draft) {
      say(said, 'Some fields are marked as not making sense.', 'Maybe mend them, or clear them for what was there.');
      const first = place.querySelector('[aria-invalid], .note input');
      first?.closest('details')?.setAttribute('open', '');
      first?.focus();
      return;
    }
    say(said, ...await submit(JSON.stringify(good), run));
  });
});

document.getElementById('save').addEventListener('click', () => guarded(() => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(good, null, 2)], { type: 'application/json' }));
  link.download = `${good.name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}));

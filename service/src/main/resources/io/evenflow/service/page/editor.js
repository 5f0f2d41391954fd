// The scenario at hand as tables. Each change is read by the server at once: what it refuses is marked at its field
// and stays out of the scenario until it makes sense.
import { limits, table } from '/assets/tables.js';
import { attempt, say, submit } from '/assets/runs.js';

const place = document.getElementById('editor');
const said = document.getElementById('refused');
const state = document.getElementById('state');
let schema = null;
let good = null;
let edits = [];
let queue = Promise.resolve();

const check = async (scenario) => {
  const answer = await fetch('/api/v1/scenario/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(scenario),
  });
  return [answer.ok, await answer.json()];
};

const withEdits = (some) => {
  const copy = structuredClone(good);
  some.forEach((edit) => edit.apply(copy));
  return copy;
};

const show = () => {
  const open = edits.length;
  state.textContent = open === 0 ? 'All of it makes sense.' : `${open} ${open === 1 ? 'field is' : 'fields are'} not in the scenario yet.`;
  state.className = `status ${open === 0 ? 'good' : 'bad'}`;
};

// Takes over what makes sense: all open edits together, else one by one until none more does.
const settle = async () => {
  let problem = null;
  for (let found = true; found && edits.length > 0;) {
    found = false;
    for (const some of [edits, ...(edits.length > 1 ? edits.map((edit) => [edit]) : [])]) {
      const next = withEdits(some);
      const [fits, answer] = await check(next);
      if (fits) {
        good = next;
        some.forEach((edit) => edit.settled());
        edits = edits.filter((edit) => !some.includes(edit));
        found = true;
        break;
      }
      if (some.length === 1) {
        some[0].refused(`${answer.detail}. ${answer.maybe}`);
      }
      problem = answer;
    }
  }
  show();
  return edits.length === 0 ? null : problem;
};

const guarded = (work) => {
  queue = queue.then(work).catch(() => say(said, 'The service does not answer.', 'Maybe it was stopped.'));
  return queue;
};

// What tables do with the scenario: change a value, or all of it at once.
const scenarioOf = {
  get: () => good,
  schema: () => schema,
  edit: (edit) => guarded(async () => {
    edits = [...edits.filter((other) => other.key !== edit.key), edit];
    await settle();
  }),
  // In its turn: an answer that is on its way may still speak of it.
  forget: (key, settled) => guarded(async () => {
    edits = edits.filter((edit) => edit.key !== key);
    settled();
    await settle();
  }),
  // Rows come and go only where the scenario makes sense without open fields.
  change: (apply) => guarded(async () => {
    say(said);
    if (edits.length > 0) {
      say(said, 'Some fields are marked as not making sense.', 'Maybe mend them before rows come or go.');
      return;
    }
    const next = structuredClone(good);
    apply(next);
    const [fits, problem] = await check(next);
    if (fits) {
      good = next;
      draw();
    } else {
      say(said, problem.detail, problem.maybe);
    }
  }),
};

const draw = () => {
  const rows = (name) => schema.properties[name].items;
  document.getElementById('limits').replaceChildren(limits(scenarioOf));
  document.getElementById('ratings').replaceChildren(
    table(scenarioOf, ['limits', 'branchRatings'], schema.properties.limits.properties.branchRatings.items),
  );
  document.getElementById('stations').replaceChildren(table(scenarioOf, ['stations'], rows('stations')));
  document.getElementById('sessions').replaceChildren(table(scenarioOf, ['sessions'], rows('sessions')));
  const beside = ['vehicles', 'batteries', 'solar', 'groups'].filter((name) => good[name]?.length > 0);
  document.getElementById('beside').textContent = beside.length === 0
    ? ''
    : `Beside these it has ${beside.map((name) => `${good[name].length} in ${name}`).join(', ')}, which stay as they are.`;
  document.getElementById('name').value = good.name;
  show();
};

export const open = async (scenario) => {
  schema ??= await (await fetch('/api/v1/scenario/schema')).json();
  good = { ...scenario, format: 'evenflow-scenario/2' };
  edits = [];
  say(said);
  draw();
  place.hidden = false;
};

document.getElementById('name').addEventListener('change', (event) => {
  const input = event.target;
  scenarioOf.edit({
    key: 'name',
    apply: (scenario) => { scenario.name = input.value; },
    settled: () => input.removeAttribute('aria-invalid'),
    refused: (sentence) => {
      input.setAttribute('aria-invalid', 'true');
      say(said, sentence);
    },
  });
});

const run = place.querySelector('form');
run.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = run.querySelector('button.primary');
  attempt(button, said, async () => {
    await queue;
    if (edits.length > 0) {
      say(said, 'Some fields are marked as not making sense.', 'Maybe mend them, or clear them for what was there.');
      place.querySelector('[aria-invalid]')?.focus();
      return;
    }
    say(said, ...await submit(JSON.stringify(good), run.method.value, run.limit.value));
  });
});

document.getElementById('save').addEventListener('click', () => guarded(() => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(good, null, 2)], { type: 'application/json' }));
  link.download = `${good.name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}));

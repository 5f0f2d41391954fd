// Makes a scenario of tables: shows which column is taken for what, and asks for what the server cannot tell.
import { open } from '/assets/editor.js';
import { attempt, say } from '/assets/runs.js';

const form = document.getElementById('import');
const said = document.getElementById('said');

const option = (text, value) => {
  const made = document.createElement('option');
  made.textContent = text;
  made.value = value;
  return made;
};

const cell = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

// The columns of a table, as the server took them; each can be corrected.
const mappingOf = (table) => form.querySelector(`.mapping[data-table="${table}"]`);

const showMapping = (mapping, found) => {
  for (const choice of mapping.querySelectorAll('select')) {
    const guessed = found.columns[choice.dataset.field] ?? '';
    const none = guessed === '' ? [option('none', '')] : [];
    choice.dataset.guessed = guessed;
    choice.replaceChildren(...none, ...found.header.map((name) => option(name, name)));
    choice.value = guessed;
    const example = choice.closest('tr').querySelector('.example');
    const sample = () => {
      const column = found.header.indexOf(choice.value);
      example.textContent = column < 0 ? '' : found.sample.map((line) => line[column]).join(' · ');
    };
    choice.onchange = sample;
    sample();
  }
  mapping.querySelector('.count').textContent = `${found.rows} ${found.rows === 1 ? 'line' : 'lines'}`;
  mapping.hidden = false;
};

// The control that a sentence's hint names by its flag.
const asked = (maybe) => {
  const column = maybe.match(/--column ([a-z-]+)=/);
  if (column) {
    return form.querySelector(`[data-flag="column"][data-field="${column[1]}"]`);
  }
  const flag = maybe.match(/--([a-z-]+)/);
  return flag && form.querySelector(`[data-flag="${flag[1]}"]`);
};

const forget = () => {
  form.querySelectorAll('.asked').forEach((line) => line.remove());
  form.querySelectorAll('[aria-invalid]').forEach((control) => {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  });
};

const complain = (problem) => {
  const control = asked(`${problem.maybe} ${problem.detail}`);
  if (!control) {
    say(said, problem.detail, problem.maybe);
    return;
  }
  const details = control.closest('details');
  if (details) {
    details.open = true;
  }
  const line = document.createElement('p');
  line.id = 'asked';
  line.className = 'asked wrong';
  line.textContent = `${problem.detail}. ${problem.maybe}`;
  control.after(line);
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', 'asked');
  control.focus();
};

const body = () => {
  const data = new FormData();
  const own = form.feederFile.files[0];
  data.append('feeder', own ?? form.feeder.value);
  for (const input of form.querySelectorAll('input[type="file"][data-flag]')) {
    if (input !== form.feederFile && input.files[0]) {
      data.append(input.dataset.flag, input.files[0]);
    }
  }
  for (const input of form.querySelectorAll('.options [data-flag]:not([type="file"])')) {
    if (input.value.trim() !== '') {
      data.append(input.dataset.flag, input.value.trim());
    }
  }
  for (const choice of form.querySelectorAll('.mapping:not([hidden]) select')) {
    const { field, flag, guessed } = choice.dataset;
    if (choice.value !== '' && choice.value !== guessed) {
      data.append(flag, flag === 'column' ? `${field}=${choice.value}` : choice.value);
    }
  }
  return data;
};

const post = async (path, data) => {
  const answer = await fetch(`/api/v1/scenario/${path}`, { method: 'POST', body: data });
  return [answer.ok, await answer.json()];
};

const button = form.querySelector('button[type="submit"]');

const showColumns = (table) => attempt(button, said, async () => {
  const mapping = mappingOf(table);
  mapping.hidden = true;
  say(said);
  forget();
  if (!form[table].files[0]) {
    return;
  }
  const data = new FormData();
  data.append(table, form[table].files[0]);
  const [good, found] = await post('columns', data);
  if (good) {
    showMapping(mapping, found);
  } else {
    complain(found);
  }
});

for (const table of ['sessions', 'prices']) {
  form[table].addEventListener('change', () => showColumns(table));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(button, said, async () => {
    say(said);
    forget();
    const [good, found] = await post('import', body());
    if (!good) {
      complain(found);
      return;
    }
    const list = document.getElementById('assumptions');
    list.replaceChildren(...(found.assumptions ?? []).map((line) => cell('li', line)));
    list.closest('section').hidden = false;
    await open(found);
    document.getElementById('made').scrollIntoView();
    document.getElementById('made').focus();
  });
});

for (const zone of form.querySelectorAll('.drop')) {
  const input = zone.querySelector('input');
  for (const name of ['dragenter', 'dragover']) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
  }
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

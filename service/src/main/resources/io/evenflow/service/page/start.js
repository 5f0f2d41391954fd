// Starts a run of a built-in day or of a file, and shows what is wrong with it.
import { attempt, builtIn, say, submit } from '/assets/runs.js';

const form = document.getElementById('start');
const said = document.getElementById('said');
const drop = document.getElementById('drop');
const file = document.getElementById('file');
const button = form.querySelector('button');

const run = (text) => attempt(button, said, async () => {
  say(said);
  say(said, ...await submit(await text(), form));
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  run(() => builtIn(form.day.value));
});
document.getElementById('edit').addEventListener('click', () => {
  window.location.assign(`/edit?${new URLSearchParams({ day: form.day.value })}`);
});
file.addEventListener('change', () => {
  if (file.files.length > 0) {
    run(() => file.files[0].text());
  }
});
for (const name of ['dragenter', 'dragover']) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  const [dropped] = event.dataTransfer.files;
  if (dropped) {
    run(() => dropped.text());
  }
});

// Makes a live site of a built-in day or of a file, never in place of one that is there.
import { attempt, builtIn, say, send } from '/assets/runs.js';

const form = document.getElementById('make');
const said = document.getElementById('said');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(form.querySelector('button'), said, async () => {
    say(said);
    const text = await (form.file.files[0]?.text() ?? builtIn(form.day.value));
    const name = encodeURIComponent(form.name.value);
    const path = `/api/v1/sites/${name}?${new URLSearchParams({ fair: form.fair.value })}`;
    say(said, ...await send('PUT', path, { 'If-None-Match': '*' }, text, () => `/sites/${name}`));
  });
});

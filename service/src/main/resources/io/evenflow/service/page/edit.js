// Opens a built-in day, a run's scenario or a file in the editor.
import { open } from '/assets/editor.js';
import { attempt, say } from '/assets/runs.js';

const said = document.getElementById('said');
const file = document.getElementById('file');
const query = new URLSearchParams(window.location.search);

const load = async (text) => {
  say(said);
  const answer = await fetch('/api/v1/scenario/check', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: text });
  const found = await answer.json();
  if (answer.ok) {
    await open(JSON.parse(text));
  } else {
    say(said, found.detail, found.maybe);
  }
};

const fetched = async (path) => {
  const answer = await fetch(path);
  if (answer.ok) {
    await load(await answer.text());
  } else {
    const problem = await answer.json();
    say(said, problem.detail, problem.maybe);
  }
};

file.addEventListener('change', () => {
  if (file.files[0]) {
    attempt(file, said, async () => load(await file.files[0].text()));
  }
});
if (query.has('day')) {
  attempt(file, said, () => fetched(`/api/v1/days/${encodeURIComponent(query.get('day'))}`));
} else if (query.has('run')) {
  attempt(file, said, () => fetched(`/api/v1/runs/${encodeURIComponent(query.get('run'))}/scenario`));
}

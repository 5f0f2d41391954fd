'use strict';
// Starts a run of a built-in day or of a file, and shows what is wrong with it.
(() => {
  const form = document.getElementById('start');
  const said = document.getElementById('said');
  const drop = document.getElementById('drop');
  const file = document.getElementById('file');

  const say = (...sentences) => {
    said.replaceChildren(...sentences.map((sentence) => {
      const line = document.createElement('p');
      line.textContent = sentence;
      return line;
    }));
  };

  const submit = async (text) => {
    say();
    const query = new URLSearchParams({ method: form.method.value, timeLimit: form.limit.value });
    const answer = await fetch(`/api/v1/runs?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID?.() ?? String(Math.random()) },
      body: text,
    });
    const body = await answer.json();
    if (answer.ok) {
      window.location.assign(`/runs/${body.id}`);
    } else {
      say(body.detail, body.maybe);
    }
  };

  const attempt = async (text) => {
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await submit(await text());
    } catch {
      say('The service does not answer.', 'Maybe it was stopped.');
    } finally {
      button.disabled = false;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => (await fetch(`/api/v1/days/${encodeURIComponent(form.day.value)}`)).text());
  });
  file.addEventListener('change', () => {
    if (file.files.length > 0) {
      attempt(() => file.files[0].text());
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
      attempt(() => dropped.text());
    }
  });
})();

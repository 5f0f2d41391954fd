// Sends a scenario, and goes to what became of it; what is wrong with it is returned.
export const send = async (method, path, headers, text, page) => {
  const answer = await fetch(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: text });
  const body = await answer.json();
  if (answer.ok) {
    window.location.assign(page(body));
    return [];
  }
  return [body.detail, body.maybe];
};

// The same as a run with what a form asks of it.
export const submit = (text, form) => {
  const query = new URLSearchParams({ method: form.method.value, timeLimit: form.limit.value, fair: form.fair.value });
  const key = crypto.randomUUID?.() ?? String(Math.random());
  return send('POST', `/api/v1/runs?${query}`, { 'Idempotency-Key': key }, text, (run) => `/runs/${run.id}`);
};

export const builtIn = async (day) => (await fetch(`/api/v1/days/${encodeURIComponent(day)}`)).text();

export const say = (place, ...sentences) => {
  place.replaceChildren(...sentences.map((sentence) => {
    const line = document.createElement('p');
    line.textContent = sentence;
    return line;
  }));
};

// Runs something with a button off; what cannot be reached is said.
export const attempt = async (button, place, work) => {
  button.disabled = true;
  try {
    await work();
  } catch {
    say(place, 'The service does not answer.', 'Maybe it was stopped.');
  } finally {
    button.disabled = false;
  }
};

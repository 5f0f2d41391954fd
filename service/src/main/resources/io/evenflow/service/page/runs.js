// Sends a scenario as a run, and goes to where it can be watched.
export const submit = async (text, method, limit) => {
  const query = new URLSearchParams({ method, timeLimit: limit });
  const answer = await fetch(`/api/v1/runs?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID?.() ?? String(Math.random()) },
    body: text,
  });
  const body = await answer.json();
  if (answer.ok) {
    window.location.assign(`/runs/${body.id}`);
    return [];
  }
  return [body.detail, body.maybe];
};

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

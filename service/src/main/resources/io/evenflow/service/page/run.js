'use strict';
// Watches one run: events in, chart and words out; loads the whole page once when it has ended.
(() => {
  const status = document.getElementById('status');
  const words = document.getElementById('progress');
  const picture = document.getElementById('picture');
  const id = status.dataset.run;
  const wasFinal = status.dataset.final === 'true';
  const costs = [];
  const bounds = [];
  let began = null;
  let end = 0;

  const { draw, figure } = window.closing;

  // As the list has it: a share that small is as good as nothing, but not said to be nothing.
  const percent = (share) => (share < 1e-6 ? 'less than 0.0001 %' : `${Number((100 * share).toPrecision(2))} %`);

  const sentence = (progress) => {
    const parts = [progress.stage ?? 'waiting'];
    parts.push(progress.objective === null ? 'no schedule that keeps all limits yet' : `cost ${figure(progress.objective)}`);
    if (progress.bound !== null) {
      parts.push(`bound ${figure(progress.bound)}`);
    }
    if (progress.gap !== null) {
      parts.push(`gap ${percent(progress.gap)}`);
    }
    return parts.join(' · ');
  };

  const show = (event) => {
    const told = JSON.parse(event.data);
    const at = Date.parse(told.at) / 1000;
    if (told.progress.stage === 'starting') {
      // A new attempt begins anew.
      began = at;
      costs.length = 0;
      bounds.length = 0;
    }
    end = began === null ? 0 : at - began;
    if (told.progress.objective !== null) {
      costs.push([end, told.progress.objective]);
    }
    if (told.progress.bound !== null) {
      bounds.push([end, told.progress.bound]);
    }
    words.textContent = sentence(told.progress);
    picture.querySelector('svg').setAttribute('aria-label', `Cost of the best schedule and proven bound over ${end.toFixed(1)} s: ${words.textContent}`);
    draw(picture, costs, bounds, end);
    if (!wasFinal) {
      status.textContent = told.status;
      status.className = `status ${told.status === 'running' ? 'busy' : 'waits'}`;
    }
    if (['done', 'failed', 'cancelled'].includes(told.status)) {
      source.close();
      if (!wasFinal) {
        window.location.reload();
      }
    }
  };

  const source = new EventSource(`/api/v1/runs/${id}/events`);
  source.addEventListener('status', show);
  source.addEventListener('progress', show);

  // A second click must not delete what the first one cancelled.
  const button = document.getElementById('end');
  button.addEventListener('htmx:beforeRequest', () => { button.disabled = true; });
  button.addEventListener('htmx:afterRequest', (event) => {
    const { status: answer } = event.detail.xhr;
    if (answer === 204 || answer === 404) {
      window.location.assign('/');
    } else if (answer === 200) {
      window.location.reload();
    } else if (answer === 202) {
      button.textContent = 'Ending …';
    } else {
      button.disabled = false;
      words.textContent = 'The service does not answer. Maybe it was stopped.';
    }
  });
})();

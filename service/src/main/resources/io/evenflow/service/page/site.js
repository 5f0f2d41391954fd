// A board that is old says so, and one whose site is gone makes way for the page that says that.
import { say } from '/assets/runs.js';

const stale = document.getElementById('stale');

document.body.addEventListener('htmx:sendError', () => {
  say(stale, 'The service does not answer; what stands here is of before.', 'Maybe it was stopped, or is being started again.');
});
document.body.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 404) {
    window.location.reload();
  } else {
    say(stale, `The service answers ${event.detail.xhr.status}; what stands here is of before.`, 'Maybe its log says more.');
  }
});
document.body.addEventListener('htmx:afterOnLoad', (event) => {
  say(stale);
  if (event.detail.requestConfig.verb === 'delete') {
    window.location.assign('/sites');
  }
});

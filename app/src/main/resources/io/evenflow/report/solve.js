/* The charts of a schedule's page. */

drawDay();
drawFeeder();
if (data.sessions.rows.length > 0) {
  drawSessions();
} else {
  document.getElementById('sessionSection').hidden = true;
}

/* The charts of a schedule's page. */

drawDay();
drawFeeder();
if (data.meters.length > 0) {
  drawMeters();
} else {
  document.getElementById('meterSection').hidden = true;
}
if (data.batteries.curves.length > 0) {
  drawBatteries();
} else {
  document.getElementById('batterySection').hidden = true;
}
if (data.sessions.rows.length > 0) {
  drawSessions();
} else {
  document.getElementById('sessionSection').hidden = true;
}

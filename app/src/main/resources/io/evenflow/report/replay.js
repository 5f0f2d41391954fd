/* The charts of a replay. */

const shades = [blue, orange, green, grey, purple, yellow, red, midBlue, ink, paleOrange];

function drawRegret() {
  draw('regret', {
    grid: plot({bottom: 30}),
    legend: legend(data.policies.map((policy) => policy.name)),
    tooltip: {...tooltip, trigger: 'axis', valueFormatter: (value) => figure(value, 2) + ' EUR'},
    xAxis: {type: 'category', data: data.dates, axisLabel: {color: quiet}},
    yAxis: valueAxis('EUR'),
    series: data.policies.map((policy, k) => ({
      name: policy.name,
      type: 'line',
      symbolSize: 5,
      color: shades[k % shades.length],
      data: policy.regret,
    })),
  });
}

function steps(values, name, color, more) {
  return {name, type: 'line', step: 'end', symbol: 'none', color, data: values, ...more};
}

/** What was done until an hour, what was intended then, and what the best would have done. */
function hourOption(hour) {
  const day = data.day;
  const done = day.done.map((kw, t) => (t <= hour ? kw : null));
  return {
    series: [
      steps(day.best, 'best with foresight', grey, {lineStyle: {width: 1.5}}),
      steps(day.done, 'what came of it', paleBlue, {lineStyle: {width: 2}}),
      steps(done, 'until then', blue, {lineStyle: {width: 3}}),
      steps(day.plans[hour] ?? [], 'planned then', orange, {lineStyle: {width: 2, type: 'dotted'}}),
    ],
  };
}

function drawDay() {
  const day = data.day;
  const chart = draw('day', {
    grid: plot({bottom: 30}),
    legend: legend(['best with foresight', 'what came of it', 'until then'], [], ['planned then']),
    tooltip: {...tooltip, trigger: 'axis', valueFormatter: (value) => figure(value, 1) + ' kW'},
    xAxis: {type: 'category', data: day.times, axisLabel: {color: quiet}},
    yAxis: valueAxis('kW'),
    ...hourOption(0),
  });
  draw('prices', {
    grid: plot({bottom: 30}),
    tooltip: {...tooltip, trigger: 'axis', valueFormatter: (value) => figure(value, 2) + ' EUR/MWh'},
    xAxis: {type: 'category', data: day.times, axisLabel: {color: quiet}},
    yAxis: valueAxis('EUR/MWh'),
    series: [steps(day.prices, 'price', ink)],
  });
  const slider = document.getElementById('hour');
  const label = document.getElementById('hourName');
  const show = () => {
    const hour = Number(slider.value);
    label.textContent = day.times[hour];
    chart.setOption(hourOption(hour));
  };
  slider.max = day.times.length - 1;
  slider.value = Math.floor(day.times.length / 2);
  slider.addEventListener('input', show);
  show();
}

drawRegret();
if (data.day) {
  drawDay();
}

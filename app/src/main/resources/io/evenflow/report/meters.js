/* What is behind meters beside what their connections carry, and the energy of batteries. */

function drawMeters() {
  const place = document.getElementById('meters');
  data.meters.forEach((meter, i) => {
    const figure = document.createElement('figure');
    const name = document.createElement('h3');
    name.textContent = meter.name;
    const chart = document.createElement('div');
    chart.className = 'chart';
    chart.id = 'meter' + i;
    chart.style.height = '220px';
    chart.setAttribute('role', 'img');
    chart.setAttribute('aria-label', 'Net power of ' + meter.name + ' by period with the limits of its connection');
    figure.append(name, chart);
    place.append(figure);
    drawMeter(chart.id, meter);
  });
}

function drawMeter(id, meter) {
  const powers = meter.powers;
  const limits = [];
  if (meter.most.length > 0) {
    limits.push(['import limit', meter.most]);
  }
  if (meter.least.length > 0) {
    limits.push(['export limit', meter.least]);
  }
  const peak = meter.peakKw === null ? {} : {markLine: peakLine(meter.peakKw)};
  draw(id, {
    grid: plot(),
    legend: legend(['net'], powers.layers.map((each) => each.name), limits.map(([name]) => name)),
    tooltip: periodTooltip([
      ...layerRows(powers),
      ['net', powers.net, 1, 'kW'],
      ...limits.map(([name, series]) => [name, series, 1, 'kW']),
    ]),
    xAxis: timeAxis(),
    yAxis: valueAxis('kW'),
    series: [
      ...powers.layers.map(layer),
      ...limits.map(([name, series]) => limitSteps(name, series)),
      steps('net', powers.net, ink, {z: 4, ...peak}),
    ],
  });
}

/** The highest import that is paid for. */
function peakLine(kw) {
  return {
    silent: true,
    symbol: 'none',
    precision: 6,
    lineStyle: {color: quiet, type: 'dotted', width: 1.2},
    data: [{
      yAxis: kw,
      label: {color: ink, textBorderColor: paper, textBorderWidth: 3, position: 'insideStartTop', formatter: 'peak ' + figure(kw, 1) + ' kW'},
    }],
  };
}

const curveColors = [purple, blue, green, orange, ink, grey];

function drawBatteries() {
  const curves = data.batteries.curves;
  draw('batteries', {
    grid: plot(),
    legend: legend(curves.map((each) => each.name)),
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (found) => {
        const t = found[0].value[0];
        return '<b>' + time.labels[t] + '</b>' + curves.map((each) =>
          '<br>' + text(each.name) + ' ' + figure(each.energyKwh[t], 1) + ' of ' + figure(each.capacityKwh, 1) + ' kWh').join('');
      },
    },
    xAxis: timeAxis(),
    yAxis: valueAxis('kWh', {min: 0, max: curves.length === 1 ? curves[0].capacityKwh : null}),
    series: curves.map((each, i) => ({
      name: each.name,
      type: 'line',
      symbol: 'none',
      color: curveColors[i],
      lineStyle: {width: 2},
      areaStyle: curves.length === 1 ? {color: palePurple, opacity: 0.5} : undefined,
      data: each.energyKwh.map((kwh, t) => [t, kwh]),
      markLine: curves.length === 1 ? limitLines([{value: each.capacityKwh, name: 'capacity', upper: true}], 1, 'kWh') : undefined,
    })),
  });
}

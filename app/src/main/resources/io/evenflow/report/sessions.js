/* The sessions as a timeline, and the energy of one of them. */

function drawSessions() {
  const rows = data.sessions.rows;
  const rowHeight = Math.max(5, Math.min(18, 820 / rows.length)); // all on one sheet of paper
  document.getElementById('sessions').style.height = 60 + rowHeight * rows.length + 'px';
  const chart = draw('sessions', {
    grid: plot({top: 8, left: 100}),
    tooltip: {...tooltip, formatter: (mark) => stayWords(rows[mark.data[0]], mark.data)},
    xAxis: timeAxis(),
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row, i) => i),
      axisTick: {show: false},
      axisLine: {show: false},
      axisLabel: {
        color: quiet,
        fontSize: rowHeight < 10 ? 8 : Math.min(11, rowHeight - 2),
        interval: (i) => rowHeight >= 10 || hasRoom(rows, i),
        formatter: (i) => (rows[i].stay === null ? '{station|' + short(rows[i].name) + '}' : short(rows[i].name)),
        rich: {station: {color: ink, fontWeight: 600, fontSize: 11}},
      },
    },
    series: [stays(rows), powers(rows), missing(rows)],
  });
  chart.on('click', (mark) => choose(mark.data[0]));
  drawEnergy(rows);
}

/** Thin rows are named every other one, and not beside the name of a station. */
function hasRoom(rows, i) {
  if (rows[i].stay === null) {
    return true;
  }
  const besideStation = rows[i - 1].stay === null || rows[i + 1]?.stay === null;
  return i % 2 === 0 && !besideStation;
}

/** Braces and bars would be markup to the library. */
function short(name) {
  const plain = name.replace(/[{}|]/g, ' ');
  return plain.length > 14 ? plain.slice(0, 13) + '…' : plain;
}

/** A box in the row of a session from one period to another. */
function box(api, row, from, to, share) {
  const [left, middle] = api.coord([from, row]);
  const [right] = api.coord([to, row]);
  const height = api.size([0, 1])[1] * share;
  return {x: left, y: middle - height / 2, width: right - left, height};
}

function stays(rows) {
  return {
    type: 'custom',
    encode: {x: [1, 2], y: 0},
    data: rows.flatMap((row, i) => (row.stay ? [[i, row.stay.arrival, row.stay.departure]] : [])),
    renderItem: (params, api) => ({
      type: 'rect',
      z2: 1,
      shape: box(api, api.value(0), api.value(1), api.value(2), 0.76),
      style: {fill: '#f4f7f9', stroke: '#aeb8c1', lineWidth: 0.8},
    }),
  };
}

function powers(rows) {
  const full = data.sessions.greatestKw;
  return {
    type: 'custom',
    encode: {x: [1, 2], y: 0},
    data: rows.flatMap((row, i) => (row.stay ? row.stay.powers.map((each) => [i, each.from, each.to, each.kw]) : [])),
    renderItem: (params, api) => {
      const kw = api.value(3);
      return {
        type: 'rect',
        z2: 2,
        shape: box(api, api.value(0), api.value(1), api.value(2), 0.76),
        style: {fill: kw > 0 ? blue : orange, opacity: 0.35 + (0.65 * Math.abs(kw)) / full},
      };
    },
  };
}

function missing(rows) {
  return {
    type: 'scatter',
    symbolSize: 6,
    color: red,
    encode: {x: 1, y: 0},
    data: rows.flatMap((row, i) => (row.stay && row.stay.missingKwh >= 0.01 ? [[i, row.stay.departure]] : [])),
  };
}

/** Of a stay, and of the stretch of equal power under the pointer. */
function stayWords(row, [, from, to, kw]) {
  const stay = row.stay;
  const missed = stay.missingKwh >= 0.01 ? '<br>missing ' + figure(stay.missingKwh, 1) + ' kWh' : '';
  return '<b>' + text(row.name) + '</b> ' + time.labels[stay.arrival] + '–' + time.labels[stay.departure] +
    '<br>' + figure(stay.energyKwh[0], 1) + ' → ' + figure(stay.energyKwh[stay.energyKwh.length - 1], 1) + ' kWh, target ' + figure(stay.targetKwh, 1) + ' kWh' +
    '<br>charged ' + figure(stay.chargedKwh, 1) + ' kWh, fed back ' + figure(stay.dischargedKwh, 1) + ' kWh' +
    (kw === undefined ? '' : '<br>' + time.labels[from] + '–' + time.labels[to] + ' at ' + figure(kw, 1) + ' kW') +
    '<br>energy cost ' + figure(stay.cost, 2) + ' ' + text(data.currency) + missed;
}

let energyChart = null;

function drawEnergy(rows) {
  const select = document.getElementById('session');
  rows.forEach((row, i) => {
    if (row.stay) {
      select.add(new Option(row.name, i));
    }
  });
  select.addEventListener('change', () => choose(Number(select.value)));
  energyChart = draw('energy', {grid: plot(), xAxis: timeAxis(), yAxis: valueAxis('kWh'), series: []});
  choose(data.sessions.first);
}

function choose(i) {
  const {name, stay} = data.sessions.rows[i];
  document.getElementById('session').value = i;
  document.getElementById('sessionShown').textContent = name;
  const full = stay.batteryKwh === stay.targetKwh;
  const shown = [{value: stay.batteryKwh, name: full ? 'battery and target' : 'battery', upper: full}];
  if (!full) {
    shown.push({value: stay.targetKwh, name: 'target', upper: true});
  }
  energyChart.setOption({
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (found) => '<b>' + time.labels[found[0].value[0]] + '</b><br>' + figure(found[0].value[1], 1) + ' kWh',
    },
    yAxis: {min: 0, max: Math.ceil(stay.batteryKwh * 0.12) * 10},
    series: [{
      type: 'line',
      color: blue,
      symbolSize: stay.energyKwh.length > 30 ? 0 : 4,
      lineStyle: {width: 2},
      areaStyle: {color: paleBlue, opacity: 0.6},
      data: stay.energyKwh.map((kwh, k) => [stay.arrival + k, kwh]),
      markLine: limitLines(shown, 1, 'kWh'),
    }],
  });
}

/* Sessions and vehicles as a timeline, and the energy of one of them. */

function drawSessions() {
  const rows = data.sessions.rows;
  const rowHeight = Math.max(5, Math.min(18, 820 / rows.length)); // all on one sheet of paper
  document.getElementById('sessions').style.height = 60 + rowHeight * rows.length + 'px';
  const chart = draw('sessions', {
    grid: plot({top: 8, left: 100}),
    tooltip: {...tooltip, formatter: (mark) => trackWords(rows[mark.data[0]], mark.data)},
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
        formatter: (i) => (rows[i].track === null ? '{station|' + short(rows[i].name) + '}' : short(rows[i].name)),
        rich: {station: {color: ink, fontWeight: 600, fontSize: 11}},
      },
    },
    series: [trips(rows), stays(rows), powers(rows), missing(rows)],
  });
  chart.on('click', (mark) => choose(mark.data[0]));
  drawEnergy(rows);
}

/** Thin rows are named every other one, and not beside the name of a station. */
function hasRoom(rows, i) {
  if (rows[i].track === null) {
    return true;
  }
  const besideStation = rows[i - 1].track === null || rows[i + 1]?.track === null;
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

/** Something of each track, the row's number before it. */
function marks(rows, of) {
  return rows.flatMap((row, i) => (row.track ? of(row.track).map((each) => [i, ...each]) : []));
}

/** A line from where a vehicle leaves to where it comes. */
function trips(rows) {
  return {
    type: 'custom',
    encode: {x: [1, 2], y: 0},
    data: marks(rows, (track) => track.trips.map((trip) => [trip.from, trip.to, trip.usedKwh])),
    renderItem: (params, api) => {
      const [left, middle] = api.coord([api.value(1), api.value(0)]);
      const [right] = api.coord([api.value(2), api.value(0)]);
      return {
        type: 'line',
        shape: {x1: left, y1: middle, x2: right, y2: middle},
        style: {stroke: grey, lineWidth: 2, lineDash: [3, 2]},
      };
    },
  };
}

function stays(rows) {
  return {
    type: 'custom',
    encode: {x: [1, 2], y: 0},
    data: marks(rows, (track) => track.stays.map((stay) => [stay.arrival, stay.departure])),
    renderItem: (params, api) => ({
      type: 'rect',
      z2: 1,
      shape: box(api, api.value(0), api.value(1), api.value(2), 0.76),
      style: {fill: tint, stroke: frame, lineWidth: 0.8},
    }),
  };
}

function powers(rows) {
  const full = data.sessions.greatestKw;
  return {
    type: 'custom',
    encode: {x: [1, 2], y: 0},
    data: marks(rows, (track) => track.powers.map((each) => [each.from, each.to, each.kw])),
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
    data: marks(rows, (track) => track.stays.filter((stay) => stay.isShort).map((stay) => [stay.departure])),
  };
}

/** Of a row, and of the stay, trip or stretch of equal power under the pointer. */
function trackWords(row, [, from, to, amount]) {
  const track = row.track;
  const kwh = (k) => figure(track.energy[k][1], 1);
  const stay = track.stays.find((each) => each.arrival <= from && from < each.departure) ?? track.stays[0];
  const trip = track.trips.find((each) => each.from === from && each.to === to && each.usedKwh === amount);
  const missed = track.missingKwh >= 0.01 ? '<br>missing ' + figure(track.missingKwh, 1) + ' kWh' : '';
  const cost = track.cost === null ? '' : '<br>energy cost ' + figure(track.cost, 2) + ' ' + text(data.currency);
  const where = trip
    ? 'trip ' + time.labels[from] + '–' + time.labels[to] + ' uses ' + figure(amount, 1) + ' kWh'
    : text(stay.station) + ' ' + time.labels[stay.arrival] + '–' + time.labels[stay.departure];
  return '<b>' + text(row.name) + '</b> ' + where +
    '<br>' + kwh(0) + ' → ' + kwh(track.energy.length - 1) + ' kWh, ' + wantedWords(track) +
    '<br>charged ' + figure(track.chargedKwh, 1) + ' kWh, fed back ' + figure(track.dischargedKwh, 1) + ' kWh' +
    (trip || amount === undefined ? '' : '<br>' + time.labels[from] + '–' + time.labels[to] + ' at ' + figure(amount, 1) + ' kW') +
    cost + missed;
}

function wantedWords(track) {
  const wanted = track.wanted.map(([t, kwh]) => figure(kwh, 1) + ' kWh at ' + time.labels[t]);
  return wanted.length > 0 ? 'target ' + wanted.join(', ') : 'no target';
}

let energyChart = null;

function drawEnergy(rows) {
  const select = document.getElementById('session');
  rows.forEach((row, i) => {
    if (row.track) {
      select.add(new Option(row.name, i));
    }
  });
  select.addEventListener('change', () => choose(Number(select.value)));
  energyChart = draw('energy', {grid: plot(), xAxis: timeAxis(), yAxis: valueAxis('kWh'), series: []});
  choose(data.sessions.first);
}

function choose(i) {
  const {name, track} = data.sessions.rows[i];
  document.getElementById('session').value = i;
  document.getElementById('sessionShown').textContent = name;
  energyChart.setOption({
    legend: legend(['energy'], ['wanted']),
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (found) => '<b>' + time.labels[found[0].value[0]] + '</b>' +
        found.map((mark) => '<br>' + mark.seriesName + ' ' + figure(mark.value[1], 1) + ' kWh').join(''),
    },
    yAxis: {min: 0, max: Math.ceil(track.batteryKwh * 0.12) * 10},
    series: [
      {
        name: 'energy',
        type: 'line',
        color: blue,
        symbolSize: track.energy.length > 30 ? 0 : 4,
        lineStyle: {width: 2},
        areaStyle: {color: paleBlue, opacity: 0.6},
        data: track.energy,
        markLine: limitLines([{value: track.batteryKwh, name: 'battery', upper: true}], 1, 'kWh'),
      },
      {name: 'wanted', type: 'scatter', symbol: 'diamond', symbolSize: 10, color: red, data: track.wanted, z: 4},
    ],
  });
}

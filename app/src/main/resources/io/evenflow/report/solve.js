'use strict';
/* The charts of a schedule. */

const time = data.time;

function period(t) {
  return time.labels[t] + '–' + time.labels[t + 1];
}

function timeAxis(more) {
  return {
    type: 'value',
    min: 0,
    max: time.periods,
    interval: time.every,
    axisLabel: {color: quiet, formatter: (t) => time.labels[t] ?? ''},
    axisLine: {onZero: false, lineStyle: {color: quiet}},
    splitLine: {show: true, lineStyle: {color: line, type: 'dotted'}},
    ...more,
  };
}

/** Points in the middle of periods, and at both ends of the day. */
function points(series) {
  const middle = series.map((value, t) => [t + 0.5, value]);
  return [[0, series[0]], ...middle, [time.periods, series[series.length - 1]]];
}

function steps(name, series, color, more) {
  const {lineStyle, ...rest} = more ?? {};
  return {
    name,
    type: 'line',
    step: 'middle',
    symbol: 'none',
    color,
    data: points(series),
    lineStyle: {width: 2, color, ...lineStyle},
    ...rest,
  };
}

const thin = {lineStyle: {width: 1.2}};
const dotted = {lineStyle: {width: 1.5, type: 'dotted'}};

/** Lines at limits; a chart of the day has room for those near its figures only. */
function limitLines(limits, decimals, unit) {
  return {
    silent: true,
    symbol: 'none',
    precision: 6, // of places; the default would round 0.905 p.u. to 0.91
    lineStyle: {color: red, type: 'dashed', width: 1.2},
    data: limits.map((limit) => ({
      yAxis: limit.value,
      label: {
        color: red,
        textBorderColor: '#fff',
        textBorderWidth: 3,
        position: limit.upper ? 'insideStartBottom' : 'insideStartTop',
        formatter: limit.name + ' ' + figure(limit.value, decimals) + ' ' + unit,
      },
    })),
  };
}

/** Limits within half the figures' spread, or above and below zero where they start there. */
function near(limits, all, room) {
  const known = all.flat().filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  return limits.filter((limit) => limit.value >= low - room(low, high) && limit.value <= high + room(low, high));
}

function sayFar(id, limits, shown, decimals, unit) {
  const far = limits.filter((limit) => !shown.includes(limit));
  if (far.length > 0) {
    const words = far.map((limit) => limit.name + ' ' + figure(limit.value, decimals) + ' ' + unit);
    document.getElementById(id).append(' Beyond the picture: ' + words.join(', ') + '.');
  }
}

/** A tooltip of the hovered period; rows are name, series, decimals and unit. */
function periodTooltip(rows) {
  return {
    ...tooltip,
    trigger: 'axis',
    axisPointer: {type: 'line', lineStyle: {color: quiet}},
    formatter: (found) => {
      const t = Math.min(time.periods - 1, Math.floor(found[0].value[0]));
      return '<b>' + period(t) + '</b>' + rows
        .filter(([, series]) => series !== null)
        .map(([name, series, decimals, unit]) => '<br>' + name + ' ' + figure(series[t], decimals) + ' ' + text(unit))
        .join('');
    },
  };
}

function drawPrices() {
  const unit = data.currency + '/MWh';
  return draw('prices', {
    grid: plot(),
    tooltip: periodTooltip([['price', data.prices, 2, unit]]),
    xAxis: timeAxis(),
    yAxis: valueAxis(unit),
    series: [steps('price', data.prices, ink, {areaStyle: {color: '#eceff2'}})],
  });
}

function drawImports() {
  const imports = data.imports;
  const series = [imports.schedule, imports.withoutVehicles, imports.uncontrolled ?? []];
  const shown = near(imports.limits, series, (low, high) => 0.15 * Math.max(high, high - low));
  sayFar('importsNote', imports.limits, shown, 0, 'kW');
  const lines = [
    steps('this schedule', imports.schedule, blue, {markLine: limitLines(shown, 0, 'kW'), z: 4}),
    steps('without vehicles', imports.withoutVehicles, ink, dotted),
  ];
  if (imports.uncontrolled) {
    lines.push(steps('uncontrolled', imports.uncontrolled, grey, thin));
  }
  return draw('imports', {
    grid: plot(),
    legend: legend(['this schedule', 'uncontrolled'], [], ['without vehicles']),
    tooltip: periodTooltip([
      ['this schedule', imports.schedule, 1, 'kW'],
      ['uncontrolled', imports.uncontrolled, 1, 'kW'],
      ['without vehicles', imports.withoutVehicles, 1, 'kW'],
    ]),
    xAxis: timeAxis(),
    yAxis: valueAxis('kW', limitRange(shown)),
    series: lines,
  });
}

/** An axis grows to its lines of limits, which the library does not do by itself. */
function limitRange(limits) {
  const values = limits.map((limit) => limit.value);
  return {
    min: (range) => Math.min(0, range.min, ...values) < 0 ? niceBelow(Math.min(range.min, ...values)) : 0,
    max: (range) => (values.some((value) => value > range.max) ? Math.max(...values) * 1.05 : null),
  };
}

function niceBelow(value) {
  const unit = 10 ** Math.floor(Math.log10(Math.abs(value)));
  return Math.floor(value / unit) * unit;
}

function drawVehicles() {
  const vehicles = data.vehicles;
  const lines = [
    steps('charging', vehicles.charge, midBlue, {areaStyle: {opacity: 1}, lineStyle: {width: 0}}),
    steps('feeding back', vehicles.discharge.map((kw) => -kw), paleOrange, {areaStyle: {opacity: 1}, lineStyle: {width: 0}}),
    steps('net', vehicles.net, blue),
  ];
  if (vehicles.uncontrolled) {
    lines.push(steps('uncontrolled', vehicles.uncontrolled, grey, thin));
  }
  return draw('vehicles', {
    grid: plot(),
    legend: legend(['net', 'uncontrolled'], ['charging', 'feeding back']),
    tooltip: periodTooltip([
      ['charging', vehicles.charge, 1, 'kW'],
      ['feeding back', vehicles.discharge, 1, 'kW'],
      ['net', vehicles.net, 1, 'kW'],
      ['uncontrolled', vehicles.uncontrolled, 1, 'kW'],
    ]),
    xAxis: timeAxis(),
    yAxis: valueAxis('kW'),
    series: lines,
  });
}

function drawVoltages() {
  const voltages = data.voltages;
  const all = [voltages.low, voltages.high, voltages.uncontrolledLow ?? []];
  const shown = near(voltages.limits, all, () => 0.12);
  sayFar('voltagesNote', voltages.limits, shown, 3, 'p.u.');
  const lines = [
    band(voltages),
    steps('highest and lowest bus', voltages.high, blue, {markLine: limitLines(shown, 3, 'p.u.')}),
    steps('highest and lowest bus', voltages.low, blue),
  ];
  if (voltages.uncontrolledLow) {
    lines.push(steps('lowest, uncontrolled', voltages.uncontrolledLow, grey, thin));
  }
  return draw('voltages', {
    grid: plot(),
    legend: legend(['highest and lowest bus', 'lowest, uncontrolled']),
    tooltip: periodTooltip([
      ['highest', voltages.high, 4, 'p.u.'],
      ['lowest', voltages.low, 4, 'p.u.'],
      ['lowest, uncontrolled', voltages.uncontrolledLow, 4, 'p.u.'],
    ]),
    xAxis: timeAxis(),
    yAxis: valueAxis('p.u.', voltageRange([...all.flat(), ...shown.map((limit) => limit.value)])),
    series: lines,
  });
}

/** Whole hundredths, or what suits the spread. */
function voltageRange(values) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const step = high - low > 0.1 ? 0.05 : high - low > 0.04 ? 0.02 : 0.01;
  return {
    min: Math.floor(low / step + 1e-6) * step,
    max: Math.ceil(high / step - 1e-6) * step,
    interval: step,
    axisLabel: {color: quiet, formatter: (pu) => figure(pu, 2)},
  };
}

/** A filled box for every period; where the power flow has no solution there is none. */
function band(voltages) {
  return {
    type: 'custom',
    silent: true,
    data: voltages.low.map((low, t) => [t, low, voltages.high[t]]).filter((box) => box[1] !== null),
    encode: {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      const [left, bottom] = api.coord([api.value(0), api.value(1)]);
      const [right, top] = api.coord([api.value(0) + 1, api.value(2)]);
      return {
        type: 'rect',
        shape: {x: left, y: top, width: right - left, height: bottom - top},
        style: {fill: paleBlue},
      };
    },
  };
}

function drawDay() {
  echarts.connect([drawPrices(), drawImports(), drawVehicles(), drawVoltages()]);
}

/* The feeder */

function drawFeeder() {
  const buses = data.feeder.buses;
  const element = document.getElementById('feeder');
  const lanes = buses.map((bus) => bus.y);
  const lowLane = Math.min(...lanes);
  const highLane = Math.max(...lanes);
  const columns = Math.max(...buses.map((bus) => bus.x));
  element.style.height = Math.max(200, Math.min(900, 90 + 30 * (highLane - lowLane + 1))) + 'px';
  const far = Math.max(0.005, data.feeder.farthest);
  const chart = draw('feeder', {
    grid: {left: 24, right: 150, top: 24, bottom: 16},
    tooltip: {...tooltip, formatter: (mark) => busWords(mark.data)},
    xAxis: {type: 'value', show: false, min: 0, max: columns},
    yAxis: {type: 'value', show: false, inverse: true, min: lowLane - 0.7, max: highLane + 0.7},
    visualMap: {
      min: 1 - far,
      max: 1 + far,
      dimension: 2,
      seriesIndex: 1,
      calculable: false,
      right: 10,
      top: 'middle',
      itemHeight: 130,
      precision: 3,
      text: [figure(1 + far, 3) + ' p.u.', figure(1 - far, 3) + ' p.u.'],
      textStyle: {color: quiet},
      inRange: {color: ['#7a3000', '#c8560a', '#f0a860', '#f4f1ea', '#8cc0e0', '#0072b2', '#00345a']},
    },
    series: [branches(buses), {type: 'scatter', id: 'buses', data: [], z: 3}],
  });
  const slider = document.getElementById('hour');
  slider.max = time.periods - 1;
  slider.value = data.feeder.first;
  slider.addEventListener('input', () => showHour(chart, Number(slider.value)));
  showHour(chart, data.feeder.first);
}

/** From the bus that feeds it, across to the bus's lane, then along it. */
function branches(buses) {
  return {
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    polyline: true,
    silent: true,
    lineStyle: {color: grey, width: buses.length > 200 ? 1 : 1.5, opacity: 1},
    data: buses
      .filter((bus) => bus.parent >= 0)
      .map((bus) => {
        const parent = buses[bus.parent];
        return {coords: [[parent.x, parent.y], [parent.x, bus.y], [bus.x, bus.y]]};
      }),
  };
}

function showHour(chart, t) {
  const voltages = data.feeder.voltages[t];
  const buses = data.feeder.buses;
  chart.setOption({series: [{}, {id: 'buses', data: buses.map((bus, i) => busMark(bus, voltages ? voltages[i] : null))}]});
  let words = period(t);
  if (voltages) {
    const low = data.voltages.low[t];
    words += ': ' + figure(low, 4) + ' … ' + figure(data.voltages.high[t], 4) + ' p.u., import ' + figure(data.imports.schedule[t], 0) + ' kW';
  } else {
    words += ': the AC power flow does not converge';
  }
  document.getElementById('hourShown').textContent = words;
}

function busMark(bus, pu) {
  const count = data.feeder.buses.length;
  const many = count > 100;
  const hasStation = bus.stations.length > 0;
  const outside = pu !== null && (pu < bus.least - 1e-6 || pu > bus.greatest + 1e-6);
  const isRoot = bus.parent < 0;
  return {
    value: [bus.x, bus.y, pu ?? '-'],
    bus,
    pu,
    symbol: isRoot ? 'rect' : hasStation ? 'diamond' : 'circle',
    symbolSize: (count > 300 ? 5 : many ? 7 : 11) * (hasStation ? 1.8 : 1.1),
    itemStyle: {borderColor: outside ? red : ink, borderWidth: outside ? 2.5 : hasStation ? 1.5 : 0.6},
    label: {
      show: hasStation || isRoot || !many,
      formatter: isRoot ? 'substation' : hasStation ? bus.stations.join(', ') : String(bus.number),
      position: isRoot ? 'top' : 'bottom',
      align: isRoot ? 'left' : 'center',
      distance: 4,
      color: hasStation || isRoot ? ink : quiet,
      fontSize: hasStation || isRoot ? 12 : 9,
      fontWeight: hasStation ? 600 : 400,
      textBorderColor: '#fff',
      textBorderWidth: hasStation ? 3 : 0,
    },
  };
}

function busWords(mark) {
  const bus = mark.bus;
  const station = bus.stations.length > 0 ? '<br>station ' + text(bus.stations.join(', ')) : '';
  return '<b>bus ' + bus.number + '</b><br>' + figure(mark.pu, 4) + ' p.u., limits ' + bus.least + ' … ' + bus.greatest + station;
}

/* Sessions */

function drawSessions() {
  const rows = data.sessions.rows;
  const rowHeight = Math.max(5, Math.min(18, 820 / rows.length)); // all on one sheet of paper
  document.getElementById('sessions').style.height = 60 + rowHeight * rows.length + 'px';
  const chart = draw('sessions', {
    grid: plot({top: 8, left: 100}),
    tooltip: {...tooltip, formatter: (mark) => stayWords(rows[mark.data[0]])},
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

function short(name) {
  return name.length > 14 ? name.slice(0, 13) + '…' : name;
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

function stayWords(row) {
  const stay = row.stay;
  const missed = stay.missingKwh >= 0.01 ? '<br>missing ' + figure(stay.missingKwh, 1) + ' kWh' : '';
  return '<b>' + text(row.name) + '</b> ' + time.labels[stay.arrival] + '–' + time.labels[stay.departure] +
    '<br>' + figure(stay.energyKwh[0], 1) + ' → ' + figure(stay.energyKwh[stay.energyKwh.length - 1], 1) + ' kWh, target ' + figure(stay.targetKwh, 1) + ' kWh' +
    '<br>charged ' + figure(stay.chargedKwh, 1) + ' kWh, fed back ' + figure(stay.dischargedKwh, 1) + ' kWh' +
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

drawDay();
drawFeeder();
if (data.sessions.rows.length > 0) {
  drawSessions();
} else {
  document.getElementById('sessionSection').hidden = true;
}

/* The day of a schedule: prices, import, vehicles and voltages. */

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

/* The day of a schedule: prices, import, vehicles and voltages. */

const priceColors = [ink, blue, green, purple];

function drawPrices() {
  const unit = data.currency + '/MWh';
  const prices = data.prices.lines;
  const imports = prices.filter((each) => !each.isExport);
  const color = (each) => priceColors[imports.findIndex((other) => each.name.startsWith(other.name.replace(/ import$/, ''))) % priceColors.length];
  const option = {
    grid: plot(),
    tooltip: periodTooltip(prices.map((each) => [each.name, each.price, 2, unit])),
    xAxis: timeAxis(),
    yAxis: valueAxis(unit),
    series: prices.map((each) =>
      steps(each.name, each.price, color(each), each.isExport ? dotted : prices.length === 1 ? {areaStyle: {color: tint}} : {})),
  };
  if (prices.length > 1) {
    option.legend = legend(imports.map((each) => each.name), [], prices.filter((each) => each.isExport).map((each) => each.name));
  }
  if (data.prices.more > 0) {
    document.getElementById('pricesNote').append(data.prices.more + ' more tariffs are not drawn.');
  }
  return draw('prices', option);
}

function drawImports() {
  const imports = data.imports;
  const series = [imports.schedule, imports.withoutVehicles, imports.uncontrolled ?? []];
  const shown = near(imports.limits, series, (low, high) => 0.15 * Math.max(high, high - low));
  sayFar('importsNote', imports.limits, shown, 0, 'kW');
  const without = 'without ' + data.stores;
  const lines = [
    steps('this schedule', imports.schedule, blue, {markLine: limitLines(shown, 0, 'kW'), z: 4}),
    steps(without, imports.withoutVehicles, ink, dotted),
  ];
  imports.periodLimits.forEach((limit) => lines.push(limitSteps(limit.name, limit.kw)));
  if (imports.uncontrolled) {
    lines.push(steps('uncontrolled', imports.uncontrolled, grey, thin));
  }
  return draw('imports', {
    grid: plot(),
    legend: legend(['this schedule', 'uncontrolled'], [], [without, ...imports.periodLimits.map((limit) => limit.name)]),
    tooltip: periodTooltip([
      ['this schedule', imports.schedule, 1, 'kW'],
      ['uncontrolled', imports.uncontrolled, 1, 'kW'],
      [without, imports.withoutVehicles, 1, 'kW'],
      ...imports.periodLimits.map((limit) => [limit.name, limit.kw, 1, 'kW']),
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

function drawPowers() {
  const lines = [steps('net', data.powers.net, ink, {z: 4})];
  if (data.powers.uncontrolled) {
    lines.push(steps('uncontrolled', data.powers.uncontrolled, grey, thin));
  }
  return draw('powers', {
    grid: plot(),
    legend: legend(['net', 'uncontrolled'], data.powers.layers.map((each) => each.name)),
    tooltip: periodTooltip([
      ...layerRows(data.powers),
      ['net', data.powers.net, 1, 'kW'],
      ['uncontrolled', data.powers.uncontrolled, 1, 'kW'],
    ]),
    xAxis: timeAxis(),
    yAxis: valueAxis('kW'),
    series: [...data.powers.layers.map(layer), ...lines],
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

/** Where the power flow has no solution there is no band. */
function band(voltages) {
  return boxes(null, voltages.low, voltages.high, paleBlue);
}

function drawDay() {
  echarts.connect([drawPrices(), drawImports(), drawPowers(), drawVoltages()]);
}

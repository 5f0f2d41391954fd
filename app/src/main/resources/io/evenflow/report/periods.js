/* Charts over the periods of a day: their axis, steps, limits and tooltip. */

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
    axisLabel: {color: quiet, hideOverlap: true, formatter: (t) => time.marks[t] ?? ''},
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
    emphasis: {disabled: true},
    color,
    data: points(series),
    lineStyle: {width: 2, color, ...lineStyle},
    ...rest,
  };
}

const thin = {lineStyle: {width: 1.2}};
const dotted = {lineStyle: {width: 1.5, type: 'dotted'}};

/** A filled box for every period from one series to another. */
function boxes(name, low, high, color) {
  return {
    name,
    type: 'custom',
    silent: true,
    color,
    data: low.map((value, t) => [t, value, high[t]]).filter((box) => box[1] !== null && box[1] !== box[2]),
    encode: {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      const [left, bottom] = api.coord([api.value(0), api.value(1)]);
      const [right, top] = api.coord([api.value(0) + 1, api.value(2)]);
      return {
        type: 'rect',
        shape: {x: left, y: top, width: right - left, height: bottom - top},
        style: {fill: color},
      };
    },
  };
}

const layerColors = {
  'buildings': paleGrey,
  'charging': midBlue,
  'feeding back': paleOrange,
  'batteries charging': palePurple,
  'batteries feeding in': purple,
  'PV': yellow,
};

/** One kind of power, stacked on those before it. */
function layer(each) {
  return boxes(each.name, each.from, each.to, layerColors[each.name]);
}

/** Of a tooltip. */
function layerRows(powers) {
  return powers.layers.map((each) => [each.name, each.kw, 1, 'kW']);
}

/** A limit that may differ from period to period. */
function limitSteps(name, series) {
  return steps(name, series, red, {lineStyle: {width: 1.2, type: 'dashed'}});
}

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
        textBorderColor: paper,
        textBorderWidth: 3,
        position: limit.upper ? 'insideStartBottom' : 'insideStartTop',
        formatter: limit.name + ' ' + figure(limit.value, decimals) + ' ' + unit,
      },
    })),
  };
}

/** Limits that lie among the figures or within some room above and below them. */
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
    document.getElementById(id).append(' Beyond the picture: ' + words.join(', ').replace(/\.$/, '') + '.');
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

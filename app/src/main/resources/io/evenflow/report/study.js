/* The charts of a study. */

const others = [green, '#cc79a7', '#56b4e9', '#b8860b', '#5b4ea3'];
const cross = 'path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z';

function clock(hour) {
  return String(hour).padStart(2, '0') + ':00';
}

function drawPrices() {
  const middle = data.prices.map((price, hour) => [hour + 0.5, price]);
  const last = data.prices.length;
  draw('prices', {
    grid: plot(),
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (found) => {
        const hour = Math.min(last - 1, Math.floor(found[0].value[0]));
        return '<b>' + clock(hour) + '–' + clock(hour + 1) + '</b><br>' + figure(data.prices[hour], 2) + ' EUR/MWh';
      },
    },
    xAxis: {type: 'value', min: 0, max: last, interval: 2, axisLabel: {color: quiet, formatter: clock}, splitLine: {show: false}},
    yAxis: valueAxis('EUR/MWh'),
    series: [{
      type: 'line',
      step: 'middle',
      symbol: 'none',
      color: ink,
      lineStyle: {width: 2},
      areaStyle: {color: tint},
      data: [[0, data.prices[0]], ...middle, [last, data.prices[last - 1]]],
    }],
  });
}

/** A method has its colour on every chart of the page. */
const colors = new Map([['direct', orange], ['certified', blue], ['uncontrolled', grey]]);
data.cases.flatMap((each) => each.methods).forEach((method) => {
  if (!colors.has(method.name)) {
    colors.set(method.name, others[(colors.size - 3) % others.length]);
  }
});

function colorOf(method) {
  return colors.get(method.name);
}

function mark(run, color) {
  const symbol = run.limitHit ? 'triangle' : run.failed ? cross : 'circle';
  return {
    value: [run.place, run.seconds],
    run,
    symbol,
    symbolSize: run.limitHit ? 12 : 9,
    itemStyle: run.limitHit ? {color: paper, borderColor: color, borderWidth: 2} : {color},
  };
}

function drawTimes(study, k) {
  const id = 'times' + k;
  const figureElement = document.createElement('figure');
  const heading = document.createElement('h3');
  heading.textContent = study.name;
  const chart = document.createElement('div');
  chart.id = id;
  chart.className = 'chart';
  chart.style.height = '300px';
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', 'Seconds of every sample of ' + study.name + ' by method, logarithmic; the first table has the means');
  figureElement.append(heading, chart);
  document.getElementById('times').append(figureElement);
  draw(id, {
    grid: plot({bottom: 44}),
    legend: {...legend([]), data: study.methods.map((method) => ({name: method.name, icon: 'circle'}))},
    tooltip: {...tooltip, formatter: (found) => runWords(study, found)},
    xAxis: {
      type: 'category',
      data: study.seeds,
      name: 'seed of the sample',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: {color: quiet},
      axisLabel: {color: quiet},
      axisTick: {show: false},
    },
    yAxis: {
      ...valueAxis('seconds'),
      type: 'log',
      axisLabel: {color: quiet, formatter: (seconds) => String(Number(seconds.toPrecision(3)))},
    },
    series: study.methods.map((method) => ({
      name: method.name,
      type: 'scatter',
      color: colorOf(method),
      data: method.runs.map((run) => mark(run, colorOf(method))),
    })),
  });
}

function runWords(study, found) {
  const run = found.data.run;
  const end = (run.limitHit ? ', ended by its limit' : '') + (run.failed ? ', no schedule' : '');
  return '<b>' + text(found.seriesName) + '</b><br>seed ' + text(study.seeds[run.place]) + ': ' + figure(run.seconds, run.seconds < 0.1 ? 3 : 2) + ' s' + end;
}

data.cases.forEach(drawTimes);
drawPrices();

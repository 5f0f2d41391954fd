/* The feeder as a tree, its buses coloured by their voltage in the hour of the slider. */

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
    itemStyle: {borderColor: outside ? red : ink, borderWidth: outside ? (many ? 1.3 : 2.5) : hasStation ? 1.5 : 0.6},
    label: {
      show: hasStation || isRoot || !many,
      formatter: () => (isRoot ? 'substation' : hasStation ? bus.stations.join(', ') : bus.name),
      position: isRoot ? 'top' : 'bottom',
      align: isRoot ? 'left' : 'center',
      distance: 4,
      color: hasStation || isRoot ? ink : quiet,
      fontSize: hasStation || isRoot ? 12 : 9,
      fontWeight: hasStation ? 600 : 400,
      textBorderColor: paper,
      textBorderWidth: hasStation ? 3 : 0,
    },
  };
}

function busWords(mark) {
  const bus = mark.bus;
  const station = bus.stations.length > 0 ? '<br>station ' + text(bus.stations.join(', ')) : '';
  return '<b>bus ' + bus.name + '</b><br>' + figure(mark.pu, 4) + ' p.u., limits ' + bus.least + ' … ' + bus.greatest + station;
}

/* The chart of a city. */

const limited = data.share.some((row) => row.some((share) => share > 0));
const highest = Math.max(...data.importKw.flat());

/** Part of the limit, or of the highest import of all where nothing is limited. */
function part(place, period) {
  return limited ? data.share[place][period] : data.importKw[place][period] / highest;
}

draw('places', {
  grid: plot({left: 130, bottom: 60}),
  tooltip: {
    ...tooltip,
    formatter: (found) => {
      const [period, place] = found.value;
      const share = data.share[place][period];
      return '<b>' + text(data.places[place]) + ', ' + data.times[period] + '</b><br>'
        + figure(data.importKw[place][period], 0) + ' kW'
        + (share > 0 ? '<br>' + figure(100 * share, 1) + ' % of its limit' : '');
    },
  },
  xAxis: {type: 'category', data: data.times, axisLabel: {color: quiet}, splitArea: {show: false}},
  yAxis: {type: 'category', data: data.places, inverse: true, axisLabel: {color: ink}},
  visualMap: {
    min: 0,
    max: 1,
    dimension: 2,
    calculable: false,
    orient: 'horizontal',
    left: 'center',
    bottom: 0,
    itemHeight: 120,
    text: ['100 %', '0 %'],
    textStyle: {color: quiet},
    inRange: {color: ['#ffffff', paleBlue, blue, orange]},
  },
  series: [{
    type: 'heatmap',
    data: data.places.flatMap((_, place) => data.times.map((_, period) => [period, place, part(place, period)])),
    itemStyle: {borderColor: '#ffffff', borderWidth: 1},
  }],
});

'use strict';
/* What charts of all pages share. Figures come from the page's data; nothing is computed here. */

// Read once: who changes over while looking reloads. On paper the style sheet turns dark charts light.
const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
document.body.classList.toggle('dark', isDark);
const shade = (light, dark) => (isDark ? dark : light);

const paper = shade('#ffffff', '#171c22');
const ink = shade('#1c2530', '#e6ebf0');
const quiet = shade('#5d6975', '#a5b1bd');
const line = shade('#dde3e8', '#333d48');
const tint = shade('#eceff2', '#252d36');
const frame = shade('#aeb8c1', '#5a6673');
const blue = shade('#0072b2', '#4da8e0');
const paleBlue = shade('#cfe3f0', '#1f4358');
const midBlue = shade('#a9cde4', '#2d6383');
const paleOrange = shade('#f2b98f', '#8a4a1c');
const orange = shade('#d55e00', '#f0863a');
const grey = '#8a949e';
const red = shade('#b00020', '#ff8a95');
const green = shade('#009e73', '#35c795');
const yellow = '#e6b800';
const purple = shade('#8e6bb0', '#b79ad4');
const palePurple = shade('#cbb8df', '#54436a');
const paleGrey = shade('#d3d9de', '#3a444e');

const data = JSON.parse(document.getElementById('data').textContent);
const charts = [];

/** A number with thousands separated by commas, as the tables have it; a dash for none. */
function figure(value, decimals) {
  return value === null || value === undefined
    ? '–'
    : value.toLocaleString('en-GB', {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
}

/** Plain text as HTML, for tooltips. */
function text(raw) {
  const element = document.createElement('span');
  element.textContent = raw;
  return element.innerHTML;
}

/** Draws into the element of an id. */
function draw(id, option) {
  const chart = echarts.init(document.getElementById(id), null, {renderer: 'svg'});
  chart.setOption({
    baseOption: {
      animation: false,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: ink},
      ...option,
    },
    media: option.legend ? narrow(option.legend.data.length) : [],
  });
  charts.push(chart);
  return chart;
}

/** A telephone needs more lines for the names above a chart; so does paper where they are many. */
function narrow(names) {
  const lines = (top) => ({grid: {top}, legend: {left: 70, right: 0, itemGap: 10}});
  const telephone = {query: {maxWidth: 480}, option: lines(names > 4 ? 86 : 48)};
  return names > 4 ? [{query: {maxWidth: 900}, option: lines(48)}, telephone] : [telephone];
}

/** The plot inside a chart; the same for all of a page, so that their times lie above each other. */
function plot(more) {
  return {left: 70, right: 40, top: 28, bottom: 26, ...more};
}

function valueAxis(name, more) {
  return {
    type: 'value',
    name,
    nameTextStyle: {color: quiet, align: 'right'},
    nameGap: 12,
    axisLabel: {color: quiet},
    splitLine: {lineStyle: {color: line}},
    ...more,
  };
}

const lineIcon = 'path://M0,0h18v3h-18z';
const dottedIcon = 'path://M0,0h4v3h-4zM7,0h4v3h-4zM14,0h4v3h-4z';
const areaIcon = 'path://M0,0h18v9h-18z';

/** Names of lines and areas above a chart. */
function legend(lines, areas, dotted) {
  const entry = (icon) => (name) => ({name, icon});
  return {
    top: 0,
    right: 40,
    itemWidth: 18,
    itemHeight: 9,
    itemGap: 18,
    textStyle: {color: ink},
    data: [...(areas ?? []).map(entry(areaIcon)), ...lines.map(entry(lineIcon)), ...(dotted ?? []).map(entry(dottedIcon))],
  };
}

const tooltip = {confine: true, backgroundColor: paper, borderColor: line, textStyle: {color: ink, fontSize: 13}};

/** Paper has another width than the window, and does not wait for the next frame. */
function resize() {
  charts.forEach((chart) => {
    chart.resize();
    chart.getZr().flush();
  });
}
window.addEventListener('resize', resize);
window.addEventListener('beforeprint', () => {
  document.body.classList.add('printing');
  resize();
});
window.addEventListener('afterprint', () => {
  document.body.classList.remove('printing');
  resize();
});

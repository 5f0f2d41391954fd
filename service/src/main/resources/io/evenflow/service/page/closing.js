'use strict';
// Draws cost and bound over time as steps that close in on each other.
window.closing = (() => {
  const WIDTH = 640;
  const HEIGHT = 220;
  const PAD = 8;
  const SVG = 'http://www.w3.org/2000/svg';

  const steps = (points, end, x, y) => {
    let path = '';
    let last = null;
    for (const [time, value] of points) {
      path += last === null ? `M${x(time)} ${y(value)}` : `H${x(time)}V${y(value)}`;
      last = value;
    }
    return last === null ? '' : `${path}H${x(end)}`;
  };

  const element = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  const figure = (value) => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  // Series of [seconds, value], in the picture whose axes are said beside it.
  const draw = (picture, costs, bounds, end) => {
    const svg = picture.querySelector('svg');
    const all = [...costs, ...bounds].map(([, value]) => value);
    if (all.length === 0) {
      svg.replaceChildren();
      return;
    }
    const middle = (Math.min(...all) + Math.max(...all)) / 2;
    // Where both are the same they lie in the middle, not at an edge.
    const room = Math.max(Math.max(...all) - Math.min(...all), Math.abs(middle) * 1e-4, 0.02);
    const most = middle + room / 2;
    const x = (time) => (end > 0 ? (PAD + (time / end) * (WIDTH - 2 * PAD)) : PAD).toFixed(2);
    const y = (value) => (PAD + ((most - value) / room) * (HEIGHT - 2 * PAD)).toFixed(2);
    svg.replaceChildren(
      element('path', { class: 'bound', d: steps(bounds, end, x, y) }),
      element('path', { class: 'cost', d: steps(costs, end, x, y) }),
    );
    picture.querySelector('.most').textContent = figure(most);
    picture.querySelector('.least').textContent = figure(most - room);
    picture.querySelector('.last').textContent = `${end.toFixed(1)} s`;
  };

  return { draw, figure };
})();

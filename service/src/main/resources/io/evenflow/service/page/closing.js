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

  // Series of [seconds, value]; what is far from the end is cut off, so that the closing shows.
  const draw = (svg, costs, bounds, end) => {
    const all = [...costs, ...bounds].map(([, value]) => value);
    if (all.length === 0) {
      svg.replaceChildren();
      return;
    }
    const least = Math.min(...all);
    const most = Math.max(...all);
    const room = Math.max(most - least, Math.abs(most) * 1e-6, 1e-9);
    const x = (time) => (end > 0 ? (PAD + (time / end) * (WIDTH - 2 * PAD)) : PAD).toFixed(2);
    const y = (value) => (PAD + ((most - value) / room) * (HEIGHT - 2 * PAD)).toFixed(2);
    svg.replaceChildren(
      element('path', { class: 'bound', d: steps(bounds, end, x, y) }),
      element('path', { class: 'cost', d: steps(costs, end, x, y) }),
    );
  };

  return { draw };
})();

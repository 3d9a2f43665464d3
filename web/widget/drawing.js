// Figures as SVG, for the text view and for paper: the shapes the canvas draws, from the same walk over the figure.
// Only numbers and words come in; elements and attributes are the ones in this file.
import { ICONS, INKS } from './inks.js';

const SVG = 'http://www.w3.org/2000/svg';
const ANCHORS = ['start', 'middle', 'end'];
/** @typedef {(number | string)[]} Shape  kind, then numbers: see append_shape in src/paint/record.cpp */
/** @typedef {[number, number, Shape[]]} Drawing  width, height, shapes */

const ink = (/** @type {number | string} */ index) => (INKS[+index] ? `var(--kk-${INKS[+index]})` : 'none');

/**
 * @param {string} name
 * @param {{[key: string]: string | number}} attributes
 */
function element(name, attributes) {
  const el = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, String(value));
  return el;
}

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} radius @param {number} corners */
function rounded(x, y, w, h, radius, corners) {
  const r = Math.min(radius, w / 2, h / 2);
  const [a, b, c, d] = [1, 2, 4, 8].map((bit) => (corners & bit ? r : 0));
  return `M${x + a} ${y}H${x + w - b}q${b} 0 ${b} ${b}V${y + h - c}q0 ${c} ${-c} ${c}H${x + d}q${-d} 0 ${-d} ${-d}V${y + a}q0 ${-a} ${a} ${-a}z`;
}

const TEXT = 3;  // a kind of shape
export const hasWords = (/** @type {Drawing} */ [, , shapes]) => shapes.some(([kind]) => kind === TEXT);

/** @param {Shape} shape */
function draw(shape) {
  const [kind, x, y, ...rest] = shape.map((part, index) => (index === shape.length - 1 && typeof part === 'string' ? 0 : Number(part)));
  if (kind === TEXT) {
    const [size, weight, anchor, fill] = rest;
    const text = element('text', { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': ANCHORS[anchor] ?? 'start', fill: ink(fill) });
    text.textContent = String(shape[shape.length - 1]);
    return text;
  }
  if (kind === 4) {
    const [size, icon, stroke] = rest;
    return element('path', {
      d: ICONS[icon], transform: `translate(${x} ${y}) scale(${size / 16})`, fill: 'none', stroke: ink(stroke),
      'stroke-width': 1.75, 'stroke-linecap': 'round', 'stroke-linejoin': 'round',
    });
  }
  const [w, h, radius, corners, fill, stroke, width, dashed] = rest;
  const paint = { fill: ink(fill), stroke: ink(stroke), 'stroke-width': width, ...(dashed ? { 'stroke-dasharray': '4 3' } : {}) };
  if (kind === 1) return element('circle', { cx: x + w / 2, cy: y + h / 2, r: Math.max(0, (w - width) / 2), ...paint });
  if (kind === 2) return element('path', { d: `M${x} ${y}l${w} ${h}`, ...paint });
  const inset = width / 2;
  return element('path', { d: rounded(x + inset, y + inset, Math.max(0, w - width), Math.max(0, h - width), Math.max(0, radius - inset), corners), ...paint });
}

/** @param {Drawing} drawing */
export function makeDrawing([width, height, shapes]) {
  const svg = element('svg', { class: 'k-drawn', viewBox: `0 0 ${width} ${height}`, width: `${width / 16}rem`, height: `${height / 16}rem`, 'aria-hidden': 'true' });
  // Never seen; but who takes the text of the page finds words of their own.
  svg.append(...shapes.flatMap((shape) => [' ', draw(shape)]));
  return svg;
}

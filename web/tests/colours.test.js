// The purposes' colours as colour-blind readers see them: simulated after Machado, Oliveira and Fernandes
// (2009), whole dichromacy, and compared in OKLab (Ottosson, 2020). Neighbours in a stack must stay apart;
// any other two may come close, for a word stands beside every colour.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const STACK = [...read("../src/show/purposes.ts").match(/PURPOSES[^[]*\[\]? = \[([^\]]*)\]/)[1].matchAll(/"(\w+)"/g)].map((it) => it[1]);
const SHEET = read("../src/styles/ground.css");

const SIGHT = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Just clearly apart side by side, with a gap between them: about five steps of the least that is seen. */
const NEIGHBOURS_APART = 0.09;
/** The same colour to nobody. */
const ANY_APART = 0.02;

const times = (matrix, colour) => matrix.map((row) => row.reduce((sum, it, at) => sum + it * colour[at], 0));
const linear = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));

function oklab(rgb) {
  const lms = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], rgb.map((it) => Math.min(1, Math.max(0, it))));
  return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], lms.map(Math.cbrt));
}

const colours = (at) => Object.fromEntries(STACK.map((purpose) => {
  const [, ...both] = SHEET.match(new RegExp(`--${purpose}: light-dark\\((#\\w{6}), (#\\w{6})\\)`));
  return [purpose, both[at]];
}));

for (const [at, scheme] of ["light", "dark"].entries()) {
  for (const [sight, matrix] of Object.entries(SIGHT)) {
    test(`purposes are told apart in the ${scheme} by ${sight === "all" ? "everybody" : `eyes with ${sight}`}`, () => {
      const own = colours(at);
      const seen = STACK.map((purpose) => oklab(times(matrix, linear(own[purpose]))));
      const apart = (one, other) => Math.hypot(...seen[one].map((it, axis) => it - seen[other][axis]));
      const pairs = STACK.flatMap((_, one) => STACK.slice(one + 1).map((_, more) => [one, one + 1 + more]));
      const tooNear = pairs.filter(([one, other]) => apart(one, other) < (other === one + 1 ? NEIGHBOURS_APART : ANY_APART));
      assert.deepEqual(tooNear.map(([one, other]) => `${STACK[one]} and ${STACK[other]}: ${apart(one, other).toFixed(3)}`), []);
    });
  }
}

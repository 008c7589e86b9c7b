'use strict';
// The colours, and which release of them the flags ask for.

const NAME = 'web';
const COLORS = ['blue', 'green'];
const NONE = 'none';
const UNSAID = 'unsaid';

const title = (color) => color[0].toUpperCase() + color.slice(1);

/** The release that the flags name: `active`, what was `said` of each colour, and the versions that run by colour. */
function readRelease(app) {
  const flag = (name) => app.node.tryGetContext(name);
  const active = flag('activeColor');
  const slot = (color) => flag(`${color}Version`) ?? (color === active ? flag('version') : undefined) ?? UNSAID;
  const said = Object.fromEntries(COLORS.map((color) => [color, slot(color)]));
  const running = (color) => (said[color] === NONE || said[color] === UNSAID ? undefined : said[color]);
  return { active, said, blue: running('blue'), green: running('green') };
}

module.exports = { NAME, COLORS, title, readRelease };

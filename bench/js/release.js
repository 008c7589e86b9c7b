'use strict';
// The colours, and which release of them the flags ask for.

const NAME = 'web';
const COLORS = ['blue', 'green'];

const title = (color) => color[0].toUpperCase() + color.slice(1);

/** The release that the flags name: `active` and the versions by colour. */
function readRelease(app) {
  const flag = (name) => app.node.tryGetContext(name);
  const active = flag('activeColor');
  const version = (color) => {
    const given = flag(`${color}Version`) ?? (color === active ? flag('version') : undefined);
    return given === 'none' ? undefined : given;
  };
  return { active, blue: version('blue'), green: version('green') };
}


module.exports = { NAME, COLORS, title, readRelease };

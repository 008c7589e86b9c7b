'use strict';
// The service: hosts, load balancer, a fleet for each colour that runs, and the cutover between them.

const { Construct } = require('constructs');
const { Cutover } = require('./cutover');
const { ColorFleet, HostAccess } = require('./fleet');
const { ReleaseOutputs } = require('./outputs');
const { COLORS, title } = require('./release');
const { TrafficRouter } = require('./traffic');

class BlueGreenService extends Construct {
  constructor(scope, id, { release, vpc, bucket }) {
    super(scope, id);
    const access = new HostAccess(this, 'Hosts', { vpc, bucket });
    const router = new TrafficRouter(this, 'Traffic', { vpc, release, fleetSecurityGroup: access.securityGroup });
    const fleets = this.fleets({ release, vpc, bucket, access, router });
    const cutover = new Cutover(this, 'Cutover', { release, vpc, router, fleets });
    for (const [color, fleet] of Object.entries(fleets)) {
      [...router.fleetRules, router.previews[color].node.defaultChild].forEach((entry) =>
        fleet.group.node.defaultChild.addResourceDependency(entry),
      );
    }
    new ReleaseOutputs(this, 'Release', { release, router, machineArn: cutover.machineArn });
  }

  fleets({ release, vpc, bucket, access, router }) {
    const running = COLORS.filter((color) => release[color]);
    const scaleIn = running.length === 1;
    const fleet = (color) => {
      const targets = router.targets[color];
      const version = release[color];
      return new ColorFleet(this, title(color), { color, version, vpc, bucket, access, targets, scaleIn });
    };
    return Object.fromEntries(running.map((color) => [color, fleet(color)]));
  }
}

module.exports = { BlueGreenService };

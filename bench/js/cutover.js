'use strict';
// The two custom resources that check a release and move its traffic, and the order of a deploy around them.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const { HealthAlarms } = require('./alarms');
const { PRIVATE, groupName } = require('./fleet');
const { Machinery } = require('./machinery');
const { COLORS, NAME, title } = require('./release');
const { APPLICATION_PORT, PREVIEW_PORTS, PRODUCTION_PORT } = require('./traffic');

const child = (construct) => construct.node.defaultChild;

class Cutover extends Construct {
  constructor(scope, id, { release, vpc, router, fleets }) {
    super(scope, id);
    Object.assign(this, { release, vpc, router, fleets });
    this.health = Object.fromEntries(
      COLORS.map((color) => [color, new HealthAlarms(this, `${title(color)}Health`, { router, color })]),
    );
    this.machinery = new Machinery(this, 'Machinery', { router });
    this.preflight = this.resource('Preflight');
    this.shift = this.resource('Shift');
    this.pin();
    this.order();
    COLORS.forEach((color) => router.writeWeight(color, this.shift.getAtt(`${title(color)}Weight`)));
  }

  get machineArn() {
    return this.machinery.machine.attrArn;
  }

  resource(id) {
    const resource = new cdk.CustomResource(this, id, {
      resourceType: `Custom::Teal${id}`,
      serviceToken: this.machinery.function.functionArn,
      serviceTimeout: cdk.Duration.hours(1),
      properties: this.properties(),
    });
    return child(resource);
  }

  pin() {
    for (const [color, fleet] of Object.entries(this.fleets)) {
      const version = this.preflight.getAtt(`${title(color)}LaunchTemplateVersion`);
      child(fleet.group).addPropertyOverride('LaunchTemplate.Version', version);
    }
  }

  order() {
    this.machinery.parts().forEach((part) => this.preflight.addResourceDependency(part));
    Object.values(this.fleets).forEach((fleet) => child(fleet.group).addResourceDependency(this.preflight));
    this.beforeShift().forEach((resource) => this.shift.addResourceDependency(resource));
    child(this.router.production).addResourceDependency(this.shift);
  }

  beforeShift() {
    const entries = COLORS.flatMap((color) => [this.router.previews[color], ...this.health[color].alarms]);
    const fleets = Object.values(this.fleets).flatMap((fleet) => [fleet.group, fleet.scaling]);
    return [this.preflight, ...[...entries, ...fleets].map(child)];
  }

  properties() {
    const all = {
      Schema: '1',
      Service: NAME,
      Active: this.release.active,
      Allow: '',
      Strategy: 'all-at-once',
      StrategyOfThisDeploy: '',
      FlagPlace: '',
      FlagPrefix: '-c ',
      CandidatePercent: '0',
      MaxCapacity: '8',
      LoadBalancer: this.router.loadBalancer.loadBalancerArn,
      StateMachine: this.machineArn,
      Hook: '',
      Probe: '',
      Alarms: [],
      Evidence: 'REQUIRED',
      Samples: '100',
      Timing: this.timing(),
      Fleet: this.fleet(),
      Listener: this.listener(),
      ...this.ofColor('blue'),
      ...this.ofColor('green'),
    };
    return Object.fromEntries(Object.entries(all).sort());
  }

  ofColor(color) {
    const template = this.fleets[color]?.launchTemplate;
    const properties = {
      '': this.release.said[color],
      Alarms: this.health[color].alarms.map((alarm) => alarm.alarmName),
      Group: groupName(this, color),
      ...(template && { LaunchTemplateVersion: template.latestVersionNumber }),
      PreviewUrl: this.router.previewUrl(color),
      TargetGroups: [this.router.targets[color].targetGroupArn],
    };
    return Object.fromEntries(Object.entries(properties).map(([name, value]) => [title(color) + name, value]));
  }

  timing() {
    return {
      Bake: '600',
      Boot: '600',
      Drain: '120',
      Evidence: '300',
      Hook: '300',
      Read: '90',
      Spread: '120',
      Tick: '30',
    };
  }

  fleet() {
    return {
      CpuTargetPercent: '50',
      HealthCheckGracePeriod: '300',
      InstanceTypes: ['t3.small'],
      MinCapacity: '2',
      Subnets: this.vpc.selectSubnets(PRIVATE).subnetIds,
      WarmUp: '120',
    };
  }

  listener() {
    return {
      ApplicationPort: String(APPLICATION_PORT),
      BluePreviewPort: String(PREVIEW_PORTS.blue),
      Certificates: [],
      Clients: [],
      GreenPreviewPort: String(PREVIEW_PORTS.green),
      HealthCheckInterval: '10',
      HealthCheckPath: '/health',
      InternetFacing: 'true',
      Port: String(PRODUCTION_PORT),
    };
  }
}

module.exports = { Cutover };

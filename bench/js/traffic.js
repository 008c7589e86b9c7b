'use strict';
// The load balancer: production, a preview of each colour, and the way to the hosts.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const ec2 = require('aws-cdk-lib/aws-ec2');
const elbv2 = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const { COLORS, title } = require('./release');

const PRODUCTION_PORT = 80;
const PREVIEW_PORTS = { blue: 8081, green: 8082 };
const APPLICATION_PORT = 8080;

class TrafficRouter extends Construct {
  constructor(scope, id, { vpc, release, fleetSecurityGroup }) {
    super(scope, id);
    this.vpc = vpc;
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Load balancer: clients in, fleets out',
      allowAllOutbound: false,
    });
    this.loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc,
      internetFacing: true,
      securityGroup: this.securityGroup,
      dropInvalidHeaderFields: true,
      deletionProtection: false,
    });
    this.targets = {};
    this.previews = {};
    for (const color of COLORS) {
      this.targets[color] = this.targetGroup(color);
      this.previews[color] = this.listener(
        `${title(color)}Preview`,
        PREVIEW_PORTS[color],
        elbv2.ListenerAction.forward([this.targets[color]]),
      );
    }
    this.production = this.listener('Production', PRODUCTION_PORT, this.weights(release));
    this.loadBalancer.connections.allowFrom(ec2.Peer.anyIpv4(), ec2.Port.tcp(PRODUCTION_PORT), 'Clients');
    this.fleetRules = this.rules(fleetSecurityGroup);
  }

  get url() {
    return `http://${this.loadBalancer.loadBalancerDnsName}`;
  }

  previewUrl(color) {
    return `${this.url}:${PREVIEW_PORTS[color]}`;
  }

  targetGroup(color) {
    return new elbv2.ApplicationTargetGroup(this, `${title(color)}Targets`, {
      vpc: this.vpc,
      targetType: elbv2.TargetType.INSTANCE,
      protocol: elbv2.ApplicationProtocol.HTTP,
      port: APPLICATION_PORT,
      deregistrationDelay: cdk.Duration.seconds(120),
      healthCheck: {
        path: '/health',
        interval: cdk.Duration.seconds(10),
        timeout: cdk.Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 2,
        healthyHttpCodes: '200',
      },
    });
  }

  listener(id, port, defaultAction) {
    const protocol = elbv2.ApplicationProtocol.HTTP;
    return this.loadBalancer.addListener(id, { port, protocol, open: false, defaultAction });
  }

  weights(release) {
    return elbv2.ListenerAction.weightedForward(
      COLORS.map((color) => ({ targetGroup: this.targets[color], weight: color === release.active ? 100 : 0 })),
    );
  }

  rules(fleetSecurityGroup) {
    const balancerGroup = this.loadBalancer.connections.securityGroups[0].securityGroupId;
    const fleetGroup = fleetSecurityGroup.securityGroupId;
    const port = { ipProtocol: 'tcp', fromPort: APPLICATION_PORT, toPort: APPLICATION_PORT };
    return [
      new ec2.CfnSecurityGroupIngress(this, 'IntoFleets', {
        groupId: fleetGroup,
        sourceSecurityGroupId: balancerGroup,
        ...port,
        description: 'From the load balancer',
      }),
      new ec2.CfnSecurityGroupEgress(this, 'ToFleets', {
        groupId: balancerGroup,
        destinationSecurityGroupId: fleetGroup,
        ...port,
        description: 'To the fleets',
      }),
    ];
  }

  writeWeight(color, weight) {
    const path = `DefaultActions.0.ForwardConfig.TargetGroups.${COLORS.indexOf(color)}.Weight`;
    this.production.node.defaultChild.addPropertyOverride(path, weight);
  }
}

module.exports = { TrafficRouter, PRODUCTION_PORT, PREVIEW_PORTS, APPLICATION_PORT };

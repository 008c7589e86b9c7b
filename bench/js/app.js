'use strict';
// The default app's stack, written the way one writes a CDK app in JavaScript: what bench/run compares bin/app with.
// It must stay the same tree as src/main/java/io/teal/app/ServiceStack.java makes; bench/run checks the template.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const autoscaling = require('aws-cdk-lib/aws-autoscaling');
const ec2 = require('aws-cdk-lib/aws-ec2');
const elbv2 = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const iam = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');
const s3 = require('aws-cdk-lib/aws-s3');

const NAME = 'web';
const COLORS = ['blue', 'green'];
const PREVIEW_PORTS = { blue: 8081, green: 8082 };
const APPLICATION_PORT = 8080;
const PRIVATE = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };

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

class HostAccess extends Construct {
  constructor(scope, id, { vpc, bucket }) {
    super(scope, id);
    const readArtifacts = new iam.PolicyStatement({
      sid: 'ReadArtifacts',
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects('web/*/web.jar')],
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
      inlinePolicies: { Delivery: new iam.PolicyDocument({ statements: [readArtifacts] }) },
    });
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Fleets: the load balancer in, everything out',
    });
  }
}

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
    this.production = this.listener('Production', 80, this.weights(release));
    this.loadBalancer.connections.allowFrom(ec2.Peer.anyIpv4(), ec2.Port.tcp(80), 'Clients');
    this.fleetRules = this.rules(fleetSecurityGroup);
    cdk.Annotations.of(this).addWarningV2(
      'teal:ungatedWeights',
      "nothing verifies a fleet's health before this deploy moves weights: start and promote in two"
        + " deploys, and between them run 'aws elbv2 wait target-in-service --target-group-arn ...'",
    );
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
}

class ColorFleet extends Construct {
  constructor(scope, id, { color, version, vpc, bucket, access, targets, scaleIn }) {
    super(scope, id);
    const name = `${cdk.Stack.of(this).stackName}-${NAME}-${color}`;
    this.launchTemplate = this.template(version, bucket, access);
    this.group = new autoscaling.AutoScalingGroup(this, 'Group', {
      autoScalingGroupName: name,
      vpc,
      vpcSubnets: PRIVATE,
      minCapacity: 2,
      maxCapacity: 8,
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
        gracePeriod: cdk.Duration.seconds(300),
      }),
      defaultInstanceWarmup: cdk.Duration.seconds(120),
      groupMetrics: [autoscaling.GroupMetrics.all()],
      minHealthyPercentage: 100,
      maxHealthyPercentage: 200,
      updatePolicy: autoscaling.UpdatePolicy.instanceRefresh({
        strategy: autoscaling.InstanceRefreshStrategy.ROLLING,
        minHealthyPercentage: 100,
        maxHealthyPercentage: 200,
      }),
      launchTemplate: this.launchTemplate,
    });
    this.group.node.defaultChild.targetGroupArns = [targets.targetGroupArn];
    this.group.node.defaultChild.node.addDependency(vpc.selectSubnets(PRIVATE).internetConnectivityEstablished);
    this.scaling = this.group.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 50,
      disableScaleIn: !scaleIn,
    });
    this.tag({ Name: name, 'teal:service': NAME, 'teal:color': color, 'teal:version': version });
  }

  template(version, bucket, access) {
    const userData = ec2.UserData.forLinux();
    userData.addCommands(
      'set -euo pipefail',
      'ARTIFACT=/opt/artifact/web.jar',
      'mkdir -p /opt/artifact',
      `aws s3 cp 's3://${bucket.bucketName}/web/${version}/web.jar' "$ARTIFACT"`,
      'dnf install -y java-17-amazon-corretto-headless',
      'systemd-run --unit=web -p Restart=always -p DynamicUser=yes java -jar "$ARTIFACT"',
    );
    return new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      machineImage: ec2.MachineImage.genericLinux({ 'us-east-1': 'ami-0123456789abcdef0' }),
      userData,
      instanceType: new ec2.InstanceType('t3.small'),
      role: access.role,
      securityGroup: access.securityGroup,
      blockDevices: [
        {
          deviceName: '/dev/xvda',
          volume: ec2.BlockDeviceVolume.ebs(20, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }),
        },
      ],
      httpTokens: ec2.LaunchTemplateHttpTokens.REQUIRED,
    });
  }

  tag(tags) {
    for (const [key, value] of Object.entries(tags)) {
      cdk.Tags.of(this.group).add(key, value);
    }
  }
}

class ReleaseOutputs extends Construct {
  constructor(scope, id, { release, router }) {
    super(scope, id);
    this.prefix = scope.node.id;
    this.router = router;
    const url = `http://${router.loadBalancer.loadBalancerDnsName}`;
    this.output('ActiveColor', 'The colour production settles on', release.active);
    this.output('Url', 'Where the service is reached', url);
    this.output('ProductionListener', 'The listener whose weights share production traffic', this.listener());
    this.output('WatchCommand', 'Shows the live weights and the health of both colours', this.watchCommand());
    for (const color of COLORS) {
      const preview = `${url}:${PREVIEW_PORTS[color]}`;
      this.output(`${title(color)}Version`, `What ${color} runs`, release[color] ?? 'none');
      this.output(`${title(color)}PreviewUrl`, `Where ${color} is reached, whatever the weights`, preview);
      this.output(`${title(color)}TargetGroup`, `The target group of ${color}`, this.targets(color));
      if (release[color]) {
        this.output(
          `RollbackTo${title(color)}Command`,
          `Gives ${color} all traffic at once`,
          this.allTrafficTo(color),
        );
      }
    }
  }

  listener() {
    return this.router.production.listenerArn;
  }

  targets(color) {
    return this.router.targets[color].targetGroupArn;
  }

  allTrafficTo(all) {
    const groups = COLORS.map(
      (color) => `{"TargetGroupArn":"${this.targets(color)}","Weight":${color === all ? 100 : 0}}`,
    );
    return `aws elbv2 modify-listener --region ${cdk.Aws.REGION} --listener-arn ${this.listener()}`
      + ` --default-actions '[{"Type":"forward","ForwardConfig":{"TargetGroups":[${groups.join(',')}]}}]'`;
  }

  watchCommand() {
    const weights = `aws elbv2 describe-listeners --region ${cdk.Aws.REGION} --listener-arns ${this.listener()}`
      + " --output text --query 'Listeners[].DefaultActions[].ForwardConfig.TargetGroups[].[TargetGroupArn,Weight]'";
    const health = COLORS.map(
      (color) => `aws elbv2 describe-target-health --region ${cdk.Aws.REGION}`
        + ` --target-group-arn ${this.targets(color)} --output text`
        + ` --query 'TargetHealthDescriptions[].[\`${color}\`,Target.Id,TargetHealth.State,TargetHealth.Reason]'`,
    );
    return [weights, ...health].join('; ');
  }

  output(name, description, value) {
    new cdk.CfnOutput(this, name, { description, value }).overrideLogicalId(this.prefix + name);
  }
}

class BlueGreenService extends Construct {
  constructor(scope, id, { release, vpc, bucket }) {
    super(scope, id);
    const access = new HostAccess(this, 'Hosts', { vpc, bucket });
    const router = new TrafficRouter(this, 'Traffic', {
      vpc,
      release,
      fleetSecurityGroup: access.securityGroup,
    });
    const running = COLORS.filter((color) => release[color]);
    const scaleIn = running.length === 1;
    for (const color of running) {
      const targets = router.targets[color];
      const version = release[color];
      const fleet = new ColorFleet(this, title(color), { color, version, vpc, bucket, access, targets, scaleIn });
      const group = fleet.group.node.defaultChild;
      [...router.fleetRules, router.previews[color].node.defaultChild].forEach((entry) =>
        group.addResourceDependency(entry),
      );
      router.production.node.defaultChild.addResourceDependency(group);
      router.production.node.defaultChild.addResourceDependency(fleet.scaling.node.defaultChild);
    }
    new ReleaseOutputs(this, 'Release', { release, router });
  }
}

class FlowLog extends Construct {
  constructor(scope, id, vpc) {
    super(scope, id);
    const group = new logs.LogGroup(this, 'LogGroup', { retention: logs.RetentionDays.THREE_MONTHS });
    const write = new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [group.logGroupArn],
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com'),
      inlinePolicies: { Write: new iam.PolicyDocument({ statements: [write] }) },
    });
    new ec2.CfnFlowLog(this, 'Resource', {
      resourceType: 'VPC',
      resourceId: vpc.vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: group.logGroupName,
      deliverLogsPermissionArn: role.roleArn,
    });
  }
}

class ServiceStack extends cdk.Stack {
  constructor(app, id) {
    super(app, id);
    const bucket = s3.Bucket.fromBucketName(this, 'Artifacts', 'my-artifacts');
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
    new FlowLog(this, 'FlowLog', vpc);
    new BlueGreenService(this, 'Service', { release: readRelease(app), vpc, bucket });
  }
}

const app = new cdk.App();
new ServiceStack(app, NAME);
app.synth();

'use strict';
// The hosts: what they may do, and one Auto Scaling group for each colour.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const autoscaling = require('aws-cdk-lib/aws-autoscaling');
const ec2 = require('aws-cdk-lib/aws-ec2');
const iam = require('aws-cdk-lib/aws-iam');
const { NAME } = require('./release');

const PRIVATE = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };

const groupName = (scope, color) => `${cdk.Stack.of(scope).stackName}-${NAME}-${color}`;

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

class ColorFleet extends Construct {
  constructor(scope, id, { color, version, vpc, bucket, access, targets, scaleIn }) {
    super(scope, id);
    const name = groupName(this, color);
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


module.exports = { HostAccess, ColorFleet, PRIVATE, groupName };

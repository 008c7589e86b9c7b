'use strict';
// What a deploy prints.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const { COLORS, title } = require('./release');

class ReleaseOutputs extends Construct {
  constructor(scope, id, { release, router, machineArn }) {
    super(scope, id);
    this.prefix = scope.node.id;
    this.router = router;
    this.output('ActiveColor', 'The colour production settles on', release.active);
    this.output('Url', 'Where the service is reached', router.url);
    this.output('ProductionListener', 'The listener whose weights share production traffic', this.listener());
    this.output('WatchCommand', 'Shows the live weights and the health of both colours', this.watchCommand());
    this.output('StateMachine', "What drives the service's releases", machineArn);
    for (const color of COLORS) {
      this.output(`${title(color)}Version`, `What ${color} runs`, release.said[color]);
      this.output(`${title(color)}PreviewUrl`, `Where ${color} is reached, whatever the weights`, router.previewUrl(color));
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


module.exports = { ReleaseOutputs };

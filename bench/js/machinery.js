'use strict';
// The function behind the custom resources, and the state machine that drives a release.

const fs = require('node:fs');
const path = require('node:path');
const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const iam = require('aws-cdk-lib/aws-iam');
const lambda = require('aws-cdk-lib/aws-lambda');
const logs = require('aws-cdk-lib/aws-logs');
const stepfunctions = require('aws-cdk-lib/aws-stepfunctions');
const { groupName } = require('./fleet');
const { COLORS, NAME } = require('./release');

// The files that the library's jar carries, where the build leaves them.
const LIBRARY = path.join(
  __dirname,
  '../../lib-constructs/constructs/target/classes/io/teal/constructs/internal/cutover',
);

const allow = (resources, ...actions) => new iam.PolicyStatement({ actions, resources });

class Machinery extends Construct {
  constructor(scope, id, { router }) {
    super(scope, id);
    this.router = router;
    this.name = `${cdk.Stack.of(this).stackName}-${NAME}-release`;
    this.log = new logs.LogGroup(this, 'Log', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
    this.function = this.newFunction();
    this.machine = this.newMachine();
  }

  parts() {
    const { node } = this.function;
    const invokeConfig = node.findChild('EventInvokeConfig');
    return [node.defaultChild, this.log.node.defaultChild, invokeConfig.node.defaultChild, this.machine];
  }

  newFunction() {
    const statements = [
      ...this.permissions(),
      allow([this.log.logGroupArn], 'logs:CreateLogStream', 'logs:PutLogEvents'),
    ];
    return new lambda.Function(this, 'Function', {
      description: `Teal: Preflight and Shift of ${NAME}`,
      runtime: lambda.Runtime.JAVA_25,
      architecture: lambda.Architecture.ARM_64,
      handler: 'io.teal.runtime.function.Handler',
      code: lambda.Code.fromAsset(path.join(LIBRARY, 'teal-function.zip')),
      memorySize: 1024,
      timeout: cdk.Duration.seconds(25),
      maxEventAge: cdk.Duration.minutes(5),
      retryAttempts: 2,
      logGroup: this.log,
      role: this.role('FunctionRole', 'lambda.amazonaws.com', statements),
    });
  }

  newMachine() {
    const functionArn = this.function.functionArn;
    const role = this.role('MachineRole', 'states.amazonaws.com', [allow([functionArn], 'lambda:InvokeFunction')]);
    return new stepfunctions.CfnStateMachine(this, 'Machine', {
      stateMachineName: this.name,
      stateMachineType: 'STANDARD',
      definitionString: fs.readFileSync(path.join(LIBRARY, 'machine.asl.json'), 'utf8'),
      definitionSubstitutions: {
        Function: functionArn,
        Invoke: `arn:${cdk.Aws.PARTITION}:states:::lambda:invoke`,
      },
      roleArn: role.roleArn,
    });
  }

  permissions() {
    const listeners = ['listener', 'listener-rule'].map((kind) =>
      this.arn('elasticloadbalancing', `${kind}/${this.router.loadBalancer.loadBalancerFullName}/*`),
    );
    const groups = COLORS.map((color) =>
      this.arn('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${groupName(this, color)}`),
    );
    const machine = this.arn('states', `stateMachine:${this.name}`);
    const executions = this.arn('states', `execution:${this.name}:*`);
    return [
      allow([cdk.Aws.STACK_ID], 'cloudformation:DescribeStacks'),
      allow(listeners, 'elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'),
      allow(groups, 'autoscaling:SetDesiredCapacity', 'autoscaling:CreateOrUpdateTags'),
      allow([machine], 'states:StartExecution', 'states:ListExecutions'),
      allow([executions], 'states:DescribeExecution', 'states:StopExecution'),
      allow(
        ['*'],
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeTargetHealth',
        'autoscaling:DescribeAutoScalingGroups',
        'tag:GetResources',
        'cloudwatch:DescribeAlarms',
        'cloudwatch:GetMetricData',
      ),
    ];
  }

  arn(service, resource) {
    return cdk.Stack.of(this).formatArn({ service, resource, arnFormat: cdk.ArnFormat.NO_RESOURCE_NAME });
  }

  role(id, service, statements) {
    return new iam.Role(this, id, {
      assumedBy: new iam.ServicePrincipal(service),
      inlinePolicies: { Teal: new iam.PolicyDocument({ statements }) },
    });
  }
}

module.exports = { Machinery };

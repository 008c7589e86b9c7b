'use strict';
// The alarms that turn a release to one colour back.

const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const cloudwatch = require('aws-cdk-lib/aws-cloudwatch');

const PERIOD = cdk.Duration.minutes(1);
const MINUTES_LOOKED_AT = 3;
const MINUTES_THAT_DECIDE = 2;
const FEWEST_REQUESTS = 20;
const ERROR_PERCENT = 1;
const LATENCY_SECONDS = 3;

class HealthAlarms extends Construct {
  constructor(scope, id, { router, color }) {
    super(scope, id);
    this.color = color;
    this.dimensionsMap = {
      LoadBalancer: router.loadBalancer.loadBalancerFullName,
      TargetGroup: router.targets[color].targetGroupFullName,
    };
    this.alarms = [this.errors(), this.latency(), this.unhealthyHosts()];
  }

  errors() {
    const errors = this.metric('HTTPCode_Target_5XX_Count', 'Sum');
    const percent = this.when('100 * FILL(errors, 0) / requests', { errors });
    return this.alarm('Errors', percent, ERROR_PERCENT, `percent of ${this.color}'s requests answered 5xx`);
  }

  latency() {
    const seconds = this.when('latency', { latency: this.metric('TargetResponseTime', 'p99') });
    const what = `seconds that the slowest hundredth of ${this.color}'s requests took`;
    return this.alarm('Latency', seconds, LATENCY_SECONDS, what);
  }

  unhealthyHosts() {
    const hosts = this.when('FILL(unhealthy, 0)', { unhealthy: this.metric('UnHealthyHostCount', 'Minimum') });
    return this.alarm('UnhealthyHosts', hosts, 0, `unhealthy hosts of ${this.color}`);
  }

  when(value, metrics) {
    const all = { ...metrics, requests: this.metric('RequestCount', 'Sum') };
    return new cloudwatch.MathExpression({
      expression: `IF(FILL(requests, 0) >= ${FEWEST_REQUESTS}, ${value}, 0)`,
      usingMetrics: Object.fromEntries(Object.entries(all).sort()),
      period: PERIOD,
      label: value,
    });
  }

  metric(metricName, statistic) {
    const { dimensionsMap } = this;
    return new cloudwatch.Metric({ namespace: 'AWS/ApplicationELB', metricName, dimensionsMap, statistic, period: PERIOD });
  }

  alarm(id, metric, threshold, what) {
    return new cloudwatch.Alarm(this, id, {
      metric,
      threshold,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: MINUTES_LOOKED_AT,
      datapointsToAlarm: MINUTES_THAT_DECIDE,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription:
        `More ${what} than allowed, in ${MINUTES_THAT_DECIDE} of ${MINUTES_LOOKED_AT} minutes; a release to`
        + ` ${this.color} turns back. A minute with fewer than ${FEWEST_REQUESTS} requests, or without data, says nothing.`,
    });
  }
}

module.exports = { HealthAlarms };

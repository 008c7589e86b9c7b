'use strict';
// The default app's stack, written the way one writes a CDK app in JavaScript: what bench/run compares bin/app with.
// It must stay the same tree as src/main/java/io/teal/app/ServiceStack.java makes; bench/run checks the template.

const cdk = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const s3 = require('aws-cdk-lib/aws-s3');
const { FlowLog } = require('./flow-log');
const { NAME, readRelease } = require('./release');
const { BlueGreenService } = require('./service');

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

'use strict';
// The default app's stack with the least code of its own that an app in JavaScript can have: the template that bin/app has
// just made (bench/run leaves it in the folder $BENCH_ASSEMBLY), made again from an L1 for each resource, and its assets.

const fs = require('node:fs');
const path = require('node:path');
const cdk = require('aws-cdk-lib');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');

const STACK = 'web';
const BY_THE_SYNTHESIZER = ['BootstrapVersion', 'CheckBootstrapVersion'];

const assembly = (file) => path.join(process.env.BENCH_ASSEMBLY, file);
const read = (file) => JSON.parse(fs.readFileSync(assembly(file), 'utf8'));

/** `{ Description: … }` as `{ description: … }`. */
const options = (element) =>
  Object.fromEntries(Object.entries(element).map(([name, value]) => [name[0].toLowerCase() + name.slice(1), value]));

const MAKE = {
  Mappings: (stack, id, mapping) => new cdk.CfnMapping(stack, id, { mapping }),
  Outputs: (stack, id, output) => new cdk.CfnOutput(stack, id, options(output)),
  Parameters: (stack, id, parameter) => new cdk.CfnParameter(stack, id, options(parameter)),
  Resources(stack, id, resource) {
    const { type, properties, dependsOn, ...others } = options(resource);
    Object.assign(new cdk.CfnResource(stack, id, { type, properties }).cfnOptions, others);
  },
};

class TemplateStack extends cdk.Stack {
  constructor(app, template, assets) {
    super(app, STACK);
    assets.forEach((file) => new Asset(this, path.basename(file), { path: file }));
    for (const [section, elements] of Object.entries(template)) {
      Object.keys(elements)
        .filter((id) => !BY_THE_SYNTHESIZER.includes(id))
        .forEach((id) => MAKE[section](this, id, elements[id]));
    }
    for (const [id, { DependsOn = [] }] of Object.entries(template.Resources)) {
      DependsOn.forEach((other) => this.node.findChild(id).addResourceDependency(this.node.findChild(other)));
    }
  }
}

const files = Object.values(read(`${STACK}.assets.json`).files).map((file) => file.source.path);
const assets = files.filter((file) => !file.endsWith('.template.json')).map(assembly);
const app = new cdk.App();
new TemplateStack(app, read(`${STACK}.template.json`), assets);
app.synth();

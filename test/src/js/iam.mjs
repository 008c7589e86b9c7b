// What IAM would say: each line of standard input has the policies of a role, perhaps a permissions boundary, and
// calls; each line of standard output has a word for each call: Allowed, ImplicitlyDenied, ExplicitlyDenied, or why the
// simulator, which knows AWS's actions, resource types and condition keys, holds the call to be impossible.
import { createInterface } from 'node:readline';
import { runSimulation } from '@cloud-copilot/iam-simulate';

const accountId = '111122223333';

async function decide({ policies, boundary }, { action, resource, context }) {
  const named = (list) => list.map((policy, number) => ({ name: `p${number}`, policy }));
  const said = await runSimulation({
    request: {
      principal: `arn:aws:iam::${accountId}:role/function`,
      action,
      resource: { resource, accountId },
      contextVariables: context,
    },
    identityPolicies: named(policies),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    permissionBoundaryPolicies: boundary && named([boundary]),
  }, {});
  if (said.resultType === 'error') return `impossible: ${JSON.stringify(said.errors)}`;
  return said.resultType === 'single' || wholly(said.results, resource) ? said.overallResult : 'ImplicitlyDenied';
}

// A call on a pattern is called allowed where any part of it is; AWS wants all of it.
function wholly(results, resource) {
  return results.some((one) => ['*', resource].includes(one.resourcePattern) && one.analysis.result === 'Allowed');
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const answers = await Promise.all(asked.calls.map((call) => decide(asked, call)));
  process.stdout.write(`${JSON.stringify({ answers })}\n`);
}

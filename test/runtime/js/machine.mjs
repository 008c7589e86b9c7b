// Runs executions of a state machine's definition, one after the other: each line of standard input asks for one, and
// each line of standard output says what became of it. Tasks are handed to an HTTP server; waits and pauses between
// retries take no time. A line without an input asks whether the definition is valid.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import validate from 'asl-validator';
import { StateMachine } from 'aws-local-stepfunctions';

const substitutions = {
  Function: 'arn:aws:lambda:eu-west-1:123456789012:function:teal',
  Invoke: 'arn:aws:states:::lambda:invoke',
  PutEvents: 'arn:aws:states:::events:putEvents',
  Publish: 'arn:aws:states:::sns:publish',
  DescribeStacks: 'arn:aws:states:::aws-sdk:cloudformation:describeStacks',
  CancelRefresh: 'arn:aws:states:::aws-sdk:autoscaling:cancelInstanceRefresh',
  CancelUpdate: 'arn:aws:states:::aws-sdk:cloudformation:cancelUpdateStack',
  Stack: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1',
  Group: 'shop-orders',
};
const [definitionFile, server] = process.argv.slice(2);
const definition = readFileSync(definitionFile, 'utf8').replace(/\$\{(\w+)\}/g, (whole, name) => substitutions[name]);

async function task(state, input) {
  const response = await fetch(`${server}/${encodeURIComponent(state)}`, { method: 'POST', body: JSON.stringify(input) });
  const { result, error, cause } = await response.json();
  if (error) {
    throw Object.assign(new Error(cause), { name: error });
  }
  return result;
}

async function run({ input, name, taskSeconds }) {
  const states = JSON.parse(definition);
  const tasks = Object.entries(states.States).filter(([, state]) => state.Type === 'Task');
  for (const [, state] of tasks) {
    // This interpreter looks for the path in what Parameters makes; Step Functions looks in the state's input.
    delete state.TimeoutSecondsPath;
    if (taskSeconds) state.TimeoutSeconds = taskSeconds;
  }
  const waits = Object.entries(states.States).filter(([, state]) => state.Type === 'Wait');
  const of = (value) => Object.fromEntries(tasks.map(([state]) => [state, value(state)]));
  const execution = new StateMachine(states).run(input, {
    context: { Execution: { Id: name } },
    overrides: {
      taskResourceLocalHandlers: of((state) => (given) => task(state, given)),
      retryIntervalOverrides: of(() => 0),
      waitTimeOverrides: Object.fromEntries(waits.map(([state]) => [state, 0])),
    },
  });
  try {
    return { output: await execution.result };
  } catch (failed) {
    return { failed: `${failed.name}: ${failed.message}` };
  }
}

function validity() {
  const { isValid, errorsText } = validate(JSON.parse(definition));
  return { valid: isValid, errors: errorsText() };
}

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(ask.input ? await run(ask) : validity())}\n`);
}

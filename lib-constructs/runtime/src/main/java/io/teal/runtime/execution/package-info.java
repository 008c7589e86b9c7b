/**
 * The runs behind Preflight and Shift, over the port: what a CloudFormation event starts, what a tick does, what is
 * answered. The very classes run in AWS, in the rehearsal and on the tests' virtual clock.
 */
package io.teal.runtime.execution;

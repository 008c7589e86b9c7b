/**
 * CloudFormation: reads a whole template, custom resources included; a stand-in creates, updates, rolls back and
 * deletes its stack.
 */
package io.teal.rehearsal.aws.cloudformation;

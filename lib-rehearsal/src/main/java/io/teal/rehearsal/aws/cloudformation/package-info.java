/**
 * CloudFormation: what a whole template says, custom resources included, and a stand-in that creates, updates, rolls
 * back and deletes a stack of it.
 */
package io.teal.rehearsal.aws.cloudformation;

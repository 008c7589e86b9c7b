/**
 * CloudFormation templates as read: resources, references, parameters, conditions and intrinsic functions. The command
 * line reads deployed templates with it too.
 */
package io.teal.rehearsal.template;

/** A stand-in for IAM: which actions a role of the template may do. */
package io.teal.rehearsal.aws.iam;

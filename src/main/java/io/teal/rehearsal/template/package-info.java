/** CloudFormation templates as read: resources, references, intrinsic functions. Depends on Jackson only. */
package io.teal.rehearsal.template;

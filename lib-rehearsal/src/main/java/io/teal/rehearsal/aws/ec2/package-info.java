/** A stand-in for EC2's security groups. */
package io.teal.rehearsal.aws.ec2;

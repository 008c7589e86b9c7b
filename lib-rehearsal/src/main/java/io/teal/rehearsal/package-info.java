/**
 * Releases rehearsed on one machine: real processes, real HTTP, stand-ins for the AWS services. Of Teal it knows what
 * runs behind the custom resources, and no CDK: it reads plain templates. This package holds what all others share;
 * {@code run} is where they meet. Which package may use which is the table in {@code ArchitectureTest}.
 */
package io.teal.rehearsal;

/**
 * Releases rehearsed on one machine: real processes, real HTTP, stand-ins for the AWS services. It runs the code behind
 * Teal's custom resources and does not use the CDK: it reads plain templates. This package holds what the others share;
 * {@code run} is it uses them all. Which package may use which is the table in {@code ArchitectureTest}.
 */
package io.teal.rehearsal;

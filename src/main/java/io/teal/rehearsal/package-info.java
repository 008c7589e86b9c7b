/**
 * Releases rehearsed on one machine: real processes, real HTTP, a CloudFormation stand-in. Depends on no Teal class
 * outside itself and on no CDK: it reads plain templates. This package holds what all parts share; {@code run} is where
 * they meet.
 */
package io.teal.rehearsal;

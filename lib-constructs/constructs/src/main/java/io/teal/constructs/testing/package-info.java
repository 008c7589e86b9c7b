/**
 * Assertions for users' own unit tests of their templates. Needs AssertJ, which the jar does not bring; may depend on
 * {@code io.teal.release}, {@link io.teal.constructs.fleet} and the CDK's assertions.
 */
package io.teal.constructs.testing;

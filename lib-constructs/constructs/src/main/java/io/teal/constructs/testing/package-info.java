/**
 * Assertions for users' own unit tests of their templates, and speed for these tests. Needs AssertJ and JUnit Jupiter,
 * which the jar does not bring; may depend on {@code io.teal.release}, {@link io.teal.constructs.fleet},
 * {@link io.teal.constructs.support}, jsii and the CDK's assertions.
 */
package io.teal.constructs.testing;

/** Assertions for users' own unit tests of their templates. Needs AssertJ, which the jar does not bring. */
package io.teal.constructs.testing;

/**
 * Assertions for users' own unit tests of their templates, and speed for these tests. Needs AssertJ and JUnit Jupiter,
 * which the jar does not bring.
 */
package io.teal.constructs.testing;

/**
 * Named scenarios: a fault, what must come of a release that meets it, and the same fault in a release that waits by
 * the clock and looks at nothing.
 */
package io.teal.rehearsal.scenario;

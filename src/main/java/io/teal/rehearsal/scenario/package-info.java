/**
 * Named scenarios: a fault, what must come of a release that meets it, and the same fault in a release by the clock.
 * Depends on the journey and run packages.
 */
package io.teal.rehearsal.scenario;

/** Named scenarios: a release that meets a fault, the checks of its result, and its negative control. */
package io.teal.rehearsal.scenario;

/**
 * The properties of a service's custom resources. Preflight and Shift get one property map, the same for both, and
 * Install gets a few more: written at synth and read in AWS.
 */
package io.teal.release.cutover;

/**
 * What the two custom resources of a service, Preflight and Shift, are told by the template: one property map, the same
 * for both, written at synth and read in AWS. Depends on {@code io.teal.release} and {@code plan}.
 */
package io.teal.release.cutover;

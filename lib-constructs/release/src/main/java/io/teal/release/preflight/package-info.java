/**
 * Checks a deploy before any change to the live fleet, and pins each group's launch template version; pure. Depends on
 * {@code io.teal.release}, {@code plan} and {@code observation}.
 */
package io.teal.release.preflight;

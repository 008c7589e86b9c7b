/** Checks a deploy before any change to the live fleet, and pins each group's launch template version; pure. */
package io.teal.release.preflight;

/** Checks a deploy before any change to the live fleet, and pins what each group runs; pure. */
package io.teal.release.preflight;

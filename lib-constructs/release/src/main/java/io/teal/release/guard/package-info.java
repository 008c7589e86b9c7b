/** Decides whether an alarm after a release returns traffic to the standby; pure. */
package io.teal.release.guard;

/** {@code teal rollback}: cancels an update in progress, or has the engine return traffic to the standby. */
package io.teal.operate.rollback;

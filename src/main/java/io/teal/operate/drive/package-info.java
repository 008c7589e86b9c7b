/** {@code teal release} and {@code teal retire}: deploys one after the other, from what is live. */
package io.teal.operate.drive;

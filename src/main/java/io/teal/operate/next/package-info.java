/** {@code teal next}: the next release, written into a release file. */
package io.teal.operate.next;

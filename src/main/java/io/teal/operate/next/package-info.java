/** {@code teal next}: the next release, written into a release file. Depends on {@code io.teal.release} only. */
package io.teal.operate.next;

/** {@code teal next}: writes the next release into a release file. */
package io.teal.operate.next;

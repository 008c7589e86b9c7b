/** {@code teal plan}: what a deploy would do to the live state. */
package io.teal.operate.plan;

/** {@code teal plan}: what a deploy would do, by what is live. */
package io.teal.operate.plan;

/**
 * {@code teal plan}: what a deploy would do, by what is live. Depends on {@code io.teal.release},
 * {@code io.teal.runtime.run} and {@code io.teal.operate.account}.
 */
package io.teal.operate.plan;

/**
 * {@code teal status}: what is live, what the template says, and what goes on. Depends on {@code io.teal.release},
 * {@code io.teal.runtime.run} and {@code io.teal.operate.account}.
 */
package io.teal.operate.status;
